extension DiagnosticReport {
  /// How many times the same mistake is given in full.
  private static let fullTellings = 5
  /// Characters of a source line that are shown at most.
  private static let widest = 100

  /// For people, in a terminal. Empty where there is nothing to report. The same mistake is given in full five times; the
  /// others of its kind follow in one line that names each place.
  package func text() -> String {
    Self.passages(of: diagnostics).map { passage in
      switch passage {
      case .full(let diagnostic): entry(for: diagnostic) + "\n"
      case .brief(let sentence): sentence + "\n"
      }
    }.joined()
  }

  /// One of the things that people are shown.
  package enum Passage: Sendable {
    case full(Diagnostic)
    /// What is said of several at once, in lines.
    case brief(String)
  }

  /// What people are shown of `diagnostics`, wherever that is.
  package static func passages(of diagnostics: [Diagnostic]) -> [Passage] {
    var counts: [String: Int] = [:]
    var others: [(code: String, diagnostics: [Diagnostic])] = []
    var result: [Passage] = []
    let toFillIn = diagnostics.filter { $0.severity == .placeholder }
    for diagnostic in diagnostics where toFillIn.count < 2 || diagnostic.severity != .placeholder {
      let count = counts[diagnostic.code, default: 0] + 1
      counts[diagnostic.code] = count
      if count <= Self.fullTellings {
        result.append(.full(diagnostic))
      } else if let index = others.firstIndex(where: { $0.code == diagnostic.code }) {
        others[index].diagnostics.append(diagnostic)
      } else {
        others.append((diagnostic.code, [diagnostic]))
      }
    }
    if toFillIn.count > 1 { result.append(.brief(Self.toBeFilledIn(toFillIn))) }
    return result + others.map { .brief(Self.summary(of: $0.diagnostics)) }
  }

  /// « à compléter : 13 valeurs (Content/site.yml, lignes 12, 13 et 20) ».
  private static func toBeFilledIn(_ diagnostics: [Diagnostic]) -> String {
    var files: [(name: String, lines: [Int])] = []
    for place in diagnostics.compactMap(\.place) {
      if files.last?.name != place.file { files.append((place.file, [])) }
      if place.line > 0, files[files.count - 1].lines.last != place.line {
        files[files.count - 1].lines.append(place.line)
      }
    }
    let places = files.map { file in
      let lines = Wording.joined(file.lines.map(String.init), "et")
      let words = file.lines.isEmpty ? "" : (file.lines.count > 1 ? ", lignes " : ", ligne ") + lines
      return InvisibleCharacters.shown(in: file.name) + words
    }
    let severity = Diagnostic.Severity.placeholder.word
    return "\(severity) : \(diagnostics.count) valeurs (\(places.joined(separator: " ; ")))\n"
  }

  private func entry(for diagnostic: Diagnostic) -> String {
    var result = ""
    if let place = diagnostic.place { result += InvisibleCharacters.shown(in: place.text) + " : " }
    result += diagnostic.severity.word + " : " + InvisibleCharacters.shown(in: diagnostic.message) + "\n"
    if let place = diagnostic.place, let line = line(of: place) { result += shown(line, place) }
    if let hint = diagnostic.hint { result += "  → " + InvisibleCharacters.shown(in: hint) + "\n" }
    if let fix = diagnostic.fix, fix.hasText {
      result += "  " + fix.introduction + "\n"
      for line in lines(of: fix, for: diagnostic) { result += "      " + InvisibleCharacters.shown(in: line) + "\n" }
    }
    return result
  }

  /// Where else there is a remark of one kind, and what it says there, unless it says the same everywhere.
  private static func summary(of diagnostics: [Diagnostic]) -> String {
    let count = diagnostics.count
    let elsewhere = count > 1 ? "à \(count) autres endroits" : "à un autre endroit"
    let named = diagnostics.prefix(mostPlaces)
    let rest = count > mostPlaces ? ["… et \(count - mostPlaces) autres"] : []
    let messages = Set(diagnostics.map(\.message))
    guard messages.count > 1 else {
      let places = named.compactMap { $0.place.map { InvisibleCharacters.shown(in: $0.text) } } + rest
      let message = diagnostics.first.map { InvisibleCharacters.shown(in: $0.message) } ?? ""
      return "Même remarque \(elsewhere) (\(message)) : \(places.joined(separator: ", "))\n"
    }
    let remarks = named.map { diagnostic in
      let place = diagnostic.place.map { InvisibleCharacters.shown(in: $0.text) + " : " } ?? ""
      return place + InvisibleCharacters.shown(in: diagnostic.message)
    }
    return "Même remarque \(elsewhere) :\n" + (remarks + rest).map { "  \($0)\n" }.joined()
  }

  /// Places that are named, at most: nobody reads on, and the other formats have them all.
  private static let mostPlaces = 100

  /// The line with its number, and carets under what is meant.
  private func shown(_ line: String, _ place: SourceLocation) -> String {
    let characters = Array(line)
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    guard place.column > 0 else {
      return "  \(number) | \(InvisibleCharacters.shown(in: String(characters.prefix(Self.widest))))\n"
    }
    let start = min(place.column - 1, characters.count)
    let from = start > Self.widest * 3 / 4 ? start - Self.widest / 2 : 0
    let window = characters[from..<min(characters.count, from + Self.widest)]
    let before = InvisibleCharacters.shown(in: String(characters[from..<start]))
    let meant = InvisibleCharacters.shown(in: String(window.dropFirst(start - from).prefix(place.length)))
    let opening = from > 0 ? "…" : ""
    let closing = from + Self.widest < characters.count ? "…" : ""
    let indent = String(repeating: " ", count: InvisibleCharacters.width(opening + before))
    let carets = String(repeating: "^", count: max(1, InvisibleCharacters.width(meant)))
    return
      "  \(number) | \(opening)\(InvisibleCharacters.shown(in: String(window)))\(closing)\n  \(gutter) | \(indent)\(carets)\n"
  }

  /// The lines to paste.
  package func lines(of fix: Fix, for diagnostic: Diagnostic) -> [String] {
    var text = fix.replacement
    if fix.scope == .marked, let place = diagnostic.place, place.column > 0, let line = line(of: place) {
      let characters = Array(line)
      let start = min(place.column - 1, characters.count)
      let end = min(start + place.length, characters.count)
      text = String(characters[..<start]) + text + String(characters[end...])
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension SourceLocation {
  /// `Content/nouvelles/x.md:3:8`.
  package var text: String {
    file + (line > 0 ? ":\(line)" : "") + (line > 0 && column > 0 ? ":\(column)" : "")
  }
}

extension Diagnostic.Severity {
  /// What it is called in messages.
  package var word: String {
    switch self {
    case .error: return "erreur"
    case .warning: return "attention"
    case .placeholder: return "à compléter"
    case .note: return "note"
    }
  }
}

extension Fix {
  /// What stands in front of the lines to paste.
  package var introduction: String {
    switch scope {
    case .marked, .line, .lineEnds, .encoding: return "À écrire :"
    case .addition: return "À ajouter :"
    }
  }
}
