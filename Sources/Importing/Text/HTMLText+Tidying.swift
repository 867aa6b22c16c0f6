import Diagnostics
import Markup
import Reading
import Text

extension HTMLText {
  /// The blocks without what only repeats or separates nothing, and with the lists that were typed as lines.
  mutating func tidied(_ blocks: [Block]) -> [Block] {
    var blocks = Self.withLists(blocks)
    if case .heading(let heading)? = blocks.first, !options.title.isEmpty,
      Folding.slug(PlainTextRenderer.text(of: heading.content)) == Folding.slug(options.title)
    {
      blocks.removeFirst()
    }
    var result: [Block] = []
    for block in blocks {
      if case .thematicBreak = block, result.isEmpty || result.last == .thematicBreak { continue }
      result.append(block)
    }
    while result.last == .thematicBreak { result.removeLast() }
    return result
  }

  // MARK: Lists that were typed

  private enum Part {
    /// - Parameter after: the break before it; `nil` for the first of a paragraph.
    case line([Inline], after: Inline?)
    case item([Inline], after: Inline?)
    case other(Block)
    /// Where a paragraph ends.
    case end
  }

  /// Lines that begin with a sign of a list are one, in a paragraph or each in its own.
  private static func withLists(_ blocks: [Block]) -> [Block] {
    let parts = blocks.flatMap { block -> [Part] in
      guard case .paragraph(let content) = block else { return [.other(block)] }
      return lines(of: content).map { line, before in
        item(of: line, after: before).map { .item($0, after: before) } ?? .line(line, after: before)
      } + [.end]
    }
    guard parts.contains(where: { if case .item = $0 { true } else { false } }) else { return blocks }
    var result: [Block] = []
    var paragraph: [Inline] = []
    var index = 0
    func add(_ line: [Inline], after: Inline?) {
      if !paragraph.isEmpty, let after { paragraph.append(after) }
      paragraph += line
    }
    func flush() {
      if !paragraph.isEmpty { result.append(.paragraph(paragraph)) }
      paragraph = []
    }
    while index < parts.count {
      switch parts[index] {
      case .other(let block):
        flush()
        result.append(block)
      case .end: flush()
      case .line(let line, let after): add(line, after: after)
      case .item:
        var items: [[Inline]] = []
        var end = index
        while end < parts.count {
          if case .item(let content, _) = parts[end] {
            items.append(content)
          } else if case .end = parts[end], end + 1 < parts.count, case .item = parts[end + 1] {
          } else {
            break
          }
          end += 1
        }
        if items.count > 1 {
          flush()
          result.append(.list(list(start: nil, items.map { ListItem(blocks: [.paragraph($0)]) })))
          index = end
          continue
        }
        if case .item(let content, let after) = parts[index] { add(restored(content), after: after) }
      }
      index += 1
    }
    flush()
    return result
  }

  /// The lines of a paragraph, each with the break before it.
  private static func lines(of content: [Inline]) -> [(line: [Inline], after: Inline?)] {
    var result: [(line: [Inline], after: Inline?)] = [([], nil)]
    for inline in content {
      if inline == .lineBreak || inline == .softBreak {
        result.append(([], inline))
      } else {
        result[result.count - 1].line.append(inline)
      }
    }
    return result
  }

  /// What stands behind the sign of a list; `nil` where there is none.
  ///
  /// - Parameter before: the break before the line.
  private static func item(of line: [Inline], after before: Inline?) -> [Inline]? {
    guard case .text(let text)? = line.first else { return nil }
    let shown = text.drop(while: \.isWhitespace)
    guard let sign = shown.first else { return nil }
    let isSign = AlmostMarkdown.bullets.contains(sign)
    // Our notation takes a dash or a star there for a list itself, where it was meant.
    guard isSign || (sign == "-" || sign == "*") && before != .softBreak else { return nil }
    let rest = shown.dropFirst()
    // A dash or star that touches its word is part of it.
    guard isSign || rest.first?.isWhitespace == true else { return nil }
    let words = String(rest.drop(while: \.isWhitespace))
    if words.isEmpty { return line.count > 1 ? Array(line.dropFirst()) : nil }
    return [.text(words)] + line.dropFirst()
  }

  private static func restored(_ content: [Inline]) -> [Inline] { joined([.text("- ")], content) }

  // MARK: Fragments

  /// Leads what was a link to a heading of the text there; other links within the text lead nowhere, and are their words.
  mutating func leadFragments(in document: inout Document) {
    guard document.links.contains(where: { $0.fragment != nil }) else { return }
    let headings = document.anchoringHeadings().headings
    var lost: [String] = []
    document = document.mapTargets(
      link: { link in
        guard let fragment = link.fragment else { return [.link(link)] }
        if let content = headingTexts[fragment],
          let anchor = headings.first(where: { $0.content == content })?.anchor
        {
          var link = link
          link.target = .written("#" + anchor)
          return [.link(link)]
        }
        lost.append(fragment)
        return link.content
      }, image: { $0 })
    for fragment in Set(lost).sorted() { remark { .importFragment($0, fragment: fragment) } }
  }
}

extension Link {
  /// What it leads to within its page.
  var fragment: String? {
    guard case .written(let address) = target, address.hasPrefix("#") else { return nil }
    return String(address.dropFirst())
  }
}
