/// A rule by which an event returns, and the rules that take its place from a day on.
package struct Recurrence: Sendable, Hashable {
  package enum Frequency: Sendable, Hashable {
    case daily
    /// On these days of the week, at least one.
    case weekly(Set<Weekday>)
    /// On these days of the month, at least one, all of one sort, each once and in order.
    case monthly([MonthlyDay])
    /// On the month and day of the first occurrence; 29 February skips shorter years.
    case yearly

    /// On one day of the month.
    package static func monthly(_ day: MonthlyDay) -> Frequency { .monthly([day]) }
  }

  package enum MonthlyDay: Sendable, Hashable {
    /// Day of the month, 1 to 31; shorter months are skipped.
    case day(Int)
    /// The nth such weekday of the month, 1 to 5; -1 is the last.
    case weekday(Weekday, nth: Int)
    /// The last day, whatever its number.
    case last
  }

  /// Weeks by their number (ISO 8601): in a year of 53 weeks the last one and the next one are both odd.
  package enum WeekParity: Sendable, Hashable {
    case odd, even
  }

  package enum Bound: Sendable, Hashable {
    case never
    /// The last day on which an occurrence may start, inclusive.
    case until(CivilDay)
    /// How many occurrences are planned, before exclusions; at least 1.
    case count(Int)
  }

  /// What another rule says, from a day on.
  package struct Change: Sendable, Hashable {
    /// The day from which it holds.
    package var start: CivilDay
    /// The first occurrence under it, with its hours and length.
    package var first: Span
    package var frequency: Frequency
    package var interval: Int
    package var weeks: WeekParity?
    /// Where it takes place from then on, if elsewhere than the event.
    package var location: Location?

    package init(
      start: CivilDay, first: Span, frequency: Frequency, interval: Int = 1, weeks: WeekParity? = nil,
      location: Location? = nil
    ) {
      self.start = start
      self.first = first
      self.frequency = frequency
      self.interval = interval
      self.weeks = weeks
      self.location = location
    }
  }

  package var frequency: Frequency
  /// Every so many periods, at least 1.
  package var interval: Int
  /// Only in such weeks; for what is weekly, with an interval of 1.
  package var weeks: WeekParity?
  package var bound: Bound
  /// In the order of their days, each later than the first occurrence. ``bound`` spans them all.
  package var changes: [Change]

  package init(
    frequency: Frequency, interval: Int = 1, weeks: WeekParity? = nil, bound: Bound = .never, changes: [Change] = []
  ) {
    self.frequency = frequency
    self.interval = interval
    self.weeks = weeks
    self.bound = bound
    self.changes = changes
  }
}

extension Recurrence.MonthlyDay: Comparable {
  /// The order of numbers; of weekdays that of their rank in the month, the last ones behind.
  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .day(let number): return number * 10
    case .weekday(let weekday, let nth): return (nth == -1 ? 6 : nth) * 10 + weekday.rawValue
    case .last: return 1000
    }
  }
}

extension Recurrence {
  /// Whether its bound lets it go on after `day`; a number of occurrences says nothing of days.
  package func goesOn(after day: CivilDay) -> Bool {
    switch bound {
    case .never: day < .last
    case .until(let last): day < last
    case .count: false
    }
  }
}

extension CivilDay {
  /// Whether its week (ISO 8601: that of its Thursday) has an odd or an even number.
  package var weekParity: Recurrence.WeekParity { numberOfWeek.week % 2 == 1 ? .odd : .even }

  /// How many weeks with an odd or an even number begin before that of this day, from the first one of the year 1 on.
  /// Each year has 26 with an even number, and 26 or 27 with an odd one.
  func weeks(_ parity: Recurrence.WeekParity) -> Int {
    let (year, week) = numberOfWeek
    let even = 26 * (year - 1) + (week - 1) / 2
    // 0001-01-01 is a Monday.
    let all = (monday.number - CivilDay(uncheckedYear: 1, month: 1, day: 1).number) / 7
    return parity == .even ? even : all - even
  }

  /// The number of its week, from 1 to 53, and the year that this number belongs to: those of its Thursday (ISO 8601).
  private var numberOfWeek: (year: Int, week: Int) {
    let thursday = monday.adding(days: 3)
    let dayOfYear = thursday.number - CivilDay(uncheckedYear: thursday.year, month: 1, day: 1).number
    return (thursday.year, dayOfYear / 7 + 1)
  }
}
