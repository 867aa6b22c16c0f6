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
  private let isWithdrawn: Bool

  /// - Parameters:
  ///   - pages: see ``CalendarRevision/init(of:in:pages:)``.
  ///   - isWithdrawn: whether the event is no longer on the site: its dates are called off, and nothing else is said of it.
  init(
    _ event: Event, in site: Site, today: CivilDateTime, pages: [String: Instant] = [:], isWithdrawn: Bool = false
  ) {
    self.isWithdrawn = isWithdrawn
    self.event = event
    self.site = site
    self.today = today
    plan = EffectivePlan(event.schedule)
    revision = CalendarRevision(of: event, in: site, pages: pages)
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
    write(shown, uid: uid(for: occurrence.plannedDay), revision, to: &lines)
    return CalendarItem(
      lines: lines, lastDay: shown.span.lastDay, isPast: shown.span.isPast(at: today),
      isCalledOff: shown.isOff || isWithdrawn)
  }

  private func uid(for day: CivilDay) -> String {
    var name = event.entry.id
    if case .dates = plan.days { name += "#" + day.iso }
    return NamedUUID.text(of: name, in: site.settings.identifier)
  }

  // MARK: By a rule

  private func recurring(_ recurrence: Recurrence) -> CalendarItem? {
    let schedule = event.schedule
    let changed = schedule.changedOccurrences
    let leftOut = Set(changed.filter(isLeftOut).map(\.plannedDay))
    guard let first = schedule.firstPlannedOccurrence, hasInstance(but: leftOut) else { return nil }
    let zone = site.settings.zone
    let uid = uid(for: first.plannedDay)
    // What leaves by itself changes what is written, on the day on which it does.
    let revision = revision.raised(to: changed.filter(isLeftOut).map { $0.span.end(in: zone) }.max())
    var lines = ContentLines()
    let usual = first.asAnyOther
    write(usual, uid: uid, revision, length: plan.usualLength(in: zone), to: &lines) { lines in
      lines.add("RRULE", CalendarRule.value(recurrence, first: first.span.start, zone: zone))
      for day in schedule.excluded.filter(plan.contains).union(leftOut).sorted() {
        lines.add("EXDATE", plan.span(for: day).start, in: zone)
      }
    }
    let overrides = changed.filter { !leftOut.contains($0.plannedDay) } + unusual(usual, changed.map(\.plannedDay))
    for override in overrides.sorted(by: { $0.plannedDay < $1.plannedDay }) {
      write(override, uid: uid, revision, to: &lines) { lines in
        lines.add("RECURRENCE-ID", plan.span(for: override.plannedDay).start, in: zone)
      }
    }
    let lastDay = schedule.lastDay
    return CalendarItem(
      lines: lines, lastDay: lastDay, isPast: lastDay.map { $0 < today.day } ?? false,
      isCalledOff: first.isOff || isWithdrawn)
  }

  /// Cancelled one by one, and past: left out rather than cancelled, as without its override a cancelled occurrence would
  /// come to life again.
  private func isLeftOut(_ occurrence: Occurrence) -> Bool {
    event.schedule.cancelled.contains(occurrence.plannedDay) && occurrence.span.isPast(at: today)
  }

  /// Whether the rule gives anything but what is excluded or `leftOut`: programs refuse a whole file for a VEVENT of which
  /// EXDATE leaves nothing.
  private func hasInstance(but leftOut: Set<CivilDay>) -> Bool {
    var isFound = false
    guard let first = event.schedule.firstPlannedOccurrence else { return false }
    plan.forEachDay(from: first.plannedDay) { day in
      isFound = !event.schedule.excluded.contains(day) && !leftOut.contains(day)
      return !isFound
    }
    return isFound
  }

  /// The occurrences that take place as planned and are not, all the same, what the rule gives: those that a clock change
  /// makes longer or shorter, and the first where it alone had been announced for another time.
  private func unusual(_ usual: Occurrence, _ changed: [CivilDay]) -> [Occurrence] {
    let start = revision.instant.map { site.settings.zone.dateTime(at: $0).day } ?? usual.span.firstDay
    let horizon = max(start, usual.span.firstDay).adding(days: Self.daysAhead)
    let days = plan.daysOfUnusualLength(in: site.settings.zone, through: horizon)
    return days.union([usual.plannedDay]).subtracting(changed).compactMap { day in
      let touched = plan.span(for: day).firstDay
      let found = event.schedule.occurrences(in: touched...touched).first { $0.plannedDay == day }
      return days.contains(day) || found != usual ? found : nil
    }
  }

  /// How far behind the first occurrence and the last revision clock changes are looked at, for rules without end. Never
  /// counted from today: the same content gives the same calendar.
  private static let daysAhead = 3653

  // MARK: VEVENT

  /// - Parameters:
  ///   - length: in minutes, in the place of the end.
  ///   - recurrence: adds what ties it to a rule.
  private func write(
    _ occurrence: Occurrence, uid: String, _ revision: CalendarRevision, length: Int? = nil,
    to lines: inout ContentLines, recurrence: (inout ContentLines) -> Void = { _ in }
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", uid)
    revision.write(to: &lines)
    writeTime(occurrence.span, length: length, to: &lines)
    recurrence(&lines)
    if isWithdrawn { EventText.writeWithdrawn(to: &lines) } else { text.write(occurrence, to: &lines) }
    lines.add("END", "VEVENT")
  }

  private func writeTime(_ span: Span, length: Int?, to lines: inout ContentLines) {
    let zone = site.settings.zone
    lines.add("DTSTART", span.start, in: zone)
    if let length {
      lines.add("DURATION", CalendarTime.duration(length))
    } else if case .minute(let start) = span.start {
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

  /// Whether some of it lies on `day` or later.
  func isHeld(onOrAfter day: CivilDay) -> Bool { lastDay.map { $0 >= day } ?? true }
}
