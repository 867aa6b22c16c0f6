extension HTML {
  /// What stands in the place of a sign that means something in HTML, right in running text and in quoted attributes; `nil`
  /// where it may stand itself. C0 control characters other than tab and line ends are left out.
  static func reference(for sign: UInt8) -> String? {
    sign == UInt8(ascii: "'") ? "&#39;" : escape(for: sign) ?? (isControl(sign) ? "" : nil)
  }

  /// The reference for a character that means something in running text or in an attribute in double quotes.
  @inlinable package static func escape(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// C0 controls other than tab and line ends: what `&#1;` or a stray key leaves in a text, and no HTML may hold.
  @inlinable package static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }
}
