/// A day of the week; weeks start on Monday (ISO 8601).
package enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  init(ofDayNumber number: Int) {
    // 1970-01-01 was a Thursday.
    let index = ((number + 3) % 7 + 7) % 7
    self = Weekday.allCases[index]
  }
}

// What formats of machines call it, all after its English name.
extension Weekday {
  /// `Monday`, as schema.org has it.
  package var english: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// `Mon`, as dates of mail have it (RFC 5322, 3.3).
  package var shortEnglish: String { String(english.prefix(3)) }

  /// `MO`, as rules of calendars have it (RFC 5545, 3.3.10).
  package var calendarCode: String { english.prefix(2).uppercased() }

  /// The day that rules of calendars call so, in capitals; `nil` where they call none so.
  package init?(calendarCode: some StringProtocol) {
    guard let day = Self.allCases.first(where: { $0.calendarCode == calendarCode }) else { return nil }
    self = day
  }
}
