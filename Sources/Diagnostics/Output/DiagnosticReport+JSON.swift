extension DiagnosticReport {
  /// One JSON object a line for each diagnostic, always with the keys `code`, `severity` (`error`, `warning`,
  /// `placeholder`), `file`, `line`, `column`, `length`, `message`, `hint`, `fix` (the lines to write), in this order;
  /// what is not known is `null`.
  package func json() -> String {
    diagnostics.map { diagnostic in
      let place = diagnostic.place
      let fix = diagnostic.fix.flatMap {
        $0.scope == .lineEnds ? nil : lines(of: $0, for: diagnostic).joined(separator: "\n")
      }
      let members = [
        "\"code\":" + Self.quoted(diagnostic.code),
        "\"severity\":" + Self.quoted(diagnostic.severity.rawValue),
        "\"file\":" + (place.map { Self.quoted($0.file) } ?? "null"),
        "\"line\":" + Self.number(place?.line),
        "\"column\":" + Self.number(place?.column),
        "\"length\":" + Self.number(place.flatMap { $0.column > 0 ? $0.length : nil }),
        "\"message\":" + Self.quoted(diagnostic.message),
        "\"hint\":" + (diagnostic.hint.map(Self.quoted) ?? "null"),
        "\"fix\":" + (fix.map(Self.quoted) ?? "null"),
      ]
      return "{" + members.joined(separator: ",") + "}\n"
    }.joined()
  }

  private static func number(_ value: Int?) -> String {
    guard let value, value > 0 else { return "null" }
    return String(value)
  }

  /// A JSON string (RFC 8259, 7); controls that a terminal would obey are escaped too.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
