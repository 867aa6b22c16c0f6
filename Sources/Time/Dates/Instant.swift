/// A moment in time, the same everywhere: seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Instant: Sendable, Hashable, Comparable {
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  /// The clock in UTC at this moment, and the seconds within its minute.
  package var utc: (dateTime: CivilDateTime, second: Int) {
    let minutes = seconds >= 0 ? seconds / 60 : (seconds - 59) / 60
    let start = CivilDateTime(day: CivilDay(number: 0), minuteOfDay: 0)
    return (start.adding(minutes: minutes), seconds - minutes * 60)
  }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
}
