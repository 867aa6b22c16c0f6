/// How a zone goes on year after year: the « TZ string » at the foot of a TZif file (RFC 9636, 3.3; POSIX.1-2017, 8.3).
package struct ZoneRule: Sendable, Hashable {
  /// A day of every year and the second of it at which the clock changes.
  package struct Onset: Sendable, Hashable {
    package enum Day: Sendable, Hashable {
      /// 1 to 365; 29 February is never counted (`Jn`).
      case withoutLeapDay(Int)
      /// 0 to 365; 29 February is counted (`n`).
      case fromZero(Int)
      /// The nth such weekday of a month, 1 to 5; 5 is the last (`Mm.w.d`).
      case weekday(Weekday, week: Int, month: Int)
    }

    package var day: Day
    /// Seconds after midnight of that day, by the clock before the change: -167 to 167 hours.
    package var time: Int
  }

  /// The part of the year that has a time of its own.
  package struct Daylight: Sendable, Hashable {
    package var localTime: Zone.LocalTime
    package var start: Onset
    package var end: Onset
  }

  package var standard: Zone.LocalTime
  package var daylight: Daylight?

  /// The two changes of `year`, in no order; none where there is no daylight time.
  package func transitions(in year: Int) -> [Zone.Transition] {
    guard let daylight else { return [] }
    let start = daylight.start.day(in: year).number * 86_400 + daylight.start.time - standard.offset
    let end = daylight.end.day(in: year).number * 86_400 + daylight.end.time - daylight.localTime.offset
    return [
      Zone.Transition(instant: Instant(seconds: start), from: standard, to: daylight.localTime),
      Zone.Transition(instant: Instant(seconds: end), from: daylight.localTime, to: standard),
    ]
  }

  /// By what the clock goes at `instant`.
  package func localTime(at instant: Instant) -> Zone.LocalTime {
    guard daylight != nil else { return standard }
    let year = instant.utc.dateTime.day.year
    // Daylight time may last over New Year, and a year's change may lie in the next: three years show it. Where one ends at
    // the moment the next begins (daylight time all year), the one that begins holds.
    var latest: Zone.Transition?
    for transition in (year - 1...year + 1).flatMap(transitions(in:)) where transition.instant <= instant {
      guard let found = latest else {
        latest = transition
        continue
      }
      let isLater = transition.instant > found.instant
      if isLater || (transition.instant == found.instant && transition.to != standard) { latest = transition }
    }
    return latest?.to ?? standard
  }
}

extension ZoneRule.Onset {
  func day(in year: Int) -> CivilDay {
    let newYear = CivilDay(uncheckedYear: year, month: 1, day: 1)
    switch day {
    case .fromZero(let number):
      return newYear.adding(days: number)
    case .withoutLeapDay(let number):
      let isAfterLeapDay = number > 59 && CivilMonth.length(year: year, month: 2) == 29
      return newYear.adding(days: number - 1 + (isAfterLeapDay ? 1 : 0))
    case .weekday(let weekday, let week, let month):
      let civilMonth = CivilMonth(uncheckedYear: year, month: month)
      return civilMonth.day(.weekday(weekday, nth: week == 5 ? -1 : week)) ?? civilMonth.lastDay
    }
  }
}
