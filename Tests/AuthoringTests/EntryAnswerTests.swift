import Reading
import Site
import Testing

@testable import Authoring

/// Answers at the terminal, as they stand in the file.
@Suite struct EntryAnswerTests {
  private static let event = EntryTemplate.proposals.first { $0.kind == .event }?.fields ?? []
  private static let news = EntryTemplate.proposals.first { $0.kind == .news }?.fields ?? []

  private func site() async throws -> Site {
    let project = try ScratchProject([
      "lieux/halle.md": "---\ntitre: La Halle\n---\n",
      "partenaires/phare.md": "---\ntitre: Le Phare\nautres_noms: [Phare du quai]\n---\n",
      "series/repas.md": "---\ntitre: Les repas\n---\n",
    ])
    return try #require(await project.read().site)
  }

  @Test(arguments: [
    ("lieu", "la halle", EntryAnswer.text("halle")), ("lieu", "Sous le platane", .text("Sous le platane")),
    ("prix", "  Prix libre ", .text("Prix libre")),
    ("en_ligne", "exemple.org/direct", .plain("https://exemple.org/direct")),
    ("inscription", "a@exemple.org", .plain("a@exemple.org")),
    ("inscription", "01 99 00 11 22", .plain("01 99 00 11 22")),
    ("inscription_jusqu_au", "5 mars 2026", .plain("2026-03-05")), ("places", "12", .plain("12")),
    ("complet", "oui", .plain("oui")), ("etat", "a confirmer", .plain("à confirmer")),
    ("etiquettes", "pain, l'été, 12", .plain("[pain, 'l''été', '12']")),
    ("organisateurs", "phare du quai, Les Amis, réunis", .plain("[phare, Les Amis, réunis]")),
    ("partenaires", "Le Phare", .plain("[phare]")), ("serie", "les repas", .plain("repas")),
  ])
  func `an answer is understood as people give it`(key: String, answer: String, written: EntryAnswer) async throws {
    let field = try #require(Self.event.first { $0.key == key })
    #expect(try await EntryAnswer(answer, to: field, of: .event, on: site()) == written)
  }

  @Test(arguments: [
    ("en_ligne", "pas encore", "adresse"), ("inscription", "sur place", "adresse"),
    ("places", "une douzaine", "nombre"),
    ("places", "0", "nombre"), ("complet", "peut-être", "ni oui ni non"), ("etat", "perdu", "mots possibles"),
    ("partenaires", "Le Phrae", "partenaires"), ("serie", "x", "séries"), ("publier_le", "un jour", "date"),
  ])
  func `what is none is reported, with what could be answered`(key: String, answer: String, words: String) async throws
  {
    let field = try #require(Self.event.first { $0.key == key })
    let site = try await site()
    let problem = #expect(throws: RequestProblem.self) { try EntryAnswer(answer, to: field, of: .event, on: site) }
    #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
  }

  @Test(arguments: ["", "   ", "\t"])
  func `no answer leaves the key out`(answer: String) async throws {
    let site = try await site()
    for field in Self.event + Self.news { #expect(try EntryAnswer(answer, to: field, of: .event, on: site) == nil) }
  }

  @Test func `what was answered is read back`() async throws {
    let project = try ScratchProject(["partenaires/phare.md": "---\ntitre: Le Phare\n---\n"])
    let site = try #require(await project.read().site)
    var request = EntryRequest(
      kind: .event, title: "Bal", summary: "On danse.",
      start: .minute(.init(day: .init(year: 2026, month: 3, day: 5)!, minuteOfDay: 1140)),
      place: "Sous le platane")
    let answers = [
      ("prix", "5 € : sur place"), ("inscription", "01 99 00 11 22"), ("places", "40"), ("partenaires", "Le Phare"),
      ("etiquettes", "bal, l'été"), ("en_ligne", "exemple.org"), ("publier_le", "1er mars 2026"),
    ]
    for (key, text) in answers {
      let field = try #require(Self.event.first { $0.key == key })
      let answer = try #require(try EntryAnswer(text, to: field, of: .event, on: site))
      request.details.append((try #require(Schema.key(named: key, of: .event)).key, answer))
    }
    let file = try EntryWriter(zone: site.settings.zone).file(for: request)
    try project.write(file.text, to: file.path)
    let read = await project.read(day: "2026-04-01")
    #expect(read.diagnostics.map(\.message) == [])
    let event = try #require(read.site?.events.first)
    #expect(event.price?.split(whereSeparator: \.isWhitespace) == ["5", "€", ":", "sur", "place"])
    #expect(event.seats == 40 && event.entry.tags.map(\.slug) == ["bal", "l-ete"])
    #expect(event.entry.partners.map(\.slug) == ["phare"] && event.online == "https://exemple.org")
  }
}
