import Site
import Time

@testable import Publishing

/// The calendar of one event beside what the site shows of it: a program that subscribes must show the same.
struct CalendarOfSchedule {
  /// How many days of it are compared.
  private static let reach = 400

  private let schedule: Schedule
  private let zone: Zone
  private let today: CivilDateTime

  init(_ schedule: Schedule, zone: Zone, today: CivilDateTime) {
    self.schedule = schedule
    self.zone = zone
    self.today = today
  }

  func check(_ checks: inout Checks) {
    let key = EntryKey(kind: .event, slug: "essai")
    let entry = Entry(key: key, id: "evenements/essai", title: "Essai", source: "Content/evenements/essai.md")
    let settings = Settings(
      title: "Essai", baseURL: "https://exemple.org", zone: zone, identifier: "7b1c6f0e-6a0f-4b7a-9a59-0d6a5f0e2a11")
    let event = Event(entry: entry, schedule: schedule)
    let items = EventCalendar(event, in: Site(settings: settings, events: [event]), today: today).items
    let text = CalendarText(items.flatMap(\.lines.bytes))
    checks.expectNone(text.fault, "calendar")
    checks.expect(text.isNested, "an END without its BEGIN")
    guard case .rule = schedule.plan, let first = EffectivePlan(schedule).first(onOrAfter: .first)?.key.day else {
      return
    }
    compare(text.events, from: first, &checks)
  }

  private typealias Lines = [(name: String, value: String)]

  private func compare(_ events: [Lines], from first: CivilDay, _ checks: inout Checks) {
    // Nothing is written of what comes after the year 9999.
    let last = min(first.adding(days: Self.reach), CivilDay.last)
    var shown: [String] = []
    for event in events {
      guard let start = Self.values("DTSTART", in: event).first else {
        checks.expect(false, "no DTSTART")
        continue
      }
      guard let rule = Self.values("RRULE", in: event).first, let day = Self.day(start) else {
        shown.append(start)
        continue
      }
      let hour = String(start.dropFirst(8))
      let uid = Self.values("UID", in: event)
      let overrides = events.filter { Self.values("UID", in: $0) == uid }.flatMap {
        Self.values("RECURRENCE-ID", in: $0)
      }
      let gone = Set(Self.values("EXDATE", in: event) + overrides)
      let days = RuleByTheBook(rule, first: day).days(through: last) { day in
        guard let minute = Self.minute(hour) else { return CalendarTime.date(day) }
        return CalendarTime.utc(zone.instant(of: CivilDateTime(day: day, minuteOfDay: minute)))
      }
      shown += days.map { CalendarTime.date($0) + hour }.filter { !gone.contains($0) }
    }
    let limit = CalendarTime.date(last)
    let expected = schedule.occurrences(in: CivilDay(number: -719_162)...last.adding(days: 1))
      .filter { !($0.state == .cancelled && schedule.cancelled.contains($0.key) && $0.span.isPast(at: today)) }
      .map { Self.text($0.span.start) }.filter { $0.prefix(8) <= limit }.sorted()
    shown = shown.filter { $0.prefix(8) <= limit }.sorted()
    checks.expect(shown == expected, "the calendar shows \(shown), the site \(expected)")
  }

  /// The day of `20260306` or `20260306T140000`.
  private static func day(_ text: String) -> CivilDay? {
    let digits = text.prefix(8)
    guard digits.utf8.count == 8, let number = Int(digits) else { return nil }
    return CivilDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The minute of `T140000`.
  private static func minute(_ hour: String) -> Int? {
    guard let number = Int(hour.dropFirst().prefix(4)), hour.utf8.count == 7 else { return nil }
    return number / 100 * 60 + number % 100
  }

  private static func values(_ name: String, in event: [(name: String, value: String)]) -> [String] {
    event.filter { $0.name == name || $0.name.hasPrefix(name + ";") }.map(\.value)
  }

  private static func text(_ date: PartialDate) -> String {
    if case .minute(let minute) = date { return CalendarTime.local(minute) }
    return CalendarTime.date(date.firstDay)
  }
}
