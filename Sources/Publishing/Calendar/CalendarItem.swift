import Time

/// One VEVENT, or a recurring one with the overrides of its occurrences, which must stay in the same file.
struct CalendarItem: Sendable {
  let lines: ContentLines
  /// The last day on which it takes place; `nil` where it goes on without end.
  let lastDay: CivilDay?
  let isPast: Bool
  /// Whether it is cancelled or put off, all of it: once past it leaves the feeds, where it would only pile up.
  let isCalledOff: Bool
}
