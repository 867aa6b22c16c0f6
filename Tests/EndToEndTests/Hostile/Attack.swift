import Testing

/// Something hostile that a pull request can bring, and what is to become of it.
struct Attack: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable {
    /// It is published, and does no harm: the site is built and nothing of it is reported as an error.
    case harmless
    /// It is reported, in words of which these are a part, and left out.
    case refused(String)
    /// It is reported as a warning, and published without what was wrong.
    case warned(String)
    /// Nothing can be built: input or output failed.
    case failed(String)
  }

  let name: String
  let outcome: Outcome
  /// The file that it consists of, where it is one of a kind of which many can stand side by side: its path from `Content/`,
  /// in which `#` is to become a number, and its text.
  let file: (path: String, text: String)?
  let make: @Sendable (HostileProject) throws -> Void

  init(_ name: String, _ outcome: Outcome, _ make: @escaping @Sendable (HostileProject) throws -> Void) {
    self.name = name
    self.outcome = outcome
    self.make = make
    file = nil
  }

  private init(_ name: String, _ outcome: Outcome, file: String, _ text: String) {
    self.name = name
    self.outcome = outcome
    self.file = (file, text)
    make = { try $0.write(text, to: "Content/" + file) }
  }

  var testDescription: String { name }

  // MARK: Where it stands

  /// In the front matter of a news item, which lacks nothing else.
  static func news(_ name: String, _ lines: String, _ outcome: Outcome) -> Attack {
    let title = lines.hasPrefix("titre") ? "" : "titre: Essai\n"
    return Attack(
      name, outcome, file: "nouvelles/essai-#.md", "---\ndate: 2026-05-01\n\(title)\(lines)\n---\nUn texte.\n")
  }

  /// In the text of a news item.
  static func text(_ name: String, _ text: String, _ outcome: Outcome) -> Attack {
    Attack(
      name, outcome, file: "nouvelles/essai-#.md",
      "---\ntitre: Essai\ndate: 2026-05-01\nresume: Un essai\n---\n\(text)\n")
  }

  static func event(_ name: String, _ lines: String, _ outcome: Outcome) -> Attack {
    let title = lines.hasPrefix("titre") ? "" : "titre: Essai\n"
    return Attack(name, outcome, file: "evenements/essai-#.md", "---\n\(title)\(lines)\n---\nVenez.\n")
  }

  static func issue(_ name: String, _ lines: String, body: String = "Bonjour.", _ outcome: Outcome) -> Attack {
    let fields = [
      "titre: La lettre", "accroche: Ce qui s’est passé au mois de juin, et la suite.", "date_envoi: 2026-06-10",
    ]
    let keys = lines.split(separator: "\n").compactMap { $0.split(separator: ":").first }
    let kept = fields.filter { field in !keys.contains { field.hasPrefix($0 + ":") } }
    let text = "---\n\(kept.joined(separator: "\n"))\n\(lines)\n---\n\(body)\n"
    // By itself: what a letter holds, and weighs, are the entries beside it.
    return Attack(name, outcome) { try $0.write(text, to: "Content/infolettres/essai.md") }
  }

  /// An entry of another kind.
  static func entry(_ name: String, _ folder: String, _ text: String, _ outcome: Outcome) -> Attack {
    Attack(name, outcome, file: folder + "/essai-#.md", text)
  }

  /// In the name of a file: a news item that lacks nothing.
  static func fileName(_ name: String, _ file: String, _ outcome: Outcome) -> Attack {
    Attack(name, outcome, file: file, "---\ntitre: Essai\ndate: 2026-05\n---\nUn texte.\n")
  }

  static func settings(_ name: String, _ lines: String, _ outcome: Outcome) -> Attack {
    Attack(name, outcome) { try $0.settings(lines) }
  }
}
