import Diagnostics
import Site
import Testing
import Time

@testable import Reading

/// What hides an entry or calls an event off, as people and other programs write it.
@Suite struct HidingTests {
  enum Outcome: Sendable, Equatable {
    case draft, waiting, shown, refused
    case status(Schedule.Status)
  }

  private static func outcome(_ lines: String, _ path: String) async throws -> (Outcome, ReadingResult) {
    let when = path.hasPrefix("evenements") ? "debut: 2026-07-05 18:00\nfin: 2026-07-05 20:00" : "date: 2026-01-05"
    let result = await (try ContentFixture([path: "---\ntitre: Essai\n\(when)\n\(lines)\n---\nUn texte.\n"])).read()
    if result.diagnostics.contains(where: { $0.severity == .error }) { return (.refused, result) }
    switch result.heldBack.first?.reason {
    case .draft?: return (.draft, result)
    case .until?: return (.waiting, result)
    case nil: break
    }
    let status = result.site?.events.first?.schedule.status ?? .confirmed
    return (status == .confirmed ? .shown : .status(status), result)
  }

  @Test(arguments: [
    ("brouillons: oui", Outcome.draft), ("Brouilon: oui", .draft), ("broullion: true", .draft), ("drafts: yes", .draft),
    ("en brouillon: oui", .draft), ("published: false", .draft), ("publié: non", .draft),
    ("publie: non", .draft), ("publised: false", .draft), ("publier: non", .draft), ("publish: false", .draft),
    ("publier_le: non", .draft), ("visible: non", .draft), ("public: false", .draft), ("hidden: true", .draft),
    ("caché: oui", .draft), ("privé: oui", .draft), ("status: draft", .draft), ("status: private", .draft),
    ("statut: Brouillon", .draft), ("etat: brouillon", .draft), ("état: en attente", .draft),
    ("Statut: à relire", .draft),
    ("published: \"false\"", .draft), ("published: “false”", .draft), ("archived: true", .draft),
    ("publie_le: 2026-09-01", .waiting), ("publish_date: 2026-09-01", .waiting),
    ("publishDate: 2026-09-01T08:00:00+02:00", .waiting), ("publié le: 1er septembre 2026", .waiting),
    ("date_publication: 2026-09-01", .waiting), ("publiser_le: 2026-09-01", .waiting),
    ("published: 2026-09-01", .waiting), ("publie_le: 2026-01-01", .shown),
    ("brouillons: non", .shown), ("published: true", .shown), ("publié: oui", .shown), ("status: publish", .shown),
    ("statut: publié", .shown), ("public: familles et adolescents", .shown), ("cache: 3600", .shown),
    ("publisher: La mairie", .shown), ("annuel: oui", .shown), ("reportage: Odile", .shown), ("annulé: non", .shown),
    ("brouillons: peut-être", .refused), ("published: bientôt", .refused), ("publie_le: après la réunion", .refused),
    ("brouillon: non\npublished: false", .refused), ("expiryDate: 2026-02-01", .refused),
    ("annule: Salle prise", .refused), ("reporté: on verra", .refused),
  ])
  func `what hides is understood so, or an error`(lines: String, expected: Outcome) async throws {
    for path in ["nouvelles/a.md", "evenements/a.md", "pages/a.md"] {
      let (outcome, result) = try await Self.outcome(lines, path)
      #expect(outcome == expected, "\(path): \(result.diagnostics.map(\.message))")
      guard [.draft, .waiting].contains(outcome) else { continue }
      // It is reported, with the line to write.
      let remark = result.diagnostics.first { $0.code == Diagnostic.keyByHabitCode }
      #expect(remark?.severity == .warning)
      #expect(remark?.fix?.replacement.contains(outcome == .draft ? "brouillon: oui" : "publier_le: ") == true)
    }
  }

  @Test(arguments: [
    ("annule: oui", Outcome.status(.cancelled)), ("Annulé: oui", .status(.cancelled)),
    ("anule: oui", .status(.cancelled)),
    ("cancelled: true", .status(.cancelled)), ("canceled: yes", .status(.cancelled)),
    ("statut: annulé", .status(.cancelled)), ("status: cancelled", .status(.cancelled)),
    ("etat: annulée", .status(.cancelled)), ("etats: annulé", .status(.cancelled)),
    ("status: EventCancelled", .status(.cancelled)),
    ("reporte: oui", .status(.postponed(to: nil))), ("postponed: true", .status(.postponed(to: nil))),
    ("état: reportée", .status(.postponed(to: nil))), ("confirme: non", .status(.tentative)),
    ("confirmé: non", .status(.tentative)), ("à confirmer: oui", .status(.tentative)),
    ("statut: à confirmer", .status(.tentative)), ("etat: maintenu", .shown), ("confirme: oui", .shown),
    ("cancelled: false", .shown), ("annule: non", .shown), ("etat: annulé\nannule: oui", .status(.cancelled)),
    ("etat: anulé", .refused), ("etat: confirmé\nannule: oui", .refused), ("reporte: 2026-08-01", .refused),
    ("etat: complet", .shown), ("status: sold_out", .shown), ("complet: oui", .shown), ("complet: non", .shown),
  ])
  func `an event that is called off is not shown as taking place`(lines: String, expected: Outcome) async throws {
    let (outcome, result) = try await Self.outcome(lines, "evenements/a.md")
    #expect(outcome == expected, "\(result.diagnostics.map(\.message))")
  }

  @Test(arguments: ["annule: oui", "statut: annulé", "cancelled: true", "reporte: oui", "confirme: non"])
  func `only events are called off`(lines: String) async throws {
    for path in ["nouvelles/a.md", "pages/a.md"] {
      let (outcome, result) = try await Self.outcome(lines, path)
      #expect(outcome == .refused, "\(result.diagnostics.map(\.message))")
      let problem = result.diagnostics.first { $0.code == "called-off-elsewhere" }
      // As it is said of an event.
      let status = lines.contains("reporte") ? "reporté" : lines.contains("confirme") ? "à confirmer" : "annulé"
      #expect(problem?.hint?.contains("etat: \(status)") == true, "\(problem?.hint ?? "")")
    }
  }

  @Test func `the day of publication is the date of news that have none`() async throws {
    let files = ["nouvelles/a.md": "---\ntitre: Essai\ndate_publication: 2026-01-05\n---\nUn texte.\n"]
    let result = await (try ContentFixture(files)).read()
    #expect(result.site?.news.first?.date.iso == "2026-01-05", "\(result.diagnostics.map(\.message))")
  }

  @Test(
    arguments: [
      ("repetition: {chaque: semaine, toutes_les: 2}", nil), ("repetition: {chaque: semaine, tous_les: 2}", nil),
      ("repetition: {chaque: semaine, tout_les: 2}", "unknown-key"),
      ("repetition: {chaque: semaine, saufs: [2026-07-12]}", "unknown-key"),
      ("repetition: {chaque: semaine, annulees: [{date: 2026-07-12, raison: Salle}]}", "unknown-key"),
      (
        "repetition: {chaque: semaine, deplacees: [{prevue: 2026-07-12, nouvelle: 2026-07-13, endroit: ici}]}",
        "unknown-key"
      ),
    ] as [(String, String?)])
  func `within a rule an unknown key is an error`(lines: String, code: String?) async throws {
    let (outcome, result) = try await Self.outcome(lines, "evenements/a.md")
    #expect(outcome == (code == nil ? .shown : .refused), "\(result.diagnostics.map(\.message))")
    if let code { #expect(result.diagnostics.contains { $0.code == code && $0.severity == .error }) }
  }
}
