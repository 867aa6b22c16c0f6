import Text

extension HTML {
  /// What stands in the place of a sign that means something in HTML, right in running text and in quoted attributes; `nil`
  /// where it may stand itself. C0 control characters other than tab and line ends are left out.
  static func reference(for sign: UInt8) -> String? {
    sign == UInt8(ascii: "'") ? "&#39;" : MarkupSign.reference(for: sign) ?? (MarkupSign.isControl(sign) ? "" : nil)
  }
}
