import Text

/// What stands in a schema several times, said once, behind `$defs` (JSON Schema 2020-12, 8.2.4): a key may be written by
/// several names, a list as one value alone.
struct SharedDefinitions {
  /// Bytes from which on a part is worth a name.
  private static let smallest = 1500

  /// How often each part stands there, by its text.
  private var counts: [String: Int] = [:]
  private var names: [String: String] = [:]
  private var definitions: [(String, JSON)] = []

  /// The members of a schema with what they share behind `$defs`.
  static func sharing(_ members: [(String, JSON)]) -> [(String, JSON)] {
    var shared = SharedDefinitions()
    for member in members { shared.count(member.1) }
    let rewritten = members.map { ($0.0, shared.rewritten($0.1)) }
    guard !shared.definitions.isEmpty else { return members }
    return rewritten + [("$defs", .object(shared.definitions))]
  }

  private mutating func count(_ json: JSON) {
    if let text = Self.text(ofPart: json) {
      counts[text, default: 0] += 1
      // What is in it is said with it.
      if counts[text] != 1 { return }
    }
    switch json {
    case .object(let members): for member in members { count(member.1) }
    case .array(let values): for value in values { count(value) }
    default: break
    }
  }

  private mutating func rewritten(_ json: JSON) -> JSON {
    guard let text = Self.text(ofPart: json), counts[text, default: 0] > 1 else { return inside(json) }
    let name: String
    if let known = names[text] {
      name = known
    } else {
      name = String(names.count + 1)
      names[text] = name
      definitions.append((name, inside(json)))
    }
    return .members(["$ref": .string("#/$defs/" + name)])
  }

  private mutating func inside(_ json: JSON) -> JSON {
    switch json {
    case .object(let members): .object(members.map { ($0.0, rewritten($0.1)) })
    case .array(let values): .array(values.map { rewritten($0) })
    default: json
    }
  }

  /// The text of a schema that may be named; `nil` for what is none, or too small.
  private static func text(ofPart json: JSON) -> String? {
    guard case .object(let members) = json, members.contains(where: isKeyword) else { return nil }
    let text = json.text()
    return text.utf8.count >= smallest ? text : nil
  }

  /// Whether it says what a value is; a property may be called « type » as well.
  private static func isKeyword(_ name: String, _ value: JSON) -> Bool {
    switch value {
    case .string, .array: name == "type" || name == "anyOf"
    default: false
    }
  }
}
