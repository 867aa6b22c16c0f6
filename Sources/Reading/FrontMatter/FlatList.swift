import Text

/// A list of plain words, as most lists are: `[a, b]` on one line, or `- a` on lines of their own. Anything that only YAML
/// can understand (comments, maps, lists in lists, quotes but for the plainest) makes it none.
struct FlatList {
  /// Where the members stand, with their quotes.
  let items: [Range<Int>]

  /// `[a, b]`; `range` begins with the bracket.
  init?(_ bytes: [UInt8], flow range: Range<Int>) {
    guard range.count >= 2, bytes[range.upperBound - 1] == UInt8(ascii: "]") else { return nil }
    var items: [Range<Int>] = []
    var start = range.lowerBound + 1
    let end = range.upperBound - 1
    for index in start..<end {
      guard !Self.isSpecial(bytes[index]) else { return nil }
      if bytes[index] == UInt8(ascii: ",") {
        items.append(bytes.trimmed(start..<index))
        start = index + 1
      }
    }
    let last = bytes.trimmed(start..<end)
    if !last.isEmpty { items.append(last) }
    guard items.allSatisfy({ Self.isPlain(bytes, $0) }) else { return nil }
    self.items = items
  }

  /// Lines that begin with `- `.
  ///
  /// - Parameter takesQuotes: whether a member may stand between two `'`: see ``words(of:in:)``.
  init?(_ bytes: [UInt8], block range: Range<Int>, takesQuotes: Bool = false) {
    var items: [Range<Int>] = []
    var indent: Int?
    for line in bytes[range].split(whereSeparator: \.isLineEnd) {
      var start = line.startIndex
      while start < line.endIndex, bytes[start] == .space { start += 1 }
      let trimmed = bytes.trimmed(start..<line.endIndex)
      if trimmed.isEmpty { continue }
      guard bytes[start] == .hyphen, trimmed.count > 2, bytes[start + 1] == .space,
        indent == nil || indent == start - line.startIndex
      else { return nil }
      indent = start - line.startIndex
      let item = bytes.trimmed((start + 2)..<trimmed.upperBound)
      guard Self.isPlain(bytes, item) || takesQuotes && Self.isQuoted(bytes, item),
        !bytes[item].contains(where: Self.isSpecial)
      else { return nil }
      items.append(item)
    }
    guard !items.isEmpty else { return nil }
    self.items = items
  }

  /// The member at `item` without its quotes.
  static func words(of item: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    isQuoted(bytes, item) ? (item.lowerBound + 1)..<(item.upperBound - 1) : item
  }

  /// `'so'`, without another quote in it.
  private static func isQuoted(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > 2, bytes[range.lowerBound] == .quote, bytes[range.upperBound - 1] == .quote else {
      return false
    }
    return !bytes[(range.lowerBound + 1)..<(range.upperBound - 1)].contains(.quote)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), .doubleQuote, .hash, .tab,
      UInt8(ascii: "\\"):
      return true
    default: return false
    }
  }

  private static func isPlain(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    switch bytes[first] {
    case .quote, .hyphen, UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "?"), UInt8(ascii: "~"), .colon:
      return false
    default: break
    }
    for index in range where bytes[index] == .colon {
      if index + 1 == range.upperBound || bytes[index + 1].isBlank { return false }
    }
    return true
  }
}
