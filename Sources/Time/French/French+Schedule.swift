extension French {
  /// What is to be said of a schedule, one line for each thing: the rule or the rhythm, its bounds, exclusions,
  /// cancelled and moved occurrences, « à confirmer ». Lines begin in lower case and end without a full stop.
  package static func schedule(_ schedule: Schedule) -> [String] {
    var lines = plan(schedule)
    if let rhythm = schedule.rhythm { lines.append(rhythm) }
    lines += cancelledDays(schedule)
    lines += schedule.moved.compactMap { move($0, in: schedule) }
    if let status = status(schedule) { lines.append(status) }
    return lines
  }

  // MARK: The plan

  private static func plan(_ schedule: Schedule) -> [String] {
    let standing = EffectivePlan(schedule)
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
      let standing = EffectivePlan(schedule)
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
    let standing = EffectivePlan(schedule)
    let days = schedule.excluded.filter(standing.contains).sorted()
    return days.isEmpty ? nil : "sauf " + theDays(days, withoutYear: onlyYear(of: schedule))
  }

  /// « date annulée : 6 novembre 2026 (salle prise) »; a line for each reason.
  private static func cancelledDays(_ schedule: Schedule) -> [String] {
    let standing = EffectivePlan(schedule)
    let days = schedule.cancelled.filter { standing.contains($0) && !schedule.excluded.contains($0) }.sorted()
    var reasons: [String?] = []
    for day in days {
      let reason = reason(of: day, in: schedule)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.map { reason in
      let days = days.filter { self.reason(of: $0, in: schedule) == reason }
      let name = days.count == 1 ? "date annulée" : "dates annulées"
      return name + noBreakSpace + ": " + listed(days.map { standing.span(for: $0).firstDay }) + bracketed(reason)
    }
  }

  /// Why one occurrence is changed; that of the event is said once where all of it is.
  private static func reason(of day: CivilDay, in schedule: Schedule) -> String? {
    let words = StateWords(schedule)
    return words?.reason == nil ? schedule.reason(forChangeOn: day) : schedule.reasons[day]
  }

  private static func bracketed(_ reason: String?) -> String { reason.map { " (\($0))" } ?? "" }

  private static func move(_ move: Schedule.Move, in schedule: Schedule) -> String? {
    let standing = EffectivePlan(schedule)
    let isHeld = !schedule.excluded.contains(move.planned) && !schedule.cancelled.contains(move.planned)
    guard isHeld, standing.contains(move.planned) else { return nil }
    let planned = standing.span(for: move.planned)
    var (isElsewhere, name) = (false, "")
    if let location = move.location {
      isElsewhere = true
      if case .named(let text) = location { name = noBreakSpace + ": " + text }
    }
    let place = isElsewhere ? ", changement de lieu" + name : ""
    let reason = bracketed(reason(of: move.planned, in: schedule))
    if move.span == planned {
      return isElsewhere
        ? "changement de lieu le " + day(planned.firstDay) + name + reason : day(planned.firstDay) + ", comme prévu"
    }
    if move.span.differsInHoursAlone(from: planned), let hours = hours(move.span) {
      return "changement d’horaire le " + day(planned.firstDay) + noBreakSpace + ": " + hours + place + reason
    }
    let new = span(move.span)
    let link = new.hasPrefix("du ") ? noBreakSpace + ": " : " au "
    return "la date du " + day(planned.firstDay) + " est déplacée" + link + new + place + reason
  }

  // MARK: Status

  private static func status(_ schedule: Schedule) -> String? {
    guard let words = StateWords(schedule) else { return nil }
    guard case .postponed(let newStart?) = schedule.status else { return words.sentence.firstLowercased }
    let word = words.word.firstLowercased
    let reason = words.reason.map { noBreakSpace + ": " + $0 } ?? ""
    switch schedule.plan {
    case .once(let old): return word + reason + " (" + StateWords.insteadOf + noBreakSpace + ": " + span(old) + ")"
    case .rule, .dates, .undated:
      return word + " à partir de la date suivante" + noBreakSpace + ": " + date(newStart) + reason
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
