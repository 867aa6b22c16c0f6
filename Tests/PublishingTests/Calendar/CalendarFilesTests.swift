import Foundation
import Site
import Testing

@testable import Publishing
@testable import Time

@Suite struct CalendarFilesTests {
  private static let today = CivilDateTime(day: Sample.day(2026, 6, 1), minuteOfDay: 600)

  @Test func `there is a feed for all, for what is to come, for each series, place and partner`() throws {
    var dated = Sample.event("fete", Sample.once(.day(Sample.day(2026, 7, 3))), series: "soupes")
    dated.location = .place(EntryKey(kind: .place, slug: "salle"))
    dated.organizers = [.partner(EntryKey(kind: .partner, slug: "ville"))]
    let month = Sample.event("mois", Sample.once(.month(Sample.day(2017, 6, 1).civilMonth)), series: "vagues")
    let site = Self.site(
      [dated, month], series: ["soupes", "vagues"], places: ["salle", "vide"], partners: ["ville", "vide"])
    let calendars = CalendarFiles(of: site, today: Self.today)
    #expect(
      calendars.files.map(\.path).sorted() == [
        "agenda.ics", "agenda/a-venir.ics", "agenda/fete/evenement.ics", "agenda/series/soupes/agenda.ics",
        "agenda/series/vagues/agenda.ics", "lieux/salle/agenda.ics", "lieux/vide/agenda.ics",
        "partenaires/vide/agenda.ics", "partenaires/ville/agenda.ics",
      ])
    #expect(calendars.offered == 5)
    #expect(calendars.notes.count == 1 && calendars.notes[0].contains("Rendez-vous mois"))
    for file in calendars.files {
      // Who subscribed when there were dates goes on with nothing, and not with an error.
      let isEmpty = ["vagues", "vide"].contains { file.path.contains($0) }
      let lines = try Self.lines(of: file.path, calendars)
      #expect(lines.contains("UID:" + Self.uid("fete")) != isEmpty, "\(file.path)")
      #expect(lines.contains("BEGIN:VTIMEZONE") && lines.contains("BEGIN:VEVENT") != isEmpty, "\(file.path)")
    }
    let single = try Self.lines(of: "agenda/fete/evenement.ics", calendars)
    #expect(!single.contains { $0.hasPrefix("X-WR-") || $0.hasPrefix("NAME") })
    let feed = try Self.lines(of: "lieux/salle/agenda.ics", calendars)
    #expect(feed.contains("NAME:salle – Un tiers-lieu") && feed.contains("X-WR-CALNAME:salle – Un tiers-lieu"))
    #expect(feed.contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H") && feed.contains("X-PUBLISHED-TTL:PT12H"))
    #expect(!feed.contains { $0.hasPrefix("METHOD") })
    // The same VEVENT in both.
    #expect(Self.events(single) == Self.events(feed))
  }

  @Test func `what is to come begins thirty days back`() throws {
    let days = [Sample.day(2026, 5, 1), Sample.day(2026, 5, 2), Sample.day(2027, 1, 1)]
    var events = days.map { Sample.event($0.iso, Sample.once(.day($0))) }
    let rule = Recurrence(frequency: .weekly([.monday]))
    events.append(
      Sample.event("sans-fin", Schedule(plan: .rule(first: Span(start: .day(Sample.day(2015, 1, 5))), rule))))
    let calendars = CalendarFiles(of: Self.site(events), today: Self.today)
    let upcoming = try Self.lines(of: "agenda/a-venir.ics", calendars).filter { $0.hasPrefix("UID:") }
    #expect(upcoming == ["sans-fin", "2026-05-02", "2027-01-01"].map { "UID:" + Self.uid($0) })
    #expect(try Self.lines(of: "agenda.ics", calendars).filter { $0.hasPrefix("UID:") }.count == 4)
  }

  @Test func `of what returns the next date that takes place can be taken alone`() throws {
    var schedule = Schedule(
      plan: .rule(first: Span(start: .day(Sample.day(2026, 5, 4))), Recurrence(frequency: .weekly([.monday]))))
    let once = Sample.event("une-fois", Sample.once(.day(Sample.day(2026, 7, 3))))
    func calendars() -> CalendarFiles {
      CalendarFiles(of: Self.site([Sample.event("lundis", schedule), once]), today: Self.today)
    }
    let file = "agenda/lundis/prochaine-date.ics"
    let lines = try Self.lines(of: file, calendars())
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 1)
    #expect(lines.contains("DTSTART;VALUE=DATE:20260601"))
    let event = try #require(Self.events(lines).values.first)
    #expect(!event.contains { $0.hasPrefix("RRULE") || $0.hasPrefix("RECURRENCE-ID") })
    #expect(!lines.contains { $0.hasPrefix("X-WR-") || $0.hasPrefix("NAME") })
    // Who subscribed too has both, and neither takes the place of the other.
    let whole = try Self.lines(of: "agenda/lundis/evenement.ics", calendars()).filter { $0.hasPrefix("UID:") }
    #expect(Set(whole).isDisjoint(with: lines))
    schedule.cancelled = [OccurrenceKey(Sample.day(2026, 6, 1))]
    #expect(try Self.lines(of: file, calendars()).contains("DTSTART;VALUE=DATE:20260608"))
    #expect(!calendars().files.contains { $0.path == "agenda/une-fois/prochaine-date.ics" })
  }

  @Test func `what was called off leaves the feeds once it is past`() throws {
    func event(_ slug: String, _ month: Int) -> Event {
      Sample.event(slug, Sample.once(.day(Sample.day(2026, month, 3)), status: .cancelled))
    }
    let calendars = CalendarFiles(of: Self.site([event("avant", 5), event("apres", 7)]), today: Self.today)
    #expect(try Self.lines(of: "agenda.ics", calendars).filter { $0.hasPrefix("UID:") } == ["UID:" + Self.uid("apres")])
    #expect(try Self.lines(of: "agenda/avant/evenement.ics", calendars).contains("STATUS:CANCELLED"))
  }

  @Test func `an empty calendar is whole`() throws {
    let calendars = CalendarFiles(of: Self.site([]), today: Self.today)
    #expect(calendars.files.map(\.path) == ["agenda.ics", "agenda/a-venir.ics"] && calendars.notes.isEmpty)
    let lines = try Self.lines(of: "agenda.ics", calendars)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.contains("BEGIN:VTIMEZONE") && lines.contains("TZID:Europe/Paris"))
  }

  @Test func `a feed too large for Google loses its oldest past events, and says so`() throws {
    let start = Sample.day(2015, 1, 1)
    var events: [Event] = []
    for number in 0..<3000 {
      events.append(Sample.event("e\(number)", Sample.once(.day(start.adding(days: number * 2)))))
    }
    let calendars = CalendarFiles(of: Self.site(events), today: Self.today)
    let bytes = try Self.bytes(of: "agenda.ics", calendars)
    #expect(bytes.count <= 900_000 && bytes.count > 899_000)
    let uids = Set(try Self.lines(of: "agenda.ics", calendars).filter { $0.hasPrefix("UID:") })
    let omitted = 3000 - uids.count
    #expect(omitted > 0 && !uids.contains("UID:" + Self.uid("e\(omitted - 1)")))
    #expect(uids.contains("UID:" + Self.uid("e\(omitted)")) && uids.contains("UID:" + Self.uid("e2999")))
    #expect(calendars.notes.contains { $0.contains("/agenda.ics") && $0.contains("\(omitted)\u{A0}plus anciens") })
    #expect(calendars.files.contains { $0.path == "agenda/e0/evenement.ics" })
  }

  @Test func `the same content gives the same calendars on another day, but for what leaves`() throws {
    let rule = Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)))
    let event = Sample.event("vendredis", Schedule(plan: .rule(first: Span("2026-03-06 14:00", ""), rule)))
    let site = Self.site([event, Sample.event("fete", Sample.once(.day(Sample.day(2026, 7, 3))))])
    let early = CalendarFiles(of: site, today: CivilDateTime(day: Sample.day(2026, 1, 1), minuteOfDay: 0))
    let late = CalendarFiles(of: site, today: CivilDateTime(day: Sample.day(2031, 1, 1), minuteOfDay: 0))
    #expect(try Self.bytes(of: "agenda.ics", early) == Self.bytes(of: "agenda.ics", late))
  }

  /// Build, change, build.
  @Test func `a change of one event shows in its VEVENT alone, with a higher stamp`() throws {
    var events = (1...5).map { number in
      var event = Sample.event("e\(number)", Sample.once(.day(Sample.day(2026, 7, number))))
      event.entry.landing = Instant(seconds: 1_767_225_600)
      return event
    }
    let before = try Self.lines(of: "agenda.ics", CalendarFiles(of: Self.site(events), today: Self.today))
    // Retitled, put to another day, a day later.
    events[2].entry.title = "Grande fête"
    events[2].schedule = Sample.once(.day(Sample.day(2026, 7, 20)))
    events[2].entry.landing = Instant(seconds: 1_767_225_600 + 86_400)
    let after = try Self.lines(of: "agenda.ics", CalendarFiles(of: Self.site(events), today: Self.today))

    let (old, new) = (Self.events(before), Self.events(after))
    let changed = new.keys.filter { new[$0] != old[$0] }
    #expect(old.count == 5 && new.count == 5 && changed == ["UID:" + Self.uid("e3")])
    let event = try #require(new["UID:" + Self.uid("e3")])
    #expect(event.contains("SUMMARY:Grande fête") && event.contains("DTSTART;VALUE=DATE:20260720"))
    #expect(event.contains("DTSTAMP:20260102T000002Z") && event.contains("LAST-MODIFIED:20260102T000002Z"))
    let sequence = { (lines: [String]?) in
      lines?.first { $0.hasPrefix("SEQUENCE:") }.flatMap { Int($0.dropFirst(9)) } ?? -1
    }
    #expect(sequence(event) == sequence(old["UID:" + Self.uid("e3")]) + 1440)
    // What is not in a VEVENT stays.
    #expect(before.prefix { $0 != "BEGIN:VEVENT" } == after.prefix { $0 != "BEGIN:VEVENT" })
  }

  @Test func `a file renamed keeps its UID where it has an id`() throws {
    var event = Sample.event("ancien", Sample.once(.day(Sample.day(2026, 7, 3))))
    event.entry.id = "fete-2026"
    var renamed = Sample.event("nouveau", event.schedule)
    renamed.entry.id = "fete-2026"
    let uids = try [event, renamed].map { event in
      try Self.lines(of: "agenda.ics", CalendarFiles(of: Self.site([event]), today: Self.today)).first {
        $0.hasPrefix("UID:")
      }
    }
    #expect(uids[0] != nil && uids[0] == uids[1])
  }

  @Test func `Google is given one occurrence, and feeds by their addresses`() throws {
    let site = Self.site([])
    let event = Sample.event("fete", Sample.once(.day(Sample.day(2026, 7, 3))), title: "Fête & pain")
    let timed = Occurrence(
      key: OccurrenceKey(Sample.day(2026, 7, 3)), span: Span("2026-07-03 14:00", "2026-07-03 18:00"), state: .confirmed,
      location: .named("Salle"))
    let link = try #require(CalendarLinks.google(timed, of: event, in: site))
    #expect(link.contains("text=F%C3%AAte%20%26%20pain&dates=20260703T140000%2F20260703T180000&ctz=Europe%2FParis"))
    #expect(link.hasSuffix("&location=Salle"))
    let days = Occurrence(key: timed.key, span: Span("2026-07-03", "2026-07-05"), state: .confirmed)
    #expect(CalendarLinks.google(days, of: event, in: site)?.contains("dates=20260703%2F20260706") == true)
    for state in [Occurrence.State.cancelled, .postponed] {
      #expect(
        CalendarLinks.google(
          Occurrence(key: timed.key, span: days.span, state: state), of: event, in: site) == nil)
    }
    #expect(CalendarLinks.webcal(.calendar, settings: site.settings) == "webcal://example.org/champigny/agenda.ics")
    #expect(CalendarLinks.https(.calendar, settings: site.settings) == "https://example.org/champigny/agenda.ics")
    #expect(
      CalendarLinks.google(.calendar, settings: site.settings).hasSuffix(
        "?cid=webcal%3A%2F%2Fexample.org%2Fchampigny%2Fagenda.ics"))
  }

  // MARK: Help

  private static func site(
    _ events: [Event], series: [String] = [], places: [String] = [], partners: [String] = []
  ) -> Site {
    var settings = Sample.settings
    settings.zone = (try? systemZone("Europe/Paris")) ?? .utc
    return Site(
      settings: settings, events: events, series: series.map { Series(entry: Sample.entry(.series, $0, $0)) },
      places: places.map { Place(entry: Sample.entry(.place, $0, $0)) },
      partners: partners.map { Partner(entry: Sample.entry(.partner, $0, $0)) })
  }

  private static func uid(_ slug: String) -> String {
    NamedUUID.text(of: "evenements/" + slug, in: Sample.settings.identifier)
  }

  private static func bytes(of path: String, _ calendars: CalendarFiles) throws -> [UInt8] {
    let file = try #require(calendars.files.first { $0.path == path })
    guard case .rendered(let render) = file.content else { return [] }
    return try render()
  }

  /// Unfolded.
  private static func lines(of path: String, _ calendars: CalendarFiles) throws -> [String] {
    let text = String(decoding: try bytes(of: path, calendars), as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
  }

  /// The lines of each VEVENT by its UID.
  private static func events(_ lines: [String]) -> [String: [String]] {
    var events: [String: [String]] = [:]
    for event in lines.split(separator: "BEGIN:VEVENT").dropFirst() {
      if let uid = event.first { events[uid] = event.prefix { $0 != "END:VEVENT" } + [] }
    }
    return events
  }
}
