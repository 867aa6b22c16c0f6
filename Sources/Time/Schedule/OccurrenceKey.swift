/// What names an occurrence among those of its schedule: the day for which it is planned and, for the second and any later
/// one of a day, its hour. It stays when the occurrence is moved (RFC 5545, RECURRENCE-ID).
package struct OccurrenceKey: Sendable, Hashable, Comparable {
  package var day: CivilDay
  /// Minutes since midnight, 0 to 1439; `nil` for the first one of the day.
  package var minuteOfDay: Int?

  package init(_ day: CivilDay, minuteOfDay: Int? = nil) {
    self.day = day
    self.minuteOfDay = minuteOfDay
  }

  /// `2026-03-13`, `2026-03-13T1930`: as it stands in lasting identities.
  package var text: String {
    guard let minuteOfDay else { return day.iso }
    return day.iso + "T" + PartialDate.padded(minuteOfDay / 60, 2) + PartialDate.padded(minuteOfDay % 60, 2)
  }

  package static func < (a: OccurrenceKey, b: OccurrenceKey) -> Bool {
    (a.day, a.minuteOfDay ?? -1) < (b.day, b.minuteOfDay ?? -1)
  }
}
