import Markup
import Text

// The tree of what was gathered.
extension InlineRun {
  /// Bytes after which a paragraph ends.
  private static let longestParagraph = 12_000

  /// The paragraphs of it: two line breaks in a row were meant as the end of one.
  func paragraphs() -> [[Inline]] {
    var result: [[Inline]] = []
    var current: [Piece] = []
    var index = 0
    func append(_ pieces: [Piece]) {
      let inlines = Self.inlines(pieces)
      if !inlines.isEmpty { result.append(inlines) }
    }
    func flush() {
      defer { current = [] }
      guard current.reduce(0, { $0 + $1.size }) > Self.longestParagraph else { return append(current) }
      // Behind so many pieces the next space ends a paragraph too: readers have their limits.
      var part: [Piece] = []
      var size = 0
      for piece in current.flatMap(\.words) {
        if size > Self.longestParagraph, piece.leaf == .space {
          append(part)
          (part, size) = ([], 0)
        }
        part.append(piece)
        size += piece.size
      }
      append(part)
    }
    while index < pieces.count {
      if pieces[index].leaf == .lineBreak {
        let run = pieces[index...].prefix { $0.leaf == .lineBreak || $0.leaf == .space }
        let breaks = run.count { $0.leaf == .lineBreak }
        index = run.endIndex
        if breaks > 1 { flush() } else { current.append(Piece(leaf: .lineBreak, style: run[run.startIndex].style)) }
      } else {
        current.append(pieces[index])
        index += 1
      }
    }
    flush()
    return result
  }

  /// All of it on one line, with `separator` in the place of breaks.
  func line(separator: String) -> [Inline] {
    var flat: [Piece] = []
    for piece in pieces {
      if piece.leaf == .lineBreak {
        while flat.last?.leaf == .space { flat.removeLast() }
        if case .text(let text)? = flat.last?.leaf, text == separator { continue }
        if flat.isEmpty { continue }
        flat += [
          Piece(leaf: .space, style: Style()), Piece(leaf: .text(separator), style: Style()),
          Piece(leaf: .space, style: Style()),
        ]
        if separator.isEmpty { flat.removeLast(2) }
      } else if piece.leaf != .space || flat.last?.leaf != .space {
        flat.append(piece)
      }
    }
    while let last = flat.last, last.leaf == .space || last.leaf == .text(separator) { flat.removeLast() }
    return Self.inlines(flat)
  }

  private static func inlines(_ pieces: [Piece]) -> [Inline] {
    var pieces = pieces[...]
    while let first = pieces.first, first.leaf == .space || first.leaf == .lineBreak { pieces.removeFirst() }
    while let last = pieces.last, last.leaf == .space || last.leaf == .lineBreak { pieces.removeLast() }
    // Spaces beside a break are none.
    var kept: [Piece] = []
    for piece in pieces {
      if piece.leaf == .space, kept.last.map({ $0.leaf == .space || $0.leaf == .lineBreak }) ?? true { continue }
      if piece.leaf == .lineBreak, kept.last?.leaf == .space { kept.removeLast() }
      kept.append(piece)
    }
    settleEdges(&kept)
    fitPunctuation(&kept)
    settleEdges(&kept)
    return tree(kept[...])
  }

  /// Marks begin and end at words: a space or break has of its own only those that both sides have.
  private static func settleEdges(_ pieces: inout [Piece]) {
    for index in pieces.indices where pieces[index].leaf == .space || pieces[index].leaf == .lineBreak {
      let before = index > 0 ? pieces[index - 1].style : Style()
      let after = index + 1 < pieces.count ? pieces[index + 1].style : Style()
      pieces[index].style = pieces[index].style.shared(with: before).shared(with: after)
    }
  }

  /// Where a mark would stand between a letter and a sign of punctuation it would be none (GFM 6.4): the sign goes out.
  private static func fitPunctuation(_ pieces: inout [Piece]) {
    var index = 1
    while index < pieces.count {
      defer { index += 1 }
      guard case .text(let before) = pieces[index - 1].leaf, case .text(let after) = pieces[index].leaf else {
        continue
      }
      let (old, new) = (pieces[index - 1].style, pieces[index].style)
      guard old.link == new.link, old != new else { continue }
      let shared = old.shared(with: new)
      if new != shared, let last = before.unicodeScalars.last, !isSign(last) {
        let signs = after.unicodeScalars.prefix { isSign($0) }
        if signs.count == after.unicodeScalars.count {
          pieces[index].style = shared
        } else if !signs.isEmpty {
          pieces[index].leaf = .text(String(after.unicodeScalars.dropFirst(signs.count)))
          pieces.insert(Piece(leaf: .text(String(Substring(signs))), style: shared), at: index)
          continue
        }
      }
      if old != shared, let first = after.unicodeScalars.first, !isSign(first) {
        let signs = before.unicodeScalars.reversed().prefix { isSign($0) }.count
        if signs == before.unicodeScalars.count {
          pieces[index - 1].style = shared
        } else if signs > 0 {
          let kept = before.unicodeScalars.dropLast(signs)
          pieces[index - 1].leaf = .text(String(Substring(kept)))
          pieces.insert(
            Piece(leaf: .text(String(Substring(before.unicodeScalars.suffix(signs)))), style: shared), at: index)
          index += 1
        }
      }
    }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: MarkdownSign.isASCII(scalar)
    }
  }

  /// Outside stands the mark that goes furthest.
  private static func tree(_ pieces: ArraySlice<Piece>) -> [Inline] {
    var result: [Inline] = []
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      var best: (mark: Mark, end: Int)?
      for mark in Mark.allCases where piece.style.has(mark) {
        let end =
          pieces[index...].firstIndex {
            mark == .link ? $0.style.link != piece.style.link : !$0.style.has(mark)
          } ?? pieces.endIndex
        if end > best?.end ?? index { best = (mark, end) }
      }
      guard let best else {
        append(piece.leaf, to: &result)
        index += 1
        continue
      }
      var inner = Array(pieces[index..<best.end])
      for position in inner.indices { inner[position].style.remove(best.mark) }
      let content = tree(inner[...])
      switch best.mark {
      case .link:
        result.append(
          .link(
            Link(
              target: .written(piece.style.link?.address ?? ""), content: content,
              position: TextPosition(line: 0, column: 0))))
      case .strong: result.append(.strong(content))
      case .emphasis: result.append(.emphasis(content))
      case .strikethrough: result.append(.strikethrough(content))
      }
      index = best.end
    }
    return result
  }

  private static func append(_ leaf: Leaf, to inlines: inout [Inline]) {
    switch leaf {
    case .text(let text): append(text, to: &inlines)
    case .space: append(" ", to: &inlines)
    case .lineBreak: inlines.append(.lineBreak)
    case .other(let inline): inlines.append(inline)
    }
  }

  private static func append(_ text: String, to inlines: inout [Inline]) {
    guard case .text(var before)? = inlines.last else { return inlines.append(.text(text)) }
    // Taken out, so that the text goes on where it is, and is not copied for each word.
    inlines.removeLast()
    before += text
    inlines.append(.text(before))
  }
}

extension InlineRun.Piece {
  /// Bytes of its text, with a space behind it.
  fileprivate var size: Int { if case .text(let text) = leaf { text.utf8.count + 1 } else { 0 } }

  /// One for each word, and for the spaces between them.
  fileprivate var words: [InlineRun.Piece] {
    guard case .text(let text) = leaf, text.utf8.contains(UInt8(ascii: " ")) else { return [self] }
    let words = text[...].parts(at: UInt8(ascii: " ")).map { InlineRun.Piece(leaf: .text(String($0)), style: style) }
    return Array(words.map { [$0] }.joined(separator: [InlineRun.Piece(leaf: .space, style: style)]))
  }
}
