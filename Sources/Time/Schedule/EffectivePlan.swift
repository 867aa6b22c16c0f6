/// The plan of a schedule as it stands: put to its new start where it was put off to one. Exceptions are not yet made.
package struct EffectivePlan: Sendable {
  package enum Days: Sendable {
    case none
    case once(CivilDay)
    /// One for the rule and one for each change of it that comes to bear, in order.
    case rule([Phase])
    case dates([Planned])
  }

  /// A rule from its first occurrence on, until another takes its place.
  package struct Phase: Sendable {
    /// The first occurrence, with the hours and the length of all of them.
    package let first: Span
    package let frequency: Recurrence.Frequency
    package let interval: Int
    package let weeks: Recurrence.WeekParity?
    /// The day from which it was written to hold: for the rule itself that of its first occurrence.
    package let start: CivilDay
    /// Where, if elsewhere than the event.
    package let location: Location?
    /// How many occurrences it has, where a number of them is what ends it.
    package let count: Int?
    let days: RecurrenceDays

    /// The last day that may be one of its; `nil` where it goes on without end.
    package var lastDay: CivilDay? { days.limit == .last ? nil : days.limit }

    package func span(on day: CivilDay) -> Span { first.starting(on: day) }

    /// Whether one of its occurrences begins on `day`.
    package func contains(_ day: CivilDay) -> Bool { days.contains(day) }

    /// The first and the last of its days that are not before, or not after, `day`.
    package func first(onOrAfter day: CivilDay) -> CivilDay? { days.first(onOrAfter: day) }
    package func last(onOrBefore day: CivilDay) -> CivilDay? { days.last(onOrBefore: day) }

    /// Its days from `day` on, in order.
    package func days(from day: CivilDay) -> some Sequence<CivilDay> { days.days(from: day) }
  }

  /// An occurrence as planned.
  package struct Planned: Sendable, Hashable {
    package var key: OccurrenceKey
    package var span: Span
    package var title: String?
    package var location: Location?
    package var state: Occurrence.State?
    /// When it had been announced for, where the whole schedule was put off.
    package var announced: Span?
  }

  package let days: Days
  /// For what takes place once.
  private let once: Span
  /// What had been announced: for what takes place once, and for the first day of a rule.
  private let announced: Span?
  /// The rule before it was put off, whose days go on naming its occurrences.
  private let former: RecurrenceDays?

  package init(_ schedule: Schedule) {
    var newStart: PartialDate?
    if case .postponed(let date?) = schedule.status { newStart = date }
    switch schedule.plan {
    case .undated:
      self.init(days: .none)
    case .once(let span):
      let standing = newStart.map(span.moved(to:)) ?? span
      self.init(days: .once(span.firstDay), once: standing, announced: standing == span ? nil : span)
    case .rule(let first, let recurrence):
      // A new start known by its month alone dates nothing.
      guard let newStart, newStart.precision.rawValue >= PartialDate.Precision.day.rawValue else {
        self.init(days: .rule(Self.phases(first, recurrence, through: schedule.publishedThrough)))
        return
      }
      let standing = first.moved(to: newStart)
      let restarted = recurrence.restarted(on: standing.firstDay, insteadOf: first.firstDay)
      self.init(
        days: .rule(Self.phases(standing, restarted, through: schedule.publishedThrough)),
        announced: standing == first ? nil : first,
        former: RecurrenceDays(
          first: first.firstDay, recurrence.frequency, interval: recurrence.interval, weeks: recurrence.weeks))
    case .dates(let sessions):
      let keys = sessions.keys
      var planned = zip(keys, sessions).map { key, session in
        Planned(
          key: key, span: session.span, title: session.title, location: session.location, state: session.state)
      }
      if let newStart, newStart.precision.rawValue >= PartialDate.Precision.day.rawValue,
        let first = sessions.first?.span
      {
        let new = first.moved(to: newStart)
        for index in planned.indices {
          let old = planned[index].span
          let standing = old.shifted(as: new, from: first)
          if standing != old { (planned[index].span, planned[index].announced) = (standing, old) }
        }
      }
      self.init(days: .dates(planned))
    }
  }

  private init(
    days: Days, once: Span = Span(start: .year(1)), announced: Span? = nil, former: RecurrenceDays? = nil
  ) {
    self.days = days
    self.once = once
    self.announced = announced
    self.former = former
  }

  /// A rule and its changes, each up to the eve of the next, all within the bound, and none empty.
  private static func phases(_ first: Span, _ recurrence: Recurrence, through last: CivilDay?) -> [Phase] {
    let rule = Recurrence.Change(
      start: first.firstDay, first: first, frequency: recurrence.frequency, interval: recurrence.interval,
      weeks: recurrence.weeks)
    let changes = [rule] + recurrence.changes
    var left: Int?
    if case .count(let count) = recurrence.bound { left = count }
    var phases: [Phase] = []
    for (index, change) in changes.enumerated() {
      var days = RecurrenceDays(
        first: change.first.firstDay, change.frequency, interval: change.interval, weeks: change.weeks)
      if case .until(let day) = recurrence.bound { days.end(on: day) }
      if let last { days.end(on: last) }
      if index + 1 < changes.count { days.end(on: changes[index + 1].start.adding(days: -1)) }
      var counted: Int?
      if let count = left {
        guard count > 0 else { break }
        if index + 1 == changes.count, last == nil { counted = count }
        if index + 1 < changes.count { left = count - days.count(upTo: count) }
        days.end(after: count)
      }
      guard days.first(onOrAfter: change.first.firstDay) != nil else { continue }
      phases.append(
        Phase(
          first: change.first, frequency: change.frequency, interval: change.interval, weeks: change.weeks,
          start: change.start, location: change.location, count: counted, days: days))
    }
    return phases
  }

  // MARK: Occurrences

  /// The planned occurrence of that name.
  package func planned(_ key: OccurrenceKey) -> Planned? {
    switch days {
    case .none: return nil
    case .once(let day):
      return key == OccurrenceKey(day) ? Planned(key: key, span: once, announced: announced) : nil
    case .rule(let phases):
      guard key.minuteOfDay == nil, let phase = phases.last(where: { $0.first.firstDay <= key.day }),
        phase.days.contains(key.day)
      else { return nil }
      return planned(key.day, of: phase)
    case .dates(let list): return list.first { $0.key == key }
    }
  }

  /// The occurrence of a phase that begins on a day of it.
  package func planned(_ day: CivilDay, of phase: Phase) -> Planned {
    Planned(
      key: OccurrenceKey(day), span: phase.span(on: day), location: phase.location,
      announced: day == phase.first.firstDay && phase.start == day ? announcedOfFirst(phase) : nil)
  }

  private func announcedOfFirst(_ phase: Phase) -> Span? {
    guard case .rule(let phases) = days, phases.first?.first == phase.first else { return nil }
    return announced
  }

  package func contains(_ key: OccurrenceKey) -> Bool { planned(key) != nil }

  /// The occurrence that is meant by a day, or a day and an hour: the one planned for it, whatever its hour where it is the
  /// only one of that day, or the one that had been announced for it before all of them were put off.
  package func key(on day: CivilDay, minuteOfDay: Int? = nil) -> OccurrenceKey? {
    func fits(_ span: Span) -> Bool {
      guard span.firstDay == day else { return false }
      guard let minuteOfDay else { return true }
      if case .minute(let start) = span.start { return start.minuteOfDay == minuteOfDay }
      return false
    }
    switch days {
    case .none: return nil
    case .once(let planned):
      return fits(once) || planned == day && announced.map(fits) ?? true ? OccurrenceKey(planned) : nil
    case .dates(let list):
      return (list.first { fits($0.span) } ?? list.first { $0.announced.map(fits) ?? false })?.key
    case .rule(let phases):
      if let planned = planned(OccurrenceKey(day)) {
        return minuteOfDay == nil || fits(planned.span) ? planned.key : nil
      }
      guard minuteOfDay == nil, let former, former.contains(day), let phase = phases.first else { return nil }
      let index = former.count(before: day)
      return phase.days.day(numbered: index).map { OccurrenceKey($0) }
    }
  }

  /// How many planned occurrences begin on `day`.
  package func count(on day: CivilDay) -> Int {
    if case .dates(let list) = days { return list.count { $0.span.firstDay == day } }
    return planned(OccurrenceKey(day)) == nil ? 0 : 1
  }

  /// How many planned occurrences there are in all, without those on days that are left out. Of a rule there may be millions.
  func count(without excluded: Exclusions) -> Int {
    guard case .rule(let phases) = days else {
      var count = 0
      forEach(from: .first) { planned in
        if !excluded.contains(planned.key.day) { count += 1 }
        return true
      }
      return count
    }
    if excluded.areDaysAlone {
      return phases.reduce(0) { $0 + $1.days.count(upTo: .max) } - excluded.days.count { contains(OccurrenceKey($0)) }
    }
    return phases.reduce(0) { count, phase in count + phase.days(from: .first).count { !excluded.contains($0) } }
  }

  /// Calls `body` for the planned occurrences that are not over before `day`, and perhaps some before them, in the order
  /// of their names, for as long as it returns true.
  package func forEach(from day: CivilDay, _ body: (Planned) -> Bool) {
    switch days {
    case .none: break
    case .once(let only): _ = body(Planned(key: OccurrenceKey(only), span: once, announced: announced))
    case .dates(let list):
      for planned in list where planned.span.lastDay >= day && !body(planned) { return }
    case .rule(let phases):
      for phase in phases {
        let from = day.adding(days: -phase.first.extraDays)
        if let last = phase.lastDay, last < from { continue }
        for start in phase.days.days(from: from) where !body(planned(start, of: phase)) { return }
      }
    }
  }

  /// The first planned occurrence whose name is not before `day`.
  package func first(onOrAfter day: CivilDay) -> Planned? {
    switch days {
    case .none: return nil
    case .once(let only): return only >= day ? planned(OccurrenceKey(only)) : nil
    case .dates(let list): return list.first { $0.key.day >= day }
    case .rule(let phases):
      for phase in phases { if let found = phase.days.first(onOrAfter: day) { return planned(found, of: phase) } }
      return nil
    }
  }

  /// The last planned occurrence whose name is not after `day`.
  package func last(onOrBefore day: CivilDay) -> Planned? {
    switch days {
    case .none: return nil
    case .once(let only): return only <= day ? planned(OccurrenceKey(only)) : nil
    case .dates(let list): return list.last { $0.key.day <= day }
    case .rule(let phases):
      for phase in phases.reversed() {
        if let found = phase.days.last(onOrBefore: day) { return planned(found, of: phase) }
      }
      return nil
    }
  }

  /// The last planned occurrence before another one.
  func last(before key: OccurrenceKey) -> Planned? {
    if case .dates(let list) = days { return list.last { $0.key < key } }
    return last(onOrBefore: key.day.adding(days: -1))
  }
}
