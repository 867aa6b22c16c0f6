import Site
import Testing

@testable import Reading

/// What stands for an entry in lists, in what a search shows and beside a link that is passed on.
@Suite struct SummaryTextTests {
  private func summary(of kind: EntryKind, _ matter: String, _ body: String) async throws -> String {
    let slug = kind == .issue ? "2026-03" : "a"
    let files = ["\(kind.folder)/\(slug).md": "---\ntitre: Un titre\n\(matter)\n---\n\(body)\n"]
    let site = try #require(await (try ContentFixture(files)).read().site)
    return try #require(site.entries.first { $0.entry.key == EntryKey(kind: kind, slug: slug) }).entry.summary
  }

  @Test(arguments: [
    ("Bonjour,\n\nLe marché revient.", "Le marché revient."),
    ("**Chères voisines, chers voisins,**\n\n---\n\nLe marché revient.", "Le marché revient."),
    ("Bonjour à toutes et tous !\n\nLe marché revient.", "Le marché revient."),
    // It is all there is.
    ("Bonjour,\n\n- un\n- deux", "Bonjour,"),
    ("Bonjour,\n\nMerci,", "Merci,"),
    // These say something.
    ("Le marché revient !\n\nVenez.", "Le marché revient\u{202F}!"),
    (
      "Bonjour, le marché revient samedi matin sur la place de la mairie !\n\nVenez.",
      "Bonjour, le marché revient samedi matin sur la place de la mairie\u{202F}!"
    ),
  ])
  func `a greeting is no summary where something else is said`(_ body: String, _ expected: String) async throws {
    #expect(try await summary(of: .news, "date: 2026-03-01", body) == expected)
  }

  @Test(arguments: [
    ("accroche: Les rendez-vous du mois au jardin.", "Les rendez-vous du mois au jardin."),
    ("accroche: Les rendez-vous du mois au jardin.\nresume: La lettre du printemps.", "La lettre du printemps."),
  ])
  func `a letter is summed up by what it shows beside its subject`(_ matter: String, _ expected: String) async throws {
    #expect(try await summary(of: .issue, "date_envoi: 2026-03-31\n" + matter, "Bonjour,\n\nVoici.") == expected)
  }
}
