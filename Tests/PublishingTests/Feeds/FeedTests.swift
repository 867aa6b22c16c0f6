import Foundation
import Markup
import Presenting
import Site
import Testing
import Time

@testable import Publishing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FeedTests {
  private func files(_ news: [News]) throws -> (atom: String, json: String) {
    let site = Site(settings: Sample.settings, news: news)
    let (publication, _) = publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today)
    return (
      try #require(try publication.text("nouvelles/atom.xml")),
      try #require(try publication.text("nouvelles/feed.json"))
    )
  }

  private func isWellFormed(_ xml: String) -> Bool { XMLParser(data: Data(xml.utf8)).parse() }

  @Test func `an entry is dated by its revision, else by the first moment of its period`() throws {
    var revised = Sample.news("revue", .day(Sample.day(2019, 7, 1)))
    revised.entry.revision = Instant(seconds: Sample.day(2019, 7, 4).number * 86_400 + 3661)
    let month = Sample.news("mois", .month(Sample.day(2019, 5, 1).civilMonth))
    let (atom, json) = try files([revised, month])
    #expect(isWellFormed(atom))
    #expect(atom.contains("<updated>2019-07-04T01:01:01+00:00</updated>"))
    #expect(atom.contains("<published>2019-07-01T00:00:00+00:00</published>"))
    #expect(atom.contains("<updated>2019-05-01T00:00:00+00:00</updated>"))
    #expect(atom.components(separatedBy: "<published>").count == 2, "un mois n’est pas un jour")
    #expect(json.components(separatedBy: "\"date_published\"").count == 2)
    #expect(atom.contains("&lt;p&gt;mai 2019&lt;/p&gt;"))
    #expect(json.contains("\"date_modified\":\"2019-07-04T01:01:01+00:00\""))
  }

  @Test func `identities do not follow titles or addresses`() throws {
    var news = Sample.news("a", .day(Sample.day(2019, 7, 1)))
    let before = try files([news]).atom
    news.entry.title = "Autre"
    news.entry.key = EntryKey(kind: .news, slug: "b")
    let after = try files([news]).atom
    let identity = try #require(before.matches(of: /<id>(.*?)<\/id>/).last?.output.1)
    #expect(after.contains("<id>\(identity)</id>"))
    #expect(identity.hasPrefix("urn:uuid:"))
  }

  @Test func `text is whole and its links are in full`() throws {
    var news = Sample.news("a", .day(Sample.day(2019, 7, 1)))
    let position = TextPosition(line: 1, column: 1)
    news.entry.body = Document(blocks: [
      .paragraph([
        .text("Voir "), .link(Link(target: .site("/agenda/x/#acces"), content: [.text("là")], position: position)),
      ])
    ])
    let (atom, json) = try files([news])
    #expect(atom.contains("href=&quot;https://example.org/champigny/agenda/x/#acces&quot;"))
    #expect(json.contains("https://example.org/champigny/agenda/x/#acces"))
  }

  @Test func `nothing is published after it was updated, and notes are led to on their page`() throws {
    var news = Sample.news("a", .day(Sample.day(2019, 7, 10)))
    news.entry.revision = Instant(seconds: Sample.day(2019, 7, 4).number * 86_400)
    news.entry.body = Document(
      blocks: [.paragraph([.text("Voir"), .footnoteReference(number: 1, occurrence: 1)])],
      footnotes: [Footnote(number: 1, references: 1, blocks: [.paragraph([.text("Une note.")])])])
    let (atom, json) = try files([news])
    #expect(atom.contains("<published>2019-07-10T00:00:00+00:00</published>"))
    #expect(atom.contains("<updated>2019-07-10T00:00:00+00:00</updated>"))
    for feed in [atom, json] {
      #expect(feed.contains("https://example.org/champigny/nouvelles/a/#note-1"))
      #expect(!feed.contains("\"#note") && !feed.contains("&quot;#") && !feed.contains("\\\"#"))
    }
  }

  @Test(arguments: ["<b> & \"c\" ]]>", "a\u{0}b\u{B}c\u{FFFE}", "</title><script>", "\u{1F600} é"])
  func `hostile titles break neither format`(title: String) throws {
    let (atom, json) = try files([Sample.news("a", .day(Sample.day(2019, 7, 1)), title: title)])
    #expect(isWellFormed(atom))
    let parsed = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let items = try #require(parsed["items"] as? [[String: Any]])
    #expect(items.first?["title"] as? String == title)
    #expect(!json.contains("<"))
  }

  @Test func `a feed holds the latest fifty, and is valid when empty`() throws {
    let many = (0..<60).map { Sample.news("n\($0)", .day(Sample.day(2019, 1, 1).adding(days: $0))) }
    let atom = try files(many).atom
    #expect(atom.components(separatedBy: "<entry>").count == 51)
    #expect(atom.contains("Nouvelle n59") && !atom.contains("Nouvelle n9<"))
    let empty = try files([]).atom
    #expect(isWellFormed(empty))
    #expect(empty.contains("<updated>1970-01-01T00:00:00+00:00</updated>"))
  }
}

@Suite struct StructuredDataTests {
  private func event(_ change: (inout Event) -> Void = { _ in }) throws -> String {
    var event = Sample.event(
      "e",
      Schedule(
        plan: .once(
          Span(
            start: .minute(CivilDateTime(day: Sample.day(2019, 8, 2), minuteOfDay: 840)),
            end: .minute(CivilDateTime(day: Sample.day(2019, 8, 2), minuteOfDay: 1080))))))
    change(&event)
    let place = Place(
      entry: Sample.entry(.place, "p", "L’Atelier"), address: "3 rue X", postcode: "94500", city: "Champigny")
    let site = Site(settings: Sample.settings, events: [event], places: [place])
    let item = try #require(Agenda(site: site, today: Sample.today).items.first)
    return StructuredData.event(item, EventStanding(of: event, upcoming: [item.occurrence]), of: site)?.text() ?? ""
  }

  @Test func `an event says when and where`() throws {
    let text = try event {
      $0.location = .place(EntryKey(kind: .place, slug: "p"))
      $0.price = "5 €"
    }
    #expect(text.contains("\"startDate\":\"2019-08-02T14:00:00+00:00\",\"endDate\":\"2019-08-02T18:00:00+00:00\""))
    #expect(text.contains("\"streetAddress\":\"3 rue X\",\"postalCode\":\"94500\",\"addressLocality\":\"Champigny\""))
    #expect(text.contains("\"eventStatus\":\"https://schema.org/EventScheduled\""))
    #expect(text.contains("OfflineEventAttendanceMode"))
    #expect(text.contains("\"price\":\"5\",\"priceCurrency\":\"EUR\""))
  }

  @Test func `what moved says from when`() throws {
    let text = try event {
      $0.schedule.status = .postponed(to: .minute(CivilDateTime(day: Sample.day(2019, 8, 9), minuteOfDay: 900)))
    }
    #expect(text.contains("\"startDate\":\"2019-08-09T15:00:00+00:00\""))
    #expect(text.contains("\"previousStartDate\":\"2019-08-02T14:00:00+00:00\""))
    #expect(text.contains("EventRescheduled"))
  }

  @Test func `what has no day is no event for machines`() throws {
    #expect(try event { $0.schedule = Sample.once(.month(Sample.day(2019, 8, 1).civilMonth)) } == "")
    #expect(try event { $0.schedule.status = .cancelled }.contains("EventCancelled"))
    #expect(try event { $0.schedule.status = .postponed(to: nil) }.contains("EventPostponed"))
  }
}
