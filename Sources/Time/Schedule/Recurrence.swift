/// A rule by which an event returns.
package struct Recurrence: Sendable, Hashable {
  package enum Frequency: Sendable, Hashable {
    case daily
    /// On these days of the week, at least one.
    case weekly(Set<Weekday>)
    case monthly(MonthlyDay)
    /// On the month and day of the first occurrence; 29 February skips shorter years.
    case yearly
  }

  package enum MonthlyDay: Sendable, Hashable {
    /// Day of the month, 1 to 31; shorter months are skipped.
    case day(Int)
    /// The nth such weekday of the month, 1 to 5; -1 is the last.
    case weekday(Weekday, nth: Int)
  }

  package enum Bound: Sendable, Hashable {
    case never
    /// The last day on which an occurrence may start, inclusive.
    case until(CivilDay)
    /// How many occurrences are planned, before exclusions; at least 1.
    case count(Int)
  }

  package var frequency: Frequency
  /// Every so many periods, at least 1.
  package var interval: Int
  package var bound: Bound

  package init(frequency: Frequency, interval: Int = 1, bound: Bound = .never) {
    self.frequency = frequency
    self.interval = interval
    self.bound = bound
  }
}
