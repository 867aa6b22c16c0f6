/// A JSON value (RFC 8259) whose members stay in the order written.
indirect enum JSON: Sendable {
  case string(String)
  case integer(Int)
  /// Finite, else `null` is written.
  case decimal(Double)
  case boolean(Bool)
  case array([JSON])
  case object([(String, JSON)])

  /// The value as text. `<`, `>` and `&` are written as escapes, so that it may stand in a `<script>` as it is.
  var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .string(let text): Self.write(text, to: &result)
    case .integer(let number): result += String(number)
    case .decimal(let number): result += number.isFinite ? String(number) : "null"
    case .boolean(let value): result += value ? "true" : "false"
    case .array(let values):
      result += "["
      for (index, value) in values.enumerated() {
        if index > 0 { result += "," }
        value.write(to: &result)
      }
      result += "]"
    case .object(let members):
      result += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { result += "," }
        Self.write(member.0, to: &result)
        result += ":"
        member.1.write(to: &result)
      }
      result += "}"
    }
  }

  private static func write(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      // Line and paragraph separators end a line in older JavaScript.
      case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
  }
}

extension JSON {
  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A text, or `nil` where there is none.
  static func text(_ text: String?) -> JSON? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }
}
