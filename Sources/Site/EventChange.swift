import Time

/// Something about a date that people may have noted, and that is otherwise since.
package struct EventChange: Sendable, Hashable {
  /// When it came onto the site.
  package var moment: Instant
  /// The event as it became; as it last was, where it is no longer there.
  package var event: Event
  /// The event as it had been.
  package var earlier: Event
  /// A date as it had been.
  package var before: Occurrence
  /// What became of it; `nil` where the event has it no more.
  package var after: Occurrence?
  /// What it is about.
  package var scope = Scope.date

  package enum Scope: Sendable, Hashable {
    case date
    /// Another rule, or a rhythm in words, takes the place of its rule: ``EventChange/before`` is the next date that the old one
    /// had for itself, ``EventChange/after`` the next one of the new.
    case rule
    /// All dates to come of its rule are otherwise in the same way: ``EventChange/before`` and ``EventChange/after`` are the
    /// next one.
    case allDates
  }

  /// The last day that it is about.
  package var lastDay: CivilDay { max(before.span.lastDay, after?.span.lastDay ?? before.span.lastDay) }
}

extension Site {
  /// Days after a date for which a change of it is still of interest.
  package static let daysOfChanges = 31

  /// What became otherwise of dates that are still to come, or past by less than a month; newest first. Only what stood there at
  /// the end of an earlier day can change: what was mended on the same day nobody had noted.
  package func eventChanges(today: CivilDay) -> [EventChange] {
    let oldest = today.adding(days: -Self.daysOfChanges)
    var result: [EventChange] = []
    for key in (history.versions ?? [:]).keys.sorted(by: { $0.slug < $1.slug }) where key.kind == .event {
      var wasThere = false
      for (earlier, later) in steps(of: key) {
        wasThere = wasThere || earlier.event != nil
        let found = earlier.event == nil && wasThere ? returns(later) : changes(from: earlier, to: later)
        result += found.filter { $0.lastDay >= oldest }
      }
    }
    // The sort is stable: changes of one moment stay in the order of the dates.
    return result.sorted { $0.moment > $1.moment }
  }

  /// An event that was announced and is not there any more.
  package struct Withdrawal: Sendable, Hashable {
    package var moment: Instant
    /// As it last was.
    package var event: Event
  }

  /// The events that are gone and had dates on or after `today`; of those that return, within twelve months of their end.
  package func withdrawals(today: CivilDay) -> [Withdrawal] {
    (history.versions ?? [:]).keys.filter { $0.kind == .event }.sorted { $0.slug < $1.slug }.compactMap { key in
      guard let last = steps(of: key).last, last.later.event == nil, var event = last.earlier.event,
        !isTakenOver(event, at: last.later.moment)
      else { return nil }
      event.schedule.end(by: settings.zone.dateTime(at: last.later.moment).day.adding(days: 366))
      guard event.schedule.isDated, let lastDay = event.schedule.lastDay, lastDay >= today else { return nil }
      return Withdrawal(moment: last.later.moment, event: event)
    }
  }

  // MARK: From day to day

  /// An event at the end of a day; `nil` where it was not on the site.
  private struct State {
    var moment: Instant
    var event: Event?
  }

  /// How an event went from the state it had at the end of one day to that of a later one, oldest first.
  private func steps(of key: EntryKey) -> [(earlier: State, later: State)] {
    var states: [State] = []
    var lastDay: CivilDay?
    for version in history.versions?[key] ?? [] {
      let day = settings.zone.dateTime(at: version.start).day
      // Newest first: the last one of each day.
      if day == lastDay { continue }
      lastDay = day
      states.append(State(moment: version.start, event: event(key, in: version.state)))
    }
    states.reverse()
    return Array(zip(states, states.dropFirst()))
  }

  private func event(_ key: EntryKey, in state: EntryVersion.State) -> Event? {
    switch state {
    case .asNow: event(key)
    case .otherwise(.event(let event)): withPlacesOfNow(event)
    case .otherwise, .absent: nil
    }
  }

  /// Whether another event took the place of one that went at `moment`: one of the same lasting identity (a file with another
  /// name), or of the same title on one of its days (two that became one). What becomes of that one is then all there is to
  /// report, also when it goes in its turn.
  private func isTakenOver(_ event: Event, at moment: Instant) -> Bool {
    let days = event.schedule.firstDay.map { first in
      first...min(event.schedule.lastDay ?? .last, first.adding(days: 366))
    }
    let own = days.map { Set(event.schedule.occurrences(in: $0).map(\.span.firstDay)) } ?? []
    func takesOver(_ other: Event) -> Bool {
      guard other.key != event.key else { return false }
      if other.entry.id == event.entry.id { return true }
      guard other.title == event.title, let days else { return false }
      return other.schedule.occurrences(in: days).contains { own.contains($0.span.firstDay) }
    }
    if events.contains(where: takesOver) { return true }
    for (key, versions) in history.versions ?? [:] where key.kind == .event && key != event.key {
      // Newest first: those that came since, and the one that stood there.
      for version in versions {
        if case .otherwise(.event(let other)) = version.state, takesOver(other) { return true }
        if version.start <= moment { break }
      }
    }
    return false
  }

  // MARK: What differs

  private func changes(from earlier: State, to later: State) -> [EventChange] {
    guard let before = earlier.event else { return [] }
    guard let after = later.event else {
      guard !isTakenOver(before, at: later.moment) else { return [] }
      let dates = dates(of: before, around: day(of: later)).filter { !$0.isOff }
      let listed = before.schedule.isRule ? dates.filter { $0.span.lastDay >= day(of: later) }.prefix(1) : dates[...]
      return listed.map { date in
        EventChange(
          moment: later.moment, event: before, earlier: before, before: date,
          scope: before.schedule.isRule ? .rule : .date)
      }
    }
    guard before.schedule != after.schedule || !isSamePlace(before.location, after.location) else { return [] }
    let (old, new) = (dates(of: before, around: day(of: later)), dates(of: after, around: day(of: later)))
    func change(_ one: Occurrence, _ other: Occurrence?, _ scope: EventChange.Scope = .date) -> EventChange {
      EventChange(moment: later.moment, event: after, earlier: before, before: one, after: other, scope: scope)
    }
    // A date keeps its name when it is moved; where the plan itself was written anew, its day is what is left of it.
    let known = Dictionary(new.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = old.map { ($0, known[$0.key]) }
    let lost = pairs.filter { $0.1 == nil }.map(\.0)
    let fresh = new.filter { date in !old.contains { $0.key == date.key } }
    // What was over by then concerns nobody any more, where a rule was written anew.
    func isToCome(_ date: Occurrence) -> Bool { date.span.lastDay >= day(of: later) }
    if before.schedule.isRule, lost.count > 1 || after.schedule.rhythm != nil, let next = lost.first(where: isToCome) {
      return [change(next, fresh.first(where: isToCome), .rule)]
    }
    let coming = pairs.filter { isToCome($0.0) && !($0.0.isOff && $0.1?.isOff ?? false) }
    if before.schedule.isRule, after.schedule.isRule, lost.isEmpty, coming.count > Self.fewDates,
      let next = coming.first,
      coming.allSatisfy({ one, other in other.map { differs(one, of: before, $0, of: after) } ?? false })
    {
      return [change(next.0, next.1, .allDates)]
    }
    return pairs.compactMap { one, other in
      guard let other = other ?? (lost.count == 1 && fresh.count == 1 ? fresh[0] : nil) else {
        return one.isOff || before.schedule.isRule && !isToCome(one) ? nil : change(one, nil)
      }
      return differs(one, of: before, other, of: after) ? change(one, other) : nil
    }
  }

  /// What was taken away and is there again.
  private func returns(_ state: State) -> [EventChange] {
    guard let event = state.event else { return [] }
    let dates = dates(of: event, around: day(of: state)).filter { !$0.isOff && $0.span.lastDay >= day(of: state) }
    return dates.prefix(event.schedule.isRule ? 1 : dates.count).map { date in
      var before = date
      before.state = .cancelled
      return EventChange(
        moment: state.moment, event: event, earlier: event, before: before, after: date,
        scope: event.schedule.isRule ? .allDates : .date)
    }
  }

  /// How many dates that are otherwise in the same way are named one by one at most.
  private static let fewDates = 3

  /// The day on which it came onto the site.
  private func day(of state: State) -> CivilDay { settings.zone.dateTime(at: state.moment).day }

  /// The dates of an event that a change on `day` may be news about.
  private func dates(of event: Event, around day: CivilDay) -> [Occurrence] {
    event.schedule.occurrences(in: day.adding(days: -Self.daysOfChanges)...day.adding(days: 366))
  }

  private func differs(_ one: Occurrence, of before: Event, _ other: Occurrence, of after: Event) -> Bool {
    if one.isOff || other.isOff { return one.isOff != other.isOff || one.state != other.state }
    return one.span != other.span || !isSamePlace(before.location(of: one), after.location(of: other))
  }
}

extension Schedule {
  /// Takes away what would follow from a rule after `day`.
  fileprivate mutating func end(by day: CivilDay) {
    guard case .rule(let first, var recurrence) = plan, lastDay.map({ $0 > day }) ?? true else { return }
    recurrence.bound = .until(day)
    plan = .rule(first: first, recurrence)
  }
}
