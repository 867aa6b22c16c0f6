/// What the messages of all concerns share.
extension Diagnostic {
  static func error(
    _ code: String, _ place: SourceLocation?, _ message: String, _ hint: String? = nil, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, place: place, message: message, hint: hint, fix: fix)
  }

  static func warning(
    _ code: String, _ place: SourceLocation?, _ message: String, _ hint: String? = nil, fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .warning, place: place, message: message, hint: hint, fix: fix)
  }
}

extension Diagnostic {
  static func note(_ code: String, _ place: SourceLocation?, _ message: String, _ hint: String? = nil) -> Diagnostic {
    Diagnostic(code: code, severity: .note, place: place, message: message, hint: hint)
  }
}

enum Wording {
  /// What somebody wrote, between guillemets; long texts are cut.
  static func quoted(_ text: String) -> String {
    let shown = text.count > 60 ? String(text.prefix(59)) + "…" : text
    return "«\u{A0}\(shown)\u{A0}»"
  }

  /// « a », « b » ou « c ».
  static func choice(_ names: [String]) -> String { joined(names.map(quoted), "ou") }

  /// « a », « b » et « c ».
  static func all(_ names: [String]) -> String { joined(names.map(quoted), "et") }

  static func joined(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// What was perhaps meant; `nil` where nothing comes near.
  static func suggestion(_ names: [String]) -> String? {
    names.isEmpty ? nil : "Vouliez-vous dire \(choice(names))\u{A0}?"
  }

  /// « 1 caractère », « 2 caractères ».
  static func count(_ number: Int, _ noun: String) -> String { "\(number)\u{A0}\(noun)\(number > 1 ? "s" : "")" }

  /// « 5,2 Mo ».
  static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ",\(tenths % 10)") + "\u{A0}Mo"
  }

  /// `text` as one word of a command line.
  static func shellWord(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || ($0 >= 0x2B && $0 <= 0x3A) || $0 == 0x5F
    }
    return isPlain && !text.hasPrefix("-")
      ? text
      : "'"
        + text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
