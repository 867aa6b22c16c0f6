/// A month of a year.
package struct CivilMonth: Sendable, Hashable, Comparable {
  package let year: Int
  /// 1 to 12.
  package let month: Int

  /// A month that exists, else `nil`. Years 1 to 9999.
  package init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(uncheckedYear: year, month: month)
  }

  init(uncheckedYear year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// How many days it has.
  package var length: Int { CivilMonth.length(year: year, month: month) }

  package var firstDay: CivilDay { CivilDay(uncheckedYear: year, month: month, day: 1) }
  package var lastDay: CivilDay { CivilDay(uncheckedYear: year, month: month, day: length) }

  /// The month so many months later (earlier where negative).
  package func adding(months: Int) -> CivilMonth {
    let index = year * 12 + month - 1 + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    return CivilMonth(uncheckedYear: newYear, month: index - newYear * 12 + 1)
  }

  static func length(year: Int, month: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  package static func < (a: CivilMonth, b: CivilMonth) -> Bool { (a.year, a.month) < (b.year, b.month) }
}
