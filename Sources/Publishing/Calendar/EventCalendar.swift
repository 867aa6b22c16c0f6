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
    case .rule(let phases): return recurring(phases)
    case .once, .dates: return singles(within: nil)
    }
  }

  /// One date of what returns, to be taken by itself: it has a name of its own, and is tied to nothing.
  func alone(_ occurrence: Occurrence) -> CalendarItem {
    var lines = ContentLines()
    write(occurrence, uid: uid(suffix: "#seule#" + occurrence.key.text), revision, to: &lines)
    return CalendarItem(
      lines: lines, lastDay: occurrence.span.lastDay, isPast: false, isCalledOff: false,
      locations: locations(of: [occurrence]))
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
    let isOnce = if case .once = plan.days { true } else { false }
    write(shown, uid: uid(for: isOnce ? nil : occurrence.key), revision, to: &lines)
    return CalendarItem(
      lines: lines, lastDay: shown.span.lastDay, isPast: shown.span.isPast(at: today),
      isCalledOff: shown.isOff || isWithdrawn, locations: locations(of: [occurrence]))
  }

  /// The occurrences one by one; those of one phase of a rule, where there are several.
  private func singles(within phase: EffectivePlan.Phase?) -> [CalendarItem] {
    guard let first = event.schedule.firstDay, let last = event.schedule.lastDay else { return [] }
    let occurrences = event.schedule.occurrences(in: first...last)
    return occurrences.filter { phase?.contains($0.plannedDay) ?? true }.compactMap(single)
  }

  /// - Parameter key: `nil` for what takes place once, and for the rule with which all of it begins.
  private func uid(for key: OccurrenceKey?) -> String {
    uid(suffix: key.map { "#" + $0.text } ?? "")
  }

  private func uid(suffix own: String) -> String {
    event.entry.givenUID.map { $0 + own }
      ?? NamedUUID.text(of: event.entry.id + own, in: site.settings.identifier)
  }

  // MARK: By a rule

  /// The rule, and those that take its place in the course of time, each tied to it. What no rule says that programs
  /// understand stands date by date.
  private func recurring(_ phases: [EffectivePlan.Phase]) -> [CalendarItem] {
    let main = uid(for: nil)
    var items: [CalendarItem] = []
    for (position, phase) in phases.enumerated() {
      guard let rules = CalendarRule.rules(of: phase) else {
        items += singles(within: phase)
        continue
      }
      for (segment, rule) in rules.enumerated() {
        let isFirst = position == 0 && segment == 0
        let uid = isFirst ? main : self.uid(for: OccurrenceKey(rule.firstDay))
        if let item = recurring(rule, uid: uid, related: isFirst ? nil : main) { items.append(item) }
      }
    }
    return items
  }

  private func recurring(_ rule: CalendarRule, uid: String, related: String?) -> CalendarItem? {
    let schedule = event.schedule
    let phase = rule.phase
    let changed = schedule.changedOccurrences.filter { rule.contains($0.plannedDay) }
    let leftOut = Set(changed.filter(isLeftOut).map(\.plannedDay))
    guard hasInstance(rule, but: leftOut) else { return nil }
    let zone = site.settings.zone
    // What leaves by itself changes what is written, on the day on which it does.
    let revision = revision.raised(to: changed.filter(isLeftOut).map { $0.span.end(in: zone) }.max())
    var lines = ContentLines()
    let usual = schedule.plainOccurrence(plan.planned(rule.firstDay, of: phase)).asAnyOther
    write(
      usual, uid: uid, revision, length: phase.usualLength(on: rule.firstDay, in: zone), related: related, to: &lines
    ) { lines in
      lines.add("RRULE", rule.value(in: zone))
      for day in excludedDays(of: rule).union(leftOut).sorted() {
        lines.add("EXDATE", phase.span(on: day).start, in: zone)
      }
    }
    let unusual = unusual(usual, rule, changed.map(\.plannedDay))
    let overrides = changed.filter { !leftOut.contains($0.plannedDay) } + unusual
    for override in overrides.sorted(by: { $0.key < $1.key }) {
      write(override, uid: uid, revision, to: &lines) { lines in
        lines.add("RECURRENCE-ID", phase.span(on: override.plannedDay).start, in: zone)
      }
    }
    let lastDay = lastDay(of: rule, changed)
    return CalendarItem(
      lines: lines, lastDay: lastDay, isPast: lastDay.map { $0 < today.day } ?? false,
      isCalledOff: usual.isOff || isWithdrawn, locations: locations(of: [usual]))
  }

  /// The dates of a rule that were moved to a place at which it is not: a calendar of that place has them alone.
  func dates(movedTo location: Location) -> [CalendarItem] {
    event.schedule.changedOccurrences.filter { date in
      date.location == location && plan.planned(date.key)?.location ?? event.location != location
    }.compactMap(single)
  }

  /// Where dates take place, or were to: who looks for one where it was learns there that it is elsewhere.
  private func locations(of dates: [Occurrence]) -> Set<Location> {
    Set(dates.flatMap { [event.location(of: $0), $0.isRelocated ? event.location : nil] }.compactMap { $0 })
  }

  /// The days of a rule that are excluded; holidays among them only up to its end, which it then has.
  private func excludedDays(of rule: CalendarRule) -> Set<CivilDay> {
    let excluded = event.schedule.excluded
    var days = excluded.days.filter(rule.contains)
    for range in excluded.ranges {
      for day in rule.phase.days(from: range.lowerBound) {
        if day > range.upperBound { break }
        if rule.contains(day) { days.insert(day) }
      }
    }
    guard excluded.publicHolidays != nil || excluded.schoolHolidays != nil, let last = rule.lastDay else { return days }
    for day in rule.phase.days(from: rule.firstDay) {
      if day > last { break }
      if excluded.isHoliday(day) { days.insert(day) }
    }
    return days
  }

  /// The last day on which anything of it takes place; `nil` where it goes on without end.
  private func lastDay(of rule: CalendarRule, _ changed: [Occurrence]) -> CivilDay? {
    guard var last = rule.phase.last(onOrBefore: rule.lastDay ?? .last), rule.lastDay != nil || rule.phase.count != nil
    else { return nil }
    let moved = Dictionary(changed.map { ($0.plannedDay, $0.span.lastDay) }) { first, _ in first }
    while last > rule.firstDay, event.schedule.excluded.contains(last) || moved[last] != nil,
      let earlier = rule.phase.last(onOrBefore: last.adding(days: -1))
    {
      last = earlier
    }
    return max(rule.phase.span(on: last).lastDay, moved.values.max() ?? .first)
  }

  /// Cancelled one by one, and past: left out rather than cancelled, as without its override a cancelled occurrence would
  /// come to life again.
  private func isLeftOut(_ occurrence: Occurrence) -> Bool {
    event.schedule.cancelled.contains(occurrence.key) && occurrence.span.isPast(at: today)
  }

  /// Whether the rule gives anything but what is excluded or `leftOut`: programs refuse a whole file for a VEVENT of which
  /// EXDATE leaves nothing.
  private func hasInstance(_ rule: CalendarRule, but leftOut: Set<CivilDay>) -> Bool {
    for day in rule.phase.days(from: rule.firstDay) {
      if let last = rule.lastDay, day > last { return false }
      if !event.schedule.excluded.contains(day), !leftOut.contains(day) { return true }
    }
    return false
  }

  /// The occurrences that take place as planned and are not, all the same, what the rule gives: those that a clock change
  /// makes longer or shorter, and the first where it alone had been announced for another time.
  private func unusual(_ usual: Occurrence, _ rule: CalendarRule, _ changed: [CivilDay]) -> [Occurrence] {
    let start = revision.instant.map { site.settings.zone.dateTime(at: $0).day } ?? rule.firstDay
    let horizon = min(max(start, rule.firstDay).adding(days: Self.daysAhead), rule.lastDay ?? .last)
    let days = rule.phase.daysOfUnusualLength(
      in: site.settings.zone, within: rule.firstDay...max(horizon, rule.firstDay))
    return days.union([usual.plannedDay]).subtracting(changed).compactMap { day in
      guard !event.schedule.excluded.contains(day) else { return nil }
      let found = event.schedule.plainOccurrence(plan.planned(day, of: rule.phase))
      return days.contains(day) || found != usual ? found : nil
    }
  }

  /// How far behind the first occurrence and the last revision clock changes are looked at, for rules without end. Never
  /// counted from today: the same content gives the same calendar.
  private static let daysAhead = 3653

  // MARK: VEVENT

  /// - Parameters:
  ///   - length: in minutes, in the place of the end.
  ///   - related: the UID of the rule whose place it takes.
  ///   - recurrence: adds what ties it to a rule.
  private func write(
    _ occurrence: Occurrence, uid: String, _ revision: CalendarRevision, length: Int? = nil,
    related: String? = nil, to lines: inout ContentLines, recurrence: (inout ContentLines) -> Void = { _ in }
  ) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: uid)
    if let related { lines.add("RELATED-TO", text: related) }
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
  /// Where it takes place, or was to; of a rule, where it usually does.
  let locations: Set<Location>

  /// Whether some of it lies on `day` or later.
  func isHeld(onOrAfter day: CivilDay) -> Bool { lastDay.map { $0 >= day } ?? true }
}
