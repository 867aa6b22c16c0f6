import Presenting
import Site
import Testing
import Time

@testable import Publishing

@Suite struct LetterSelectionTests {
  private let july = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))

  private func letter(_ site: Site, _ slug: String = "2019-07") throws -> Letter {
    let issue = try #require(site.issue(EntryKey(kind: .issue, slug: slug)))
    return LetterSelection(site: site, today: CivilDateTime(day: issue.sendDate, minuteOfDay: 600)).letter(
      of: issue, links: .onSite(issue, of: site))
  }

  @Test func `the first issue holds the news of its month, known by the month alone or not`() throws {
    let site = Site(
      settings: Sample.settings,
      news: [
        Sample.news("juin", .day(Sample.day(2019, 6, 30))),
        Sample.news("juillet", .month(Sample.day(2019, 7, 1).civilMonth)),
        Sample.news("jour-meme", .minute(CivilDateTime(day: Sample.day(2019, 7, 31), minuteOfDay: 1200))),
        Sample.news("aout", .day(Sample.day(2019, 8, 1))),
      ], issues: [july])
    #expect(try letter(site).news.map(\.key.slug) == ["jour-meme", "juillet"])
  }

  @Test func `an issue goes on where the one before it ended, whatever the gap`() throws {
    let site = Site(
      settings: Sample.settings,
      news: [
        Sample.news("le-jour", .day(Sample.day(2019, 3, 31))), Sample.news("apres", .day(Sample.day(2019, 4, 1))),
        Sample.news("juin", .month(Sample.day(2019, 6, 1).civilMonth)),
      ],
      issues: [Sample.issue("2019-03", sent: Sample.day(2019, 3, 31)), july])
    #expect(try letter(site).news.map(\.key.slug) == ["juin", "apres"])
    #expect(try letter(site, "2019-03").news.map(\.key.slug) == ["le-jour"])
  }

  @Test func `depuis decides over the issue before`() throws {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) { $0.since = Sample.day(2019, 7, 10) }
    let site = Site(
      settings: Sample.settings,
      news: [Sample.news("dix", .day(Sample.day(2019, 7, 10))), Sample.news("onze", .day(Sample.day(2019, 7, 11)))],
      issues: [issue])
    #expect(try letter(site).news.map(\.key.slug) == ["onze"])
  }

  @Test func `what is published later than the letter is not in it`() throws {
    var late = Sample.news("tard", .day(Sample.day(2019, 7, 2)))
    late.entry.publishedFrom = CivilDateTime(day: Sample.day(2019, 8, 1), minuteOfDay: 0)
    var onTime = Sample.news("a-temps", .day(Sample.day(2019, 7, 2)))
    onTime.entry.publishedFrom = CivilDateTime(day: Sample.day(2019, 7, 31), minuteOfDay: 1200)
    let site = Site(settings: Sample.settings, news: [late, onTime], issues: [july])
    #expect(try letter(site).news.map(\.key.slug) == ["a-temps"])
  }

  @Test func `pinned news come first in their order, excluded ones not at all, none twice`() throws {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) {
      $0.pinned = [Sample.news("trois"), Sample.news("un"), Sample.news("ancienne")]
      $0.excluded = [Sample.news("quatre")]
    }
    let news =
      [("un", 1), ("deux", 2), ("trois", 3), ("quatre", 4)].map { slug, day in
        Sample.news(slug, .day(Sample.day(2019, 7, day)))
      } + [Sample.news("ancienne", .year(2017))]
    let site = Site(settings: Sample.settings, news: news, issues: [issue])
    #expect(try letter(site).news.map(\.key.slug) == ["trois", "un", "ancienne", "deux"])
  }

  @Test func `an explicit list is kept in its order, whatever the dates`() throws {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) {
      $0.news = .listed([Sample.news("b"), Sample.news("a")])
      $0.pinned = [Sample.news("a")]
    }
    let site = Site(
      settings: Sample.settings,
      news: [
        Sample.news("a", .year(2012)), Sample.news("b", .year(2013)), Sample.news("c", .day(Sample.day(2019, 7, 9))),
      ],
      issues: [issue])
    #expect(try letter(site).news.map(\.key.slug) == ["a", "b"])
  }

  @Test func `the agenda goes from the day of sending to the last day before the weeks are over`() throws {
    let starts = [(7, 30), (7, 31), (8, 1), (9, 10), (9, 11)]
    let events = starts.map { month, day in
      Sample.event(
        "le-\(month)-\(day)", Sample.once(.minute(CivilDateTime(day: Sample.day(2019, month, day), minuteOfDay: 900))))
    }
    let site = Site(settings: Sample.settings, events: events, issues: [july])
    #expect(try letter(site).agenda.map(\.event.key.slug) == ["le-7-31", "le-8-1", "le-9-10"])
  }

  @Test func `an event that is shown later than the letter is not in it`() throws {
    func event(_ slug: String, shownFrom day: CivilDay) -> Event {
      var event = Sample.event(slug, Sample.once(.day(Sample.day(2019, 8, 9))))
      event.entry.publishedFrom = CivilDateTime(day: day, minuteOfDay: 0)
      return event
    }
    let events = [
      event("tard", shownFrom: Sample.day(2019, 8, 1)), event("a-temps", shownFrom: Sample.day(2019, 7, 31)),
    ]
    let site = Site(settings: Sample.settings, events: events, issues: [july])
    #expect(try letter(site).agenda.map(\.event.key.slug) == ["a-temps"])
  }

  @Test func `what runs on the day of sending and months that overlap are in it`() throws {
    let site = Site(
      settings: Sample.settings,
      events: [
        Sample.event("expo", Sample.once(.day(Sample.day(2019, 7, 1)), .day(Sample.day(2019, 7, 31)))),
        Sample.event("finie", Sample.once(.day(Sample.day(2019, 7, 1)), .day(Sample.day(2019, 7, 30)))),
        Sample.event("juillet", Sample.once(.month(Sample.day(2019, 7, 1).civilMonth))),
        Sample.event("septembre", Sample.once(.month(Sample.day(2019, 9, 1).civilMonth))),
        Sample.event("octobre", Sample.once(.month(Sample.day(2019, 10, 1).civilMonth))),
      ], issues: [july])
    #expect(try letter(site).agenda.map(\.event.key.slug) == ["juillet", "expo", "septembre"])
  }

  @Test func `without a week ahead only what runs is said`() throws {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) { $0.weeksAhead = 0 }
    let site = Site(
      settings: Sample.settings,
      events: [
        Sample.event("expo", Sample.once(.day(Sample.day(2019, 7, 1)), .day(Sample.day(2019, 8, 2)))),
        Sample.event("soir", Sample.once(.day(Sample.day(2019, 7, 31)))),
      ], issues: [issue])
    #expect(try letter(site).agenda.map(\.event.key.slug) == ["expo"])
  }

  @Test(arguments: [Int.min, -1, Int.max])
  func `no number of weeks is too strange`(weeks: Int) throws {
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31)) { $0.weeksAhead = weeks }
    let site = Site(
      settings: Sample.settings, events: [Sample.event("soir", Sample.once(.day(Sample.day(2019, 8, 31))))],
      issues: [issue])
    #expect(try letter(site).agenda.count == (weeks > 0 ? 1 : 0))
  }

  @Test func `cancelled, postponed and moved occurrences are shown as such`() throws {
    let fridays = Schedule(
      plan: .rule(
        first: Span(start: .minute(CivilDateTime(day: Sample.day(2019, 8, 2), minuteOfDay: 840))),
        Recurrence(frequency: .weekly([.friday]), bound: .count(3))),
      cancelled: [OccurrenceKey(Sample.day(2019, 8, 9))],
      moved: [
        Schedule.Move(
          planned: OccurrenceKey(Sample.day(2019, 8, 16)),
          span: Span(start: .minute(CivilDateTime(day: Sample.day(2019, 8, 17), minuteOfDay: 840))))
      ])
    let site = Site(
      settings: Sample.settings,
      events: [
        Sample.event("vendredis", fridays),
        Sample.event("fete", Sample.once(.day(Sample.day(2019, 8, 20)), status: .postponed(to: nil))),
      ], issues: [july])
    let agenda = try letter(site).agenda
    #expect(agenda.map(\.occurrence.state) == [.confirmed, .cancelled, .confirmed, .postponed])
    #expect(agenda.map(\.occurrence.isMoved) == [false, false, true, false])
    #expect(agenda.map(\.occurrence.span.firstDay.day) == [2, 9, 17, 20])
  }

  @Test func `rhythms have a place of their own`() throws {
    let regular = Sample.event("apero", Schedule(plan: .undated, rhythm: "un vendredi par mois"))
    let stopped = Sample.event("fini", Schedule(plan: .undated, rhythm: "parfois", status: .cancelled))
    let site = Site(settings: Sample.settings, events: [regular, stopped], issues: [july])
    let letter = try letter(site)
    #expect(letter.groups.regular.map(\.event.key.slug) == ["apero"])
    #expect(letter.agenda.isEmpty)
  }

  @Test func `the partners of news, events and organisers are named once, by name`() throws {
    var news = Sample.news("n", .day(Sample.day(2019, 7, 5)))
    news.entry.partners = [EntryKey(kind: .partner, slug: "mairie")]
    var event = Sample.event("e", Sample.once(.day(Sample.day(2019, 8, 5))))
    event.organizers = [.partner(EntryKey(kind: .partner, slug: "asso")), .named("Voisins")]
    event.entry.partners = [EntryKey(kind: .partner, slug: "mairie")]
    let partners = ["mairie", "asso", "autre"].map { Partner(entry: Sample.entry(.partner, $0, $0.uppercased())) }
    let site = Site(settings: Sample.settings, news: [news], events: [event], partners: partners, issues: [july])
    #expect(try letter(site).partners.map(\.key.slug) == ["asso", "mairie"])
  }

  @Test func `what no issue holds is reported with the line to add`() {
    let next = Sample.issue("2019-09", sent: Sample.day(2019, 9, 30)) { $0.pinned = [Sample.news("vue")] }
    let site = Site(
      settings: Sample.settings,
      news: [
        Sample.news("ancienne", .year(2015)), Sample.news("oubliee", .month(Sample.day(2019, 8, 1).civilMonth)),
        Sample.news("vue", .day(Sample.day(2019, 7, 3))), Sample.news("demain", .day(Sample.day(2019, 10, 3))),
      ],
      issues: [july, Sample.issue("2019-08", sent: Sample.day(2019, 8, 15)), next])
    let (publication, _) = publication(
      of: site, theme: PlainTheme(), assets: [],
      today: CivilDateTime(day: Sample.day(2019, 9, 1), minuteOfDay: 0))
    #expect(publication.unsentNews().isEmpty, "août est encore après le 31 juillet")

    let earlier = Site(
      settings: Sample.settings, news: site.news,
      issues: [july, Sample.issue("2019-08", sent: Sample.day(2019, 8, 15)) { $0.excluded = [] }, next].map { issue in
        var issue = issue
        if issue.key.slug == "2019-08" { issue.since = Sample.day(2019, 8, 10) }
        return issue
      })
    let unsent = Publishing.publication(
      of: earlier, theme: PlainTheme(), assets: [],
      today: CivilDateTime(day: Sample.day(2019, 9, 1), minuteOfDay: 0)
    ).0.unsentNews()
    #expect(unsent.map(\.source) == ["Content/nouvelles/oubliee.md"])
    #expect(unsent.map(\.line) == ["epingler: [vue, oubliee]"])
    #expect(unsent.map(\.issueSource) == ["Content/infolettres/2019-09.md"])
  }

  /// Ten years of a place where each month something comes a day too late: what a letter holds hangs on all before it.
  @Test func `late news enter the next letter, however many letters had some`() throws {
    let sent = (0..<120).map { Sample.day(2010, 1, 28).civilMonth.adding(months: $0).lastDay }
    let issues = sent.map { day in
      Sample.issue("lettre-\(PartialDate.month(day.civilMonth).iso)", sent: day) {
        $0.sending = .day(.minute(CivilDateTime(day: day, minuteOfDay: 540)))
      }
    }
    let late = sent.map { Sample.news("tard-\(PartialDate.month($0.civilMonth).iso)", .day($0.adding(days: -10))) }
    func landed(_ key: EntryKey, _ day: CivilDay) -> (EntryKey, [EntryVersion]) {
      let moment = Sample.settings.zone.instant(of: CivilDateTime(day: day, minuteOfDay: 720))
      return (key, [EntryVersion(start: moment, state: .asNow)])
    }
    var history = SiteHistory()
    history.versions = Dictionary(
      uniqueKeysWithValues: zip(issues, sent).map { landed($0.key, $1.adding(days: -1)) }
        + zip(late, sent).map { landed($0.key, $1) })
    let site = Site(
      settings: Sample.settings, entries: late.map(SiteEntry.news) + issues.map(SiteEntry.issue), history: history)
    let today = CivilDateTime(day: Sample.day(2020, 1, 1), minuteOfDay: 0)
    let selection = LetterSelection(site: site, today: today)
    for (number, issue) in issues.enumerated() {
      #expect(selection.news(of: issue).map(\.key) == (number > 0 ? [late[number - 1].key] : []), "\(issue.key.slug)")
    }
  }
}
