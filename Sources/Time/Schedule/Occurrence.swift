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

  /// What distinguishes it from the others of its schedule. For an event that takes place once, by the first day of the
  /// announced span.
  package var key: OccurrenceKey
  /// When it takes place, or would have.
  package var span: Span
  /// When it was announced for, where that differs from `span`.
  package var announced: Span?
  package var state: State
  /// Its own title, beside that of the event.
  package var title: String?
  /// Where, if elsewhere than the event.
  package var location: Location?
  /// Whether that is another place than was announced for it.
  package var isRelocated = false
  /// Whether no seat is left.
  package var isFull = false
  /// Whether it is at another time because all of the event was put off, and not because it alone was moved.
  package var isRescheduled = false
  /// Why it is not as it was announced; `nil` where it is, or where no reason is given.
  package var reason: String?

  /// The day for which it is planned.
  package var plannedDay: CivilDay { key.day }

  /// Whether nothing takes place at its time.
  package var isOff: Bool { state == .cancelled || state == .postponed }

  /// Whether it takes place when and where its plan has it.
  package var isAsPlanned: Bool { !isOff && !isMoved }

  /// Whether it takes place at another time or place than was announced.
  package var isMoved: Bool { !isOff && (announced != nil || isRelocated) }
}

/// Where something takes place.
package enum Location: Sendable, Hashable {
  /// At a place that has a page of its own, by its slug: what else is known of it, the site knows.
  case place(slug: String)
  /// Somewhere that is known by its name alone.
  case named(String)
}
