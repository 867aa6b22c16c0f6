extension French {
  /// What is to be said of a schedule, one line for each thing: the rule or the rhythm, its bounds, exclusions,
  /// cancelled and moved occurrences, « à confirmer ». Lines begin in lower case and end without a full stop.
  package static func schedule(_ schedule: Schedule) -> [String] {
    var lines = plan(schedule)
    if let rhythm = schedule.rhythm { lines.append(rhythm) }
    if let cancelled = cancelledDays(schedule) { lines.append(cancelled) }
    lines += schedule.moved.compactMap { move($0, in: schedule) }
    if let status = status(schedule) { lines.append(status) }
    return lines
  }

  // MARK: The plan

  private static func plan(_ schedule: Schedule) -> [String] {
    let standing = StandingPlan(schedule)
    switch standing.days {
    case .none: return []
    case .once(let day): return [span(standing.span(for: day))]
    case .rule(let first, let recurrence):
      let template = standing.span(for: first)
      let words = [rule(recurrence, from: first), length(template), exclusions(schedule)].compactMap { $0 }
      return [words.joined(separator: ", "), bounds(recurrence, from: first, schedule)]
    case .dates(let days):
      guard let first = days.first else { return [] }
      let held = days.filter { !schedule.excluded.contains($0) }.map { standing.span(for: $0).firstDay }
      return [[dates(held), length(standing.span(for: first))].compactMap { $0 }.joined(separator: ", ")]
    }
  }

  /// « de 14 h à 18 h », « pendant trois jours »; `nil` for one day without an hour.
  private static func length(_ span: Span) -> String? {
    if let hours = hours(span) { return hours }
    let days = span.lastDay.number - span.firstDay.number + 1
    return days > 1 ? "pendant " + numberWord(days) + " jours" : nil
  }

  /// « à partir du 6 mars 2026, jusqu’au 4 décembre 2026 », « 10 fois, à partir du 6 mars 2026 ».
  private static func bounds(_ recurrence: Recurrence, from first: CivilDay, _ schedule: Schedule) -> String {
    let start = "à partir du " + day(first)
    switch recurrence.bound {
    case .never: return start
    case .until(let last): return start + ", jusqu’au " + day(last)
    case .count(let count):
      let standing = StandingPlan(schedule)
      let held = max(0, count - schedule.excluded.count { standing.contains($0) })
      return grouped(held) + noBreakSpace + "fois, " + start
    }
  }

  /// « les 6 février et 13 mars 2026 »; of many only how many, the first and the last.
  private static func dates(_ days: [CivilDay]) -> String {
    guard days.count > 12, let first = days.first, let last = days.last else { return theDays(days) }
    return count(days.count, "date") + ", du " + day(first) + " au " + day(last)
  }

  // MARK: Exceptions

  /// « sauf le 1er mai », with the year unless all takes place in it.
  private static func exclusions(_ schedule: Schedule) -> String? {
    let standing = StandingPlan(schedule)
    let days = schedule.excluded.filter(standing.contains).sorted()
    return days.isEmpty ? nil : "sauf " + theDays(days, withoutYear: onlyYear(of: schedule))
  }

  /// « date annulée : 6 novembre 2026 ».
  private static func cancelledDays(_ schedule: Schedule) -> String? {
    let standing = StandingPlan(schedule)
    let days = schedule.cancelled.filter { standing.contains($0) && !schedule.excluded.contains($0) }.sorted()
    if days.isEmpty { return nil }
    let name = days.count == 1 ? "date annulée" : "dates annulées"
    return name + noBreakSpace + ": " + listed(days.map { standing.span(for: $0).firstDay })
  }

  private static func move(_ move: Schedule.Move, in schedule: Schedule) -> String? {
    let standing = StandingPlan(schedule)
    let isHeld = !schedule.excluded.contains(move.planned) && !schedule.cancelled.contains(move.planned)
    guard isHeld, standing.contains(move.planned) else { return nil }
    let planned = standing.span(for: move.planned)
    var place = ""
    switch move.location {
    case .named(let name)?: place = ", lieu" + noBreakSpace + ": " + name
    case .place?: place = ", dans un autre lieu"
    case nil: break
    }
    if move.span == planned { return day(planned.firstDay) + (place.isEmpty ? ", comme prévu" : place) }
    if move.span.firstDay == planned.firstDay, move.span.lastDay == planned.lastDay, let hours = hours(move.span) {
      return day(planned.firstDay) + noBreakSpace + ": " + hours + place
    }
    let new = span(move.span)
    let link = new.hasPrefix("du ") ? noBreakSpace + ": " : " au "
    return "la date du " + day(planned.firstDay) + " est déplacée" + link + new + place
  }

  // MARK: Status

  private static func status(_ schedule: Schedule) -> String? {
    let reason = schedule.reason.map { noBreakSpace + ": " + $0 } ?? ""
    switch schedule.status {
    case .confirmed: return nil
    case .tentative: return "à confirmer"
    case .cancelled: return "annulé" + reason
    case .postponed(nil): return "reporté, nouvelle date à venir" + reason
    case .postponed(let newStart?):
      switch schedule.plan {
      case .once(let old): return "reporté" + reason + " (date annoncée d’abord" + noBreakSpace + ": " + span(old) + ")"
      case .rule, .dates, .undated:
        return "reporté à partir de la date suivante" + noBreakSpace + ": " + date(newStart) + reason
      }
    }
  }

  // MARK: Lists of days

  /// « le 1er mai 2026 », « les 3, 10 et 17 mai 2026 », « les 6 mars 2026 et 5 février 2027 ».
  private static func theDays(_ days: [CivilDay], withoutYear: Int? = nil) -> String {
    (days.count == 1 ? "le " : "les ") + listed(days, withoutYear: withoutYear)
  }

  /// Days in order; month and year are said where the next day has another.
  private static func listed(_ days: [CivilDay], withoutYear: Int? = nil) -> String {
    let words = days.enumerated().map { position, day in
      let next = position + 1 < days.count ? days[position + 1] : nil
      if next?.civilMonth == day.civilMonth { return dayNumber(day.day) }
      if next?.year == day.year || withoutYear == day.year { return dayAndMonth(day) }
      return self.day(day)
    }
    return list(words)
  }

  /// The year in which all of it is planned, if it is one.
  private static func onlyYear(of schedule: Schedule) -> Int? {
    guard let last = schedule.lastDay, let first = schedule.firstDay, first.year == last.year else { return nil }
    return first.year
  }
}
