/// Writes XML (1.0, fifth edition): escaped, closed in order, free of the characters that no XML may hold.
package struct XMLWriter {
  package private(set) var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  private var depth = 0

  package init() {}

  /// An element with text in it; `nil` writes none at all.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String?
  ) {
    guard let text else { return }
    open(name, attributes)
    self.text += Self.escaped(text) + "</\(name)>\n"
  }

  /// An element with nothing in it.
  package mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>) {
    open(name, attributes)
    text.removeLast()
    text += "/>\n"
  }

  /// An element with others in it.
  package mutating func element(
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
  package static func escaped(_ value: String) -> String {
    let text = value.replacingBytes { byte in
      switch byte {
      // As a reference, lest a parser turn it into a line feed, or in an attribute into a space.
      case UInt8(ascii: "\r"): "&#13;"
      default: MarkupSign.reference(for: byte) ?? (MarkupSign.isControl(byte) ? "" : nil)
      }
    }
    // Nor may XML hold U+FFFE and U+FFFF, which begin with this byte.
    guard text.holdsByte(where: { $0 == 0xEF }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }))
  }
}
