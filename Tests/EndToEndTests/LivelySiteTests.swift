import Foundation
import Publishing
import Reading
import Site
import Testing
import ThemeChampigny
import Time

/// Two lively years of a place that does not exist, on a Thursday in the middle: what its lists say, and how long they are.
@Suite struct LivelySiteTests {
  private let publication: Publication
  private let site: Site

  init() async throws {
    let today = CivilDateTime(day: try #require(CivilDay(year: 2026, month: 3, day: 12)), minuteOfDay: 600)
    let result = await readSite(
      root: CompleteFixtureTests.root("vivant"), options: ReadingOptions(today: today, readsRevisions: false))
    #expect(result.diagnostics.map(\.message) == [])
    site = try #require(result.site)
    publication = Publishing.publication(of: site, theme: Champigny(), assets: [], today: today).0
  }

  private func text(_ path: String) throws -> String {
    let file = try #require(publication.file(at: path), "\(path)")
    guard case .rendered(let render) = file.content else { return "" }
    return String(decoding: try render(), as: UTF8.self)
  }

  private func count(_ part: String, in path: String) throws -> Int {
    try text(path).components(separatedBy: part).count - 1
  }

  /// The part of a page under a heading.
  private func part(_ title: String, of path: String) throws -> String {
    let parts = try text(path).components(separatedBy: "<section")
    return try #require(parts.first { $0.contains(">\(title)</h2>") }, "\(path): \(title)")
  }

  @Test func `the home page shows no event twice, and Friday's concert first`() throws {
    let titles = try text("index.html").matches(of: /class="agenda-title"><a[^>]*>([^<]*)</).map { String($0.output.1) }
    #expect(titles.count > 8)
    #expect(Set(titles).count == titles.count)
    #expect(titles.first?.contains("Malo Kerjean") == true)
    #expect(try part("En ce moment", of: "index.html").contains("Exposition"))
    #expect(try part("Rendez-vous réguliers", of: "index.html").contains("Coworking ouvert"))
  }

  @Test func `what has a rule stands once in the agenda, and what differs stands by itself`() throws {
    let regular = try part("Rendez-vous réguliers", of: "agenda/index.html")
    for title in ["Coworking ouvert", "Yoga doux", "Chorale des Tilleuls", "Atelier couture", "Atelier réparation"] {
      #expect(regular.components(separatedBy: ">\(title)</a>").count == 2, "\(title)")
    }
    #expect(regular.contains("Apéro des habitants"))
    // Cancelled, moved to another day and place, moved to another place.
    let march = try part("Mars 2026", of: "agenda/index.html")
    for (title, state) in [
      ("Yoga doux", "Annulé"), ("Chorale des Tilleuls", "Date déplacée, changement de lieu"),
      ("Atelier couture", "Changement de lieu"),
    ] {
      let line = march.components(separatedBy: "<li").first { $0.contains(title) }
      #expect(line?.contains(state) == true, "\(title): \(state)")
    }
    #expect(march.components(separatedBy: "Repas partagé").count == 2)
  }

  @Test func `no list is long`() throws {
    for path in publication.files.map(\.path) where path.hasSuffix("index.html") && !path.hasPrefix("plan-du-site") {
      for list in try text(path).components(separatedBy: "<ul class=\"").dropFirst()
      where ["agenda", "regular", "titles"].contains(where: list.hasPrefix) {
        let lines = list.components(separatedBy: "</ul>")[0].components(separatedBy: "<li").count - 1
        #expect(lines <= 60, "\(path)")
      }
    }
    #expect(try count("<a ", in: "agenda/index.html") <= 150)
  }

  @Test(arguments: ["2026-02", "2026-03", "2026-04"]) func `a lively month weighs little`(issue: String) throws {
    #expect(try text("infolettres/\(issue)/courriel.html").utf8.count <= 60_000)
    #expect(try count(">Coworking ouvert</a>", in: "infolettres/\(issue)/courriel.html") <= 2)
  }

  /// The last one too, which begins twelve months from today and ends later.
  @Test(arguments: [
    "2025-03": "agenda/2025-04/", "2026-03": "agenda/2026-02/", "2026-04": "agenda/2026-05/",
    "2027-03": "agenda/2027-02/",
  ])
  func `a month holds every date of it`(month: String, beside: String) throws {
    let first = try #require(PartialDate(iso: month + "-01")?.firstMinute.day)
    let page = try text("agenda/\(month)/index.html")
    for event in site.events {
      for occurrence in event.schedule.occurrences(in: first...first.civilMonth.lastDay)
      where occurrence.span.firstDay >= first {
        #expect(page.contains("datetime=\"\(occurrence.span.start.iso)\""), "\(event.title)")
      }
    }
    #expect(page.contains("<table class=\"calendar\">"))
    #expect(page.contains(beside))
  }

  @Test func `the months go from the first event to twelve months ahead`() {
    let months = publication.files.compactMap { $0.path.wholeMatch(of: /agenda\/(\d{4}-\d\d)\/index.html/)?.output.1 }
    #expect(months.first == "2025-03" && months.last == "2027-03")
    #expect(months.count == 25)
  }

  @Test func `the week-end has Saturday and Sunday, and says as of when`() throws {
    let page = try text("agenda/ce-week-end/index.html")
    for words in ["12\u{A0}mars 2026", "Samedi 14\u{A0}mars", "Fête du printemps", "Balade botanique", "Exposition"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("Malo Kerjean") && !page.contains("Coworking"))
  }

  @Test func `what is called to subscribe is never a file to download`() throws {
    for path in publication.files.map(\.path) where path.hasSuffix("index.html") {
      for link in try text(path).matches(of: /href="([^"]*)"[^>]*>S’abonner/) {
        #expect(!link.output.1.hasSuffix(".ics") || link.output.1.hasPrefix("webcal:"), "\(path)")
      }
    }
    #expect(publication.file(at: "etiquettes/musique/agenda.ics") != nil)
    #expect(
      try text("etiquettes/musique/index.html").contains("webcal://example.org/hangar/etiquettes/musique/agenda.ics"))
  }
}
