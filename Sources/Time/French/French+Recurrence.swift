extension French {
  /// « chaque premier vendredi du mois », « tous les mardis et jeudis », « le 2e et le 4e mardi du mois »: as
  /// ``WrittenRule`` reads it back. `first` is its first day.
  static func rule(
    _ frequency: Recurrence.Frequency, interval: Int = 1, weeks: Recurrence.WeekParity? = nil, from first: CivilDay
  ) -> String {
    let interval = max(1, interval)
    switch frequency {
    case .daily: return daily(interval)
    case .weekly(let weekdays): return weekly(weekdays, interval, weeks)
    case .monthly(let days): return monthly(days, interval, first)
    case .yearly: return yearly(interval, first)
    }
  }

  private static func daily(_ interval: Int) -> String {
    switch interval {
    case 1: return "tous les jours"
    // « Tous les huit jours » and « tous les quinze jours » are said of one week and of two.
    case 8, 15: return "un jour sur " + numberWord(interval)
    default: return "tous les " + numberWord(interval) + " jours"
    }
  }

  private static func weekly(
    _ weekdays: Set<Weekday>, _ interval: Int, _ weeks: Recurrence.WeekParity?
  ) -> String {
    let days = weekdays.sorted { $0.rawValue < $1.rawValue }
    if interval > 1 {
      let names = self.range(days) ?? list(days.map { "le " + weekdayName($0) })
      return "toutes les " + numberWord(interval) + " semaines, " + names
    }
    let names: String
    if days.count == Weekday.allCases.count {
      names = "tous les jours"
    } else {
      names = self.range(days) ?? "tous les " + list(days.map { weekdayName($0) + "s" })
    }
    return names + (weeks.map { " des semaines " + parity($0) } ?? "")
  }

  /// « paires », « impaires ».
  static func parity(_ weeks: Recurrence.WeekParity) -> String { weeks == .odd ? "impaires" : "paires" }

  /// « du mardi au vendredi », of three days or more that follow each other.
  static func range(_ days: [Weekday]) -> String? {
    guard days.count > 2, let first = days.first, let last = days.last,
      last.rawValue - first.rawValue == days.count - 1
    else { return nil }
    return "du " + weekdayName(first) + " au " + weekdayName(last)
  }

  private static func monthly(_ days: [Recurrence.MonthlyDay], _ interval: Int, _ first: CivilDay) -> String {
    if interval % 12 == 0 {
      let years = interval / 12 == 1 ? "chaque année" : "tous les " + numberWord(interval / 12) + " ans"
      let month = monthName(first.month)
      let isNumbered = days.allSatisfy { if case .day = $0 { true } else { false } }
      return years + ", " + monthDays(days) + (isNumbered ? noBreakSpace + month : " " + ofMonth(month))
    }
    if interval > 1 { return "tous les " + numberWord(interval) + " mois, " + monthDays(days) }
    switch days.first {
    case .weekday(let weekday, let nth)? where days.count == 1:
      return "chaque " + ordinal(nth) + " " + weekdayName(weekday) + " du mois"
    case .day(let number)? where days.count == 1:
      return "le " + dayNumber(number) + " de chaque mois" + (number > 28 ? " qui en a un" : "")
    default: return monthDays(days) + " du mois"
    }
  }

  /// « le 2e et le 4e mardi », « le 1er et le 15 », « le dernier jour », « le deuxième vendredi ».
  private static func monthDays(_ days: [Recurrence.MonthlyDay]) -> String {
    let weekdays = Set(days.compactMap { if case .weekday(let weekday, _) = $0 { weekday } else { nil } })
    let isSameWeekday = weekdays.count == 1
    return list(
      days.enumerated().map { position, day in
        switch day {
        case .day(let number): return "le " + dayNumber(number)
        case .last: return "le dernier jour"
        case .weekday(let weekday, let nth):
          let rank = days.count == 1 ? ordinal(nth) : shortOrdinal(nth)
          let isNamed = !isSameWeekday || position == days.count - 1
          return "le " + rank + (isNamed ? " " + weekdayName(weekday) : "")
        }
      })
  }

  private static func yearly(_ interval: Int, _ first: CivilDay) -> String {
    let isLeapDay = first.month == 2 && first.day == 29
    let day = ", le " + dayAndMonth(first)
    if interval > 1 { return "tous les " + numberWord(interval) + " ans" + day }
    return (isLeapDay ? "chaque année bissextile" : "chaque année") + day
  }
}
