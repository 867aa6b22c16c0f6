import Foundation
import Testing

/// The page of an event says what is true on the day it is built: the next date that takes place, at its place, and an
/// invitation only where somebody can still come.
@Suite struct EventPageTests {
  private let project: HostileProject

  init() throws {
    project = try HostileProject()
    try project.write("---\ntitre: La halle\n---\nUne halle.\n", to: "Content/lieux/halle.md")
  }

  private static let invitations = ["S’inscrire", "Suivre en ligne", "Ajouter à mon agenda", "InStock"]

  private func page(_ lines: String, date: String) async throws -> (html: String, text: String) {
    try project.write(
      "---\ntitre: Essai\nlieu: salle\nserie: soupe\nprix: 5 €\ninscription: https://exemple.org/i\n"
        + "en_ligne: https://exemple.org/v\n\(lines)\n---\nVenez.\n", to: "Content/evenements/essai.md")
    let result = try await project.build([], date: date)
    #expect(result.status == 0, "\(result.errors)")
    let html = String(decoding: project.made["agenda/essai/index.html"] ?? [], as: UTF8.self)
    let text = html.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ").replacing("\u{A0}", with: " ")
    return (html, text)
  }

  private static let once = "debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\n"
  private static let weekly =
    "debut: 2026-06-02 19:00\nfin: 2026-06-02 21:00\nrepetition:\n  chaque: semaine\n  nombre: 4\n"

  @Test(arguments: [
    (once, "2026-06-15", true), (once + "etat: à confirmer\n", "2026-06-15", true), (once, "2026-06-20T20:00", true),
    (once + "etat: annulé\nmotif: Tempête\n", "2026-06-15", false), (once + "etat: reporté\n", "2026-06-15", false),
    (once + "etat: reporté\nreporte_au: 2026-07-01\n", "2026-06-15", true), (once, "2026-06-21", false),
    (weekly, "2026-06-10", true), (weekly, "2026-06-24", false),
    (weekly + "  annulees: [2026-06-16, 2026-06-23]\n", "2026-06-10", false),
    (weekly + "  annulees: [2026-06-16]\n", "2026-06-10", true),
    ("rythme: un vendredi par mois\n", "2026-06-10", true),
  ])
  func `an invitation stands where somebody can still come`(lines: String, date: String, isOpen: Bool) async throws {
    let (html, text) = try await page(lines, date: date)
    for words in Self.invitations where isOpen == false || words.hasPrefix("S’") {
      #expect(html.contains(words) == isOpen, "\(words): \(text)")
    }
  }

  @Test func `what has been says so, and leads to the next of its series`() async throws {
    let (_, over) = try await page(Self.once.replacing("06-20", with: "05-20"), date: "2026-06-15")
    #expect(over.contains("Terminé La suite : Une soirée"), "\(over)")
    let (_, coming) = try await page(Self.once, date: "2026-06-15")
    #expect(!coming.contains("Terminé"))
  }

  @Test func `the next date is the first that takes place, at its place`() async throws {
    let moved =
      "  annulees: [{date: 2026-06-16, motif: Salle prise}]\n"
      + "  deplacees: [{prevue: 2026-06-23, nouvelle: 2026-06-24 18:00, lieu: halle}]\n"
    let (html, text) = try await page(Self.weekly + moved, date: "2026-06-10")
    #expect(text.contains("Prochaine date : mercredi 24 juin 2026, de 18 h"), "\(text)")
    #expect(text.contains("Où La halle"), "\(text)")
    #expect(!text.contains("Les autres dates"), "none is left")
    #expect(text.contains("16 juin 2026 est annulée") || text.contains("Annulé"), "\(text)")
    let head = try #require(html.firstRange(of: "<h1")?.lowerBound)
    #expect(html[..<head].contains("2026-06-24"), "the block of the date is of the same day")
  }

  @Test func `the place of the other dates is said beside that of the next`() async throws {
    let moved = "  deplacees: [{prevue: 2026-06-16, nouvelle: 2026-06-17, lieu: halle}]\n"
    let (_, text) = try await page(Self.weekly + moved, date: "2026-06-10")
    #expect(text.contains("Où La halle") && text.contains("Les autres dates :"), "\(text)")
  }

  @Test func `where none is left, none is named`() async throws {
    let (_, text) = try await page(Self.weekly + "  annulees: [2026-06-16, 2026-06-23]\n", date: "2026-06-10")
    #expect(!text.contains("Prochaine date :"), "\(text)")
    #expect(text.contains("Annulé"))
  }

  @Test func `what was never confirmed is not said to have taken place`() async throws {
    _ = try await page(Self.weekly + "etat: à confirmer\n", date: "2026-06-10")
    let agenda = String(decoding: project.made["agenda/index.html"] ?? [], as: UTF8.self)
    #expect(!agenda.contains("2026-06-02") && agenda.contains("2026-06-16"))
    let year = String(decoding: project.made["agenda/2026/index.html"] ?? [], as: UTF8.self)
    #expect(year.contains("À confirmer"), "a rule is said once")
    let month = String(decoding: project.made["agenda/2026-06/index.html"] ?? [], as: UTF8.self)
    #expect(!month.contains("2026-06-02") && month.contains("2026-06-16"))
    _ = try await page(Self.once + "etat: à confirmer\n", date: "2026-06-30")
    let past = String(decoding: project.made["agenda/2026-06/index.html"] ?? [], as: UTF8.self)
    #expect(past.contains("Non confirmé"))
  }
}
