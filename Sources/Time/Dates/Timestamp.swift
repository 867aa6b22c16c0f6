/// Moments as machines write them.
package enum Timestamp {
  /// `2019-07-05T14:00:00+02:00` (RFC 3339), by the clock of `zone`.
  package static func text(of instant: Instant, in zone: Zone) -> String {
    let offset = zone.offset(at: instant)
    let clock = Instant(seconds: instant.seconds + offset).utc
    let time = two(clock.dateTime.hour) + ":" + two(clock.dateTime.minute) + ":" + two(clock.second)
    return "\(clock.dateTime.day.iso)T\(time)\(offsetText(offset, separator: ":"))"
  }

  /// A minute on the clock of `zone` as `2019-07-05T14:00:00+02:00` (RFC 3339).
  package static func text(of dateTime: CivilDateTime, in zone: Zone) -> String {
    text(of: zone.instant(of: dateTime), in: zone)
  }

  /// A date as schema.org wants it: with the hour and its offset where it is known, else as precise as it is.
  package static func text(of date: PartialDate, in zone: Zone) -> String {
    if case .minute(let dateTime) = date { return text(of: dateTime, in: zone) }
    return date.iso
  }

  /// `Wed, 31 Jul 2019 09:00:00 +0200` (RFC 5322, 3.3).
  package static func mailDate(of dateTime: CivilDateTime, in zone: Zone) -> String {
    let day = dateTime.day
    let offset = zone.offset(at: zone.instant(of: dateTime))
    return "\(day.weekday.shortEnglish), \(day.day) \(MailDate.months[day.month - 1]) \(day.year) "
      + "\(two(dateTime.hour)):\(two(dateTime.minute)):00 \(offsetText(offset, separator: ""))"
  }

  /// The distance from UTC in hours and minutes: `+02:00`. Both formats know whole minutes only; zones of before 1911 that
  /// differ by seconds lose them.
  private static func offsetText(_ seconds: Int, separator: String) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + separator + two(minutes % 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
