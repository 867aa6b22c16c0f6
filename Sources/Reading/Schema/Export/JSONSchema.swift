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
      ] + members)
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
    guard case .object(let members) = schema(of: key.type) else { return .object([]) }
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

  private static func schema(of type: KeyDescription.ValueType) -> JSON {
    switch type {
    // YAML takes a text of digits for a number; the reader takes it as written.
    case .text, .path, .sitePath, .reference, .referenceOrText:
      return .members(["type": .strings(["string", "number", "boolean"])])
    case .boolean:
      // YAML takes `true` for no word, and `1` for a number.
      let values = [JSON.boolean(true), .boolean(false)] + YesNo.words.flatMap { [.string($0.yes), .string($0.no)] }
      return .members(["enum": .array(values + [.integer(1), .integer(0), .string("")])])
    case .integer(let range, _):
      return orNothing([
        ("type", .string("integer")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
      ])
    case .number(let range):
      return orNothing([
        ("type", .string("number")), ("minimum", .decimal(range.lowerBound)), ("maximum", .decimal(range.upperBound)),
      ])
    case .date(let precisions): return date(precisions, DatePattern.of(precisions))
    case .span(let precisions): return date(precisions, DatePattern.ofSpan(precisions))
    case .choice(let words): return .members(["enum": .strings(spellings(of: words) + [""])])
    case .url, .email, .urlOrEmail: return .members(["type": .string("string")])
    case .list(let inner): return list(of: inner)
    case .either(let one, let other): return .members(["anyOf": .array([schema(of: one), schema(of: other)])])
    case .map(let keys): return object(keys)
    case .dictionary:
      return .members([
        "type": .string("object"), "additionalProperties": .members(["type": .strings(["string", "number"])]),
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
    switch inner {
    case .map: return several
    case .either(let one, _): return .members(["anyOf": .array([several, schema(of: one)])])
    default: return .members(["anyOf": .array([several, item])])
    }
  }

  private static func orNothing(_ members: [(String, JSON)]) -> JSON {
    .members(["anyOf": .array([.object(members), .members(["const": .string("")])])])
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
