import Markup
import Site
import Text
import Time

/// The format as JSON Schema (draft 2020-12), for editors that check and complete while one types. It accepts what the
/// reader takes without a word, and so asks for the names of keys as they are; that dates exist and references lead
/// somewhere is for the reader to say.
enum JSONSchema {
  static func of(_ kind: EntryKind) -> JSON {
    document(title: kind.path + "/*" + ContentFiles.ending, Schema.keys(of: kind))
  }

  static var settings: JSON { document(title: "Content/site.yml", Schema.settings) }

  private static func document(title: String, _ keys: [KeyDescription]) -> JSON {
    guard case .object(let members) = object(keys) else { return .object([]) }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
      ] + SharedDefinitions.sharing(members))
  }

  // MARK: Maps

  private static func object(_ keys: [KeyDescription]) -> JSON {
    var properties: [(String, JSON)] = []
    for key in keys {
      for name in names(of: key) { properties.append((name, described(key, as: name))) }
    }
    let rules = keys.compactMap { presence(of: $0, among: keys) } + keys.compactMap(onlyOneName)
    return .members([
      "type": .string("object"), "properties": .object(properties), "allOf": rules.isEmpty ? nil : .array(rules),
      "additionalProperties": .boolean(false),
    ])
  }

  private static func names(of key: KeyDescription) -> [String] {
    [key.name] + key.synonyms.filter { $0 != key.name }
  }

  private static func described(_ key: KeyDescription, as name: String) -> JSON {
    let help = name == key.name ? key.help : "\(key.help) (= \(key.name))"
    guard case .object(let members) = fieldSchema(of: key.type) else { return .object([]) }
    let length: [(String, JSON)] =
      key.length.map { [("minLength", .integer($0.lowerBound)), ("maxLength", .integer($0.upperBound))] } ?? []
    let standard: [(String, JSON)] = key.standard.map { [("default", .string($0))] } ?? []
    return .object([("description", .string(help))] + members + length + standard)
  }

  /// That a key has to be there, by whichever name.
  private static func presence(of key: KeyDescription, among keys: [KeyDescription]) -> JSON? {
    func isThere(_ other: FieldKey) -> [JSON] {
      keys.first { $0.key == other }.map { names(of: $0).map(required) } ?? []
    }
    let own = names(of: key).map(required)
    switch key.presence {
    case .optional: return nil
    case .required: return .members(["anyOf": .array(own)])
    case .requiredUnless(let others): return .members(["anyOf": .array(own + others.flatMap(isThere))])
    case .requiredWith(let other):
      return .members(["if": .members(["anyOf": .array(isThere(other))]), "then": .members(["anyOf": .array(own)])])
    }
  }

  /// That a key is not given by two names.
  private static func onlyOneName(_ key: KeyDescription) -> JSON? {
    let names = names(of: key)
    let pairs = names.indices.flatMap { first in
      names.indices.filter { $0 > first }.map { JSON.members(["required": .strings([names[first], names[$0]])]) }
    }
    return pairs.isEmpty ? nil : .members(["not": .members(["anyOf": .array(pairs)])])
  }

  private static func required(_ name: String) -> JSON { .members(["required": .strings([name])]) }

  // MARK: Values

  /// Of a key by itself: nothing may stand behind it.
  private static func fieldSchema(of type: KeyDescription.ValueType) -> JSON {
    switch type {
    case .map, .dictionary: anyOf([schema(of: type), .members(["const": .string("")])])
    default: schema(of: type)
    }
  }

  private static func schema(of type: KeyDescription.ValueType) -> JSON {
    switch type {
    // YAML takes a text of digits for a number; the reader takes it as written.
    case .text, .path, .sitePath, .reference, .referenceOrText:
      return .members(["type": .strings(["string", "number", "boolean"])])
    case .boolean:
      // YAML takes `true` for no word, and `1` for a number.
      let values = [JSON.boolean(true), .boolean(false)] + YesNo.words.flatMap { [.string($0.yes), .string($0.no)] }
      return anyOf([
        .members(["enum": .array(values + [.integer(1), .integer(0), .string("")])]),
        inAnyLetters(YesNo.words.flatMap { [$0.yes, $0.no] }),
      ])
    case .integer(let range, _):
      return orQuoted(
        [
          ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
          ("maximum", .integer(range.upperBound)),
        ], "-?[0-9]+")
    case .number(let range):
      return orQuoted(
        [
          ("type", .string("number")), ("minimum", .decimal(range.lowerBound)), ("maximum", .decimal(range.upperBound)),
        ], "-?[0-9]+([.][0-9]+)?")
    case .date(let precisions): return date(precisions, DatePattern.of(precisions))
    case .span(let precisions): return date(precisions, DatePattern.ofSpan(precisions))
    case .choice(let words):
      return anyOf([
        .members(["enum": .strings(spellings(of: words) + [""])]), inAnyLetters(words.words.joined().map { $0 }),
      ])
    case .url, .email: return .members(["type": .string("string")])
    // A telephone number is one to YAML too.
    case .urlOrEmail: return .members(["type": .strings(["string", "integer"])])
    case .list(let inner): return list(of: inner)
    case .either(let one, let other): return anyOf([schema(of: one), schema(of: other)])
    case .map(let keys): return object(keys)
    case .dictionary:
      let value = JSON.members(["type": .strings(["string", "number"])])
      return .members([
        "type": .string("object"),
        "additionalProperties": anyOf([value, .members(["type": .string("array"), "items": value])]),
      ])
    }
  }

  private static func date(_ precisions: [PartialDate.Precision], _ pattern: String) -> JSON {
    let mayBeYear = precisions.contains(.year)
    return .members([
      "type": .strings(mayBeYear ? ["string", "integer"] : ["string"]), "pattern": .string(pattern),
      "minimum": mayBeYear ? .integer(1) : nil, "maximum": mayBeYear ? .integer(9999) : nil,
    ])
  }

  /// Several values, or one alone.
  private static func list(of inner: KeyDescription.ValueType) -> JSON {
    let item = schema(of: inner)
    let several = JSON.members(["type": .string("array"), "items": item])
    guard let dates = listOfDates(inner) else { return anyOf([several, item]) }
    return anyOf([several, item, .members(["type": .string("string"), "pattern": .string(dates)])])
  }

  /// Dates behind one another, with commas between them.
  private static func listOfDates(_ type: KeyDescription.ValueType) -> String? {
    switch type {
    case .date(let precisions): DatePattern.ofList(precisions)
    case .span(let precisions): DatePattern.ofListOfSpans(precisions)
    case .either(let one, _): listOfDates(one)
    default: nil
    }
  }

  private static func anyOf(_ schemas: [JSON]) -> JSON { .members(["anyOf": .array(schemas)]) }

  /// A number, also between quotation marks, or nothing.
  private static func orQuoted(_ members: [(String, JSON)], _ number: String) -> JSON {
    anyOf([.object(members), .members(["type": .string("string"), "pattern": .string("^(\(number))?$")])])
  }

  /// Words in capitals or small letters, with and without accents, as the reader compares them: ``Text/Folding/slug(_:)``.
  private static func inAnyLetters(_ words: [String]) -> JSON {
    let patterns = words.map { word in
      word.map { sign in
        guard sign.isLetter else { return sign.isNumber ? String(sign) : "[ _-]" }
        let plain = Folding.folded(String(sign))
        var letters: [String] = []
        for letter in [plain, plain.uppercased(), String(sign), sign.uppercased()] where !letters.contains(letter) {
          letters.append(letter)
        }
        return letters.count > 1 ? "[" + letters.joined() + "]" : letters.joined()
      }.joined()
    }
    return .members([
      "type": .string("string"), "pattern": .string("^(" + patterns.uniqued().joined(separator: "|") + ")$"),
    ])
  }

  /// The words with their synonyms, with and without accents.
  private static func spellings(of choice: WordChoice) -> [String] {
    var result: [String] = []
    for word in choice.words.joined() {
      for spelling in [word, Folding.folded(word)] where !result.contains(spelling) { result.append(spelling) }
    }
    return result
  }
}
