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

  /// C0 controls other than tab and line ends: what `&#1;` or a stray key leaves in a text, and neither HTML nor XML may
  /// hold.
  @inlinable package static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
