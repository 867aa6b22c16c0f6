import Text

/// A list on one line as people write it who know nothing of brackets: `“soupe”, “hiver”`, `"soupe", "hiver"`, and of tags
/// `soupe ; hiver`, `soupe / hiver`, `#soupe #hiver`.
struct LooseList {
  /// The members without their quotes, with where they stand.
  let items: [(text: String, range: Range<Int>)]

  /// - Parameter isOfTags: whether members may stand apart by other signs than commas.
  /// - Returns: `nil` where it is no list, or one that is written as it should be.
  init?(_ bytes: [UInt8], _ range: Range<Int>, isOfTags: Bool) {
    guard let first = range.first, bytes[first] != UInt8(ascii: "["), bytes[first] != UInt8(ascii: "{") else {
      return nil
    }
    var items: [(text: String, range: Range<Int>)] = []
    var isLoose = false
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index].isBlank {
        index += 1
        continue
      }
      let end: Int
      if let quote = Self.quotes.first(where: { bytes.has($0.open, at: index) }) {
        let start = index + quote.open.utf8CodeUnitCount
        guard let close = (start..<range.upperBound).first(where: { bytes.has(quote.close, at: $0) }) else {
          return nil
        }
        items.append((bytes.text(bytes.trimmed(start..<close)), bytes.trimmed(start..<close)))
        end = close + quote.close.utf8CodeUnitCount
        isLoose = true
        // What follows a quotation is the next member.
        guard end >= range.upperBound || Self.separator(bytes, at: end, isOfTags) != nil else { return nil }
      } else {
        end = (index..<range.upperBound).first { Self.separator(bytes, at: $0, isOfTags) != nil } ?? range.upperBound
        let member = bytes.trimmed(index..<end)
        items.append((bytes.text(member), member))
      }
      guard end < range.upperBound, let separator = Self.separator(bytes, at: end, isOfTags) else { break }
      isLoose = isLoose || !separator.isComma
      index = separator.end
    }
    let isHash = isOfTags && items.contains { $0.text.hasPrefix("#") }
    self.items = items.filter { !$0.text.isEmpty }
    guard isLoose && self.items.count > 1 || isHash else { return nil }
  }

  /// As it is to be written.
  var standard: String {
    let texts = items.map { $0.text.hasPrefix("#") ? String($0.text.drop { $0 == "#" }) : $0.text }
    let isPlain = texts.allSatisfy { text in !text.contains { ",[]{}\"'#:".contains($0) } }
    if isPlain { return texts.joined(separator: ", ") }
    let quoted = texts.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
    return "[" + quoted.joined(separator: ", ") + "]"
  }

  private static let quotes: [(open: StaticString, close: StaticString)] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "“"), ("”", "”"), ("‘", "’"), ("«", "»"),
  ]

  private static func separator(_ bytes: [UInt8], at index: Int, _ isOfTags: Bool) -> (end: Int, isComma: Bool)? {
    var end = index
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    guard end < bytes.count else { return nil }
    if bytes[end] == UInt8(ascii: ",") { return (end + 1, true) }
    guard isOfTags else { return nil }
    if bytes[end] == UInt8(ascii: ";") { return (end + 1, false) }
    guard end > index else { return nil }
    if bytes[end] == UInt8(ascii: "/"), end + 1 < bytes.count, bytes[end + 1].isBlank { return (end + 1, false) }
    return bytes[end] == .hash ? (end, false) : nil
  }
}
