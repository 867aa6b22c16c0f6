/// Running text, scalar by scalar, with the piece each belongs to: what the rules see is the whole line, whatever is
/// emphasised or linked in it.
struct TypographicRun {
  struct Cell {
    var scalar: Unicode.Scalar
    /// The piece of text it belongs to; -1 for what is no text (code, a picture, a note's mark).
    var owner: Int
    /// Whether no rule may touch it.
    var isKept = false
  }

  var cells: [Cell] = []

  static let space: Unicode.Scalar = " "
  static let noBreak: Unicode.Scalar = "\u{A0}"
  static let narrow: Unicode.Scalar = "\u{202F}"

  mutating func append(_ text: String, owner: Int) {
    if cells.isEmpty { cells.reserveCapacity(text.utf8.count) }
    for scalar in text.unicodeScalars { cells.append(Cell(scalar: scalar, owner: owner)) }
  }

  /// Something that is no text, but stands where a word could.
  mutating func appendObject() {
    cells.append(Cell(scalar: "\u{FFFC}", owner: -1, isKept: true))
  }

  /// The end of a line.
  mutating func appendBreak() {
    cells.append(Cell(scalar: "\n", owner: -1, isKept: true))
  }

  /// Applies all rules. What one rule sets can be what another was waiting for: they are applied until nothing changes.
  mutating func set() {
    for _ in 0..<4 {
      let before = cells.map(\.scalar)
      for position in cells.indices where cells[position].owner >= 0 { cells[position].isKept = false }
      keepWords()
      setDashes()
      setSigns()
      setQuotes()
      setNumbers()
      setBonds()
      setSpaces()
      if cells.count == before.count, zip(cells, before).allSatisfy({ $0.scalar == $1 }) { return }
    }
  }

  /// The pieces as they are now.
  func texts(count: Int) -> [String] {
    var texts = [[UInt8]](repeating: [], count: count)
    for cell in cells where cell.owner >= 0 {
      if cell.scalar.isASCII {
        texts[cell.owner].append(UInt8(truncatingIfNeeded: cell.scalar.value))
      } else {
        texts[cell.owner] += String(cell.scalar).utf8
      }
    }
    return texts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The scalars at `range` as a text.
  func text(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 4) { buffer in
      var count = 0
      for cell in cells[range] {
        for byte in UTF8.encode(cell.scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// The scalar at `position`; `nil` beyond both ends.
  func scalar(_ position: Int) -> Unicode.Scalar? {
    cells.indices.contains(position) ? cells[position].scalar : nil
  }
}

extension Unicode.Scalar {
  /// A space within a line, breaking or not.
  var isLineSpace: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "\t" }

  var isDigit: Bool { ("0"..."9").contains(self) }

  var isRomanDigit: Bool {
    switch self {
    case "I", "V", "X", "L", "C", "D", "M": true
    default: false
    }
  }

  /// A letter of any script.
  var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return value >= 0xC0 && properties.isAlphabetic
  }
}
