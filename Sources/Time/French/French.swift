/// Dates, hours and rules in French words, as they stand on pages, in feeds and letters. Spaces that must not break are
/// no-break spaces (U+00A0): within an hour, and between a day and its month.
package enum French {
  static let noBreakSpace = "\u{A0}"

  /// « A », « A et B », « A, B et C ».
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }

  /// `text` between French quotation marks, which do not part from it: « text ».
  package static func quoted(_ text: String) -> String {
    "«\(noBreakSpace)\(text)\(noBreakSpace)»"
  }
}
