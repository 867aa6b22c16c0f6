import Foundation
import Testing

/// What `check` says of rules and holidays, as of a day.
@Suite struct HolidayTests {
  /// A rule, and what is said of it; nothing of holidays else.
  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var today = "2026-11-29"
    var said: [String] = []
    var testDescription: String { "\(rule) on \(today)" }
  }

  private static let note = "tombe un jour férié"
  private static let end = "que jusqu’au"

  static let cases = [
    Case(
      rule: "tous les lundis jusqu'au 30 juin 2027",
      said: [
        "note : « Chorale » tombe un jour férié : lundi 29 mars 2027 (lundi de Pâques) et lundi 17 mai 2027 (lundi de"
          + " Pentecôte).", "sauf: [2027-03-29]",
      ]),
    Case(
      rule: "tous les jours",
      said: [note, "(Noël), vendredi 1er janvier 2027 (jour de l’An) et", "(et 8 autres en un an)"]),
    Case(rule: "tous les lundis jusqu'au 30 juin 2027 sauf jours fériés"),
    Case(rule: "tous les lundis jusqu'au 30 juin 2027 sauf le 29 mars 2027", said: [note, "lundi 17 mai 2027"]),
    Case(rule: "{regle: tous les lundis jusqu'au 1er avril 2027, annulees: [2027-03-29]}"),
    Case(rule: "tous les lundis jusqu'au 30 juin 2027", today: "2027-06-01"),
    Case(rule: "tous les lundis hors vacances scolaires", said: [note]),
    Case(
      rule: "tous les lundis hors vacances scolaires", today: "2028-06-01",
      said: ["attention : Les vacances scolaires ne sont connues que jusqu’au 31 août 2028 : « Chorale »", note]),
    Case(rule: "tous les lundis hors vacances scolaires jusqu'au 1er juin 2028", today: "2028-04-20", said: [note]),
    // Ten years, where a calendar has no words for the rule.
    Case(rule: "tous les lundis hors jours fériés", today: "2036-10-01", said: [end, "« debut » plus récent"]),
    Case(rule: "tous les lundis hors jours fériés", today: "2036-01-01"),
    Case(rule: "tous les lundis hors jours fériés", today: "2040-01-01"),
  ]

  @Test(arguments: cases)
  func `rules on holidays, and rules that end before they should`(_ expected: Case) async throws {
    let scratch = try ScratchFolder()
    let project = Program.projectRoot
    try FileManager.default.copyItem(
      atPath: project + "/Tests/Fixtures/minimal/Content", toPath: scratch.path + "/Content")
    let settings = try String(contentsOfFile: scratch.path + "/Content/site.yml", encoding: .utf8)
    try scratch.write(settings + "departement: \"94\"\n", to: "Content/site.yml")
    try scratch.write(
      "---\ntitre: Chorale\ndebut: 2026-11-30 18:00\nfin: 2026-11-30 19:00\nrepetition: \(expected.rule)\n---\nVenez.\n",
      to: "Content/evenements/chorale.md")
    let result = try await Program.run(
      ["check", "--date", expected.today, "--themes", project + "/Themes"], in: scratch.path)
    let text = (result.output + result.errors).replacing("\u{A0}", with: " ")
    for words in expected.said { #expect(text.contains(words), "\(text)") }
    for words in [Self.note, Self.end] where !expected.said.contains(where: { $0.contains(words) }) {
      #expect(!text.contains(words), "\(text)")
    }
  }
}
