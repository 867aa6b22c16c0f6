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
    guard case .rule = schedule.plan, let master = text.events.first, let plan = firstPlanned else { return }
    compare(master, Array(text.events.dropFirst()), from: plan, &checks)
  }

  private var firstPlanned: CivilDay? { EffectivePlan(schedule).first(onOrAfter: CivilDay(number: -719_162)) }

  private func compare(
    _ master: [(name: String, value: String)], _ overrides: [[(name: String, value: String)]], from first: CivilDay,
    _ checks: inout Checks
  ) {
    guard let rule = Self.values("RRULE", in: master).first else { return checks.expect(false, "no RRULE") }
    // Nothing is written of what comes after the year 9999.
    let last = min(first.adding(days: Self.reach), CivilDay.last)
    let plan = EffectivePlan(schedule)
    let days = RuleByTheBook(rule, first: first).days(through: last) { day in
      guard case .minute(let minute) = plan.span(for: day).start else { return CalendarTime.date(day) }
      return CalendarTime.utc(zone.instant(of: minute))
    }
    var planned: [CivilDay] = []
    plan.forEachDay(from: first) { day in
      if day <= last { planned.append(day) }
      return day < last
    }
    checks.expect(days == planned, "\(rule) from \(first.iso): \(days.map(\.iso)), not \(planned.map(\.iso))")

    let gone = Set(Self.values("EXDATE", in: master) + overrides.flatMap { Self.values("RECURRENCE-ID", in: $0) })
    let kept = days.map { Self.text(plan.span(for: $0).start) }.filter { !gone.contains($0) }
    let put = overrides.flatMap { Self.values("DTSTART", in: $0) }
    let limit = Self.text(plan.span(for: last).start)
    let shown = (kept + put).filter { $0 <= limit }.sorted()
    let expected = schedule.occurrences(in: CivilDay(number: -719_162)...last.adding(days: 1))
      .filter { !($0.state == .cancelled && schedule.cancelled.contains($0.plannedDay) && $0.span.isPast(at: today)) }
      .map { Self.text($0.span.start) }.filter { $0 <= limit }.sorted()
    checks.expect(shown == expected, "the calendar shows \(shown), the site \(expected)")
  }

  private static func values(_ name: String, in event: [(name: String, value: String)]) -> [String] {
    event.filter { $0.name == name || $0.name.hasPrefix(name + ";") }.map(\.value)
  }

  private static func text(_ date: PartialDate) -> String {
    if case .minute(let minute) = date { return CalendarTime.local(minute) }
    return CalendarTime.date(date.firstDay)
  }
}
