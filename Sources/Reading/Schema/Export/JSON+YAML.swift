import Text

extension JSON {
  /// YAML 1.2 in block style, with a line end at its end. Texts are quoted, so that none is taken for anything else.
  var yaml: String { yaml(indent: "") + "\n" }

  private func yaml(indent: String) -> String {
    switch self {
    case .array(let items) where items.contains(where: \.isNested):
      return items.map { "\(indent)- " + $0.yaml(indent: indent + "  ").drop { $0 == " " } }.joined(separator: "\n")
    case .object(let members) where !members.isEmpty:
      return members.map { name, value in
        let isBlock = value.isNested && !value.isEmpty && !value.isFlowList
        return "\(indent)\(name):" + (isBlock ? "\n" + value.yaml(indent: indent + "  ") : " " + value.yaml(indent: ""))
      }.joined(separator: "\n")
    default: return String(lines.dropLast())
    }
  }

  private var isEmpty: Bool {
    switch self {
    case .array(let items): return items.isEmpty
    case .object(let members): return members.isEmpty
    default: return false
    }
  }

  private var isFlowList: Bool {
    if case .array(let items) = self { return !items.contains(where: \.isNested) }
    return false
  }
}
