extension French {
  /// « chaque premier vendredi du mois », « tous les mardis et jeudis », « toutes les deux semaines, le mardi ».
  static func rule(_ recurrence: Recurrence, from first: CivilDay) -> String {
    let interval = max(1, recurrence.interval)
    switch recurrence.frequency {
    case .daily: return interval == 1 ? "tous les jours" : "tous les " + numberWord(interval) + " jours"
    case .weekly(let weekdays): return weekly(weekdays, interval)
    case .monthly(let day): return monthly(day, interval, first)
    case .yearly: return yearly(interval, first)
    }
  }

  private static func weekly(_ weekdays: Set<Weekday>, _ interval: Int) -> String {
    let names = weekdays.sorted { $0.rawValue < $1.rawValue }.map(weekdayName)
    if interval > 1 {
      return "toutes les " + numberWord(interval) + " semaines, " + list(names.map { "le " + $0 })
    }
    if weekdays.count == 7 { return "tous les jours" }
    if weekdays == [.monday, .tuesday, .wednesday, .thursday, .friday] { return "du lundi au vendredi" }
    return "tous les " + list(names.map { $0 + "s" })
  }

  private static func monthly(_ day: Recurrence.MonthlyDay, _ interval: Int, _ first: CivilDay) -> String {
    let word: String
    switch day {
    case .weekday(let weekday, let nth): word = ordinal(nth) + " " + weekdayName(weekday)
    case .day(let number): word = dayNumber(number)
    }
    if interval % 12 == 0 {
      let years = interval / 12 == 1 ? "chaque année" : "tous les " + numberWord(interval / 12) + " ans"
      let month = monthName(first.month)
      if case .day = day { return years + ", le " + word + noBreakSpace + month }
      return years + ", le " + word + " " + ofMonth(month)
    }
    if interval > 1 { return "tous les " + numberWord(interval) + " mois, le " + word }
    switch day {
    case .weekday: return "chaque " + word + " du mois"
    case .day(let number): return "le " + word + " de chaque mois" + (number > 28 ? " qui en a un" : "")
    }
  }

  private static func yearly(_ interval: Int, _ first: CivilDay) -> String {
    let isLeapDay = first.month == 2 && first.day == 29
    let day = ", le " + dayAndMonth(first)
    if interval > 1 { return "tous les " + numberWord(interval) + " ans" + day }
    return (isLeapDay ? "chaque année bissextile" : "chaque année") + day
  }
}
