/// When an event takes place. Page, lists, feeds and newsletter all ask it for its occurrences; none computes its own.
package struct Schedule: Sendable, Hashable {
  /// What is planned, before any exception.
  package enum Plan: Sendable, Hashable {
    /// No date is known; see ``Schedule/rhythm``.
    case undated
    case once(Span)
    /// A first occurrence and the rule by which it returns. `first` is precise to the day or the minute.
    case rule(first: Span, Recurrence)
    /// Times given one by one, at least one, in order, each precise to the day or the minute, none at the same time as
    /// another.
    case dates([Session])

    /// Days given one by one, in order and without double, with the hours (and for several days the length) of `hours`,
    /// whose own day does not count.
    package static func dates(_ days: [CivilDay], hours: Span) -> Plan {
      .dates(days.map { Session(hours.starting(on: $0)) })
    }
  }

  package enum Status: Sendable, Hashable {
    case confirmed
    case tentative
    case cancelled
    /// Put off, with its new start if one is known; the length stays.
    case postponed(to: PartialDate?)
  }

  /// One occurrence put to another time or place.
  package struct Move: Sendable, Hashable {
    /// The occurrence, by the time for which it was planned.
    package var planned: OccurrenceKey
    package var span: Span
    package var location: Location?

    package init(planned: OccurrenceKey, span: Span, location: Location? = nil) {
      self.planned = planned
      self.span = span
      self.location = location
    }
  }

  package var plan: Plan
  /// A rhythm in words whose dates are not known: « un vendredi après-midi par mois ».
  package var rhythm: String?
  package var status: Status
  /// Why it, or an occurrence of it, is not as it was announced.
  package var reason: String?
  /// Why one occurrence is not as it was announced, where that has a reason of its own.
  package var reasons: [OccurrenceKey: String]
  /// Days on which planned occurrences are never held and never shown.
  package var excluded: Exclusions
  /// Planned occurrences that were announced and are now cancelled: they stay visible.
  package var cancelled: Set<OccurrenceKey>
  /// One for each planned occurrence at most, in the order of ``Move/planned``.
  package var moved: [Move]
  /// Whether no seat is left, at any of its times.
  package var isFull: Bool
  /// Occurrences for which no seat is left.
  package var full: Set<OccurrenceKey>

  package init(
    plan: Plan, rhythm: String? = nil, status: Status = .confirmed, reason: String? = nil,
    reasons: [OccurrenceKey: String] = [:], excluded: Exclusions = Exclusions(), cancelled: Set<OccurrenceKey> = [],
    moved: [Move] = [], isFull: Bool = false, full: Set<OccurrenceKey> = []
  ) {
    self.plan = plan
    self.rhythm = rhythm
    self.status = status
    self.reason = reason
    self.reasons = reasons
    self.excluded = excluded
    self.cancelled = cancelled
    self.moved = moved
    self.isFull = isFull
    self.full = full
  }

  /// Why an occurrence is not as it was announced; its own reason before that of the event.
  package func reason(forChangeOf key: OccurrenceKey) -> String? { reasons[key] ?? reason }

  /// The places at which occurrences are that are elsewhere than the event.
  package var otherLocations: [Location] {
    var locations = moved.compactMap(\.location)
    switch plan {
    case .undated, .once: break
    case .rule(_, let recurrence): locations += recurrence.changes.compactMap(\.location)
    case .dates(let sessions): locations += sessions.compactMap(\.location)
    }
    return locations
  }

  /// The same schedule with other places in the place of ``otherLocations``; what becomes `nil` is where the event is.
  package func mappingLocations(_ transform: (Location) -> Location?) -> Schedule {
    if otherLocations.isEmpty { return self }
    var result = self
    for index in result.moved.indices { result.moved[index].location = moved[index].location.flatMap(transform) }
    switch plan {
    case .undated, .once: break
    case .rule(let first, var recurrence):
      for index in recurrence.changes.indices {
        recurrence.changes[index].location = recurrence.changes[index].location.flatMap(transform)
      }
      result.plan = .rule(first: first, recurrence)
    case .dates(var sessions):
      for index in sessions.indices { sessions[index].location = sessions[index].location.flatMap(transform) }
      result.plan = .dates(sessions)
    }
    return result
  }

  /// The last day for which dates are published, for a rule that goes on without end and can't be followed for ever: up to
  /// the last school holidays that are known and, where a calendar has no words for it (RFC 5545 knows neither public
  /// holidays nor the parity of weeks, and the last day of the month, `BYMONTHDAY=-1`, fails in Outlook), for ten years. It
  /// depends on content alone, never on today.
  package var publishedThrough: CivilDay? {
    guard case .rule(let first, let recurrence) = plan else { return nil }
    var last = excluded.schoolHolidays?.known.upperBound
    let frequencies = [recurrence.frequency] + recurrence.changes.map(\.frequency)
    let hasParity = ([recurrence.weeks] + recurrence.changes.map(\.weeks)).contains { $0 != nil }
    let isUnsaid = excluded.publicHolidays != nil || hasParity || frequencies.contains(where: \.namesLastDay)
    if isUnsaid, recurrence.bound == .never {
      let latest = recurrence.changes.last?.first.firstDay ?? first.firstDay
      let limit = min(latest.adding(days: Self.longestUnsaid), .last)
      last = min(last ?? limit, limit)
    }
    return last
  }

  /// Ten years, in days.
  private static let longestUnsaid = 3652
}

extension Recurrence.Frequency {
  /// Whether the last day of the month, whatever its number, is one of its days.
  package var namesLastDay: Bool {
    if case .monthly(let days) = self { return days.contains(.last) }
    return false
  }
}
