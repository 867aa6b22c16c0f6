import Text

/// Makes text as written fit to be published: no control characters, no marks that turn the direction of other text, one
/// space for each line end.
struct TextCleaner {
  let keepsLines: Bool
  private(set) var foundControl = false

  init(keepsLines: Bool = false) { self.keepsLines = keepsLines }

  mutating func clean(_ text: String) -> String {
    guard text.holdsByte(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(keepsLines ? "\n" : " ")
      case 0x09: result.append(" ")
      case 0x00..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: foundControl = true
      default: result.append(scalar)
      }
    }
    return Self.trimmed(String(result))
  }

  /// Whether nothing of a text can be seen: blanks, marks that only steer others, letters that are drawn empty.
  static func isInvisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .format || scalar == "\u{2800}"
    }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// What stands between “ and ” (or ‘ and ’) that open and close the whole text; `nil` where they do not.
  static func withinCurlyQuotes(_ text: String) -> String? {
    let pairs: [(Character, Character)] = [
      ("“", "”"), ("„", "“"), ("„", "”"), ("‘", "’"), ("”", "”"), ("\"", "”"), ("“", "\""), ("”", "\""),
    ]
    guard let first = text.first, let last = text.last, text.count >= 2,
      pairs.contains(where: { $0.0 == first && $0.1 == last })
    else { return nil }
    let inner = text.dropFirst().dropLast()
    guard !inner.contains(where: { "“”„".contains($0) || $0 == "\"" && (first == $0 || last == $0) }) else {
      return nil
    }
    return trimmed(inner)
  }

  /// Whether a quotation in `text` is opened and not closed, or the other way round; a straight mark behind a digit means
  /// inches, an apostrophe is none.
  static func hasUnpairedQuote(_ text: String) -> Bool {
    // Most texts hold neither « » “ ” „ nor straight marks.
    guard text.holdsByte(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == .quote || $0 == .doubleQuote }) else {
      return false
    }
    var (opened, closed, curly, straight, single) = (0, 0, 0, 0, 0)
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "«": opened += 1
      case "»": closed += 1
      case "“", "”", "„": curly += 1
      case "\"": if before.map({ $0.properties.numericType == nil }) ?? true { straight += 1 }
      case "'": single += 1
      default: break
      }
      before = scalar
    }
    return opened != closed || curly % 2 == 1 || straight % 2 == 1 || text.utf8.first == .quote && single == 1
  }
}
