/// One of the times of a schedule that are given one by one.
package struct Session: Sendable, Hashable {
  package var span: Span
  /// Its own title: « La terre ».
  package var title: String?
  /// Where, if elsewhere than the event.
  package var location: Location?
  /// Whether it takes place, where that is said of it alone.
  package var state: Occurrence.State?

  package init(_ span: Span, title: String? = nil, location: Location? = nil, state: Occurrence.State? = nil) {
    self.span = span
    self.title = title
    self.location = location
    self.state = state
  }
}

extension [Session] {
  /// What names each, in their order, which is that of time.
  package var keys: [OccurrenceKey] {
    var earlier: CivilDay?
    return map { session in
      defer { earlier = session.span.firstDay }
      guard session.span.firstDay == earlier, case .minute(let start) = session.span.start else {
        return OccurrenceKey(session.span.firstDay)
      }
      return OccurrenceKey(session.span.firstDay, minuteOfDay: start.minuteOfDay)
    }
  }
}
