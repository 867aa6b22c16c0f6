/// Days on which something is never held.
package struct Exclusions: Sendable, Hashable {
  package var days: Set<CivilDay>
  /// In order, apart from each other.
  package var ranges: [ClosedRange<CivilDay>]
  package var publicHolidays: PublicHolidays?
  package var schoolHolidays: SchoolHolidays?

  package init(
    days: Set<CivilDay> = [], ranges: [ClosedRange<CivilDay>] = [], publicHolidays: PublicHolidays? = nil,
    schoolHolidays: SchoolHolidays? = nil
  ) {
    self.days = days
    self.ranges = ranges
    self.publicHolidays = publicHolidays
    self.schoolHolidays = schoolHolidays
  }

  package var isEmpty: Bool { days.isEmpty && areDaysAlone }

  /// Whether nothing is left out but single days.
  var areDaysAlone: Bool { ranges.isEmpty && publicHolidays == nil && schoolHolidays == nil }

  /// Leaves out what `other` does too; of holidays those that were read last.
  package mutating func formUnion(_ other: Exclusions) {
    days.formUnion(other.days)
    ranges = Self.joined(ranges + other.ranges)
    schoolHolidays = other.schoolHolidays ?? schoolHolidays
    publicHolidays = other.publicHolidays ?? publicHolidays
  }

  package func contains(_ day: CivilDay) -> Bool {
    if days.contains(day) { return true }
    if areDaysAlone { return false }
    return ranges.contains { $0.contains(day) } || isHoliday(day)
  }

  /// Whether it is left out as a holiday, whatever else is written.
  package func isHoliday(_ day: CivilDay) -> Bool {
    publicHolidays?.contains(day) ?? false || schoolHolidays?.contains(day) ?? false
  }
}
