extension French {
  /// What is to be said of a schedule, one line for each thing: the rule or the rhythm, its bounds, exclusions, the rules
  /// that take its place, cancelled, moved and full occurrences, « à confirmer ». Lines begin in lower case and end without
  /// a full stop.
  package static func schedule(_ schedule: Schedule) -> [String] {
    var lines = plan(schedule)
    if let rhythm = schedule.rhythm { lines.append(rhythm) }
    lines += cancelledDays(schedule)
    lines += schedule.moved.compactMap { move($0, in: schedule) }
    lines += fullDays(schedule)
    if let status = status(schedule) { lines.append(status) }
    return lines
  }

  /// What is to be said of a schedule where its state, and its dates up to `listed`, stand in words elsewhere: the plan, and
  /// the exceptions behind that day. What is over is left out.
  ///
  /// - Parameter listed: the last day of the dates that are listed; `nil` where all that are to come are.
  package static func schedule(_ schedule: Schedule, from today: CivilDay, listedThrough listed: CivilDay?) -> [String]
  {
    var coming = schedule
    coming.cancelled = schedule.cancelled.filter { key in listed.map { key.day > $0 } ?? false }
    coming.full = schedule.full.filter { key in listed.map { key.day > $0 } ?? false }
    coming.moved = schedule.moved.filter { move in listed.map { move.span.firstDay > $0 } ?? false }
    var lines = plan(schedule, from: today)
    if let rhythm = schedule.rhythm { lines.append(rhythm) }
    return lines + cancelledDays(coming) + coming.moved.compactMap { move($0, in: coming) } + fullDays(coming)
  }

  // MARK: The plan

  /// - Parameter today: the day before which nothing is of interest; `nil` where all of it is.
  private static func plan(_ schedule: Schedule, from today: CivilDay? = nil) -> [String] {
    let effective = EffectivePlan(schedule)
    switch effective.days {
    case .none: return []
    case .once(let day): return effective.planned(OccurrenceKey(day)).map { [span($0.span)] } ?? []
    case .rule(let phases):
      guard let first = phases.first, case .rule(_, let recurrence) = schedule.plan else { return [] }
      let words = [rule(of: first), length(first.first), exclusions(schedule, effective, from: today)].compactMap { $0 }
      return [words.joined(separator: ", "), bounds(recurrence, from: first.first.firstDay, schedule, effective)]
        + zip(phases, phases.dropFirst()).map { change($1, after: $0) }
    case .dates(let planned):
      let held = planned.filter { !schedule.excluded.contains($0.key.day) }
      return sessions(held, schedule, areListed: today != nil)
    }
  }

  /// What the value of `repetition` says of a plan beside `debut` and `fin`: « tous les mardis, hors vacances scolaires
  /// (zone C), jusqu’au 3 juillet 2026 », « les 6 février et 13 mars 2026 »; `nil` for what has no such words: what takes
  /// place once, rules that take the place of others, sessions.
  package static func repetition(_ schedule: Schedule) -> String? {
    let effective = EffectivePlan(schedule)
    switch effective.days {
    case .none, .once: return nil
    case .rule(let phases):
      guard phases.count == 1, let only = phases.first, case .rule(_, let recurrence) = schedule.plan else {
        return nil
      }
      let words = [rule(of: only), exclusions(schedule, effective, from: nil), bound(recurrence, schedule, effective)]
      return words.compactMap { $0 }.joined(separator: ", ")
    case .dates(let planned):
      guard planned.allSatisfy({ $0.key.minuteOfDay == nil && $0.title == nil && $0.location == nil }) else {
        return nil
      }
      return theDays(planned.map(\.span.firstDay))
    }
  }

  static func rule(of phase: EffectivePlan.Phase) -> String {
    rule(phase.frequency, interval: phase.interval, weeks: phase.weeks, from: phase.first.firstDay)
  }

  /// « puis, à partir du 1er septembre 2026, tous les jeudis, de 19 h à 21 h, lieu : La Scène ».
  private static func change(_ phase: EffectivePlan.Phase, after previous: EffectivePlan.Phase) -> String {
    var words = ["puis, à partir du " + day(phase.first.firstDay), rule(of: phase)]
    if let length = length(phase.first) { words.append(length) }
    if let place = changeOfPlace(phase, after: previous) { words.append(place) }
    return words.joined(separator: ", ")
  }

  /// Where a rule is that takes the place of another; `nil` where that one was where the event is, as it is.
  static func changeOfPlace(_ phase: EffectivePlan.Phase, after previous: EffectivePlan.Phase?) -> String? {
    if let location = phase.location { return otherPlace(location) }
    return previous?.location == nil ? nil : "de nouveau au lieu habituel"
  }

  /// « de 14 h à 18 h », « pendant trois jours »; `nil` for one day without an hour.
  private static func length(_ span: Span) -> String? {
    if let hours = hours(span) { return hours }
    let days = span.lastDay.number - span.firstDay.number + 1
    return days > 1 ? "pendant " + numberWord(days) + " jours" : nil
  }

  /// « à partir du 6 mars 2026, jusqu’au 4 décembre 2026 », « 10 fois, à partir du 6 mars 2026 », « à partir du 6 mars 2026,
  /// dates connues jusqu’au 31 août 2028 ».
  private static func bounds(
    _ recurrence: Recurrence, from first: CivilDay, _ schedule: Schedule, _ effective: EffectivePlan
  ) -> String {
    let start = "à partir du " + day(first)
    let bound = bound(recurrence, schedule, effective)
    var words = [start, bound].compactMap { $0 }
    if case .count = recurrence.bound { words.reverse() }
    if let known = schedule.publishedThrough, recurrence.goesOn(after: known) {
      words.append("dates connues jusqu’au " + day(known))
    }
    return words.joined(separator: ", ")
  }

  /// « jusqu’au 4 décembre 2026 », « 10 fois »: how many are held.
  private static func bound(_ recurrence: Recurrence, _ schedule: Schedule, _ effective: EffectivePlan) -> String? {
    switch recurrence.bound {
    case .never: return nil
    case .until(let last): return "jusqu’au " + day(last)
    case .count:
      return grouped(effective.count(without: schedule.excluded)) + noBreakSpace + "fois"
    }
  }

  /// Times given one by one: the days and the hours they have in common, or each in a line of its own; of many only how
  /// many, the first and the last.
  ///
  /// - Parameter areListed: whether each stands elsewhere with what it has of its own.
  private static func sessions(
    _ held: [EffectivePlan.Planned], _ schedule: Schedule, areListed: Bool
  ) -> [String] {
    guard let first = held.first, let last = held.last else { return [] }
    let length = length(first.span)
    let areAlike = held.allSatisfy { planned in
      planned.title == nil && planned.location == nil && planned.state == nil && planned.key.minuteOfDay == nil
        && self.length(planned.span) == length
    }
    if held.count > 12 || areListed && !areAlike && held.count > 1 {
      let all = count(held.count, "date") + ", du " + day(first.span.firstDay) + " au " + day(last.span.firstDay)
      return [[all, areAlike ? length : nil].compactMap { $0 }.joined(separator: ", ")]
    }
    if areAlike { return [[theDays(held.map(\.span.firstDay)), length].compactMap { $0 }.joined(separator: ", ")] }
    return held.map { planned in
      let title = planned.title.map { noBreakSpace + ": " + $0 } ?? ""
      let place = planned.location.map { ", " + otherPlace($0) } ?? ""
      let state = planned.state == nil ? nil : StateWords(schedule.plainOccurrence(planned))?.sentence.firstLowercased
      return span(planned.span) + place + title + bracketed(state)
    }
  }

  /// Where, if that is known by its name; else only that it is elsewhere.
  private static func otherPlace(_ location: Location) -> String {
    if case .named(let name) = location { return "lieu" + noBreakSpace + ": " + name }
    return "dans un autre lieu"
  }

  // MARK: Exceptions

  /// « sauf le 1er mai et du 21 février au 8 mars, hors vacances scolaires (zone C) et jours fériés »; with years unless all
  /// takes place in one.
  private static func exclusions(
    _ schedule: Schedule, _ effective: EffectivePlan, from today: CivilDay?
  ) -> String? {
    let excluded = schedule.excluded
    let year = onlyYear(of: schedule)
    var parts: [String] = []
    let days = excluded.days.filter { day in
      effective.contains(OccurrenceKey(day)) && !excluded.ranges.contains { $0.contains(day) }
        && !excluded.isHoliday(day) && day >= today ?? .first
    }
    if !days.isEmpty { parts.append(theDays(days.sorted(), withoutYear: year)) }
    for range in excluded.ranges where range.upperBound >= today ?? .first {
      guard let next = effective.first(onOrAfter: range.lowerBound), next.key.day <= range.upperBound else { continue }
      parts.append(theRange(range, withoutYear: year))
    }
    var holidays: [String] = []
    if let school = excluded.schoolHolidays {
      holidays.append("vacances scolaires" + (school.zone.map { " (zone " + $0.rawValue + ")" } ?? ""))
    }
    if excluded.publicHolidays != nil { holidays.append("jours fériés") }
    let words = [parts.isEmpty ? nil : "sauf " + list(parts), holidays.isEmpty ? nil : "hors " + list(holidays)]
    return words.contains { $0 != nil } ? words.compactMap { $0 }.joined(separator: ", ") : nil
  }

  /// « du 21 février au 8 mars 2026 ».
  private static func theRange(_ range: ClosedRange<CivilDay>, withoutYear: Int?) -> String {
    let (first, last) = (range.lowerBound, range.upperBound)
    let end = first.year == last.year && last.year == withoutYear ? dayAndMonth(last) : day(last)
    let start =
      first.civilMonth == last.civilMonth
      ? dayNumber(first.day) : first.year == last.year ? dayAndMonth(first) : day(first)
    return "du " + start + " au " + end
  }

  /// « date annulée : 6 novembre 2026 (salle prise) »; a line for each reason.
  private static func cancelledDays(_ schedule: Schedule) -> [String] {
    let effective = EffectivePlan(schedule)
    let keys = schedule.cancelled.filter { !schedule.excluded.contains($0.day) }.sorted()
    let planned = keys.compactMap(effective.planned)
    var reasons: [String?] = []
    for one in planned {
      let reason = reason(of: one.key, in: schedule)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.map { reason in
      let those = planned.filter { self.reason(of: $0.key, in: schedule) == reason }
      let name = those.count == 1 ? "date annulée" : "dates annulées"
      return name + noBreakSpace + ": " + listed(those, effective) + bracketed(reason)
    }
  }

  /// « date complète : 5 juin 2026 ».
  private static func fullDays(_ schedule: Schedule) -> [String] {
    let effective = EffectivePlan(schedule)
    let keys = schedule.full.filter { !schedule.excluded.contains($0.day) && !schedule.cancelled.contains($0) }
    let planned = keys.sorted().compactMap(effective.planned)
    if planned.isEmpty || schedule.isFull { return [] }
    let name = planned.count == 1 ? "date complète" : "dates complètes"
    return [name + noBreakSpace + ": " + listed(planned, effective)]
  }

  /// Their days, with the hour where another one is on the same day.
  private static func listed(_ planned: [EffectivePlan.Planned], _ effective: EffectivePlan) -> String {
    guard planned.contains(where: { effective.count(on: $0.span.firstDay) > 1 }) else {
      return listed(planned.map(\.span.firstDay))
    }
    return list(planned.map { date($0.span.start) })
  }

  /// Why one occurrence is changed; that of the event is said once where all of it is.
  private static func reason(of key: OccurrenceKey, in schedule: Schedule) -> String? {
    let words = StateWords(schedule)
    return words?.reason == nil ? schedule.reason(forChangeOf: key) : schedule.reasons[key]
  }

  /// « (salle prise) », behind a space; empty for nothing.
  package static func bracketed(_ reason: String?) -> String { reason.map { " (\($0))" } ?? "" }

  private static func move(_ move: Schedule.Move, in schedule: Schedule) -> String? {
    let isHeld = !schedule.excluded.contains(move.planned.day) && !schedule.cancelled.contains(move.planned)
    guard isHeld, let planned = EffectivePlan(schedule).planned(move.planned)?.span else { return nil }
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
    let full = schedule.isFull ? ", " + StateWords.full.word.firstLowercased : ""
    switch schedule.plan {
    case .once(let old):
      return word + reason + " (" + StateWords.insteadOf + noBreakSpace + ": " + span(old) + ")" + full
    case .rule, .dates, .undated:
      return word + " à partir de la date suivante" + noBreakSpace + ": " + date(newStart) + reason + full
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
