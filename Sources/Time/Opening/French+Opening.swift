extension French {
  /// « du mardi au vendredi », « lundi et mercredi », « samedi et dimanche ».
  package static func days(_ days: [Weekday]) -> String {
    range(days) ?? list(days.map(weekdayName))
  }

  /// « de 9 h à 12 h et de 14 h à 19 h », « fermé ».
  package static func hours(_ stretches: [OpeningHours.Stretch]) -> String {
    if stretches.isEmpty { return "fermé" }
    return list(
      stretches.map { stretch in
        let (start, end) = (clock(stretch.start), clock(stretch.end))
        return stretch.end - stretch.start == 1440 ? "jour et nuit" : "de " + start + " à " + end
      })
  }

  /// « du mardi au vendredi, de 9 h à 19 h ; samedi, de 10 h à minuit »: when it is open, on one line; empty where nothing is
  /// known of it.
  package static func opening(_ hours: OpeningHours) -> String {
    hours.rows.filter { !$0.stretches.isEmpty }.map { days($0.days) + ", " + self.hours($0.stretches) }
      .joined(separator: noBreakSpace + "; ")
  }

  /// « fermé le lundi 25 mai 2026 », « fermé du 15 juillet au 31 août 2026 ».
  package static func closed(_ range: ClosedRange<CivilDay>) -> String {
    let (first, last) = (range.lowerBound, range.upperBound)
    return first == last
      ? "fermé le " + dateWithWeekday(.day(first)) : "fermé " + span(Span(start: .day(first), end: .day(last)))
  }

  private static func clock(_ minute: Int) -> String {
    time(CivilDateTime(day: .first, minuteOfDay: minute % 1440))
  }
}
