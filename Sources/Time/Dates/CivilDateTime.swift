/// A minute on the clock of the site's zone: a day and an hour, not an instant.
package struct CivilDateTime: Sendable, Hashable, Comparable {
  package let day: CivilDay
  /// Minutes since midnight, 0 to 1439.
  package let minuteOfDay: Int

  /// A minute of a day, else `nil`.
  package init?(day: CivilDay, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.init(day: day, minuteOfDay: hour * 60 + minute)
  }

  /// `minuteOfDay` may lie outside 0…1439: the days are carried over.
  package init(day: CivilDay, minuteOfDay: Int) {
    let carried = minuteOfDay >= 0 ? minuteOfDay / 1440 : (minuteOfDay - 1439) / 1440
    self.day = carried == 0 ? day : day.adding(days: carried)
    self.minuteOfDay = minuteOfDay - carried * 1440
  }

  /// The last minute that is written with four digits for its year.
  package static let last = CivilDateTime(day: .last, minuteOfDay: 1439)

  package var hour: Int { minuteOfDay / 60 }
  package var minute: Int { minuteOfDay % 60 }

  /// What a clock of 24 hours shows: `18:30`.
  package var timeOfDay: String { String(PartialDate.minute(self).iso.suffix(5)) }

  /// What the clock shows so many minutes later (earlier where negative), as if no clock ever changed.
  package func adding(minutes: Int) -> CivilDateTime {
    CivilDateTime(day: day, minuteOfDay: minuteOfDay + minutes)
  }

  /// Minutes from `other` to this one, as if no clock ever changed.
  package func minutes(since other: CivilDateTime) -> Int {
    (day.number - other.day.number) * 1440 + minuteOfDay - other.minuteOfDay
  }

  package static func < (a: CivilDateTime, b: CivilDateTime) -> Bool {
    (a.day, a.minuteOfDay) < (b.day, b.minuteOfDay)
  }
}
