import Diagnostics
import Markup
import Site
import Time

/// A rule by its keys.
extension RepetitionReader {
  mutating func rule() -> Written? {
    var members = fields
    let period = members.choice(.every, as: Period.self)
    let frequency = period.flatMap { self.frequency($0, of: &members) }
    let interval = members.integer(.interval) ?? 1
    let weeks = frequency.flatMap { self.weeks(of: &members, $0) }
    fields = members
    guard let frequency, let weeks, let bound = bound() else { return nil }
    let recurrence = Recurrence(frequency: frequency, interval: interval, weeks: weeks.parity, bound: bound)
    return matchesFirst(recurrence, first.firstDay) ? Written(.rule(first: first, recurrence)) : nil
  }

  private mutating func bound() -> Recurrence.Bound? {
    let until = fields.day(.until)
    let count = fields.integer(.count)
    if fields.has(.until), fields.has(.count) {
      fields.report(.untilAndCount(fields.place(of: .count)))
      return nil
    }
    if let until {
      guard until >= first.firstDay else {
        if let range = fields.valueRange(.until) {
          fields.report(.untilBeforeStart(entry.place(range), until: until.iso, start: first.firstDay.iso))
        }
        return nil
      }
      return .until(until)
    }
    if let count { return .count(count) }
    return fields.has(.until) || fields.has(.count) ? nil : .never
  }

  /// What returns in each period: the days of `le`, else that of the first time.
  func frequency(_ period: Period, of fields: inout FieldReader) -> Recurrence.Frequency? {
    let words = fields.has(.on) ? fields.words(.on, splittingCommas: false) : []
    let text = words.map(\.text).joined(separator: ", ")
    let place = words.first.map { entry.place($0.range) } ?? fields.place(of: .on)
    if fields.has(.on), words.isEmpty { return nil }
    switch period {
    case .day, .year:
      guard words.isEmpty else {
        fields.report(.onNotAllowed(fields.place(of: .on), period: period.name))
        return nil
      }
      return period == .day ? .daily : .yearly
    case .week:
      if words.isEmpty { return .weekly([first.firstDay.weekday]) }
      guard let weekdays = WrittenRule.weekdays(text) else {
        fields.report(.notAWeekday(place, value: text))
        return nil
      }
      return .weekly(weekdays)
    case .month:
      if words.isEmpty { return .monthly(.day(first.firstDay.day)) }
      guard let days = WrittenRule.monthlyDays(text) else {
        fields.report(.notAMonthlyDay(place, value: text))
        return nil
      }
      return .monthly(days)
    }
  }

  /// `semaines`; `nil` where it does not go with the rest, which is reported.
  func weeks(
    of fields: inout FieldReader, _ frequency: Recurrence.Frequency
  ) -> (parity: Recurrence.WeekParity?, isGiven: Bool)? {
    guard fields.has(.weeks) else { return (nil, false) }
    guard case .weekly = frequency else {
      fields.report(.weeksWithoutWeek(fields.place(of: .weeks)))
      return nil
    }
    if fields.has(.interval) {
      fields.report(.weeksBesideInterval(fields.place(of: .interval)))
      return nil
    }
    return fields.choice(.weeks, as: Recurrence.WeekParity.self).map { ($0, true) }
  }

  /// Whether `debut` is a day of the rule; if not, that is reported.
  mutating func matchesFirst(_ recurrence: Recurrence, _ day: CivilDay) -> Bool {
    let next = Recurrence.firstDay(of: recurrence.frequency, weeks: recurrence.weeks, onOrAfter: day)
    if next == day { return true }
    if let range = entry.fields.valueRange(.start) {
      fields.report(
        .startOffRule(
          entry.place(range), start: day.iso, weekday: French.weekdayName(day.weekday), next: next?.iso))
    }
    return false
  }

  // MARK: What is left out

  /// `sauf`: days, each of which must be one of the plan, ranges, « vacances scolaires », « jours fériés ». `nil` where
  /// something can't be understood, which is reported.
  mutating func exclusions(from plan: Schedule.Plan, isCounted: Bool) -> Exclusions? {
    guard let value = fields.value(.except) else { return Exclusions() }
    var result = Exclusions()
    var isSound = true
    for item in exclusionItems(value) {
      guard let scalar = fields.scalar(item, of: .except) else { return nil }
      let place = entry.place(scalar.range)
      if DateText.isDate(scalar.text) {
        guard case .day(let day)? = fields.date(scalar.text, at: scalar.range, .except, [.day]) else {
          isSound = false
          continue
        }
        if result.days.contains(day) {
          fields.report(.repeatedDay(place, key: FieldKey.except.rawValue, day: day.iso))
        }
        isSound = areDays(Exclusions(days: [day]), of: plan, at: place) && isSound
        result.days.insert(day)
        continue
      }
      guard let rule = WrittenRule.exclusions(scalar.text) else {
        fields.report(.exclusionNotUnderstood(place, value: scalar.text))
        isSound = false
        continue
      }
      let holidays = entry.context.holidays
      switch rule.resolvedExclusions(
        from: plan.firstDay ?? first.firstDay, to: plan.lastDayGiven, isCounted: isCounted,
        schoolHolidays: holidays.school, publicHolidays: holidays.publicOnes)
      {
      case .failure(let problem):
        report(problem, of: scalar.text, at: place)
        isSound = false
      case .success(let found):
        isSound = areDays(found, of: plan, at: place) && isSound
        result.formUnion(found)
      }
    }
    return isSound ? result : nil
  }

  /// Its members; one text is one of its own unless it is a list of dates.
  private mutating func exclusionItems(_ value: FieldValue) -> [FieldValue] {
    switch value.content {
    case .list(let items): return items
    case .scalar(let text):
      let parts = text.split(separator: ",").map { TextCleaner.trimmed($0) }
      guard parts.count > 1, parts.allSatisfy({ DateText.isDate($0) }) else { return [value] }
      return parts.map { FieldValue(.scalar($0), at: value.range) }
    case .map, .empty: return [value]
    }
  }

  /// Whether the plan has each of these days (in one year at least, where the year was left out); if not, that is reported.
  mutating func areDays(_ excluded: Exclusions, of plan: Schedule.Plan, at place: SourceLocation) -> Bool {
    let effective = EffectivePlan(Schedule(plan: plan, status: status))
    var isSound = true
    for (_, days) in Dictionary(grouping: excluded.days, by: { $0.month * 100 + $0.day }).sorted(by: { $0.key < $1.key }
    )
    where !days.contains(where: { effective.key(on: $0) != nil }) {
      guard let day = days.min() else { continue }
      reportNoOccurrence(day, text: day.iso, .except, at: place, of: effective)
      isSound = false
    }
    return isSound
  }

  // MARK: Problems of words

  mutating func report(_ problem: WrittenRule.Problem, of text: String, at place: SourceLocation) {
    fields.report(
      .ruleProblem(
        problem, of: text, at: place, first: first, unknownDepartment: entry.context.holidays.unknownDepartment))
  }
}

extension Schedule.Plan {
  /// The day of its first time, before any exception.
  var firstDay: CivilDay? {
    switch self {
    case .undated: return nil
    case .once(let span), .rule(let span, _): return span.firstDay
    case .dates(let sessions): return sessions.first?.span.firstDay
    }
  }

  /// The last day that may be one of it, where one is written.
  var lastDayGiven: CivilDay? {
    switch self {
    case .undated, .once: return nil
    case .rule(_, let recurrence):
      if case .until(let day) = recurrence.bound { return day }
      return nil
    case .dates(let sessions): return sessions.last?.span.firstDay
    }
  }
}
