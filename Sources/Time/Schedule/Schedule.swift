/// When an event takes place. Page, lists, feeds and newsletter all ask it for its occurrences; none computes its own.
package struct Schedule: Sendable, Hashable {
  /// What is planned, before any exception.
  package enum Plan: Sendable, Hashable {
    /// No date is known; see ``Schedule/rhythm``.
    case undated
    case once(Span)
    /// A first occurrence and the rule by which it returns. `first` is precise to the day or the minute.
    case rule(first: Span, Recurrence)
    /// Days given one by one, at least one, in order, without double; the hours (and for several days the length) are
    /// those of `hours`, whose own day does not count.
    case dates([CivilDay], hours: Span)
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
    /// The day for which it was planned.
    package var planned: CivilDay
    package var span: Span
    package var location: Location?

    package init(planned: CivilDay, span: Span, location: Location? = nil) {
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
  /// Why one occurrence is cancelled or moved, by its planned day, where that has a reason of its own.
  package var reasons: [CivilDay: String]
  /// Days of planned occurrences that are never held and never shown.
  package var excluded: Set<CivilDay>
  /// Days of planned occurrences that were announced and are now cancelled: they stay visible.
  package var cancelled: Set<CivilDay>
  /// One for each planned day at most, in the order of ``Move/planned``.
  package var moved: [Move]

  package init(
    plan: Plan, rhythm: String? = nil, status: Status = .confirmed, reason: String? = nil,
    reasons: [CivilDay: String] = [:], excluded: Set<CivilDay> = [], cancelled: Set<CivilDay> = [], moved: [Move] = []
  ) {
    self.plan = plan
    self.rhythm = rhythm
    self.status = status
    self.reason = reason
    self.reasons = reasons
    self.excluded = excluded
    self.cancelled = cancelled
    self.moved = moved
  }

  /// Why the occurrence planned for `day` is not as it was announced; its own reason before that of the event.
  package func reason(forChangeOn day: CivilDay) -> String? { reasons[day] ?? reason }
}
