/// One time that an event takes place, was to take place, or took place.
package struct Occurrence: Sendable, Hashable {
  /// Whether it takes place.
  package enum State: Sendable, Hashable {
    case confirmed
    case tentative
    case cancelled
    /// Put off; no new date is known. ``Occurrence/span`` is the one that was announced.
    case postponed
  }

  /// The day for which the plan has it: what distinguishes it from the others of its schedule (RECURRENCE-ID). For an event that
  /// takes place once, the first day of the announced span.
  package var plannedDay: CivilDay
  /// When it takes place, or would have.
  package var span: Span
  /// When it was announced for, where that differs from `span`.
  package var announced: Span?
  package var state: State
  /// Where, if elsewhere than the event.
  package var location: Location?
  /// Whether it is at another time because all of the event was put off, and not because it alone was moved.
  package var isRescheduled: Bool
  /// Why it is not as it was announced; `nil` where it is, or where no reason is given.
  package var reason: String?

  package init(
    plannedDay: CivilDay, span: Span, announced: Span? = nil, state: State, location: Location? = nil,
    isRescheduled: Bool = false, reason: String? = nil
  ) {
    self.plannedDay = plannedDay
    self.span = span
    self.announced = announced
    self.state = state
    self.location = location
    self.isRescheduled = isRescheduled
    self.reason = reason
  }

  /// Whether nothing takes place at its time.
  package var isOff: Bool { state == .cancelled || state == .postponed }

  /// Whether it takes place at another time or place than was announced.
  package var isMoved: Bool { !isOff && (announced != nil || location != nil) }
}
