import Site
import Testing
import Time

@testable import Reading

/// Files as forms write them: quotes and block lists everywhere, dates to the second, nothing for what was left empty.
@Suite struct EditorFilesTests {
  private static let places = [
    "lieux/halle.md":
      "---\ntitre: \"La Halle\"\nadresse: ''\ncode_postal: \"00000\"\nlatitude: ''\nlongitude: \"\"\n---\n",
    "partenaires/phare.md": "---\ntitre: Le Phare\nsite: \"\"\nlogo: \"\"\nlogo_alt: \"\"\nautres_noms: []\n---\n",
    "series/repas.md": "---\ntitle: Les repas\ndraft: false\n---\n",
  ]

  private static let files: [(file: String, matter: String)] = [
    (
      "nouvelles/decap.md",
      """
      titre: "Atelier « vélo » : réparer"
      date: 2026-03-20T19:00:00.000Z
      resume: ''
      image: ""
      image_alt: ""
      alias: []
      brouillon: false
      publier_le: ""
      modifie: ""
      id: ""
      etiquettes:
        - vélo
        - "réparation : freins"
      partenaires:
        - phare
      evenements: []
      lieu: ""
      """
    ),
    (
      "nouvelles/sveltia.md",
      """
      title: >-
        Un titre si long que le programme qui l’écrit le plie
        sur deux lignes
      date: "2026-03-20T19:00:00+01:00"
      draft: false
      publish: 2026-03-20T08:00:00Z
      tags: [ "vélo", 'pain' ]
      partners: ["Le Phare"]
      """
    ),
    (
      "evenements/formulaire.md",
      """
      titre: 'Le grand bal d''hiver'
      debut: 2026-12-05T20:00:00
      fin: 2026-12-05T23:00:00.000+01:00
      etat: ""
      motif: ""
      reporte_au: ""
      repetition:
        chaque: ""
        le: []
        tous_les: ""
        sauf: []
        annulees: []
        deplacees: []
        dates: []
      rythme: ""
      lieu: halle
      en_ligne: ""
      prix: ""
      inscription: ''
      organisateurs: []
      serie: ""
      """
    ),
    (
      "evenements/regle.md",
      """
      titre: Repas
      debut: 2026-03-06 15:00
      fin: 2026-03-06 17:00
      etat: "confirmé"
      serie: "repas"
      organisateurs:
        - "Le Phare"
      repetition:
        chaque: "mois"
        le:
          - "1er vendredi"
        jusqu_au: "2026-12-04"
        nombre: ""
        sauf:
          - "2026-05-01"
        dates: []
      """
    ),
    (
      "infolettres/2026-03.md",
      """
      titre: "La lettre de mars"
      accroche: "Ce mois-ci, un bal, un repas et de bonnes nouvelles du vélo."
      date_envoi: "2026-03-31"
      objet: ""
      depuis: ""
      nouvelles: []
      epingler: []
      exclure: []
      agenda_semaines: ""
      appel:
        texte: ""
        lien: ""
      """
    ),
    ("pages/formulaire.md", "titre: Une page\nmenu: \"\"\nimage: null\netiquettes:\n  - \"\""),
  ]

  private func read() async throws -> ReadingResult {
    var files = Self.places
    for (file, matter) in Self.files { files[file] = "---\n\(matter)\n---\nUn texte.\n" }
    return await (try ContentFixture(files)).read()
  }

  @Test func `files of forms are read without a message`() async throws {
    let result = try await read()
    // That an hour was put to the clock of the place is said, and nothing else.
    let others = result.diagnostics.filter { $0.severity != .note || $0.code != "date-of-another-clock" }
    #expect(others.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" } == [])
    #expect(result.heldBack.isEmpty)
  }

  @Test func `what a form leaves empty is as if it were not there`() async throws {
    let site = try #require(try await read().site)
    let news = try #require(site.news(EntryKey(kind: .news, slug: "decap")))
    #expect(news.entry.summary == "Un texte.")
    #expect(news.entry.id == "nouvelles/decap")
    #expect(news.location == nil && news.entry.image == nil)
    #expect(news.entry.tags.map(\.slug) == ["velo", "reparation-freins"])
    let ball = try #require(site.event(EntryKey(kind: .event, slug: "formulaire")))
    #expect(ball.schedule.status == .confirmed && ball.price == nil && ball.organizers.isEmpty)
    #expect(site.issues.first?.weeksAhead == 6 && site.issues.first?.callToAction == nil)
    // But for the news of an issue: an empty list says that it holds none.
    #expect(site.issues.first?.news == .listed([]))
  }

  @Test func `the word for what dates give may stand in a list`() async throws {
    let matter = """
      titre: La lettre
      accroche: Ce mois-ci, un bal, un repas et de bonnes nouvelles du vélo.
      date_envoi: 2026-04-30
      nouvelles:
        - auto
      evenements:
        - auto
      """
    let result = await (try ContentFixture(["infolettres/2026-04.md": "---\n\(matter)\n---\nUn texte.\n"])).read()
    #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty)
    let issue = try #require(result.site?.issues.first)
    #expect(issue.news == .automatic && issue.events == .automatic)
  }

  @Test func `a moment is shown by the clock of the site`() async throws {
    let site = try #require(try await read().site)
    let dates = ["decap", "sveltia"].map { site.news(EntryKey(kind: .news, slug: $0))?.date.iso }
    #expect(dates == ["2026-03-20T20:00", "2026-03-20T19:00"])
    let ball = try #require(site.event(EntryKey(kind: .event, slug: "formulaire")))
    #expect(French.schedule(ball.schedule).first?.contains("de 20 h à 23 h".replacing(" h", with: "\u{A0}h")) == true)
  }

  @Test(arguments: [
    ("2026-03-20T19:00:00", "2026-03-20T19:00"), ("2026-03-20 19:00:59.123456", "2026-03-20T19:00"),
    ("2026-03-20T19:00Z", "2026-03-20T20:00"), ("2026-07-20T23:30:00z", "2026-07-21T01:30"),
    ("2026-03-20T19:00:00+0530", "2026-03-20T14:30"), ("2026-03-20T00:15:00-01:00", "2026-03-20T02:15"),
  ])
  func `seconds and distances from UTC`(text: String, expected: String) throws {
    let zone = try #require(MachineZones.zone(named: "Europe/Paris"))
    guard case .standard(let date) = DateText.read(text, zone: zone) else {
      Testing.Issue.record("\(text): \(DateText.read(text, zone: zone))")
      return
    }
    #expect(date.iso == expected)
  }

  @Test(arguments: ["Europe/Paris", "America/Guadeloupe"])
  func `a day that passed through JavaScript is a day`(name: String) throws {
    let zone = try #require(MachineZones.zone(named: name))
    guard case .standard(let date) = DateText.read("2026-03-20T00:00:00.000Z", zone: zone) else {
      Testing.Issue.record("not read")
      return
    }
    #expect(date.iso == "2026-03-20")
  }

  @Test(arguments: [
    "2026-03-20T19:00:60", "2026-03-20T19:00:00.", "2026-03-20T19:00:00+1", "2026-03-20T19:00:00+25:00",
    "2026-03-20T19:00:00+01:00:00", "2026-02-30T19:00:00Z", "2026-03-20T19:00:00 UTC",
  ])
  func `what only looks like a moment is none`(text: String) {
    #expect(ISOTimestamp(text) == nil)
  }

  @Test func `a required value left empty is reported`() async throws {
    let result = await
      (try ContentFixture([
        "nouvelles/a.md": "---\ntitre: \"\"\ndate: \"\"\n---\nTexte.\n",
        "evenements/b.md": "---\ntitre: B\ndebut: ''\nrythme: ''\n---\nTexte.\n",
      ])).read()
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.code).sorted().count == 3)
  }
}
