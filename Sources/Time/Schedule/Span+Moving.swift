extension Span {
  /// The same hours and length, beginning on another day. What is known by its month or year alone becomes that day.
  package func starting(on day: CivilDay) -> Span { moved(to: .day(day)) }

  /// The same length from another start. A day alone keeps the hour; where the length can't be carried over (an hour for
  /// what ran all day, a month for a day), none is given. Years have four digits: what would end later ends with 9999.
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
