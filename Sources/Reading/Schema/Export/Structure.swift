/// A value of JSON or YAML whose members stay in the order written.
indirect enum Structure: Sendable {
  case text(String)
  case integer(Int)
  case decimal(Double)
  case boolean(Bool)
  case list([Structure])
  case map([(String, Structure)])

  /// A map of the members that have a value.
  static func members(_ members: KeyValuePairs<String, Structure?>) -> Structure {
    .map(members.compactMap { name, value in value.map { (name, $0) } })
  }

  static func texts(_ texts: [String]) -> Structure { .list(texts.map { .text($0) }) }

  // MARK: JSON

  /// JSON (RFC 8259) over several lines, with a line end at its end.
  var json: String { json(indent: "") + "\n" }

  private func json(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .list(let items) where items.contains(where: \.isNested):
      return "[\n" + items.map { inner + $0.json(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .list(let items): return "[" + items.map { $0.json(indent: "") }.joined(separator: ", ") + "]"
    case .map(let members) where members.isEmpty: return "{}"
    case .map(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0)): \($1.json(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return scalar
    }
  }

  // MARK: YAML

  /// YAML 1.2 in block style, with a line end at its end. Texts are quoted, so that none is taken for anything else.
  var yaml: String { yaml(indent: "") + "\n" }

  private func yaml(indent: String) -> String {
    switch self {
    case .list(let items) where items.contains(where: \.isNested):
      return items.map { "\(indent)- " + $0.yaml(indent: indent + "  ").drop { $0 == " " } }.joined(separator: "\n")
    case .map(let members) where !members.isEmpty:
      return members.map { name, value in
        let isBlock = value.isNested && !value.isEmpty && !value.isFlowList
        return "\(indent)\(name):" + (isBlock ? "\n" + value.yaml(indent: indent + "  ") : " " + value.yaml(indent: ""))
      }.joined(separator: "\n")
    default: return json(indent: "")
    }
  }

  // MARK: Pieces

  private var isNested: Bool {
    switch self {
    case .list, .map: return true
    default: return false
    }
  }

  private var isEmpty: Bool {
    switch self {
    case .list(let items): return items.isEmpty
    case .map(let members): return members.isEmpty
    default: return false
    }
  }

  private var isFlowList: Bool {
    if case .list(let items) = self { return !items.contains(where: \.isNested) }
    return false
  }

  private var scalar: String {
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .decimal(let number): return number == number.rounded() ? String(Int(number)) : String(number)
    case .boolean(let value): return value ? "true" : "false"
    case .list, .map: return ""
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
