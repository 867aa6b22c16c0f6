import HTML
import Markup
import Site
import Testing
import Time

@testable import Presenting
@testable import ThemeChampigny

/// What holds for every kind of page, filled or empty.
@Suite struct PageTests {
  /// The room that is kept for pictures before they are there is that of the column for which browsers choose their size.
  @Test func `the style sheet keeps as much room for pictures as pages say that they take`() throws {
    let width = try #require(HTMLRenderer.columnSizes.firstMatch(of: /\(min-width: \d+rem\) (\d+rem)/)?.1)
    #expect(try Assets.text("style.css").contains("picture > img { width: min(100%, \(width)); }"))
  }

  @Test(arguments: Sample.renderedPages) func `its template is sound and its elements are balanced`(
    page: Sample.RenderedPage
  ) {
    #expect(page.html.faults == [])
    #expect(page.html.unbalanced == [])
  }

  @Test(arguments: Sample.renderedPages) func `it has one first heading and skips no level`(page: Sample.RenderedPage) {
    let levels = page.html.tags.filter { !$0.isClosing }.compactMap { tag in
      tag.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) }
    }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
  }

  @Test(arguments: Sample.renderedPages) func `it says its language and has its landmarks`(page: Sample.RenderedPage) {
    let html = page.html
    #expect(html.text.hasPrefix("<!doctype html>\n<html lang=\"fr\">"))
    for landmark in ["header", "footer"] {
      #expect(html.text.contains("<\(landmark) class=\"\(landmark == "header" ? "top" : "bottom")\">"))
    }
    #expect(html.tags("main").map { $0.attributes["id"] } == ["page_contenu"])
    let labels = html.tags("nav").compactMap { $0.attributes["aria-label"] }
    #expect(labels.count == html.tags("nav").count)
    #expect(Set(labels).count == labels.count)
  }

  @Test(arguments: Sample.renderedPages) func `the skip link is the first stop`(page: Sample.RenderedPage) {
    #expect(page.html.links.first?.address == "#page_contenu")
    #expect(page.html.links.first?.words == "Aller au contenu")
  }

  @Test(arguments: Sample.renderedPages) func `nothing in it runs, and no style stands in it`(
    page: Sample.RenderedPage
  ) {
    #expect(page.html.tags("script").allSatisfy { $0.attributes["type"] == "application/ld+json" })
    #expect(page.html.tags("style").isEmpty)
    for tag in page.html.tags {
      #expect(tag.attributes["style"] == nil)
      #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") })
    }
  }

  @Test(arguments: Sample.renderedPages) func `the policy stands before the first style`(
    page: Sample.RenderedPage
  ) throws {
    let policy = try #require(page.html.text.firstRange(of: "Content-Security-Policy"))
    let style = try #require(page.html.text.firstRange(of: "rel=\"stylesheet\""))
    #expect(policy.upperBound < style.lowerBound)
  }

  @Test(arguments: Sample.renderedPages) func `links that say the same lead to the same address`(
    page: Sample.RenderedPage
  ) {
    let links = page.html.links
    for (words, same) in Dictionary(grouping: links, by: \.words) {
      #expect(!words.isEmpty)
      #expect(Set(same.map(\.address)).count == 1, "« \(words) »")
    }
  }

  @Test(arguments: Sample.renderedPages) func `every address of the site carries its folder`(
    page: Sample.RenderedPage
  ) {
    for tag in page.html.tags {
      for address in [tag.attributes["href"], tag.attributes["src"]].compactMap({ $0 }) where address.hasPrefix("/") {
        #expect(address.hasPrefix("/essai/"))
      }
    }
  }

  @Test(arguments: Sample.renderedPages) func `every picture has its text and its size`(page: Sample.RenderedPage) {
    for image in page.html.tags("img") {
      #expect(image.attributes["alt"] != nil)
      #expect(image.attributes["width"].flatMap { Int($0) } != nil)
      #expect(image.attributes["height"].flatMap { Int($0) } != nil)
    }
  }

  @Test func `every asset that a page names is in the theme's folder`() throws {
    let pages = Sample.renderedPages.map(\.html.text).joined()
    let names = Set(pages.matches(of: /\/essai\/theme\/([a-z0-9.-]+)/).map { String($0.1) })
    #expect(names.count >= 5)
    for name in names { #expect(try Assets.exists(name), "\(name)") }
  }

  @Test func `what people write is text, never markup`() {
    let hostile = "</h1><script>alert('x')</script> \"onclick=\""
    var item = Sample.news[0]
    item.entry.title = hostile
    item.entry.summary = hostile
    item.entry.tags = [Tag(name: hostile, slug: "x")]
    let page = Champigny().news(
      NewsPage(
        news: item, venue: Venue(name: hostile), partners: [], events: [], older: EntryLink(item), newer: nil,
        related: []), Sample.context(item.path, hostile))
    #expect(page.faults == [])
    #expect(page.unbalanced == [])
    #expect(page.tags("script").allSatisfy { $0.attributes["type"] == "application/ld+json" })
  }

  @Test func `an event without a date says so, and has no calendar`() {
    let event = Event(
      entry: Sample.entry(.event, "x", "Inauguration"), schedule: Schedule(plan: .undated))
    let page = Champigny().event(
      EventPage(
        event: event, venue: nil, place: nil, dateLines: [], upcoming: [], past: [], partners: [], facts: [],
        previous: nil, next: nil, news: [], related: [], calendar: nil, googleLink: nil),
      Sample.context(event.path, event.title))
    #expect(page.text.contains("Date à venir"))
    #expect(!page.links.contains { $0.address.hasSuffix(".ics") })
  }

  @Test func `a page that is not to be listed says so`() {
    var context = Sample.context(SitePath("/404.html"), "Page introuvable")
    #expect(!Champigny().notFound(context).text.contains("noindex"))
    context.isIndexed = false
    #expect(Champigny().notFound(context).text.contains("<meta name=\"robots\" content=\"noindex\">"))
  }
}
