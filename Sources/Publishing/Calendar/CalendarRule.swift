import Time

/// RRULE (RFC 5545, 3.3.10), in the forms that all calendar programs read: no BYSETPOS, no negative BYMONTHDAY.
enum CalendarRule {
  /// `first` is the start of the first occurrence; UNTIL is of its type, and in UTC where that has an hour.
  static func value(_ recurrence: Recurrence, first: PartialDate, zone: Zone) -> String {
    var parts: [String]
    let day = first.firstDay
    switch recurrence.frequency {
    case .daily: parts = ["FREQ=DAILY"]
    case .weekly(let weekdays):
      let days = weekdays.sorted { $0.rawValue < $1.rawValue }.map(name).joined(separator: ",")
      parts = ["FREQ=WEEKLY", "WKST=MO", "BYDAY=" + days]
    case .monthly(.day(let number)): parts = ["FREQ=MONTHLY", "BYMONTHDAY=\(number)"]
    case .monthly(.weekday(let weekday, let nth)): parts = ["FREQ=MONTHLY", "BYDAY=\(nth)" + name(weekday)]
    case .yearly: parts = ["FREQ=YEARLY", "BYMONTH=\(day.month)", "BYMONTHDAY=\(day.day)"]
    }
    // Greater ones than any calendar reaches mean the same, and fit the integers of every program.
    if recurrence.interval > 1 { parts.insert("INTERVAL=\(min(recurrence.interval, 100_000))", at: 1) }
    switch recurrence.bound {
    case .never: break
    case .count(let count): parts.append("COUNT=\(min(count, 4_000_000))")
    case .until(let last):
      guard first.precision == .minute else {
        parts.append("UNTIL=" + CalendarTime.date(last))
        break
      }
      let lastMinute = zone.instant(of: CivilDateTime(day: last, minuteOfDay: 1439))
      parts.append("UNTIL=" + CalendarTime.utc(Instant(seconds: lastMinute.seconds + 59)))
    }
    return parts.joined(separator: ";")
  }

  /// `MO` … `SU`.
  static func name(_ weekday: Weekday) -> String {
    switch weekday {
    case .monday: return "MO"
    case .tuesday: return "TU"
    case .wednesday: return "WE"
    case .thursday: return "TH"
    case .friday: return "FR"
    case .saturday: return "SA"
    case .sunday: return "SU"
    }
  }
}
