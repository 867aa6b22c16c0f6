import Site
import Time

/// The VEVENTs of one event (RFC 5545, 3.6.1).
struct EventCalendar {
  let event: Event
  let site: Site
  /// Only for what leaves once it is past.
  let today: CivilDateTime
  private let plan: EffectivePlan
  private let revision: CalendarRevision
  private let text: EventText

  init(_ event: Event, in site: Site, today: CivilDateTime) {
    self.event = event
    self.site = site
    self.today = today
    plan = EffectivePlan(event.schedule)
    revision = CalendarRevision(of: event, in: site)
    text = EventText(event, in: site)
  }

  /// None where no day is known.
  var items: [CalendarItem] {
    switch plan.days {
    case .none: return []
    case .rule(_, let recurrence): return [recurring(recurrence)].compactMap { $0 }
    case .once, .dates:
      guard let first = event.schedule.firstDay, let last = event.schedule.lastDay else { return [] }
      return event.schedule.occurrences(in: first...last).compactMap(single)
    }
  }

  // MARK: Once, or one of several dates

  private func single(_ occurrence: Occurrence) -> CalendarItem? {
    var shown = occurrence
    if !occurrence.span.isDated {
      // Put off to a month: what was announced for a day must go from the calendars that have it.
      guard let announced = occurrence.announced, announced.isDated else { return nil }
      shown.span = announced
      shown.announced = nil
      shown.state = .postponed
    }
    var lines = ContentLines()
    write(shown, uid: uid(for: occurrence.plannedDay), to: &lines)
    return CalendarItem(
      lines: lines, lastDay: shown.span.lastDay, isPast: shown.span.isPast(at: today), isCalledOff: shown.isOff)
  }

  private func uid(for day: CivilDay) -> String {
    var name = event.entry.id
    if case .dates = plan.days { name += "#" + day.iso }
    return NamedUUID.text(of: name, in: site.settings.identifier)
  }

  // MARK: By a rule

  private func recurring(_ recurrence: Recurrence) -> CalendarItem? {
    guard event.schedule.firstDay != nil, let master = event.schedule.firstPlannedOccurrence else { return nil }
    let schedule = event.schedule
    let uid = uid(for: master.plannedDay)
    let changed = schedule.changedOccurrences
    var lines = ContentLines()
    write(master, uid: uid, to: &lines) { lines in
      lines.add("RRULE", CalendarRule.value(recurrence, first: master.span.start, zone: site.settings.zone))
      for day in (schedule.excluded.filter(plan.contains) + changed.filter(isLeftOut).map(\.plannedDay)).sorted() {
        lines.add("EXDATE", plan.span(for: day).start, in: site.settings.zone)
      }
    }
    for override in changed where !isLeftOut(override) {
      write(override, uid: uid, to: &lines) { lines in
        lines.add("RECURRENCE-ID", plan.span(for: override.plannedDay).start, in: site.settings.zone)
      }
    }
    let lastDay = schedule.lastDay
    return CalendarItem(
      lines: lines, lastDay: lastDay, isPast: lastDay.map { $0 < today.day } ?? false,
      isCalledOff: master.isOff)
  }

  /// Cancelled one by one, and past: left out rather than cancelled, as without its override a cancelled occurrence would
  /// come to life again.
  private func isLeftOut(_ occurrence: Occurrence) -> Bool {
    event.schedule.cancelled.contains(occurrence.plannedDay) && occurrence.span.isPast(at: today)
  }

  // MARK: VEVENT

  /// `recurrence` adds what ties it to a rule.
  private func write(
    _ occurrence: Occurrence, uid: String, to lines: inout ContentLines,
    recurrence: (inout ContentLines) -> Void = { _ in }
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", uid)
    revision.write(to: &lines)
    writeTime(occurrence.span, to: &lines)
    recurrence(&lines)
    text.write(occurrence, to: &lines)
    lines.add("END", "VEVENT")
  }

  private func writeTime(_ span: Span, to lines: inout ContentLines) {
    let zone = site.settings.zone
    lines.add("DTSTART", span.start, in: zone)
    if case .minute(let start) = span.start {
      // DTEND must be later than DTSTART (RFC 5545, 3.6.1): without it, the event ends as it starts.
      if let end = span.endMinute, end > start { lines.add("DTEND", .minute(end), in: zone) }
    } else {
      // The day behind the last of all can't be written; without DTEND the event takes one day.
      if span.lastDay < .last { lines.add("DTEND", .day(span.lastDay.adding(days: 1)), in: zone) }
      lines.add("TRANSP", "TRANSPARENT")
    }
  }
}

/// One VEVENT, or a recurring one with the overrides of its occurrences, which must stay in the same file.
struct CalendarItem: Sendable {
  let lines: ContentLines
  /// The last day on which it takes place; `nil` where it goes on without end.
  let lastDay: CivilDay?
  let isPast: Bool
  /// Whether it is cancelled or put off, all of it: once past it leaves the feeds, where it would only pile up.
  let isCalledOff: Bool
}
