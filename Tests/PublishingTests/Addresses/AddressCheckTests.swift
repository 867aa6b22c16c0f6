import Diagnostics
import Markup
import Site
import Testing

@testable import Publishing

/// What texts say of addresses is held against what is published.
@Suite struct AddressCheckTests {
  private static let place = Diagnostics.SourceLocation(file: "Content/nouvelles/b.md", line: 5, column: 3)

  /// A site with a news item of July 2019 that bears a tag and was called otherwise once, and one that leads to `target`.
  private static func site(leadingTo target: String) -> Site {
    var first = Sample.news("a", .day(Sample.day(2019, 7, 1)), tags: ["velo"])
    first.entry.aliases = [
      SitePath("/ancien/"), SitePath("/spip/article12.html"), SitePath("/?p=12"), SitePath("/spip.php?article12"),
    ]
    var second = Sample.news("b", .day(Sample.day(2019, 7, 2)))
    let link = Link(target: .site(target), content: [.text("là")], position: TextPosition(line: 1, column: 1))
    second.entry.body = Document(blocks: [.paragraph([.link(link)])])
    let event = Sample.event("bal", Sample.once(.day(Sample.day(2019, 8, 1))))
    return Site(
      settings: Sample.settings, news: [first, second], events: [event],
      pages: [Page(entry: Sample.entry(.page, "venir", "Venir"))])
  }

  private static func published(_ address: String, _ suffix: String = "") throws -> (codes: [String], page: String) {
    let references = AddressReferences(links: [Located(address, at: place)])
    let (publication, diagnostics) = Publishing.publication(
      of: site(leadingTo: address + suffix), theme: PlainTheme(), assets: [], today: Sample.today,
      references: references)
    #expect(diagnostics.allSatisfy { $0.place == place })
    // The theme of these tests shows no texts; feeds do.
    let feed = try publication.text("nouvelles/atom.xml") ?? ""
    return (
      diagnostics.map(\.code),
      feed.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    )
  }

  @Test(arguments: [
    "/", "/nouvelles/", "/nouvelles/2019/", "/agenda/", "/agenda/2019/", "/agenda/bal/", "/agenda/bal/evenement.ics",
    "/agenda.ics", "/agenda/a-venir.ics", "/nouvelles/atom.xml", "/etiquettes/velo/", "/plan-du-site/", "/s-abonner/",
    "/recherche/", "/venir/", "/404.html", "/robots.txt", "/infolettres/",
  ])
  func `what is made can be led to`(address: String) throws {
    let (codes, page) = try Self.published(address)
    #expect(codes.isEmpty)
    #expect(page.contains("href=\"https://example.org/champigny\(address)\">là</a>"), "\(page)")
  }

  @Test(arguments: [
    "/nouvelles/1999/", "/agenda/1950/", "/etiquettes/inconnue/", "/agenda/series/", "/venir/agenda.ics",
    "/nouvelles/a/evenement.ics", "/proposer/nouvelle/", "/lieux/", "/partenaires/", "/infolettres/2019-07/",
    "/Agenda/",
    "/images/", "/nouvelles/a/index", "/venir/venir/",
  ])
  func `what is not made can't`(address: String) throws {
    let (codes, page) = try Self.published(address)
    #expect(codes == ["broken-link"])
    #expect(page.contains("là") && !page.contains(">là</a>"), "of the link its words stay")
  }

  @Test(arguments: [
    ("/venir", "#plan", "/venir/#plan"), ("/agenda/bal", "?x=1", "/agenda/bal/?x=1"),
    ("/nouvelles/2019", "", "/nouvelles/2019/"), ("/venir?p=12", "", "/venir/?p=12"),
  ])
  func `an address without its last stroke leads to the page`(address: String, suffix: String, leads: String) throws {
    let (codes, page) = try Self.published(address, suffix)
    #expect(codes.isEmpty)
    #expect(page.contains("href=\"https://example.org/champigny\(leads)\">là</a>"), "\(page)")
  }

  @Test(arguments: ["/ancien/", "/ancien", "/spip/article12.html", "/?p=12", "/spip.php?article12"])
  func `an earlier address leads on, with a word`(address: String) throws {
    let (codes, page) = try Self.published(address, "#suite")
    #expect(codes == ["link-to-alias"])
    #expect(page.contains("href=\"https://example.org/champigny/nouvelles/a/#suite\">là</a>"), "\(page)")
  }

  @Test func `an earlier address with a query is said to take a server`() {
    let aliases = [
      Located(SitePath("/?p=12"), at: Self.place), Located(SitePath("/spip.php?article12"), at: Self.place),
    ]
    let diagnostics = Publishing.publication(
      of: Self.site(leadingTo: "/"), theme: PlainTheme(), assets: [], today: Sample.today,
      references: AddressReferences(aliases: aliases)
    ).1
    #expect(diagnostics.map(\.code) == ["alias-with-query"] && diagnostics.first?.severity == .note)
  }

  @Test func `the button of a letter is led on as links are`() {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) {
      $0.callToAction = Issue.CallToAction(text: "Lire", link: "/ancien#suite")
    }
    let site = Site(settings: Sample.settings, issues: [issue])
    let led = site.leading(["/ancien": SitePath("/nouvelles/a/")])
    #expect(led.issues.first?.callToAction?.link == "/nouvelles/a/#suite")
    #expect(site.leading(["/ancien": nil]).issues.first?.callToAction == nil)
  }

  // MARK: Calendars at earlier addresses

  @Test func `a calendar goes on at each earlier address of its entry, byte for byte`() throws {
    let place = Place(
      entry: Sample.entry(.place, "halle", "La halle", aliases: ["/lieux/hangar/", "/vieux/hangar.ics"]))
    var event = Sample.event("bal", Sample.once(.day(Sample.day(2019, 8, 1))))
    event.location = .place(slug: "halle")
    event.entry.aliases = [SitePath("/agenda/fete")]
    let site = Site(settings: Sample.settings, events: [event], places: [place])
    let (publication, diagnostics) = Publishing.publication(
      of: site, theme: PlainTheme(), assets: [], today: Sample.today,
      references: AddressReferences(links: [Located("/lieux/hangar/agenda.ics", at: Self.place)]))
    #expect(diagnostics.isEmpty)
    let now = try #require(try publication.text("lieux/halle/agenda.ics"))
    #expect(now.contains("BEGIN:VEVENT"))
    #expect(try publication.text("lieux/hangar/agenda.ics") == now)
    #expect(try publication.text("vieux/hangar.ics") == now)
    #expect(try publication.text("agenda/fete/evenement.ics") == publication.text("agenda/bal/evenement.ics"))
    // Whoever is led on from there gets a page, not a calendar.
    #expect(try publication.text("_redirects")?.contains(".ics") == false)
  }

  @Test func `an earlier address that another entry has now has its calendar`() throws {
    let old = Place(entry: Sample.entry(.place, "halle", "La halle", aliases: ["/lieux/hangar/"]))
    let new = Place(entry: Sample.entry(.place, "hangar", "Le hangar"))
    var events = ["bal", "bourse"].map { Sample.event($0, Sample.once(.day(Sample.day(2019, 8, 1)))) }
    events[0].location = .place(slug: "halle")
    events[1].location = .place(slug: "hangar")
    let (publication, diagnostics) = Publishing.publication(
      of: Site(settings: Sample.settings, events: events, places: [old, new]), theme: PlainTheme(), assets: [],
      today: Sample.today)
    #expect(diagnostics.map(\.code) == ["alias-taken"])
    #expect(try publication.text("lieux/hangar/agenda.ics")?.contains("Le hangar") == true)
  }
}
