/// Dates, hours and rules in French words, as they stand on pages, in feeds and letters. Spaces that must not break are
/// no-break spaces.
package enum French {
  /// « 2018 », « décembre 2018 », « 1er juin 2019 », « 5 juillet 2019 à 14 h 30 ».
  package static func date(_ date: CivilDate) -> String { "" }

  /// The same with the weekday where the day is known: « vendredi 5 juillet 2019 ».
  package static func dateWithWeekday(_ date: CivilDate) -> String { "" }

  /// « 14 h », « 14 h 30 », « minuit » for 0, « midi » stays « 12 h ».
  package static func time(_ dateTime: CivilDateTime) -> String { "" }

  /// « vendredi 5 juillet 2019, de 14 h à 18 h », « du 3 au 5 mai 2019 », « juin 2017 »: all that is known of a span,
  /// each part said once.
  package static func span(_ span: Span) -> String { "" }

  /// « de 14 h à 18 h »; `nil` where no hour is known.
  package static func hours(_ span: Span) -> String? { nil }

  /// « juillet », in lower case. `month` is 1 to 12.
  package static func monthName(_ month: Int) -> String { "" }

  /// « juil. », « mai »: at most five characters.
  package static func shortMonthName(_ month: Int) -> String { "" }

  /// « juillet 2019 ».
  package static func month(_ month: CivilMonth) -> String { "" }

  /// « vendredi ».
  package static func weekdayName(_ weekday: Weekday) -> String { "" }

  /// « ven. ».
  package static func shortWeekdayName(_ weekday: Weekday) -> String { "" }

  /// What is to be said of a schedule, one line for each thing: the rule or the rhythm, its bounds, exclusions,
  /// cancelled and moved occurrences, « à confirmer ».
  package static func schedule(_ schedule: Schedule) -> [String] { [] }

  /// « aucune nouvelle », « 1 nouvelle », « 2 nouvelles »; `plural` where it is not the singular with an s.
  package static func count(_ number: Int, _ singular: String, plural: String? = nil) -> String { "" }
}
