import Time

/// A stretch of a rule that one RRULE can say (RFC 5545, 3.3.10) in the forms that all calendar programs read: no BYSETPOS,
/// no negative BYMONTHDAY.
struct CalendarRule {
  let phase: EffectivePlan.Phase
  /// The first of its days, excluded ones among them, and the last that may be one; `nil` where it goes on without end.
  let firstDay: CivilDay
  let lastDay: CivilDay?
  private let interval: Int

  /// The stretches of a phase, in order; `nil` for what no RRULE says that all programs understand: the last day of each
  /// month.
  static func rules(of phase: EffectivePlan.Phase) -> [CalendarRule]? {
    if phase.frequency.namesLastDay { return nil }
    guard let first = phase.first(onOrAfter: .first) else { return [] }
    guard phase.weeks != nil else {
      return [CalendarRule(phase: phase, firstDay: first, lastDay: phase.lastDay, interval: phase.interval)]
    }
    // Every second week, up to the end of a year of 53 weeks: behind it the parity turns.
    var rules: [CalendarRule] = []
    var next: CivilDay? = first
    while let start = next {
      let end = min(start.endOfAlternation, phase.lastDay ?? .last)
      guard let last = phase.last(onOrBefore: end) else { break }
      rules.append(CalendarRule(phase: phase, firstDay: start, lastDay: last, interval: 2))
      next = end < .last ? phase.first(onOrAfter: end.adding(days: 1)) : nil
    }
    return rules
  }

  func contains(_ day: CivilDay) -> Bool {
    day >= firstDay && lastDay.map { day <= $0 } ?? true && phase.contains(day)
  }

  /// RRULE. UNTIL is of the type of DTSTART, and in UTC where that has an hour.
  func value(in zone: Zone) -> String {
    var parts: [String]
    switch phase.frequency {
    case .daily: parts = ["FREQ=DAILY"]
    case .weekly(let weekdays):
      let days = weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.calendarCode).joined(separator: ",")
      parts = ["FREQ=WEEKLY", "WKST=MO", "BYDAY=" + days]
    case .monthly(let days): parts = ["FREQ=MONTHLY"] + Self.monthly(days)
    case .yearly: parts = ["FREQ=YEARLY", "BYMONTH=\(firstDay.month)", "BYMONTHDAY=\(firstDay.day)"]
    }
    // Greater ones than any calendar reaches mean the same, and fit the integers of every program.
    if interval > 1 { parts.insert("INTERVAL=\(min(interval, 100_000))", at: 1) }
    if let count = phase.count, phase.weeks == nil {
      parts.append("COUNT=\(min(count, 4_000_000))")
    } else if let lastDay {
      if phase.first.isTimed {
        let lastMinute = zone.instant(of: CivilDateTime(day: lastDay, minuteOfDay: 1439))
        parts.append("UNTIL=" + CalendarTime.utc(Instant(seconds: lastMinute.seconds + 59)))
      } else {
        parts.append("UNTIL=" + CalendarTime.date(lastDay))
      }
    }
    return parts.joined(separator: ";")
  }

  /// Days of one sort: `BYMONTHDAY=1,15`, `BYDAY=2TU,4TU`.
  private static func monthly(_ days: [Recurrence.MonthlyDay]) -> [String] {
    var (numbers, weekdays): ([String], [String]) = ([], [])
    for day in days {
      switch day {
      case .day(let number): numbers.append(String(number))
      case .weekday(let weekday, let nth): weekdays.append(String(nth) + weekday.calendarCode)
      case .last: break
      }
    }
    return [("BYMONTHDAY=", numbers), ("BYDAY=", weekdays)].filter { !$0.1.isEmpty }
      .map { $0.0 + $0.1.joined(separator: ",") }
  }
}

extension CivilDay {
  /// The last day up to which weeks of odd and of even number alternate from this day's week on: the end of the next year
  /// of 53 weeks (ISO 8601), which two odd ones join.
  fileprivate var endOfAlternation: CivilDay {
    var monday = monday
    while monday < .last, monday.weekParity != monday.adding(days: 7).weekParity { monday = monday.adding(days: 7) }
    return monday.adding(days: 6)
  }
}
