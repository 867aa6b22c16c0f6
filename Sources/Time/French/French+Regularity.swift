extension French {
  /// How a schedule returns, as short as a list has room for: « tous les mardis et jeudis, de 9 h à 18 h », « un vendredi
  /// après-midi par mois », « 3 dates », « tous les mardis, sauf le mardi 6 avril ; puis, à partir du 22 avril 2027, tous les
  /// jeudis ». No bounds; `nil` for what takes place once.
  ///
  /// - Parameters:
  ///   - day: as of which day, where the rule changes.
  ///   - dates: from the first to the last of the dates that it is said of: the rules that these go by are named.
  ///   - skipped: days of these rules on which it is not held, each said behind its rule.
  package static func returning(
    _ schedule: Schedule, on day: CivilDay, dates: ClosedRange<CivilDay>? = nil, without skipped: [CivilDay] = []
  ) -> String? {
    switch EffectivePlan(schedule).days {
    case .none: return schedule.rhythm
    case .once: return nil
    case .rule(let phases):
      guard let first = phases.asOf(max(day, dates?.lowerBound ?? day)) else { return nil }
      let last = dates?.upperBound ?? .first
      let named = phases.filter { $0.start == first.start || $0.start > first.start && $0.first.firstDay <= last }
      return named.map { phase in
        let isSecond = phase.start > first.start
        // Of a rule that has not begun it is said when it does; of the whole schedule the dates say it.
        let isToBegin = phase.start > max(day, phases.first?.start ?? day)
        let start = isToBegin ? "à partir du " + self.day(phase.first.firstDay) : nil
        let place = isSecond ? changeOfPlace(phase, after: phases.last { $0.start < phase.start }) : nil
        let words = [start, rule(of: phase), hours(phase.first), place, except(skipped.filter(phase.contains))]
        return (isSecond ? "puis, " : "") + words.compactMap { $0 }.joined(separator: ", ")
      }.joined(separator: noBreakSpace + "; ")
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

  /// « aussi le dimanche 26 avril et le dimanche 31 mai (complet) »; `nil` for none.
  ///
  /// - Parameter days: each with what it has of its own.
  package static func also(_ days: [(day: CivilDay, own: String?)]) -> String? {
    days.isEmpty ? nil : "aussi " + list(days.map { "le " + weekdayAndDay($0.day) + bracketed($0.own) })
  }

  /// « du 14 au 15 mars 2026 », « du 28 février au 1er mars 2026 ».
  package static func days(_ days: ClosedRange<CivilDay>) -> String {
    span(Span(start: .day(days.lowerBound), end: .day(days.upperBound)))
  }
}
