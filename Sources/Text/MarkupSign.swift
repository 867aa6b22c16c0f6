/// Signs that mean something in HTML and XML.
package enum MarkupSign {
  /// The reference for a character that means something in running text or in an attribute in double quotes; `nil` where
  /// it may stand itself.
  @inlinable package static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// The references of what is written here, `&` last: what stands behind one that was written as text stays text. Addresses
  /// have one of their own for `'`.
  private static let references = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&"),
  ]

  /// A text out of HTML that was written here, with the signs themselves.
  package static func unescaped(_ text: some StringProtocol) -> String {
    let text = String(text)
    guard text.holds("&") else { return text }
    return references.reduce(text) { $0.replacingEach($1.0, with: $1.1) }
  }

  /// C0 controls other than tab and line ends: what `&#1;` or a stray key leaves in a text, and neither HTML nor XML may
  /// hold.
  @inlinable package static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
