import Diagnostics
import Reading
import Text

/// What who begins a site has answered, and the settings that follow from it.
package struct SiteAnswers: Sendable {
  /// A UUID, drawn once.
  package let identifier: String
  /// Cleaned, and none of them empty.
  private var answers: [SiteQuestion: String] = [:]

  package init(identifier: String) { self.identifier = identifier }

  /// - Returns: why the answer can't be taken; `nil` where it could, or where it is empty and need not be given.
  package mutating func set(_ question: SiteQuestion, to text: String) -> Diagnostic? {
    let before = answers[question]
    var text = WrittenText.cleaned(text)
    if [.address, .repository].contains(question), !text.isWebAddress { text = WebAddress.completed(text) ?? text }
    answers[question] = text.isEmpty ? nil : text
    let problem = settingsDiagnostics(of: self.text).first { $0.severity == .error && !isAbout(.title, $0) }
    if problem != nil { answers[question] = before }
    return problem
  }

  package func isAnswered(_ question: SiteQuestion) -> Bool { answers[question] != nil }

  /// The name of the site; empty where it was not given.
  package var title: String { answers[.title] ?? "" }

  /// The file `Content/site.yml`.
  package var text: String {
    var lines = [
      "# Les réglages du site. Le sens de chaque ligne est expliqué dans LISEZMOI.md.",
      "# Une ligne qui commence par « # » ne compte pas : ôtez ce signe et complétez la ligne pour vous en servir.",
    ]
    lines += [line(.title), line(.tagline)]
    // Reported at each build until it is known: letters, feeds and calendars carry it.
    lines.append(line(.address, else: "https://a-completer.invalid/"))
    lines += ["langue: fr", "fuseau: Europe/Paris", "theme: Champigny", ""]
    lines.append("# Tiré au hasard une fois pour toutes : les agendas abonnés s’y fient. Ne le changez pas.")
    lines += ["identifiant: \(identifier)", ""]
    lines.append("# L’adresse du dépôt donne à chaque page son lien « Modifier cette page ».")
    lines += [line(.repository), "# branche: main", ""]
    lines.append("# Le département donne la zone des vacances scolaires.")
    lines += [line(.department), ""]
    lines.append("# Les mentions légales sont faites de ce qui suit.")
    lines += ["editeur:"] + map(SiteQuestion.publishing) + ["hebergeur:"] + map(SiteQuestion.hosting) + [""]
    lines += newsletter + [""]
    lines += ["# La version du format de ces textes.", "format: \(Schema.currentFormat)"]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Lines

  private func line(_ question: SiteQuestion, else standard: String? = nil) -> String {
    let key = question.key.rawValue
    if let answer = answers[question] { return "\(key): \(Self.written(answer))" }
    return standard.map { "\(key): \($0)" } ?? "# \(key):"
  }

  /// The lines of a map. Its first one is there in any case: a map with nothing in it says nothing.
  private func map(_ questions: [SiteQuestion]) -> [String] {
    questions.map { "  " + line($0, else: $0 == questions.first ? "à compléter" : nil) }
  }

  private var newsletter: [String] {
    let sender = answers[.email].map { "expediteur: \(Self.quoted("\(mailName) <\($0)>"))" }
    let providers = answers[.provider].map { text in
      let names = text.split(separator: ",").map { Self.written(WrittenText.cleaned(String($0))) }
      return "prestataire: [\(names.joined(separator: ", "))]"
    }
    guard sender != nil || providers != nil else {
      return ["# infolettre:", "#   expediteur:", "#   prestataire:", "#   inscription:"]
    }
    return ["infolettre:", "  " + (sender ?? "# expediteur:"), "  " + (providers ?? "# prestataire:")]
      + ["  # inscription:"]
  }

  /// The name of the site as it may stand before an address: without the signs that mean something there.
  private var mailName: String { String(title.filter { !"<>\"@,;:()[]\\".contains($0) }) }

  /// A text as a value of YAML: as it is where it can't mean anything else.
  static func written(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789 ’'-./().".unicodeScalars.contains($0)
    }
    guard isPlain, let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return quoted(text) }
    return WrittenText.meansMore(text) ? quoted(text) : text
  }

  /// A string of JSON is one of YAML.
  private static func quoted(_ text: String) -> String { JSON.string(text).text(escaping: .terminal) }

  private func isAbout(_ question: SiteQuestion, _ diagnostic: Diagnostic) -> Bool {
    answers[question] == nil && diagnostic.code == "missing-\(question.key.rawValue)"
  }
}
