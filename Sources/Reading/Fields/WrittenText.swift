import Text

/// How a text is written as the value of a text field, so that it is read back as it is.
package enum WrittenText {
  /// `text` on one line, without what no text may hold, with the signs that HTML writes otherwise, and without quotation
  /// marks around the whole, which the reader would leave out. Empty where nothing is left.
  package static func cleaned(_ text: String) -> String {
    var cleaner = TextCleaner()
    var text = text
    while let decoded = HTMLEntities.decoded(text) { text = decoded }
    var result = TextCleaner.trimmed(cleaner.clean(text))
    while let inner = TextCleaner.withinCurlyQuotes(result) { result = inner }
    return result
  }

  /// What to write behind `key: ` for a text that ``cleaned(_:)`` gave. Nearly always the text itself: only one that opens
  /// and closes with the same straight quote, or has a single one there, or looks like a map in braces, has to be quoted.
  package static func value(of text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count > 1 else { return text }
    let isBetweenQuotes = first == last && (first == .quote || first == .doubleQuote)
    let hasLoneQuote =
      (first == .doubleQuote || last == .doubleQuote) && text.utf8.count { $0 == .doubleQuote } == 1
    let isInBraces = first == UInt8(ascii: "{") && last == UInt8(ascii: "}") && text.utf8.contains(.colon)
    guard isBetweenQuotes || hasLoneQuote || isInBraces else { return text }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// Whether a place that ``cleaned(_:)`` gave is a number and nothing else: the reader takes it for a slip, as a number of seats.
  static func isNumber(_ place: String) -> Bool { Int(place) != nil }

  /// A place that ``cleaned(_:)`` gave, so that it is no number alone: « n° 12 ».
  package static func place(_ text: String) -> String { isNumber(text) ? "n° " + text : text }

  /// A text as a member of a list.
  package static func member(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return isPlainSign(UInt8(scalar.value)) }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let isWord = (text.utf8.contains { $0.isLetter } || text.contains(where: \.isLetter)) && !meansMore(text)
    return isPlain && isWord && text.first != "-" && text.first != " "
      ? text : "'" + text.replacing("'", with: "''") + "'"
  }

  private static func isPlainSign(_ sign: UInt8) -> Bool {
    sign.isLetter || sign.isDigit || " -_./".utf8.contains(sign)
  }

  /// Whether a text alone is read as something else than itself: as yes or no, or as nothing, here or by who reads YAML 1.1
  /// (`bool`, `null`).
  package static func meansMore(_ text: String) -> Bool {
    YesNo.read(text) != nil || ["on", "off", "y", "n", "null"].contains(text.lowercased())
  }
}
