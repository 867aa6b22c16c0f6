import Site

/// The VEVENTs of one event (RFC 5545, 3.6.1).
struct EventCalendar {
  let event: Event
  let site: Site
  /// Only for what leaves once it is past.
  let today: CivilDateTime
  private let plan: StandingPlan
  private let revision: CalendarRevision
  private let text: EventText

  init(_ event: Event, in site: Site, today: CivilDateTime) {
    self.event = event
    self.site = site
    self.today = today
    plan = StandingPlan(event.schedule)
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
    let isCalledOff = shown.state == .cancelled || shown.state == .postponed
    return CalendarItem(
      lines: lines, lastDay: shown.span.lastDay, isPast: shown.span.isPast(at: today), isCalledOff: isCalledOff)
  }

  private func uid(for day: CivilDay) -> String {
    var name = event.entry.id
    if case .dates = plan.days { name += "#" + day.iso }
    return NamedUUID.text(of: name, in: site.settings.identifier)
  }

  // MARK: By a rule

  private func recurring(_ recurrence: Recurrence) -> CalendarItem? {
    guard event.schedule.firstDay != nil, let first = plan.first(onOrAfter: .distantPast) else { return nil }
    let schedule = event.schedule
    let uid = uid(for: first)
    let firstSpan = plan.span(for: first)
    let master = Occurrence(
      plannedDay: first, span: firstSpan, announced: plan.announcedSpan(for: first), state: stateOfAll)
    var lines = ContentLines()
    write(master, uid: uid, to: &lines) { lines in
      lines.add("RRULE", CalendarRule.value(recurrence, first: firstSpan.start, zone: site.settings.zone))
      for day in (schedule.excluded.filter(plan.contains) + cancelledAndPast).sorted() {
        lines.add("EXDATE", plan.span(for: day).start, in: site.settings.zone)
      }
    }
    for override in overrides {
      write(override, uid: uid, to: &lines) { lines in
        lines.add("RECURRENCE-ID", plan.span(for: override.plannedDay).start, in: site.settings.zone)
      }
    }
    let lastDay = schedule.lastDay
    return CalendarItem(
      lines: lines, lastDay: lastDay, isPast: lastDay.map { $0 < today.day } ?? false,
      isCalledOff: stateOfAll == .cancelled || stateOfAll == .postponed)
  }

  private var stateOfAll: Occurrence.State {
    switch event.schedule.status {
    case .confirmed: return .confirmed
    case .tentative: return .tentative
    case .cancelled: return .cancelled
    case .postponed(let newStart?) where newStart.firstDay == newStart.lastDay: return .confirmed
    case .postponed: return .postponed
    }
  }

  private var cancelledDays: [CivilDay] {
    event.schedule.cancelled.filter { plan.contains($0) && !event.schedule.excluded.contains($0) }
  }

  /// Left out rather than cancelled: without its override a cancelled occurrence would come to life again.
  private var cancelledAndPast: [CivilDay] { cancelledDays.filter { plan.span(for: $0).isPast(at: today) } }

  /// Occurrences that are not as the rule has them, in the order of their planned days.
  private var overrides: [Occurrence] {
    let schedule = event.schedule
    let cancelled = cancelledDays.filter { !plan.span(for: $0).isPast(at: today) }.map {
      Occurrence(plannedDay: $0, span: plan.span(for: $0), state: .cancelled)
    }
    let moves = schedule.moved.filter {
      plan.contains($0.planned) && !schedule.excluded.contains($0.planned) && !schedule.cancelled.contains($0.planned)
    }
    let moved = moves.map { move in
      let planned = plan.span(for: move.planned)
      let state = stateOfAll == .confirmed || stateOfAll == .tentative ? .moved : stateOfAll
      return Occurrence(
        plannedDay: move.planned, span: move.span, announced: planned == move.span ? nil : planned, state: state,
        location: move.location)
    }
    return (cancelled + moved).sorted { $0.plannedDay < $1.plannedDay }
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

extension CivilDay {
  fileprivate static let distantPast = CivilDay(number: -719_162)  // 0001-01-01
}
