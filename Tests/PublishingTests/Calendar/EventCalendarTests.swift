import Markup
import Site
import Testing
import Time

@testable import Publishing

@Suite struct EventCalendarTests {
  private static let today = CivilDateTime(day: Sample.day(2026, 6, 1), minuteOfDay: 0)
  /// 2026-01-02T03:04:05Z.
  private static let revision = Instant(seconds: 1_767_323_045)

  @Test func `a whole event`() throws {
    let text = try text(Schedule(plan: .once(span("2026-03-06 14:00", "2026-03-06 18:00"))))
    #expect(
      text
        == """
        BEGIN:VEVENT
        UID:a9e96581-4fcf-5809-b2d4-fc93ab249d32
        DTSTAMP:20260102T030407Z
        LAST-MODIFIED:20260102T030407Z
        SEQUENCE:13677306
        DTSTART;TZID=Europe/Paris:20260306T140000
        DTEND;TZID=Europe/Paris:20260306T180000
        SUMMARY:Soupe\\, pain\\; sel
        STATUS:CONFIRMED
        LOCATION:Maison pour tous\\, 10 rue Jean-Jaurès\\, 94500 Champigny
        GEO:48.817300;2.515000
        CONFERENCE;VALUE=URI:https://visio.example/a,b;c
        CATEGORIES:Champy'Soupe,cuisine\\, partagée
        URL:https://example.org/champigny/agenda/soupe/
        DESCRIPTION:Venez.\\n\\nEn ligne~: https://visio.example/a\\,b\\;c\\nPrix~: Prix libre\\nInscription~: a@example.org\\nOrganisé par~: La Ville\\, Paul\\nSérie~: Champy'Soupe\\n\\nhttps://example.org/champigny/agenda/soupe/
        END:VEVENT

        """.replacing("~", with: "\u{A0}"))
  }

  @Test(arguments: [
    ("2026-03-06", "2026-03-08", ["DTSTART;VALUE=DATE:20260306", "DTEND;VALUE=DATE:20260309", "TRANSP:TRANSPARENT"]),
    ("2026-03-31", "", ["DTSTART;VALUE=DATE:20260331", "DTEND;VALUE=DATE:20260401"]),
    ("2026-03-06 14:00", "", ["DTEND;TZID=Europe/Paris:20260306T160000"]),
    ("2026-03-06 22:00", "2026-03-07 02:00", ["DTEND;TZID=Europe/Paris:20260307T020000"]),
  ])
  func `a time is shown by its kind`(start: String, end: String, parts: [String]) throws {
    let lines = try text(Schedule(plan: .once(span(start, end)))).split(separator: "\n").map(String.init)
    for part in parts { #expect(lines.contains(part)) }
    #expect(lines.contains { $0.hasPrefix("TRANSP") } == !start.contains(":"))
  }

  @Test(arguments: ["2026-03", "2026"])
  func `without a day there is nothing in the calendar`(start: String) {
    #expect(items(Schedule(plan: .once(span(start, "")))).isEmpty)
    #expect(items(Schedule(plan: .undated, rhythm: "un vendredi par mois")).isEmpty)
  }

  @Test(arguments: [
    (Schedule.Status.tentative, "TENTATIVE", "[À confirmer] ", "À confirmer"),
    (.cancelled, "CANCELLED", "[Annulé] ", "Annulé~: grève"),
    (.postponed(to: nil), "CANCELLED", "[Reporté] ", "Reporté\\, nouvelle date à venir~: grève"),
    (.postponed(to: .month(Sample.day(2026, 9, 1).civilMonth)), "CANCELLED", "[Reporté] ", "Reporté\\, nouvelle date"),
    (
      .postponed(to: .day(Sample.day(2026, 9, 1))), "CONFIRMED", "",
      "Reporté~: grève\\nAu lieu de~: vendredi 3~juillet 2026\\, de 14~h à 18~h"
    ),
  ])
  func `a status is said in words and in fields`(
    status: Schedule.Status, field: String, prefix: String, reason: String
  ) throws {
    let schedule = Schedule(
      plan: .once(span("2026-07-03 14:00", "2026-07-03 18:00")), status: status, reason: "grève")
    let text = try text(schedule)
    #expect(text.contains("\nSTATUS:\(field)\n") && text.contains("\nSUMMARY:\(prefix)Soupe"))
    #expect(text.contains("\nDESCRIPTION:" + reason.replacing("~", with: "\u{A0}")))
    #expect(text.contains("UID:a9e96581-4fcf-5809-b2d4-fc93ab249d32"))
    let day = field == "CONFIRMED" ? "20260901" : "20260703"
    #expect(text.contains("DTSTART;TZID=Europe/Paris:\(day)T140000"))
  }

  @Test(arguments: [
    (Recurrence(frequency: .daily, interval: 3), "FREQ=DAILY;INTERVAL=3"),
    (
      Recurrence(frequency: .weekly([.thursday, .tuesday]), interval: 2, bound: .count(10)),
      "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH;COUNT=10"
    ),
    (
      Recurrence(frequency: .monthly(.weekday(.friday, nth: -1)), bound: .until(Sample.day(2026, 12, 4))),
      "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261204T225959Z"
    ),
    (
      Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)), bound: .until(Sample.day(2026, 7, 4))),
      "FREQ=MONTHLY;BYDAY=1FR;UNTIL=20260704T215959Z"
    ),
    (Recurrence(frequency: .monthly(.day(31))), "FREQ=MONTHLY;BYMONTHDAY=31"),
    (Recurrence(frequency: .yearly), "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=6"),
  ])
  func `a rule is written as RRULE`(rule: Recurrence, expected: String) throws {
    let zone = try systemZone("Europe/Paris")
    #expect(rules(rule, first: span("2026-03-06 14:00", ""), zone: zone) == [expected])
  }

  /// As RRULE, one for each stretch.
  private func rules(_ rule: Recurrence, first: Span, zone: Zone) -> [String] {
    guard case .rule(let phases) = EffectivePlan(Schedule(plan: .rule(first: first, rule))).days else { return [] }
    return phases.flatMap { CalendarRule.rules(of: $0) ?? [] }.map { $0.value(in: zone) }
  }

  @Test func `the end of a rule for whole days is a day`() throws {
    let rule = Recurrence(frequency: .daily, bound: .until(Sample.day(2026, 12, 4)))
    #expect(rules(rule, first: span("2026-03-06", ""), zone: .utc) == ["FREQ=DAILY;UNTIL=20261204"])
  }

  @Test func `exceptions of a rule stand beside it`() throws {
    let schedule = Schedule(
      plan: .rule(
        first: span("2026-03-06 14:00", "2026-03-06 18:00"),
        Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)))),
      excluded: Exclusions(days: [Sample.day(2026, 8, 7)]),
      cancelled: [OccurrenceKey(Sample.day(2026, 5, 1)), OccurrenceKey(Sample.day(2026, 11, 6))],
      moved: [
        Schedule.Move(
          planned: OccurrenceKey(Sample.day(2026, 7, 3)), span: span("2026-07-10 15:00", "2026-07-10 18:30"),
          location: .named("Salle des fêtes"))
      ])
    let events = try text(schedule).components(separatedBy: "BEGIN:VEVENT\n").dropFirst().map { $0 }
    try #require(events.count == 3)
    // What is cancelled and past would come to life again without its override: it is excluded.
    #expect(events[0].contains("EXDATE;TZID=Europe/Paris:20260501T140000\nEXDATE;TZID=Europe/Paris:20260807T140000\n"))
    #expect(events[0].contains("RRULE:FREQ=MONTHLY;BYDAY=1FR\n") && !events[0].contains("RECURRENCE-ID"))
    #expect(events[1].contains("RECURRENCE-ID;TZID=Europe/Paris:20260703T140000\n"))
    #expect(events[1].contains("DTSTART;TZID=Europe/Paris:20260710T150000\n") && events[1].contains("Salle des fêtes"))
    #expect(!events[1].contains("GEO:") && events[1].contains("Date déplacée\\, changement de lieu\\nAu lieu de"))
    #expect(events[2].contains("RECURRENCE-ID;TZID=Europe/Paris:20261106T140000\n"))
    #expect(events[2].contains("STATUS:CANCELLED\n") && events[2].contains("SUMMARY:[Annulé] Soupe"))
    #expect(events.allSatisfy { $0.contains("UID:a9e96581-4fcf-5809-b2d4-fc93ab249d32\n") })
  }

  @Test func `exceptions of whole days are days`() throws {
    let schedule = Schedule(
      plan: .rule(first: span("2026-06-05", ""), Recurrence(frequency: .weekly([.friday]))),
      excluded: Exclusions(days: [Sample.day(2026, 6, 12)]), cancelled: [OccurrenceKey(Sample.day(2026, 6, 19))])
    let text = try text(schedule)
    #expect(text.contains("\nEXDATE;VALUE=DATE:20260612\n") && text.contains("\nRECURRENCE-ID;VALUE=DATE:20260619\n"))
  }

  @Test func `dates given one by one are events of their own`() throws {
    let schedule = Schedule(
      plan: .dates(
        [Sample.day(2026, 7, 3), Sample.day(2026, 9, 4), Sample.day(2026, 9, 11)],
        hours: span("2026-07-03 14:00", "2026-07-03 18:00")),
      excluded: Exclusions(days: [Sample.day(2026, 9, 11)]), cancelled: [OccurrenceKey(Sample.day(2026, 9, 4))])
    let text = try text(schedule)
    let uids = text.split(separator: "\n").filter { $0.hasPrefix("UID:") }
    // uuid5(identifiant, "evenements/soupe#2026-07-03") …
    #expect(uids == ["UID:6bd33a0a-ae87-574a-a1ac-45ddd70ebdd8", "UID:3bf0d0e5-8561-5fee-95e3-35084a794e81"])
    #expect(!text.contains("RRULE") && !text.contains("RDATE") && !text.contains("RECURRENCE-ID"))
    #expect(text.contains("STATUS:CANCELLED") && text.contains("STATUS:CONFIRMED"))
  }

  // MARK: Ends over clock changes

  /// The clock is put forward on 29 March 2026 at 2:00, back on 25 October at 3:00.
  @Test func `a night over a clock change ends as the clock says, whatever readers make of its length`() throws {
    let nights = Recurrence(frequency: .monthly(.weekday(.saturday, nth: 4)), bound: .until(Sample.day(2026, 11, 30)))
    let schedule = Schedule(plan: .rule(first: span("2026-02-28 20:00", "2026-03-01 03:00"), nights))
    let events = try vevents(schedule)
    try #require(events.count == 3)
    #expect(events[0].contains("DTSTART;TZID=Europe/Paris:20260228T200000\nDTEND;TZID=Europe/Paris:20260301T030000\n"))
    for (event, day, end) in [(events[1], "20260328", "20260329"), (events[2], "20261024", "20261025")] {
      #expect(event.contains("RECURRENCE-ID;TZID=Europe/Paris:\(day)T200000\n"))
      #expect(event.contains("DTEND;TZID=Europe/Paris:\(end)T030000\n"))
    }
  }

  @Test func `where the first is the odd one, the rule has the usual length`() throws {
    let nights = Recurrence(frequency: .monthly(.weekday(.saturday, nth: 4)), bound: .until(Sample.day(2026, 9, 30)))
    let schedule = Schedule(plan: .rule(first: span("2026-03-28 20:00", "2026-03-29 03:30"), nights))
    let events = try vevents(schedule)
    try #require(events.count == 2)
    #expect(events[0].contains("DTSTART;TZID=Europe/Paris:20260328T200000\nDURATION:PT7H30M\n"))
    #expect(!events[0].contains("DTEND") && !events[0].contains("RECURRENCE-ID"))
    #expect(events[1].contains("RECURRENCE-ID;TZID=Europe/Paris:20260328T200000\n"))
    #expect(events[1].contains("DTEND;TZID=Europe/Paris:20260329T033000\n"))
  }

  @Test func `exceptions and whole days have their own ends`() throws {
    let nights = Recurrence(frequency: .weekly([.saturday]), bound: .until(Sample.day(2026, 12, 1)))
    let changed = Schedule(
      plan: .rule(first: span("2026-03-21 20:00", "2026-03-22 03:00"), nights),
      excluded: Exclusions(days: [Sample.day(2026, 3, 28)]),
      moved: [
        Schedule.Move(
          planned: OccurrenceKey(Sample.day(2026, 10, 24)), span: span("2026-10-23 20:00", "2026-10-24 03:00"))
      ])
    #expect(try vevents(changed).count == 2)
    let days = Schedule(plan: .rule(first: span("2026-03-28", "2026-03-29"), nights))
    #expect(try vevents(days).count == 1)
    // Without end it is followed for some years, counted from what is written and never from today.
    let endless = Schedule(
      plan: .rule(first: span("2026-03-21 20:00", "2026-03-22 03:00"), Recurrence(frequency: .weekly([.saturday]))))
    #expect(try vevents(endless).count == 21)
  }

  @Test func `a first date that alone was put off says so alone`() throws {
    let weekly = Recurrence(frequency: .weekly([.friday]))
    let schedule = Schedule(
      plan: .rule(first: span("2026-07-03 14:00", "2026-07-03 18:00"), weekly),
      status: .postponed(to: .day(Sample.day(2026, 7, 10))), reason: "grève")
    let events = try vevents(schedule)
    try #require(events.count == 2)
    #expect(events[0].contains("RRULE") && !events[0].contains("Reporté") && !events[0].contains("grève"))
    #expect(events[1].contains("RECURRENCE-ID;TZID=Europe/Paris:20260710T140000\n"))
    #expect(events[1].contains("Reporté\u{A0}: grève\\nAu lieu de"))
  }

  @Test func `what excludes all that a rule gives leaves no VEVENT`() {
    let dates = [Sample.day(2026, 5, 1), Sample.day(2026, 5, 8)]
    let rule = Recurrence(frequency: .weekly([.friday]), bound: .count(2))
    let plan = Schedule.Plan.rule(first: span("2026-05-01 14:00", ""), rule)
    // Past on 1 June.
    #expect(items(Schedule(plan: plan, cancelled: Set(dates.map { OccurrenceKey($0) }))).isEmpty)
    #expect(
      items(Schedule(plan: plan, excluded: Exclusions(days: [dates[0]]), cancelled: [OccurrenceKey(dates[1])])).isEmpty)
    #expect(items(Schedule(plan: plan, cancelled: [OccurrenceKey(dates[0])])).count == 1)
    let late = Schedule.Plan.rule(first: span("2026-05-29 14:00", ""), rule)
    #expect(
      items(
        Schedule(
          plan: late, cancelled: [OccurrenceKey(Sample.day(2026, 5, 29)), OccurrenceKey(Sample.day(2026, 6, 5))])
      ).count == 1)
  }

  private func vevents(_ schedule: Schedule) throws -> [String] {
    try text(schedule).components(separatedBy: "BEGIN:VEVENT\n").dropFirst().map { $0 }
  }

  @Test func `a revision is the newest of all that is shown, and never the clock's`() throws {
    var event = Self.event(Schedule(plan: .once(span("2026-07-03", ""))))
    let site = Self.site([event])
    #expect(CalendarRevision(of: event, in: site).instant == Self.revision)
    for kind in [EntryKind.place, .partner, .series] {
      let changed = Self.site([event], revised: kind)
      #expect(CalendarRevision(of: event, in: changed).instant?.seconds == Self.revision.seconds + 60)
    }
    event.entry.landing = nil
    var lines = ContentLines()
    CalendarRevision(of: event, in: site).write(to: &lines)
    #expect(String(decoding: lines.bytes, as: UTF8.self) == "DTSTAMP:20000101T000000Z\r\n")
  }

  // MARK: What they are tried on

  @Test func `what was imported keeps its UID`() {
    let first = span("2026-03-06 14:00", "2026-03-06 18:00")
    func identities(_ plan: Schedule.Plan) -> [String] {
      var event = Self.event(Schedule(plan: plan))
      event.entry.id = "uid:bal#1, salle;2@exemple.org"
      return EventCalendar(event, in: Self.site([event]), today: Self.today).items.flatMap { item in
        String(decoding: item.lines.bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
          .filter { $0.hasPrefix("UID:") }.map(String.init)
      }
    }
    let known = "UID:bal#1\\, salle\\;2@exemple.org"
    #expect(identities(.once(first)) == [known])
    #expect(identities(.rule(first: first, Recurrence(frequency: .weekly([.friday]), bound: .count(3)))) == [known])
    #expect(
      identities(.dates([Sample.day(2026, 3, 6), Sample.day(2026, 4, 9)], hours: first)) == [
        known + "#2026-03-06", known + "#2026-04-09",
      ])
  }

  private func text(_ schedule: Schedule) throws -> String {
    var lines = ContentLines()
    for item in items(schedule) { lines.append(item.lines) }
    return String(decoding: lines.bytes, as: UTF8.self).replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
  }

  private func items(_ schedule: Schedule) -> [CalendarItem] {
    let event = Self.event(schedule)
    return EventCalendar(event, in: Self.site([event]), today: Self.today).items
  }

  private func span(_ start: String, _ end: String) -> Span { Span(start, end) }

  static func event(_ schedule: Schedule) -> Event {
    var entry = Sample.entry(.event, "soupe", "Soupe, pain; sel", tags: ["cuisine, partagée"])
    entry.summary = "Venez."
    entry.landing = revision
    entry.body = Document()
    return Event(
      entry: entry, schedule: schedule, location: .place(EntryKey(kind: .place, slug: "maison")),
      online: "https://visio.example/a,b;c", price: "Prix libre", registration: "mailto:a@example.org",
      organizers: [.partner(EntryKey(kind: .partner, slug: "ville")), .named("Paul")],
      series: EntryKey(kind: .series, slug: "champysoupe"))
  }

  /// `revised`: the kind whose entry was changed a minute later than the event.
  static func site(_ events: [Event], revised: EntryKind? = nil) -> Site {
    var settings = Sample.settings
    settings.zone = (try? systemZone("Europe/Paris")) ?? .utc
    func entry(_ kind: EntryKind, _ slug: String, _ title: String) -> Entry {
      var entry = Sample.entry(kind, slug, title)
      entry.landing = Instant(seconds: revision.seconds + (kind == revised ? 60 : -60))
      return entry
    }
    let place = Place(
      entry: entry(.place, "maison", "Maison pour tous"), address: "10 rue Jean-Jaurès", postcode: "94500",
      city: "Champigny", coordinates: Place.Coordinates(latitude: 48.8173, longitude: 2.515))
    return Site(
      settings: settings, events: events, series: [Series(entry: entry(.series, "champysoupe", "Champy'Soupe"))],
      places: [place], partners: [Partner(entry: entry(.partner, "ville", "La Ville"))])
  }
}

extension Span {
  /// `2026-03-06 14:00`, `2026-03-06`, `2026-03`, `2026`; an empty end is none.
  init(_ start: String, _ end: String) {
    self.init(start: PartialDate(written: start), end: end.isEmpty ? nil : PartialDate(written: end))
  }
}

extension PartialDate {
  fileprivate init(written: String) {
    let numbers = written.split { "- :".contains($0) }.compactMap { Int($0) }
    switch numbers.count {
    case 1: self = .year(numbers[0])
    case 2: self = .month(Sample.day(numbers[0], numbers[1], 1).civilMonth)
    case 3: self = .day(Sample.day(numbers[0], numbers[1], numbers[2]))
    default:
      let day = Sample.day(numbers[0], numbers[1], numbers[2])
      self = .minute(CivilDateTime(day: day, minuteOfDay: numbers[3] * 60 + numbers[4]))
    }
  }
}
