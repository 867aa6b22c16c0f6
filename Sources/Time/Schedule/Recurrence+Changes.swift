extension Recurrence {
  /// The rule that holds last: the last change, or the rule itself, whose first occurrence is `first`.
  package func latest(_ first: Span) -> Change {
    changes.last
      ?? Change(start: first.firstDay, first: first, frequency: frequency, interval: interval, weeks: weeks)
  }

  /// Another rule from `start` on, with the hours of `hours`, whose day does not count. Where nothing but the hours or the
  /// place changes, the rhythm goes on; else it counts from its first occurrence. `nil` where none is left.
  ///
  /// - Parameter first: the first occurrence of this rule.
  package func change(
    from start: CivilDay, frequency: Frequency, interval: Int, weeks: WeekParity?, hours: Span, location: Location?,
    after first: Span
  ) -> Change? {
    let latest = latest(first)
    let day: CivilDay?
    if (frequency, interval, weeks) == (latest.frequency, latest.interval, latest.weeks) {
      day = RecurrenceDays(first: latest.first.firstDay, frequency, interval: interval, weeks: weeks)
        .first(onOrAfter: start)
    } else if frequency == .yearly {
      day = RecurrenceDays(first: latest.first.firstDay, .yearly).first(onOrAfter: start)
    } else {
      day = RecurrenceDays(first: start, frequency, weeks: weeks).first(onOrAfter: start)
    }
    guard let day else { return nil }
    return Change(
      start: start, first: hours.starting(on: day), frequency: frequency, interval: interval, weeks: weeks,
      location: location)
  }

  /// The first day from `day` on that such a rule names; `nil` where there is none up to the year 9999.
  package static func firstDay(
    of frequency: Frequency, weeks: WeekParity? = nil, onOrAfter day: CivilDay
  ) -> CivilDay? {
    RecurrenceDays(first: day, frequency, weeks: weeks).first(onOrAfter: day)
  }
}
