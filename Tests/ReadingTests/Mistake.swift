import Testing

/// One mistake of the many that people make: the file that has it, the place marked, and the code it is reported by.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  let text: String
  let code: String
  /// Other files that it takes.
  var others: [String: String] = [:]

  init(
    _ name: String, _ code: String, _ path: String = "nouvelles/a.md", _ text: String, others: [String: String] = [:]
  ) {
    self.name = name
    self.path = path
    self.text = text
    self.code = code
    self.others = others
  }

  var testDescription: String { name }

  /// News with these lines in its front matter, which lacks nothing.
  static func news(
    _ name: String, _ code: String, _ lines: String, body: String = "Un texte.", others: [String: String] = [:]
  ) -> Mistake {
    Mistake(
      name, code, "nouvelles/a.md", "---\ntitre: Essai\ndate: 2026-05-01\n\(lines)\n---\n\(body)\n", others: others)
  }

  /// An event with these lines.
  static func event(_ name: String, _ code: String, _ lines: String, others: [String: String] = [:]) -> Mistake {
    Mistake(name, code, "evenements/a.md", "---\ntitre: Essai\n\(lines)\n---\nUn texte.\n", others: others)
  }

  /// News with this text below it.
  static func body(_ name: String, _ code: String, _ text: String, others: [String: String] = [:]) -> Mistake {
    news(name, code, "resume: Un essai", body: text, others: others)
  }
}
