import Reading
import Site

/// A line of an entry that went through mail programs.
enum MailedLine {
  /// Without signs that are drawn empty, with plain blanks in the place of no-break spaces, which the site sets by itself.
  static func plain(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\u{A0}", "\u{202F}", "\u{2007}": text.append(" ")
      case "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{200E}", "\u{200F}", "\r": continue
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// Without the signs by which an answer quotes, `quotes` of them at most; what is quoted within the entry stays so.
  static func unquoted(_ line: String, _ quotes: Int) -> String {
    var rest = line[...]
    for _ in 0..<quotes {
      let trimmed = rest.drop { $0 == " " }
      guard let first = trimmed.first, first == ">" || first == "|" else { break }
      rest = trimmed.dropFirst()
      if rest.first == " " { rest.removeFirst() }
    }
    return String(rest)
  }

  /// Whether it is `---`, or what programs make of it.
  static func isFence(_ line: String) -> Bool {
    let text = line.drop { $0 == " " }.reversed().drop { $0 == " " }
    return !text.isEmpty && text.allSatisfy { "-–—−".contains($0) }
      && text.reduce(0, { $0 + ($1 == "-" ? 1 : 2) }) >= 2 && text.count <= 6
  }

  /// The key that a line of front matter begins with, where it is known.
  static func key(of line: String, _ kind: EntryKind) -> KeyDescription? {
    guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else { return nil }
    return Schema.key(named: String(line[..<colon]), of: kind)
  }
}
