import Text

/// A line `key: value` of the front matter, or what was meant to be one.
struct FieldLine {
  enum Separator {
    case colon
    /// A colon without space behind it.
    case tightColon
    /// The full-width colon of an Asian keyboard.
    case wideColon
    /// `=`, `,`, `;`, or nothing at all.
    case other(String)
  }

  let key: String
  let keyRange: Range<Int>
  let value: Range<Int>
  let separator: Separator

  /// Reads the bytes of `line`, which has no blanks around it. Other signs than a colon count only behind a known key.
  init?(_ bytes: [UInt8], _ line: Range<Int>, table: KeyTable) {
    var index = line.lowerBound
    var firstColon: Int?
    while index < line.upperBound {
      if bytes[index] == .colon {
        if index + 1 == line.upperBound || bytes[index + 1].isBlank || bytes.has("\u{A0}", at: index + 1)
          || bytes.has("\u{202F}", at: index + 1)
        {
          let keyRange = Self.unquoted(bytes, bytes.trimmed(line.lowerBound..<index))
          guard Self.canBeKey(bytes, keyRange) else { return nil }
          self.init(bytes, keyRange, value: (index + 1)..<line.upperBound, .colon)
          return
        }
        if firstColon == nil { firstColon = index }
      }
      index += 1
    }
    if let firstColon {
      let keyRange = bytes.trimmed(line.lowerBound..<firstColon)
      if table.key(named: bytes.text(keyRange)) != nil {
        self.init(bytes, keyRange, value: (firstColon + 1)..<line.upperBound, .tightColon)
        return
      }
    }
    self.init(withoutColon: bytes, line, table)
  }

  private init?(withoutColon bytes: [UInt8], _ line: Range<Int>, _ table: KeyTable) {
    var found: FieldLine?
    for index in line where index - line.lowerBound <= 40 {
      let signs: [(StaticString, Separator)] = [
        ("：", .wideColon), ("=", .other("=")), (",", .other(",")), (";", .other(";")), (" ", .other("")),
      ]
      for (sign, separator) in signs where bytes.has(sign, at: index) {
        let keyRange = bytes.trimmed(line.lowerBound..<index)
        guard !keyRange.isEmpty, table.key(named: bytes.text(keyRange)) != nil else { continue }
        if case .other("") = separator, found != nil { continue }
        let value = min(index + sign.utf8CodeUnitCount, line.upperBound)..<line.upperBound
        found = FieldLine(bytes, keyRange, value: value, separator)
      }
    }
    guard let found else { return nil }
    self = found
  }

  private init(_ bytes: [UInt8], _ keyRange: Range<Int>, value: Range<Int>, _ separator: Separator) {
    key = bytes.text(keyRange)
    self.keyRange = keyRange
    self.value = bytes.trimmed(value)
    self.separator = separator
  }

  private static func unquoted(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, let first = range.first, bytes[first] == bytes[range.upperBound - 1],
      bytes[first] == .quote || bytes[first] == .doubleQuote
    else { return range }
    return (range.lowerBound + 1)..<(range.upperBound - 1)
  }

  /// Keys are short words; a sentence with a colon in it is none.
  private static func canBeKey(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 60 && bytes[range].count { $0 == .space } <= 3
  }
}
