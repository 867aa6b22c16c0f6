import Diagnostics
import Site
import Testing

@testable import Reading

/// Names that people use every day, and keys that other generators write.
@Suite struct EverydayKeyTests {
  private static func read(_ lines: String, _ path: String = "evenements/a.md") async throws -> ReadingResult {
    await (try ContentFixture([path: "---\ntitre: Essai\n\(lines)\n---\nUn texte.\n"])).read()
  }

  private static let start = "debut: 2026-07-05 14:00\nfin: 2026-07-05 17:00\n"

  @Test(arguments: ["tarif: 5 €", "Tarifs: 5 €", "prix_entree: 5 €", "participation: 5 €"])
  func `a price by another name`(line: String) async throws {
    let result = try await Self.read(Self.start + line)
    #expect(result.site?.events.first?.price == "5\u{202F}€")
    #expect(result.diagnostics.map(\.code) == [Diagnostic.keyByHabitCode])
    #expect(result.diagnostics.first?.fix?.replacement == "prix: 5 €")
  }

  @Test(arguments: ["endroit: La cour", "où: La cour", "location: La cour", "venue: La cour"])
  func `a place by another name`(line: String) async throws {
    #expect(try await Self.read(Self.start + line).site?.events.first?.location == .named("La cour"))
  }

  @Test(arguments: [
    ("date: 2026-07-05", "2026-07-05"), ("jour: samedi 4 juillet 2026", "2026-07-04"),
    ("quand: 2026-07-05 14:00 - 17:00", "2026-07-05T14:00"),
    ("start_date: 2026-07-05\nend_date: 2026-07-06", "2026-07-05"),
  ])
  func `a start by another name`(lines: String, start: String) async throws {
    let event = try #require(try await Self.read(lines).site?.events.first)
    guard case .once(let span) = event.schedule.plan else {
      Testing.Issue.record("\(event.schedule.plan)")
      return
    }
    #expect(span.start.iso == start)
  }

  @Test(
    arguments: [
      ("date: 2026-07-05\nheure: 14h", "debut: 2026-07-05 14:00"),
      ("debut: 2026-07-05\nhoraires: 14h-17h", "debut: 2026-07-05 14:00 - 17:00"),
      ("date: 5 juillet 2026\nhoraire: de 14h à 17h", "debut: 2026-07-05 14:00 - 17:00"),
      ("debut: 2026-07-05\nheures: bientôt", nil),
    ] as [(String, String?)])
  func `hours of their own are an error with the line to write`(lines: String, standard: String?) async throws {
    let errors = try await Self.read(lines).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["hours-apart"], "\(errors.map(\.message))")
    if let standard { #expect(errors.first?.hint?.contains(standard) == true) }
  }

  @Test func `keys of other generators are one note for the site`() async throws {
    let lines = "layout: post\nauthor: Odile\nslug: a\nweight: 3\npermalink: /a/\nlang: fr\ntype: post\ncategories: [a]"
    let result = await
      (try ContentFixture([
        "nouvelles/a.md": "---\ntitre: A\ndate: 2026\n\(lines)\n---\nUn texte.\n",
        "nouvelles/b.md": "---\ntitre: B\ndate: 2026\nauteur: Odile\n---\nUn texte.\n",
        "partenaires/c.md": "---\ntitre: C\ntype: hôte\n---\nUn texte.\n",
      ])).read()
    #expect(result.diagnostics.map(\.code) == ["foreign-keys"])
    #expect(
      result.diagnostics.first?.severity == .note && result.diagnostics.first?.message.contains("2 fichiers") == true)
    #expect(result.site?.partners.first?.type == "hôte")
  }
}
