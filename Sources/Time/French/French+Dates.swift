extension French {
  /// « 2018 », « décembre 2018 », « 1er juin 2019 », « 5 juillet 2019 à 14 h 30 ».
  package static func date(_ date: PartialDate) -> String {
    switch date {
    case .year(let year): return String(year)
    case .month(let month): return self.month(month)
    case .day(let day): return self.day(day)
    case .minute(let dateTime): return day(dateTime.day) + " à " + time(dateTime)
    }
  }

  /// A date with its weekday, where the day is known: « vendredi 5 juillet 2019 », « juillet 2019 ».
  package static func dateWithWeekday(_ date: PartialDate) -> String {
    switch date {
    case .year, .month: return self.date(date)
    case .day, .minute: return weekdayName(date.firstDay.weekday) + " " + self.date(date)
    }
  }

  /// « juillet 2019 ».
  package static func month(_ month: CivilMonth) -> String { monthName(month.month) + " " + String(month.year) }

  /// « 1er juin 2019 ».
  static func day(_ day: CivilDay) -> String { dayAndMonth(day) + " " + String(day.year) }

  /// « 1er juin ».
  static func dayAndMonth(_ day: CivilDay) -> String { dayNumber(day.day) + noBreakSpace + monthName(day.month) }

  /// « 1er », « 2 ».
  package static func dayNumber(_ day: Int) -> String { day == 1 ? "1er" : String(day) }

  /// « juillet », in lower case. `month` is 1 to 12.
  package static func monthName(_ month: Int) -> String { name(month, in: monthNames) }

  /// « juil. », « mai »: at most five characters.
  package static func shortMonthName(_ month: Int) -> String { name(month, in: shortMonthNames) }

  /// « vendredi ».
  package static func weekdayName(_ weekday: Weekday) -> String { name(weekday.rawValue, in: weekdayNames) }

  /// « ven. ».
  package static func shortWeekdayName(_ weekday: Weekday) -> String {
    String(weekdayName(weekday).prefix(3)) + "."
  }

  private static func name(_ number: Int, in names: [String]) -> String {
    names.indices.contains(number - 1) ? names[number - 1] : ""
  }

  private static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  private static let shortMonthNames = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
  ]

  private static let weekdayNames = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
}
