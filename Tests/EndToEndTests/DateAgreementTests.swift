import Foundation
import Testing

/// What one output says of the dates of an event, the others say: lists, letters, feeds and calendars.
@Suite struct DateAgreementTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var matter: String
    /// What the agenda, the letter's page, both its mails and the feed say.
    var words: [String]
    /// What the event's own page does not say.
    var unsaid: [String] = []
  }

  private static let places = [
    "lieux/atelier.md": "---\ntitre: L’Atelier\n---\n", "lieux/scene.md": "---\ntitre: La Scène\n---\n",
  ]

  /// Tuesdays from 18 h to 20 h at L’Atelier, then Thursdays from 19 h to 21 h at La Scène.
  private static func changingRule(since start: String, changedOn day: String) -> String {
    """
    lieu: atelier
    debut: \(start) 18:00
    fin: 20:00
    repetition:
      chaque: semaine
      changements: [{a_partir_du: \(day), chaque: semaine, le: jeudi, lieu: scene, debut: "19:00", fin: "21:00"}]
    """
  }

  private static let rows = [
    Row(
      testDescription: "a rule that changes its place and its hours",
      matter: changingRule(since: "2027-03-02", changedOn: "2027-04-22"),
      words: [
        "ous les mardis, de 18 h à 20 h ; puis, à partir du 22 avril 2027, tous les jeudis, de 19 h à 21 h, lieu : La Scène",
        "L’Atelier",
      ],
      unsaid: ["Les autres dates", "dans un autre lieu"]),
    Row(
      testDescription: "a rule that has changed its place",
      matter: changingRule(since: "2026-03-03", changedOn: "2027-01-07"),
      words: ["Tous les jeudis, de 19 h à 21 h", "La Scène"], unsaid: ["Les autres dates"]),
    Row(
      testDescription: "sessions with a title, a place or hours of their own, and one that is full",
      matter: """
        lieu: atelier
        seances:
          - {date: 2027-04-13 10:00, fin: "12:00", titre: La terre}
          - {date: 2027-04-20 14:00, fin: "16:00", titre: L’émail, lieu: scene}
          - {date: 2027-04-27 10:00, fin: "12:00", complet: oui}
        """,
      words: [
        "Le rendez-vous : La terre", "ussi le mardi 20 avril (L’émail, de 14 h à 16 h, La Scène)",
        "mardi 27 avril 2027, de 10 h à 12 h", "Complet",
      ]),
    Row(
      testDescription: "one full date of a weekly meeting",
      matter: """
        debut: 2027-03-02 18:00
        fin: 20:00
        repetition:
          chaque: semaine
          completes: [2027-04-13]
        """,
      words: ["Tous les mardis, de 18 h à 20 h", "mardi 13 avril 2027, de 18 h à 20 h", "Complet"]),
  ]

  @Test(arguments: rows) func `lists, letters and feeds say the same`(row: Row) async throws {
    let site = try await OneEventSite(row.matter, others: Self.places)
    let letter = "infolettres/2027-04/"
    for path in ["agenda/index.html", letter + "index.html", letter + "courriel.html", letter + "courriel.txt"] {
      let seen = OneEventSite.seen(try site.file(path))
      for words in row.words { #expect(seen.contains(words), "\(path): \(seen)") }
    }
    let feed = try site.file("infolettres/atom.xml").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    let page = OneEventSite.seen(try site.file("agenda/x/index.html"))
    for words in row.words {
      #expect(OneEventSite.seen(feed).localizedCaseInsensitiveContains(words), "\(OneEventSite.seen(feed))")
    }
    for words in row.unsaid { #expect(!page.contains(words), "\(page)") }
  }

  @Test func `a date that is full stands in its month by itself, and is said to be the next`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-03-02 18:00\nfin: 20:00\nrepetition:\n  chaque: semaine\n  completes: [2027-04-06]\n")
    let month = OneEventSite.seen(try site.file("agenda/2027-04/index.html"))
    #expect(month.contains("Complet") && month.contains("Ce mois-ci : les 13 , 20 , 27"), "\(month)")
    let list = OneEventSite.seen(try site.file("agenda/rendez-vous-reguliers/index.html"))
    #expect(list.contains("Prochaine date : mardi 6 avril 2027 Complet"), "\(list)")
  }

  @Test func `a place and its calendar hold the dates that are there`() async throws {
    let site = try await OneEventSite(Self.rows[2].matter, others: Self.places)
    let here = try site.file("lieux/scene/agenda.ics")
    #expect(here.contains("DTSTART;TZID=Europe/Paris:20270420T140000"))
    #expect(here.ranges(of: "BEGIN:VEVENT").count == 1)
    #expect(try site.file("lieux/atelier/agenda.ics").ranges(of: "BEGIN:VEVENT").count == 2)
    #expect(try site.file("agenda.ics").ranges(of: "BEGIN:VEVENT").count == 3)
    let page = OneEventSite.seen(try site.file("lieux/scene/index.html"))
    #expect(page.contains("mardi 20 avril") && !page.contains("mardi 13 avril"))
  }

  @Test func `a place has a date that was moved there, and no more of its rule`() async throws {
    let site = try await OneEventSite(
      """
      lieu: atelier
      debut: 2027-03-02 18:00
      fin: 20:00
      repetition:
        chaque: semaine
        deplacees: [{prevue: 2027-04-13, nouvelle: 2027-04-13, lieu: scene}]
      """, others: Self.places)
    let here = try site.file("lieux/scene/agenda.ics")
    #expect(here.ranges(of: "BEGIN:VEVENT").count == 1 && !here.contains("FREQ=WEEKLY"))
    #expect(here.contains("DTSTART;TZID=Europe/Paris:20270413T180000") && here.contains("LOCATION:La Scène"))
    #expect(try site.file("lieux/atelier/agenda.ics").contains("FREQ=WEEKLY"))
  }

  @Test func `a night belongs to the evening on which it began, two days of work are two`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-04-09 22:00\nfin: 2027-04-10 02:00\n",
      others: [
        "evenements/stage.md": "---\ntitre: Le stage\ndebut: 2027-04-10 10:00\nfin: 2027-04-11 17:00\n---\nVenez.\n"
      ])
    let page = try site.file("agenda/index.html")
    let blocks = page.matches(of: /<span class="date-large[^"]*">([^<]*)<\/span>/).map { String($0.output.1) }
    #expect(blocks.prefix(2) == ["9", "10–11"])
    let month = OneEventSite.seen(try site.file("agenda/2027-04/index.html"))
    #expect(month.contains("Sur plusieurs jours 10–11"), "\(month)")
  }

  @Test func `the address for one date has the title of that date`() async throws {
    let site = try await OneEventSite(Self.rows[2].matter, others: Self.places)
    let page = try site.file("agenda/x/index.html")
    #expect(page.contains("text=Le%20rendez-vous%C2%A0%3A%20La%20terre"), "\(page)")
  }

  @Test func `structured data invite to no date that is full`() async throws {
    let site = try await OneEventSite(
      "inscription: https://example.org/i\n" + Self.rows[2].matter, others: Self.places)
    let data = site.structuredData(of: try site.file("agenda/x/index.html")).filter {
      $0["@type"] as? String == "Event"
    }
    let descriptions = data.compactMap { $0["description"] as? String }
    #expect(descriptions.map { $0.contains("https://example.org/i") } == [true, true, false], "\(descriptions)")
  }

  @Test func `a year holds what begins in it, however far ahead`() async throws {
    let site = try await OneEventSite(
      "debut: 2029-05-05 10:00\nfin: 12:00\n",
      others: [
        "evenements/fete.md": "---\ntitre: La fête\ndebut: 2026-12-30\nfin: 2027-01-02\n---\nVenez.\n",
        "evenements/congres.md": "---\ntitre: Le congrès\ndebut: 2030\n---\nVenez.\n",
      ])
    let far = OneEventSite.seen(try site.file("agenda/2029/index.html"))
    #expect(far.contains("Mai 2029 Le rendez-vous") && far.contains("Agenda de 2029 (1)"), "\(far)")
    #expect(OneEventSite.seen(try site.file("agenda/2030/index.html")).contains("Agenda de 2030 (1)"))
    #expect(OneEventSite.seen(try site.file("agenda/2026/index.html")).contains("Agenda de 2026 (1)"))
    #expect(site.files["agenda/2027/index.html"] == nil)
  }

  @Test func `what has a rule is described by it, and told apart by it`() async throws {
    let matter = "lieu: atelier\ndebut: 2021-03-02 18:00\nfin: 20:00\nrepetition: tous les mardis\n"
    let site = try await OneEventSite(
      matter,
      others: Self.places.merging([
        "evenements/autre.md": "---\ntitre: Le rendez-vous\ndebut: 2027-05-05\n---\n",
        "evenements/seul.md": "---\ntitre: Seul\n\(matter)---\n",
      ]) { $1 })
    let alone = try site.file("agenda/seul/index.html")
    #expect(alone.contains("content=\"Seul\u{A0}: tous les mardis, de 18\u{A0}h à 20\u{A0}h, L’Atelier\""), "\(alone)")
    let page = try site.file("agenda/x/index.html")
    #expect(page.contains("<title>Le rendez-vous (tous les mardis, de 18\u{A0}h à 20\u{A0}h) – Le préau</title>"))
  }

  @Test func `a name that is borne twice is told apart in the head alone`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-05-05\n",
      others: [
        "lieux/preau.md": "---\ntitre: Le préau\n---\n",
        "evenements/agenda.md": "---\ntitre: Agenda\ndebut: 2027-05-06\n---\nVenez.\n",
        "pages/plan.md": "---\ntitre: Plan du site\n---\nOù est quoi.\n",
      ])
    let place = try site.file("lieux/preau/index.html")
    #expect(place.contains("<title>Le préau (lieu) – Le préau</title>"))
    #expect(place.contains("<meta property=\"og:title\" content=\"Le préau\">"))
    #expect(try site.file("plan/index.html").contains("<title>Plan du site (page) – Le préau</title>"))
    for (path, title) in [("agenda/index.html", "Agenda"), ("plan-du-site/index.html", "Plan du site")] {
      let page = try site.file(path)
      #expect(page.contains("<title>\(title) – Le préau</title>") && page.contains("<h1>\(title)</h1>"), "\(path)")
    }
  }

  @Test func `a list is called as those who introduce it call it`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-05-05\n",
      others: ["pages/agenda.md": "---\ntitre: Nos rendez-vous\n---\nBienvenue.\n"])
    let pages = try ["index.html", "agenda/x/index.html", "plan-du-site/index.html", "agenda/2027/index.html"].map(
      site.file)
    for page in pages {
      #expect(page.contains(">Nos rendez-vous</a>") && !page.contains(">Agenda</a>"), "\(page)")
    }
  }

  @Test func `what has not begun yet is not said to go on this week-end`() async throws {
    // 3 April 2027 is a Saturday.
    func weekEnd(_ day: String) async throws -> String {
      let site = try await OneEventSite(
        "debut: 2027-04-01\nfin: 2027-04-03\n",
        others: [
          "evenements/nuit.md":
            "---\ntitre: La nuit\ndebut: 2027-04-02 22:00\nfin: 2027-04-03 02:00\n---\nVenez.\n"
        ], on: day)
      return OneEventSite.seen(try site.file("agenda/ce-week-end/index.html"))
    }
    let page = try await weekEnd("2027-04-03")
    #expect(page.contains("En ce moment 1–3 avr. Le rendez-vous") && !page.contains("La nuit"), "\(page)")
    let before = try await weekEnd("2027-03-30")
    #expect(
      before.contains("Sur plusieurs jours 1–3 avr. Le rendez-vous") && !before.contains("En ce moment"), "\(before)")
  }

  @Test func `struck words are said nowhere without their stroke`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-04-09 19:00\n",
      others: [
        "evenements/y.md": "---\ntitre: La fête\ndebut: 2027-04-10\n---\nRendez-vous ~~à la gare~~ à la halle.\n",
        "infolettres/2027-04.md":
          "---\ntitre: La lettre\naccroche: Ce qui se passe au préau, en quelques lignes.\ndate_envoi: 2027-04-02\n---\nC’est ~~samedi~~ dimanche.\n",
      ])
    #expect(try site.file("agenda/y/index.html").contains("Rendez-vous <del>à la gare</del> à la halle"))
    for (path, file) in site.files
    where ["html", "txt", "ics", "xml", "json"].contains((path as NSString).pathExtension) {
      let text = String(decoding: file, as: UTF8.self).replacing(/<del.*?<\/del>|&lt;del.*?&lt;\/del&gt;/, with: "")
      #expect(!text.contains("à la gare") && !text.contains("samedi dimanche"), "\(path)")
    }
    #expect(try site.file("agenda/y/evenement.ics").contains("Rendez-vous à la halle."))
  }

  @Test func `a reason is found where its change is`() async throws {
    let site = try await OneEventSite("debut: 2027-04-09 19:00\netat: annulé\nmotif: Inondation\n")
    let index = try PublishedIndex(try #require(site.files["recherche/index.json"]))
    let found = try #require(index.search("inondation", today: "2027-04-03").first)
    #expect(found.address.hasSuffix("/agenda/x/") && found.when.contains("annulé\u{A0}: Inondation"), "\(found)")
  }

  @Test func `exceptions stand behind the rule that they are of, and a later rule has its start`() async throws {
    let changes = "changements: [{a_partir_du: 2027-04-22, chaque: semaine, le: jeudi}]"
    let matter = "debut: 2027-03-02 18:00\nfin: 20:00\nrepetition:\n  chaque: semaine\n  \(changes)\n"
    let list = "agenda/rendez-vous-reguliers/index.html"
    let both = OneEventSite.seen(try await OneEventSite(matter + "  sauf: [2027-04-06, 2027-04-29]\n").file(list))
    #expect(
      both.contains(
        "Tous les mardis, de 18 h à 20 h, sauf le mardi 6 avril ; puis, à partir du 22 avril 2027, tous les jeudis, "
          + "de 18 h à 20 h, sauf le jeudi 29 avril"), "\(both)")
    let later = try await OneEventSite(matter + "  sauf: [2027-04-06, 2027-04-13, 2027-04-20]\n").file(list)
    let seen = OneEventSite.seen(later)
    #expect(
      seen.contains("À partir du 22 avril 2027, tous les jeudis, de 18 h à 20 h") && !seen.contains("sauf"), "\(seen)")
  }

  @Test func `a letter over many weeks says what differs in all of them`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-03-02 18:00\nfin: 20:00\nrepetition: tous les mardis sauf le 1er juin 2027\n",
      others: [
        "infolettres/2027-04.md":
          "---\ntitre: La lettre\naccroche: Ce qui se passe au préau, en quelques lignes.\ndate_envoi: 2027-04-02\nagenda_semaines: 10\n---\nSalut.\n"
      ])
    #expect(OneEventSite.seen(try site.file("infolettres/2027-04/courriel.html")).contains("sauf le mardi 1er juin"))
  }

  @Test func `a meeting of which all dates of a letter are full has its rule`() async throws {
    let site = try await OneEventSite(
      "debut: 2027-03-02 18:00\nfin: 20:00\nrepetition:\n  chaque: semaine\n  completes: [2027-04-06, 2027-04-13, 2027-04-20, 2027-04-27, 2027-05-04]\n"
    )
    let mail = OneEventSite.seen(try site.file("infolettres/2027-04/courriel.html"))
    #expect(mail.contains("Tous les mardis, de 18 h à 20 h"))
  }

  @Test func `what lasts months says until when`() async throws {
    let site = try await OneEventSite("debut: 2027-03\nfin: 2027-05\n")
    let page = try site.file("agenda/2027-05/index.html")
    #expect(page.contains("<span aria-hidden=\"true\">jusqu’en mai 2027</span>"), "\(page)")
  }
}
