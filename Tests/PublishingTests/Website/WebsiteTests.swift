import HTML
import Markup
import Presenting
import Site
import Testing
import Time

@testable import Publishing

/// A site that has every kind of entry, several of them under one title.
private func fullSite() -> Site {
  func key(_ kind: EntryKind, _ slug: String) -> EntryKey { EntryKey(kind: kind, slug: slug) }
  var first = Sample.event(
    "soupe-1", Sample.once(.month(Sample.day(2018, 6, 1).civilMonth)), title: "Champy’Soupe", series: "soupe")
  first.location = .place(key(.place, "atelier"))
  let second = Sample.event(
    "soupe-2", Sample.once(.month(Sample.day(2018, 11, 1).civilMonth)), title: "Champy’Soupe", series: "soupe")
  var rule = Sample.event(
    "vendredis",
    Schedule(
      plan: .rule(
        first: Span(
          start: .minute(CivilDateTime(day: Sample.day(2019, 7, 5), minuteOfDay: 840)),
          end: .minute(CivilDateTime(day: Sample.day(2019, 7, 5), minuteOfDay: 1080))),
        Recurrence(frequency: .monthly(.weekday(.friday, nth: 1))))))
  rule.location = .place(key(.place, "atelier"))
  rule.organizers = [.partner(key(.partner, "mairie"))]
  rule.entry.tags = [Tag(name: "Travail", slug: "travail")]
  let late = Sample.event("fete", Sample.once(.day(Sample.day(2019, 8, 1)), status: .postponed(to: nil)))
  let regular = Sample.event("apero", Schedule(plan: .undated, rhythm: "un soir par mois"))
  var news = Sample.news("annonce", .month(Sample.day(2019, 7, 1).civilMonth), tags: ["travail"])
  news.events = [key(.event, "vendredis")]
  news.entry.partners = [key(.partner, "mairie")]
  news.entry.aliases = [SitePath("/ancienne-annonce/"), SitePath("/vieux.html"), SitePath("/agenda/")]
  let pages = [
    Page(entry: Sample.entry(.page, "accueil", "Bienvenue")),
    Page(entry: Sample.entry(.page, "projet", "Le projet"), menu: 1),
    Page(entry: Sample.entry(.page, "projet/etapes", "Étapes")),
    Page(entry: Sample.entry(.page, "agenda", "Nos rendez-vous")),
    Page(entry: Sample.entry(.page, "mentions-legales", "Mentions légales")),
  ]
  return Site(
    settings: Sample.settings, news: [news, Sample.news("ancienne", .year(2017), tags: ["travail"])],
    events: [first, second, rule, late, regular],
    series: [Series(entry: Sample.entry(.series, "soupe", "Champy’Soupe"))],
    places: [
      Place(
        entry: Sample.entry(.place, "atelier", "L’Atelier"), address: "3 rue X", postcode: "94500", city: "Champigny")
    ],
    partners: [Partner(entry: Sample.entry(.partner, "mairie", "Mairie"))], pages: pages,
    issues: [
      Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)), Sample.issue("2019-06", sent: Sample.day(2019, 6, 30)),
    ])
}

@Suite struct WebsiteTests {
  private let site = fullSite()
  private let publication: Publication

  init() {
    publication =
      Publishing.publication(
        of: site, theme: PlainTheme(), assets: [ThemeAsset(name: "site.css", contents: Array("p{}".utf8))],
        today: Sample.today
      ).0
  }

  private func page(_ path: String) throws -> String { try #require(try publication.text(path), "\(path)") }

  private func pages() throws -> [(path: String, html: String)] {
    try publication.files.filter { $0.path.hasSuffix("index.html") }.map { ($0.path, try page($0.path)) }
  }

  @Test(arguments: [
    "index.html", "nouvelles/index.html", "nouvelles/2019/index.html", "nouvelles/2017/index.html",
    "nouvelles/annonce/index.html", "agenda/index.html", "agenda/2018/index.html", "agenda/2019/index.html",
    "agenda/2020/index.html", "agenda/2018-06/index.html", "agenda/2019-08/index.html", "agenda/ce-week-end/index.html",
    "agenda/rendez-vous-reguliers/index.html", "agenda/vendredis/index.html", "agenda/series/soupe/index.html",
    "lieux/index.html",
    "lieux/atelier/index.html", "partenaires/index.html", "partenaires/mairie/index.html", "projet/index.html",
    "projet/etapes/index.html", "etiquettes/travail/index.html", "infolettres/index.html",
    "infolettres/2019-07/index.html", "infolettres/2019-07/courriel.html", "infolettres/2019-07/courriel.txt",
    "infolettres/2019-07/courriel.eml", "s-abonner/index.html", "plan-du-site/index.html", "404.html", "sitemap.xml",
    "robots.txt", "_redirects", "_headers", ".htaccess", "nouvelles/atom.xml", "nouvelles/feed.json",
    "infolettres/atom.xml", "ancienne-annonce/index.html", "vieux.html",
  ])
  func `a file stands at its address`(path: String) throws {
    _ = try page(path)
  }

  @Test func `each path is published once`() {
    #expect(Set(publication.files.map(\.path)).count == publication.files.count)
    #expect(!publication.files.contains { $0.path == "accueil/index.html" })
  }

  @Test func `titles and descriptions tell the pages apart`() throws {
    for pattern in [/<title>(.*?)<\/title>/, /<meta name="description" content="(.*?)">/] {
      var owners: [String: [String]] = [:]
      for (path, html) in try pages() where !html.contains("http-equiv") {
        let text = try #require(html.firstMatch(of: pattern)?.output.1)
        #expect(!text.isEmpty, "\(path)")
        owners[String(text), default: []].append(path)
      }
      #expect(owners.values.filter { $0.count > 1 } == [])
    }
    #expect(try page("agenda/soupe-1/index.html").contains("<title>Champy’Soupe (juin 2018)</title>"))
  }

  @Test func `every link of the site leads to a file, and every page is reached`() throws {
    let files = Set(publication.files.map(\.path))
    var reached: Set<String> = []
    for (path, html) in try pages() + [("404.html", page("404.html"))] {
      for match in html.matches(of: /href="([^"#]*)/) where !match.output.1.isEmpty {
        var address = String(match.output.1)
        if address.hasPrefix(site.settings.baseURL) {
          address = site.settings.basePath + address.dropFirst(site.settings.baseURL.count)
        }
        guard address.hasPrefix("/") else { continue }
        #expect(address.hasPrefix("/champigny/"), "\(path): \(address)")
        let file = SitePath(String(address.dropFirst("/champigny".count))).outputFile
        if !file.hasSuffix(".ics") { #expect(files.contains(file), "\(path): \(address)") }
        if file != path { reached.insert(file) }
      }
    }
    let hidden = [
      "infolettres/2019-07/index.html", "infolettres/2019-07/a-relire/index.html", "ancienne-annonce/index.html",
    ]
    let orphans = try pages().map(\.path).filter { !reached.contains($0) && !hidden.contains($0) }
    #expect(orphans == [])
  }

  @Test func `each page is its own canonical`() throws {
    for (path, html) in try pages() where !html.contains("http-equiv") {
      let address = "https://example.org/champigny/" + path.dropLast("index.html".count)
      #expect(html.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(path)")
    }
  }

  @Test func `the agenda has what is to come, then what was put off, then what is regular, then the past`() throws {
    let html = try page("agenda/index.html")
    let order = ["2019-08-02T14:00", "Rendez-vous fete", "Rendez-vous apero", "2020-07", "2018-11"]
    var rest = html[...]
    for part in order {
      let range = try #require(rest.firstRange(of: part), "\(part) manque après ce qui précède")
      rest = rest[range.upperBound...]
    }
    #expect(html.matches(of: /T14:00/).count == 2, "ce qui revient est dit une fois par liste")
    #expect(!html.contains("2020-08"), "une règle sans fin s’arrête après douze mois")
    #expect(html.contains("Texte de Nos rendez-vous"))
  }

  @Test func `a rule is followed neither for ever nor from the beginning of time`() {
    let daily = Sample.event(
      "jour",
      Schedule(
        plan: .rule(
          first: Span(start: .day(Sample.day(1, 1, 1))),
          Recurrence(frequency: .daily, bound: .until(Sample.day(9999, 12, 31))))))
    let agenda = Agenda(site: Site(settings: Sample.settings, events: [daily]), today: Sample.today)
    #expect(agenda.items.count == 36_525 + 3653 + 1)
  }

  @Test func `an issue still to come is at its address, listed nowhere`() throws {
    for path in ["infolettres/index.html", "plan-du-site/index.html", "infolettres/atom.xml", "sitemap.xml"] {
      let text = try page(path)
      #expect(!text.contains("infolettres/2019-07/"), "\(path)")
      #expect(text.contains("infolettres/2019-06/"), "\(path)")
    }
  }

  @Test func `an assets folder is named after what it holds`() throws {
    let css = try #require(publication.files.first { $0.path.hasSuffix("site.css") })
    #expect(css.path.wholeMatch(of: /theme\/[0-9a-f]{10}\/site\.css/) != nil)
    let other = AssetAddresses([ThemeAsset(name: "site.css", contents: Array("b{}".utf8))])
    #expect(other.paths["site.css"]?.outputFile != css.path)
  }

  @Test func `a file that themes had before the program brought it gives way, and is reported`() throws {
    let old = [
      ThemeAsset(name: "search.js", contents: Array("alert(1)".utf8)), ThemeAsset(name: "site.css", contents: []),
    ]
    let (publication, diagnostics) = Publishing.publication(
      of: fullSite(), theme: PlainTheme(), assets: old, today: Sample.today)
    let script = try #require(publication.files.first { $0.path.hasSuffix("/search.js") })
    #expect(try publication.text(script.path)?.contains("alert") == false)
    let remark = try #require(diagnostics.first { $0.code == "theme-file-replaced" })
    #expect(remark.place?.file == "Themes/\(PlainTheme().name)/assets/search.js")
    #expect(!diagnostics.contains { $0.code == "same-address" })
  }

  @Test func `the same site and date give the same bytes`() throws {
    let again = Publishing.publication(
      of: fullSite(), theme: PlainTheme(), assets: [ThemeAsset(name: "site.css", contents: Array("p{}".utf8))],
      today: Sample.today
    ).0
    #expect(again.files.map(\.path) == publication.files.map(\.path))
    for file in publication.files { #expect(try again.text(file.path) == publication.text(file.path), "\(file.path)") }
  }

  @Test func `the summary counts`() {
    let summary = publication.summary
    let counts: [EntryKind: Int] = [.news: 2, .event: 5, .partner: 1, .place: 1, .issue: 2, .page: 5, .series: 1]
    #expect(summary.entries.filter { $0.value > 0 } == counts)
    #expect(summary.pages == publication.files.count { $0.path.hasSuffix("index.html") } - 2)
  }

  @Test func `a template that is wrong stops its page, with its name`() throws {
    let page = HTML(raw: "<p>")
    var faulty = page
    faulty.faults = ["valeur dans un commentaire"]
    #expect(throws: TemplateFault(path: .news, faults: faulty.faults)) { try faulty.checkedText(for: .news) }
    #expect(try page.checkedText(for: .news) == "<p>")
  }
}

@Suite struct LetterChecksTests {
  private func codes(_ site: Site) -> [String] {
    publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today).1.map(\.code)
  }

  private func site(titleLength: Int = 10, change: (inout Settings) -> Void = { _ in }) -> Site {
    var settings = Sample.settings
    change(&settings)
    let title = String(repeating: "a", count: titleLength)
    return Site(
      settings: settings, news: [Sample.news("n", .day(Sample.day(2019, 7, 5)), title: title)],
      issues: [Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))])
  }

  @Test func `a letter that is ready is not spoken of`() {
    #expect(codes(site()) == [])
    #expect(codes(Site(settings: Settings(title: "x", baseURL: "https://a.fr", identifier: "x"))) == [])
  }

  @Test func `a letter without sender is not ready`() {
    #expect(codes(site { $0.newsletter.sender = nil }) == ["letter-not-ready"])
    #expect(codes(site { $0.placeholders = ["infolettre.expediteur"] }) == ["letter-not-ready"])
  }

  @Test func `a letter without news and events is doubtful`() {
    let empty = Site(settings: Sample.settings, issues: [Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))])
    #expect(codes(empty) == ["empty-letter"])
  }

  @Test(arguments: [(38_000, []), (40_500, ["letter-large"]), (46_500, ["letter-too-large"])])
  func `a letter is weighed`(titleLength: Int, expected: [String]) {
    #expect(codes(site(titleLength: titleLength)) == expected)
  }

  @Test(arguments: [(17, 0, 18 * 60), (18, 0, 20 * 60), (19, 59, 20 * 60), (20, 0, 24 * 60), (23, 59, 24 * 60)])
  func `a site changes of itself when an event begins or ends, and with the day`(hour: Int, minute: Int, next: Int) {
    let day = Sample.day(2019, 7, 19)
    func at(_ minutes: Int) -> CivilDateTime { CivilDateTime(day: day, minuteOfDay: minutes) }
    let ball = Sample.event("bal", Sample.once(.minute(at(18 * 60)), .minute(at(20 * 60))))
    let site = Site(settings: Sample.settings, events: [ball])
    #expect(Agenda(site: site, today: at(hour * 60 + minute)).nextChange == at(next))
  }
}
