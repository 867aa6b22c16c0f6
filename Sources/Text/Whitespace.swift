extension StringProtocol {
  /// Its words with one space between them, on one line: no whitespace else (Unicode `White_Space`).
  package var collapsingWhitespace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
