import Markup
import Site

/// The format as JSON Schema (draft 2020-12), for editors that check and complete while one types. It accepts what the
/// reader takes without a word, and so asks for the names of keys as they are; that dates exist and references lead
/// somewhere is for the reader to say.
enum JSONSchema {
  static func of(_ kind: EntryKind) -> Structure {
    document(title: "Content/\(kind.folder)/*.md", Schema.keys(of: kind))
  }

  static var settings: Structure { document(title: "Content/site.yml", Schema.settings) }

  private static func document(title: String, _ keys: [KeyDescription]) -> Structure {
    guard case .map(let members) = object(keys) else { return .map([]) }
    return .map(
      [
        ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
      ] + members)
  }

  // MARK: Maps

  private static func object(_ keys: [KeyDescription]) -> Structure {
    var properties: [(String, Structure)] = []
    for key in keys {
      for name in names(of: key) { properties.append((name, described(key, as: name))) }
    }
    let rules = keys.compactMap { presence(of: $0, among: keys) } + keys.compactMap(onlyOneName)
    return .members([
      "type": .text("object"), "properties": .map(properties), "allOf": rules.isEmpty ? nil : .list(rules),
      "additionalProperties": .boolean(false),
    ])
  }

  private static func names(of key: KeyDescription) -> [String] {
    [key.name] + key.synonyms.filter { $0 != key.name }
  }

  private static func described(_ key: KeyDescription, as name: String) -> Structure {
    let help = name == key.name ? key.help : "\(key.help) (= \(key.name))"
    guard case .map(let members) = schema(of: key.type) else { return .map([]) }
    return .map([("description", .text(help))] + members)
  }

  /// That a key has to be there, by whichever name.
  private static func presence(of key: KeyDescription, among keys: [KeyDescription]) -> Structure? {
    func isThere(_ other: FieldKey) -> [Structure] {
      keys.first { $0.key == other }.map { names(of: $0).map(required) } ?? []
    }
    let own = names(of: key).map(required)
    switch key.presence {
    case .optional: return nil
    case .required: return .members(["anyOf": .list(own)])
    case .requiredUnless(let other): return .members(["anyOf": .list(own + isThere(other))])
    case .requiredWith(let other):
      return .members(["if": .members(["anyOf": .list(isThere(other))]), "then": .members(["anyOf": .list(own)])])
    }
  }

  /// That a key is not given by two names.
  private static func onlyOneName(_ key: KeyDescription) -> Structure? {
    let names = names(of: key)
    let pairs = names.indices.flatMap { first in
      names.indices.filter { $0 > first }.map { Structure.members(["required": .texts([names[first], names[$0]])]) }
    }
    return pairs.isEmpty ? nil : .members(["not": .members(["anyOf": .list(pairs)])])
  }

  private static func required(_ name: String) -> Structure { .members(["required": .texts([name])]) }

  // MARK: Values

  private static func schema(of type: KeyDescription.ValueType) -> Structure {
    switch type {
    // YAML takes a text of digits for a number; the reader takes it as written.
    case .text, .path, .sitePath, .reference, .referenceOrText:
      return .members(["type": .texts(["string", "number", "boolean"])])
    case .boolean:
      return .members(["enum": .list([.boolean(true), .boolean(false), .text("oui"), .text("non"), .text("")])])
    case .integer(let range):
      return orNothing([
        ("type", .text("integer")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
      ])
    case .number(let range):
      return orNothing([
        ("type", .text("number")), ("minimum", .decimal(range.lowerBound)), ("maximum", .decimal(range.upperBound)),
      ])
    case .date(let precisions):
      let types = precisions.contains(.year) ? ["string", "integer"] : ["string"]
      return .members([
        "type": .texts(types), "pattern": .text(DatePattern.of(precisions)),
        "minimum": precisions.contains(.year) ? .integer(1) : nil,
        "maximum": precisions.contains(.year) ? .integer(9999) : nil,
      ])
    case .choice(let words): return .members(["enum": .texts(spellings(of: words) + [""])])
    case .url, .email, .urlOrEmail: return .members(["type": .text("string")])
    case .list(let inner): return list(of: inner)
    case .either(let one, let other): return .members(["anyOf": .list([schema(of: one), schema(of: other)])])
    case .map(let keys): return object(keys)
    case .dictionary:
      return .members([
        "type": .text("object"), "additionalProperties": .members(["type": .texts(["string", "number"])]),
      ])
    }
  }

  /// Several values, or one alone.
  private static func list(of inner: KeyDescription.ValueType) -> Structure {
    let item = schema(of: inner)
    let several = Structure.members(["type": .text("array"), "items": item])
    switch inner {
    case .map: return several
    case .either(let one, _): return .members(["anyOf": .list([several, schema(of: one)])])
    default: return .members(["anyOf": .list([several, item])])
    }
  }

  private static func orNothing(_ members: [(String, Structure)]) -> Structure {
    .members(["anyOf": .list([.map(members), .members(["const": .text("")])])])
  }

  /// The words with their synonyms, with and without accents.
  private static func spellings(of words: [[String]]) -> [String] {
    var result: [String] = []
    for word in words.joined() {
      for spelling in [word, Folding.folded(word)] where !result.contains(spelling) { result.append(spelling) }
    }
    return result
  }
}
