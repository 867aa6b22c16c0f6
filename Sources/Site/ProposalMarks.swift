import Text

/// The lines between which a proposal stands in a mail: the form writes them, `gazette receive` looks for them.
package enum ProposalMarks {
  /// The words of the first line, before the path.
  package static let opening = "PROPOSITION"
  /// The words of the last line.
  package static let closing = "FIN"

  /// The first line: `=== PROPOSITION evenements/2026-03-05-soiree.md ===`.
  ///
  /// - Parameter path: of the file, from `Content/`.
  package static func first(_ path: String) -> String { "=== \(opening) \(path) ===" }

  package static let last = "=== \(closing) ==="

  /// A line of a mail, with what mail programs put before lines that they quote.
  package enum Line: Hashable {
    /// The path is empty where the line was cut before it.
    case first(path: String, quotes: Int)
    case last
  }

  /// What a line is, if it is one of the two. Case, blanks and the number of signs don't count.
  ///
  /// - Parameter line: without its end; no-break spaces are blanks.
  package static func line(_ line: some StringProtocol) -> Line? {
    var rest = line[...]
    var quotes = 0
    while let first = rest.first, first.isWhitespace || first == ">" || first == "|" {
      if !first.isWhitespace { quotes += 1 }
      rest.removeFirst()
    }
    guard rest.hasPrefix("==") else { return nil }
    let words = rest.drop { $0 == "=" }.collapsingWhitespace
    let inner = words[..<(words.lastIndex { $0 != "=" && $0 != " " }.map(words.index(after:)) ?? words.startIndex)]
    if inner.uppercased() == closing { return .last }
    guard inner.uppercased().hasPrefix(opening) else { return nil }
    let path = inner.dropFirst(opening.count)
    guard path.isEmpty || path.first == " " else { return nil }
    return .first(path: path.collapsingWhitespace, quotes: quotes)
  }
}
