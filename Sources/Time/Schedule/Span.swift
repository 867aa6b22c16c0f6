/// A stretch of time with the precision that is known.
package struct Span: Sendable, Hashable {
  package var start: PartialDate
  /// Of the same precision as `start`. For days the **last** day, inclusive; for minutes the minute of the end. `nil`:
  /// for minutes two hours are assumed; for coarser precisions it ends with its start's period.
  package var end: PartialDate?

  package init(start: PartialDate, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }

  /// Minutes assumed for an event with an hour and without end.
  package static let assumedMinutes = 120

  /// The first day of it.
  package var firstDay: CivilDay { start.firstDay }

  /// The last day of it; an event that ends at midnight does not count as running on the next day.
  package var lastDay: CivilDay {
    guard case .minute(let begin) = start else { return (end ?? start).lastDay }
    let finish = endMinute ?? begin
    return finish > begin && finish.minuteOfDay == 0 ? finish.day.adding(days: -1) : finish.day
  }

  /// The minute of its end, for a start with an hour; the assumed one where none is given.
  package var endMinute: CivilDateTime? {
    guard case .minute(let begin) = start else { return nil }
    if case .minute(let finish)? = end { return finish }
    return min(begin.adding(minutes: Self.assumedMinutes), .last)
  }

  /// Whether it has an hour.
  package var isTimed: Bool { start.precision == .minute }

  /// Whether it begins on the same day as another span with an hour, at whatever hours.
  func differsInHoursAlone(from other: Span) -> Bool { isTimed && other.isTimed && firstDay == other.firstDay }

  /// Whether its day is known: only then it belongs into a calendar.
  package var isDated: Bool { start.precision.rawValue >= PartialDate.Precision.day.rawValue }

  /// Whether it is over at `now`: what runs all day, all month or all year is over when its last day is.
  package func isPast(at now: CivilDateTime) -> Bool {
    if let endMinute { return endMinute <= now }
    return lastDay < now.day
  }
}

extension Span {
  /// This span put to another day: hours and length stay. What is known by its month or year alone becomes that day.
  package func starting(on day: CivilDay) -> Span { moved(to: .day(day)) }

  /// This span put to another start: its length stays. A day alone keeps the hour; where the length can't be carried
  /// over (an hour for what ran all day, a month for a day), none is given. Years have four digits: what would end
  /// later ends with 9999.
  package func moved(to newStart: PartialDate) -> Span {
    switch (start, newStart) {
    case (.minute(let old), .minute(let new)):
      guard case .minute(let finish)? = end else { return Span(start: newStart) }
      return Span(start: newStart, end: .minute(min(new.adding(minutes: finish.minutes(since: old)), .last)))
    case (.minute(let old), .day(let day)):
      return moved(to: .minute(CivilDateTime(day: day, minuteOfDay: old.minuteOfDay)))
    case (.day(let old), .day(let new)):
      guard case .day(let last)? = end else { return Span(start: newStart) }
      return Span(start: newStart, end: .day(min(new.adding(days: last.number - old.number), .last)))
    case (.month(let old), .month(let new)):
      guard case .month(let last)? = end else { return Span(start: newStart) }
      let length = (last.year - old.year) * 12 + last.month - old.month
      return Span(start: newStart, end: .month(min(new.adding(months: length), CivilDay.last.civilMonth)))
    default:
      return Span(start: newStart)
    }
  }

  /// How many days later it ends than it begins.
  var extraDays: Int { max(0, lastDay.number - firstDay.number) }
}
