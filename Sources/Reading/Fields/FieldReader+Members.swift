import Diagnostics
import Text

/// Lists and maps.
extension FieldReader {
  /// The members of a list that are written as words. One word alone is a list of one; commas part several.
  mutating func words(_ key: FieldKey, splittingCommas: Bool = true) -> [(text: String, range: Range<Int>)] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .list(let items): return items.compactMap { scalar($0, of: key) }
    case .scalar(let text):
      guard splittingCommas, text.contains(",") else { return [(text, value.range)] }
      return text.split(separator: ",").map { (TextCleaner.trimmed($0), value.range) }.filter { !$0.0.isEmpty }
    case .map:
      diagnostics.append(.mapInsteadOfValue(source.place(value.range), key: key.rawValue))
      return []
    case .empty: return []
    }
  }

  /// The members of a list, whatever they are. One value alone is a list of one; commas part several words.
  mutating func items(_ key: FieldKey) -> [FieldValue] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .list(let items): return items
    case .scalar(let text) where text.contains(","):
      return text.split(separator: ",").map { FieldValue(.scalar(TextCleaner.trimmed($0)), at: value.range) }
        .filter { !$0.isBlank }
    case .scalar, .map: return [value]
    case .empty: return []
    }
  }

  mutating func map(_ key: FieldKey, example: String) -> [FieldValue.Member]? {
    guard let value = value(key) else { return nil }
    guard case .map(let members) = value.content else {
      diagnostics.append(.notAMap(source.place(value.range), key: key.rawValue, example: example))
      return nil
    }
    return members
  }
}
