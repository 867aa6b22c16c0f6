import Markup

/// The lines of the text that was parsed, to look up what the tree does not hold.
struct SourceLines {
  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of each line's first byte; found out when first asked for.
  private var starts: [Int] = []

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The bytes of line `number`, from 1, without its end; empty where there is no such line.
  mutating func line(_ number: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    if starts.isEmpty { findStarts() }
    guard starts.indices.contains(number - 1) else { return text[text.count...] }
    let start = starts[number - 1]
    let end = text[start...].firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? text.count
    return text[start..<end]
  }

  /// What the footnote is called whose text begins at `line` and `column`: `a` behind `[^a]:`.
  mutating func footnoteLabel(line number: Int, column: Int) -> String? {
    var rest = line(number).prefix(max(0, column - 1))
    while let open = rest.lastIndex(of: UInt8(ascii: "[")) {
      let label = rest[open...].dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
      if rest[open...].starts(with: "[^".utf8), !label.isEmpty, label.endIndex < rest.endIndex {
        return String(decoding: label, as: UTF8.self)
      }
      rest = rest[..<open]
    }
    return nil
  }

  /// The column of the `[`, `!` or `<` that stands `distance` bytes into the text of a line that goes on with a paragraph;
  /// 0 where there is none.
  ///
  /// The text begins behind the spaces and marks of quotes; where the line leaves out a mark that it should have, cmark-gfm
  /// counts some of the spaces as text.
  mutating func columnOfMark(_ distance: Int, bytesIntoTextOfLine number: Int) -> Int {
    let line = line(number)
    let prefix = line.prefix { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">")].contains($0) }.count
    for spaces in 0...prefix {
      let column = prefix - spaces + distance + 1
      if isMark(at: TextPosition(line: number, column: column)) { return column }
    }
    return 0
  }

  /// Whether a link, a picture or HTML may begin at `place`.
  mutating func isMark(at place: TextPosition) -> Bool {
    guard place.column > 0 else { return false }
    switch line(place.line).dropFirst(place.column - 1).first {
    case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "<"): return true
    default: return false
    }
  }

  /// Where `text` next stands at or after `start`, on a line up to `last`.
  mutating func find(_ text: String, from start: TextPosition, through last: Int) -> TextPosition? {
    guard start.line <= last, !text.isEmpty else { return nil }
    for number in start.line...last {
      let line = line(number)
      var rest = number == start.line ? line.dropFirst(max(0, start.column - 1)) : line
      while !rest.isEmpty {
        if rest.starts(with: text.utf8) {
          return TextPosition(line: number, column: rest.startIndex - line.startIndex + 1)
        }
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  private mutating func findStarts() {
    starts = [0]
    for offset in 0..<text.count where text[offset] <= carriageReturn {
      if text[offset] == lineFeed, offset > 0, text[offset - 1] == carriageReturn {
        starts[starts.count - 1] = offset + 1
      } else if text[offset] == lineFeed || text[offset] == carriageReturn {
        starts.append(offset + 1)
      }
    }
  }

  private let lineFeed = UInt8(ascii: "\n")
  private let carriageReturn = UInt8(ascii: "\r")
}
