/// When a place is open: by the days of the week, but not on some days.
package struct OpeningHours: Sendable, Hashable {
  /// From when until when within one day.
  package struct Stretch: Sendable, Hashable {
    /// Minutes since midnight; an end behind midnight is beyond 1440.
    package var start: Int
    package var end: Int
  }

  /// Days that follow one another with the same hours.
  package struct Row: Sendable, Hashable {
    package var days: [Weekday]
    /// In the order of the day; none where it is closed.
    package var stretches: [Stretch]
  }

  /// In the order of the day; a day with none is closed, one that is missing is not spoken of.
  package var days: [Weekday: [Stretch]]
  package var closures: Exclusions

  package init(days: [Weekday: [Stretch]] = [:], closures: Exclusions = Exclusions()) {
    self.days = days
    self.closures = closures
  }

  package var isEmpty: Bool { days.isEmpty && closures.isEmpty }

  /// From Monday on.
  package var rows: [Row] {
    var rows: [Row] = []
    for weekday in Weekday.allCases {
      guard let stretches = days[weekday] else { continue }
      if let last = rows.last, last.stretches == stretches, last.days.last?.rawValue == weekday.rawValue - 1 {
        rows[rows.count - 1].days.append(weekday)
      } else {
        rows.append(Row(days: [weekday], stretches: stretches))
      }
    }
    return rows
  }

  /// How far a closure is followed, in days.
  private static let longestClosure = 366

  /// The closures that begin within so many days from `day` on, or go on then, each from its first day to its last. What
  /// would be closed anyhow is none.
  package func closures(from day: CivilDay, days length: Int) -> [ClosedRange<CivilDay>] {
    if closures.isEmpty { return [] }
    var result: [ClosedRange<CivilDay>] = []
    let last = min(day.adding(days: length), .last)
    var next = day
    while next <= last {
      guard closures.contains(next) else {
        next = next.adding(days: 1)
        continue
      }
      var (start, end) = (next, next)
      for _ in 0..<Self.longestClosure where next == day && start > .first && closures.contains(start.adding(days: -1))
      {
        start = start.adding(days: -1)
      }
      for _ in 0..<Self.longestClosure where end < .last && closures.contains(end.adding(days: 1)) {
        end = end.adding(days: 1)
      }
      if matters(start...end) { result.append(start...end) }
      if end >= last { break }
      next = end.adding(days: 1)
    }
    return result
  }

  /// Whether it would be open on one of these days, as far as that is known.
  private func matters(_ range: ClosedRange<CivilDay>) -> Bool {
    let opening = days.filter { !$0.value.isEmpty }
    if opening.isEmpty { return true }
    let length = min(range.upperBound.number - range.lowerBound.number, 6)
    return (0...length).contains { opening[range.lowerBound.adding(days: $0).weekday] != nil }
  }
}
