import Diagnostics
import Markdown
import Markup
import Text

/// One line of a running text as it reads: what is code, a link or a picture stands as one sign, so that only what is left
/// as text is seen.
struct ProseLine {
  /// Signs that stand for something that was understood.
  static let code = "\u{FFF9}"
  static let link = "\u{FFFA}"
  static let other = "\u{FFFB}"
  static let signs: Set<Character> = Set(code + link + other)

  let text: String
  /// On which line of its passage it should stand, from 0.
  let index: Int
  /// Which signs are in it: most of what is looked for is not.
  let bytes: BytesPresent

  init(text: String, index: Int) {
    self.text = text
    self.index = index
    bytes = BytesPresent(in: text)
  }

  /// The lines of `passage`.
  static func lines(of passage: Passage) -> [ProseLine] {
    var text = ""
    append(passage.content, to: &text)
    return text[...].parts(at: UInt8(ascii: "\n")).enumerated().map { index, line in
      ProseLine(text: String(line), index: index)
    }
  }

  private static func append(_ inlines: [Inline], to text: inout String) {
    for inline in inlines {
      switch inline {
      case .text(let words): text += words
      case .softBreak, .lineBreak: text += "\n"
      case .code: text += code
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        text += other
        append(content, to: &text)
        text += other
      case .link(let target):
        text += link
        // A bare address has nothing to say but itself.
        if target.content == [.text(target.address)] { continue }
        append(target.content, to: &text)
        text += other
      case .image, .abbreviation, .rawHTML, .footnoteReference: text += other
      }
    }
  }
}

/// Finds in the file what was seen in a running text, where it is written just so: what stands there behind `\` or as
/// code is no slip.
struct ProsePlaces {
  let source: SourceText
  /// The first line of the text in the file, from 1.
  let firstLine: Int
  /// Where the next search for a sign on a line begins.
  private var searched: [Search: Int] = [:]

  private struct Search: Hashable {
    let sign: String
    let line: Int
  }

  init(_ source: SourceText, firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
  }

  /// The bytes of the file where `sign` is written in `line` of `passage`; each place is given once.
  mutating func find(_ sign: String, in line: ProseLine, of passage: Passage) -> Range<Int>? {
    let expected = min(passage.lines.lowerBound + line.index, passage.lines.upperBound)
    // Where a code span or the title of a link has lines of its own, the line is another one.
    for number in [expected] + passage.lines.filter({ $0 != expected }) {
      guard let bounds = source.bounds(ofLine: number + firstLine - 1) else { continue }
      let search = Search(sign: sign, line: number)
      switch next(Array(sign.utf8), within: bounds, from: searched[search] ?? bounds.lowerBound) {
      case .plain(let found)?:
        searched[search] = found.upperBound
        return found
      case .escaped(let end)?:
        searched[search] = end
        return nil
      case nil: continue
      }
    }
    return nil
  }

  private enum Occurrence {
    case plain(Range<Int>)
    /// With `\` in it, or as code.
    case escaped(end: Int)
  }

  private func next(_ sign: [UInt8], within bounds: Range<Int>, from start: Int) -> Occurrence? {
    let tick = UInt8(ascii: "`")
    let ticks = bounds.filter { index in
      source.bytes[index] == tick && (index == bounds.lowerBound || source.bytes[index - 1] != tick)
    }
    // One that nothing closes is a sign like any other.
    let code = stride(from: 0, to: ticks.count - 1, by: 2).map { ticks[$0]..<ticks[$0 + 1] }
    for index in bounds where index >= start {
      guard let found = match(sign, at: index, before: bounds.upperBound) else { continue }
      if !code.contains(where: { $0.contains(index) }) { return found }
    }
    return nil
  }

  /// `sign` at `index`, maybe with a backslash before some of its bytes.
  private func match(_ sign: [UInt8], at index: Int, before end: Int) -> Occurrence? {
    let backslash = UInt8(ascii: "\\")
    var (position, isEscaped) = (index, false)
    for byte in sign {
      if position + 1 < end, source.bytes[position] == backslash, byte != backslash {
        (position, isEscaped) = (position + 1, true)
      }
      guard position < end, source.bytes[position] == byte else { return nil }
      position += 1
    }
    return isEscaped ? .escaped(end: position) : .plain(index..<position)
  }
}

extension Link {
  fileprivate var address: String {
    switch target {
    case .written(let text), .site(let text): text
    }
  }
}
