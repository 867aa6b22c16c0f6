/// One time that an event takes place, was to take place, or took place.
package struct Occurrence: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case confirmed
    case tentative
    case cancelled
    /// Now at another time or place than was announced.
    case moved
    /// Put off; no new date is known. ``Occurrence/span`` is the one that was announced.
    case postponed
  }

  /// The day for which the plan has it: what tells it from the others of its schedule (RECURRENCE-ID). For an event that
  /// takes place once, the first day of the announced span.
  package var plannedDay: CivilDay
  /// When it takes place, or would have.
  package var span: Span
  /// When it was announced for, where that differs from `span`.
  package var announced: Span?
  package var state: State
  /// Where, if elsewhere than the event.
  package var location: Location?

  package init(
    plannedDay: CivilDay, span: Span, announced: Span? = nil, state: State, location: Location? = nil
  ) {
    self.plannedDay = plannedDay
    self.span = span
    self.announced = announced
    self.state = state
    self.location = location
  }
}
