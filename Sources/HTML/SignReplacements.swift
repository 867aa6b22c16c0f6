import Text

/// What stands in the place of single signs below U+0040: controls, digits and most signs of ASCII.
package struct SignReplacements: Sendable {
  /// A bit for each sign that is replaced: most are not, and each byte of a page is asked about.
  private let signs: UInt64
  private let texts: [String]

  /// - Parameter replacement: what stands in the place of a sign; `nil` where it stays.
  package init(_ replacement: (UInt8) -> String?) {
    let texts = (0..<64).map { replacement($0) }
    signs = texts.indices.reduce(0) { $0 | (texts[$1] == nil ? 0 : 1 << UInt64($1)) }
    self.texts = texts.map { $0 ?? "" }
  }

  /// For running text and attributes in double quotes of HTML and XML, which may hold no C0 control characters but tab and line
  /// ends.
  package static let markup = SignReplacements {
    MarkupSign.reference(for: $0) ?? (MarkupSign.isControl($0) ? "" : nil)
  }

  /// What stands in the place of a sign; `nil` where it stays.
  subscript(given sign: UInt8) -> String? { replaces(sign) ? self[sign] : nil }

  func replaces(_ sign: UInt8) -> Bool { sign < 64 && signs &>> UInt64(sign) & 1 == 1 }

  /// What stands in the place of a sign that is replaced.
  subscript(sign: UInt8) -> String { texts[Int(sign)] }
}
