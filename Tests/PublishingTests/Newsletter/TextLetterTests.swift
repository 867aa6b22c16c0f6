import Markup
import Presenting
import Site
import Testing
import Time

@testable import Publishing

@Suite struct TextLetterTests {
  private func text() throws -> String {
    let at = { (day: Int) in PartialDate.minute(CivilDateTime(day: Sample.day(2019, 8, day), minuteOfDay: 840)) }
    var held = Sample.event("tenu", Sample.once(at(2)))
    held.location = .place(EntryKey(kind: .place, slug: "atelier"))
    held.online = "https://visio.example/x"
    held.registration = "mailto:a@example.org"
    var cancelled = Sample.event("annule", Sample.once(at(3), status: .cancelled))
    cancelled.schedule.reason = "La salle est fermée"
    let moved = Sample.event("deplace", Sample.once(at(4), status: .postponed(to: at(5))))
    let postponed = Sample.event("reporte", Sample.once(at(6), status: .postponed(to: nil)))
    let regular = Sample.event("apero", Schedule(plan: .undated, rhythm: "un vendredi par mois"))
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) {
      $0.callToAction = .init(text: "Venez", link: "/projet/")
      $0.entry.body = Document(blocks: [
        .paragraph([.text(String(repeating: "Un édito assez long pour tenir sur plusieurs lignes. ", count: 6))])
      ])
    }
    var news = Sample.news(
      "n", .month(Sample.day(2019, 7, 1).civilMonth), title: String(repeating: "Un titre long ", count: 8))
    news.entry.partners = [EntryKey(kind: .partner, slug: "mairie")]
    let place = Place(entry: Sample.entry(.place, "atelier", "L’Atelier"), address: "3 rue X", city: "Champigny")
    let site = Site(
      settings: Sample.settings, news: [news], events: [held, cancelled, moved, postponed, regular], places: [place],
      partners: [Partner(entry: Sample.entry(.partner, "mairie", "Mairie"))], issues: [issue])
    let (publication, _) = publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today)
    return try #require(try publication.text("infolettres/2019-07/courriel.txt"))
  }

  @Test func `no line is longer than 72, addresses apart`() throws {
    for line in try text().split(separator: "\n") where !line.contains("://") && !line.contains("mailto:") {
      #expect(line.count <= 72, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test(arguments: [
    "https://example.org/champigny/infolettres/2019-07/", "31 juillet 2019", "juillet 2019",
    "https://example.org/champigny/nouvelles/n/", "L’Atelier, 3 rue X, Champigny", "https://visio.example/x",
    "Inscription : a@example.org", "https://example.org/champigny/agenda/tenu/evenement.ics",
    "Annulé\u{A0}: La salle est fermée", "Reporté, nouvelle date à venir", "Au lieu de\u{A0}: dimanche 4 août 2019",
    "Un vendredi par mois", "https://example.org/champigny/projet/",
    "https://example.org/champigny/partenaires/mairie/",
    "1 rue de la Paix, 94500 Champigny", "mailto:lettre@example.org?subject=D%C3%A9sinscription", "Un édito assez long",
  ])
  func `every link and every date is said`(part: String) throws {
    let flowed = try text().split(separator: "\n").joined(separator: " ").replacingEach("\u{A0}", with: " ")
    #expect(flowed.contains(part.replacingEach("\u{A0}", with: " ")), "\(flowed)")
  }

  @Test func `what is not held is not to be put into a calendar`() throws {
    let text = try text()
    #expect(!text.contains("annule/evenement.ics") && !text.contains("reporte/evenement.ics"))
    #expect(text.contains("deplace/evenement.ics"))
  }

  @Test func `dates come in order`() throws {
    let text = try text()
    let days = ["tenu", "annule", "deplace", "reporte"].map { "Rendez-vous \($0)" }
    let places = try days.map { try #require(text.firstRange(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }
}
