extension French {
  /// How a schedule returns, as short as a list has room for: « tous les mardis et jeudis, de 9 h à 18 h », « un vendredi
  /// après-midi par mois », « 3 dates ». Neither bounds nor exceptions; `nil` for what takes place once.
  ///
  /// - Parameter day: on which day, where the rule changes.
  package static func returning(_ schedule: Schedule, on day: CivilDay) -> String? {
    switch EffectivePlan(schedule).days {
    case .none: return schedule.rhythm
    case .once: return nil
    case .rule(let phases):
      guard let phase = phases.last(where: { $0.start <= day }) ?? phases.first else { return nil }
      return [rule(of: phase), hours(phase.first)].compactMap { $0 }.joined(separator: ", ")
    case .dates(let sessions):
      let held = sessions.filter { !schedule.excluded.contains($0.key.day) }
      return held.count > 1 ? count(held.count, "date") : nil
    }
  }

  /// « mardi 3 mars »: a day of a year that is known.
  package static func weekdayAndDay(_ day: CivilDay) -> String {
    weekdayName(day.weekday) + " " + dayAndMonth(day)
  }

  /// « sauf le lundi 6 avril », « sauf 7 dates, du 14 juillet au 25 août »; `nil` for none.
  package static func except(_ days: [CivilDay]) -> String? {
    guard let first = days.first, let last = days.last else { return nil }
    if days.count > 4 {
      return "sauf " + count(days.count, "date") + ", du " + dayAndMonth(first) + " au " + dayAndMonth(last)
    }
    return "sauf " + list(days.map { "le " + weekdayAndDay($0) })
  }

  /// « aussi le dimanche 26 avril et le dimanche 31 mai »; `nil` for none.
  package static func also(_ days: [CivilDay]) -> String? {
    days.isEmpty ? nil : "aussi " + list(days.map { "le " + weekdayAndDay($0) })
  }

  /// « du 14 au 15 mars 2026 », « du 28 février au 1er mars 2026 ».
  package static func days(_ days: ClosedRange<CivilDay>) -> String {
    span(Span(start: .day(days.lowerBound), end: .day(days.upperBound)))
  }
}
