import Text
import Time

extension KeyDescription.ValueType {
  /// Whether `value` could be meant for a key of this type: no number names a place, no sentence is a date.
  func canHold(_ value: FieldValue) -> Bool {
    switch value.content {
    case .empty: return true
    case .scalar(let text): return canHold(text)
    case .list(let items):
      if case .list(let member) = self { return items.allSatisfy(member.canHold) }
      return items.count == 1 && items.allSatisfy(canHold)
    case .map:
      switch self {
      case .map, .dictionary: return true
      case .list(let member): return member.canHold(value)
      case .either(let one, let other): return one.canHold(value) || other.canHold(value)
      default: return false
      }
    }
  }

  private func canHold(_ text: String) -> Bool {
    let isNumber = Double(text.replacing(",", with: ".")) != nil
    switch self {
    case .text: return true
    case .boolean: return YesNo.read(text) != nil
    case .integer: return Int(text) != nil
    case .number: return isNumber
    case .date, .span: return DateText.isDate(text) || WrittenSpan(text) != nil
    case .choice(let choice): return choice.words.joined().contains { Folding.slug($0) == Folding.slug(text) }
    case .path: return text.contains(".")
    case .sitePath: return text.hasPrefix("/")
    case .url, .email, .urlOrEmail: return text.contains(".") || text.contains("@")
    case .reference, .referenceOrText: return !isNumber && YesNo.read(text) == nil
    case .list(let member): return text.split(separator: ",").allSatisfy { member.canHold(TextCleaner.trimmed($0)) }
    case .either(let one, let other): return one.canHold(text) || other.canHold(text)
    case .map: return !isNumber && YesNo.read(text) == nil
    case .dictionary: return false
    }
  }

  /// The members, at any depth, that are text; by folded names.
  var textKeys: Set<String> {
    switch self {
    case .map(let keys):
      var names: Set<String> = []
      for key in keys {
        switch key.type {
        case .text, .referenceOrText: names.formUnion((key.synonyms + [key.name]).map(KeyTable.folded))
        default: names.formUnion(key.type.textKeys)
        }
      }
      return names
    case .list(let member): return member.textKeys
    case .either(let one, let other): return one.textKeys.union(other.textKeys)
    default: return []
    }
  }
}
