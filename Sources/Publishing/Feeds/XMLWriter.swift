/// Writes XML (1.0, fifth edition): escaped, closed in order, free of the characters that no XML may hold.
struct XMLWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  private var depth = 0

  /// An element with text in it; `nil` writes none at all.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String?) {
    guard let text else { return }
    open(name, attributes)
    self.text += Self.escaped(text) + "</\(name)>\n"
  }

  /// An element with nothing in it.
  mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    open(name, attributes)
    text.removeLast()
    text += "/>\n"
  }

  /// An element with others in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    text += "\n"
    depth += 1
    content(&self)
    depth -= 1
    text += String(repeating: "  ", count: depth) + "</\(name)>\n"
  }

  private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    text += String(repeating: "  ", count: depth) + "<\(name)"
    for (attribute, value) in attributes {
      if let value { text += " \(attribute)=\"\(Self.escaped(value))\"" }
    }
    text += ">"
  }

  /// `value` as text or as the value of a quoted attribute.
  static func escaped(_ value: String) -> String {
    var result = ""
    result.reserveCapacity(value.utf8.count + 16)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // As a reference, lest a parser turn it into a line feed, or in an attribute into a space.
      case "\r": result += "&#13;"
      case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }
}
