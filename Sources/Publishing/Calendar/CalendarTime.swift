import Time

/// Dates and times as iCalendar writes them (RFC 5545, 3.3.4 and 3.3.5).
enum CalendarTime {
  /// `20260306`.
  static func date(_ day: CivilDay) -> String {
    padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2)
  }

  /// `20260306T140000`: the clock of a zone.
  static func local(_ dateTime: CivilDateTime, second: Int = 0) -> String {
    date(dateTime.day) + "T" + padded(dateTime.hour, 2) + padded(dateTime.minute, 2) + padded(second, 2)
  }

  /// `20260306T130000Z`.
  static func utc(_ instant: Instant) -> String {
    let clock = instant.utc
    return local(clock.dateTime, second: clock.second) + "Z"
  }

  /// `+0100`, `-033012`.
  static func offset(_ seconds: Int) -> String {
    let (size, rest) = (abs(seconds), abs(seconds) % 60)
    return (seconds < 0 ? "-" : "+") + padded(size / 3600, 2) + padded(size / 60 % 60, 2)
      + (rest == 0 ? "" : padded(rest, 2))
  }

  /// `PT7H`, `PT1H30M`: hours and minutes that pass, whatever the clock does meanwhile (RFC 5545, 3.3.6: days would not be).
  static func duration(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    return "PT" + (hours > 0 || rest == 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension ContentLines {
  /// `DTSTART`, `EXDATE` and the like: a date, or the clock of `zone`. A date known by its month alone is none, and is not
  /// written.
  mutating func add(_ name: String, _ date: PartialDate, in zone: Zone) {
    switch date {
    case .minute(let dateTime): add(name + ";TZID=" + zone.identifier, CalendarTime.local(dateTime))
    case .day(let day): add(name + ";VALUE=DATE", CalendarTime.date(day))
    case .month, .year: break
    }
  }
}
