import Diagnostics
import Markup
import Text

extension FieldReader {
  mutating func boolean(_ key: FieldKey) -> Bool? {
    guard let scalar = scalar(key) else { return nil }
    if let answer = YesNo.read(scalar.text) { return answer }
    diagnostics.append(.notBoolean(source.place(scalar.range), key: key.rawValue, value: scalar.text))
    return nil
  }

  /// A number within the range of its key, or the key's default.
  mutating func integer(_ key: FieldKey) -> Int? {
    guard case .integer(let range, let usual)? = table.description(of: key)?.type else { return nil }
    return integer(key, in: range) ?? usual
  }

  private mutating func integer(_ key: FieldKey, in range: ClosedRange<Int>) -> Int? {
    guard let scalar = scalar(key) else { return nil }
    guard let number = Int(scalar.text) else {
      diagnostics.append(.notInteger(source.place(scalar.range), key: key.rawValue, value: scalar.text))
      return nil
    }
    guard range.contains(number) else {
      diagnostics.append(
        .outOfRange(
          source.place(scalar.range), key: key.rawValue, from: "\(range.lowerBound)", to: "\(range.upperBound)"))
      return nil
    }
    return number
  }

  /// A number within the range of its key.
  mutating func number(_ key: FieldKey) -> Double? {
    guard case .number(let range)? = table.description(of: key)?.type, let scalar = scalar(key) else { return nil }
    let dotted = scalar.text.replacing(",", with: ".")
    guard let number = Double(dotted), number.isFinite, scalar.text.utf8.allSatisfy({ $0 < 0x3A }) else {
      diagnostics.append(.notNumber(source.place(scalar.range), key: key.rawValue, value: scalar.text))
      return nil
    }
    if dotted != scalar.text { diagnostics.append(.decimalComma(source.place(scalar.range), standard: dotted)) }
    guard range.contains(number) else {
      let (from, to) = (Int(range.lowerBound), Int(range.upperBound))
      diagnostics.append(.outOfRange(source.place(scalar.range), key: key.rawValue, from: "\(from)", to: "\(to)"))
      return nil
    }
    return number
  }

  /// The value that is meant by the word.
  mutating func choice<Value: ChosenByWord>(_ key: FieldKey, as type: Value.Type = Value.self) -> Value? {
    guard let scalar = scalar(key) else { return nil }
    return choice(scalar.text, at: scalar.range, key)
  }

  mutating func choice<Value: ChosenByWord>(_ text: String, at range: Range<Int>, _ key: FieldKey) -> Value? {
    if let value = WordChoice.value(of: text, as: Value.self) { return value }
    let names = WordChoice(Value.self).names
    let nearest = EditDistance.nearest(to: Folding.slug(text), in: names.map(Folding.slug), count: 1).first
      .flatMap { near in names.first { Folding.slug($0) == near } }
    diagnostics.append(
      .notAChoice(source.place(range), key: key.rawValue, value: text, choices: names, nearest: nearest))
    return nil
  }
}
