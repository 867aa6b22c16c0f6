import Diagnostics
import Markup
import Time

/// Reads `repetition`: a rule or a list of days, with its exceptions.
struct RepetitionReader {
  let first: Span
  var entry: EntryReader
  var fields: FieldReader
  /// The days of the plan, before any exception.
  var standing: EffectivePlan?
  /// How many exceptions that name no occurrence are reported with the nearest one.
  var nearestLeft = 20

  static let example = "repetition: {chaque: mois, le: 1er vendredi}"

  /// `first` is what `debut` and `fin` say.
  init(first: Span, entry: EntryReader) {
    self.first = first
    self.entry = entry
    fields = FieldReader([], source: entry.draft.source, table: .repetition)
  }

  /// The schedule; `nil` where the rule can't be understood, which is reported in ``entry``.
  mutating func read() -> Schedule? {
    let place = entry.fields.place(of: .repetition)
    guard let members = entry.fields.map(.repetition, example: Self.example) else { return nil }
    fields = FieldReader(members, source: entry.draft.source, table: .repetition)
    fields.zone = entry.context.zone
    defer { entry.fields.diagnostics += fields.diagnostics }
    guard first.isDated else {
      fields.report(.repetitionNeedsDay(entry.fields.place(of: .start)))
      return nil
    }
    guard let plan = fields.has(.dates) ? givenDates() : rule(place) else { return nil }
    var schedule = Schedule(plan: plan)
    standing = EffectivePlan(schedule)
    // Mostly the end of the whole series was written.
    if let range = entry.fields.valueRange(.end) ?? entry.fields.valueRange(.start),
      let next = schedule.secondDayInFirst
    {
      fields.report(.overlappingRepetition(entry.place(range), next: next.iso))
    }
    schedule.excluded = Set(exceptions(.except, in: schedule))
    let cancelled = fields.days(.cancelled, maps: .cancellation).filter { day in
      isPlanned(day.day, at: day.range, .cancelled, in: schedule)
    }
    for day in cancelled {
      schedule.cancelled.insert(day.day)
      schedule.reasons[day.day] = reason(day.reason)
      if schedule.excluded.contains(day.day) {
        fields.report(.excludedAndCancelled(entry.place(day.range), day: day.day.iso))
      }
    }
    let moves = moves(in: schedule)
    for move in moves { if let reason = move.reason { schedule.reasons[move.move.planned] = reason } }
    schedule.moved = moves.map(\.move)
    return schedule
  }

  /// A reason as it is shown; `nil` where nothing is written.
  func reason(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return Typesetting.text(text)
  }

  // MARK: Plans

  private mutating func givenDates() -> Schedule.Plan? {
    for key in [FieldKey.every, .on, .interval, .until, .count] where fields.has(key) {
      fields.report(.ruleBesideDates(fields.place(of: key), key: key.rawValue))
    }
    let days = fields.days(.dates)
    guard !days.isEmpty else {
      if fields.errorCount == 0 { fields.report(.noDates(fields.place(of: .dates))) }
      return nil
    }
    if case .minute(let begin) = first.start {
      for day in days {
        entry.checkShown(.minute(CivilDateTime(day: day.day, minuteOfDay: begin.minuteOfDay)), at: day.range)
      }
    }
    return .dates(days.map(\.day).sorted(), hours: first)
  }

  private mutating func rule(_ place: SourceLocation) -> Schedule.Plan? {
    guard fields.has(.every) else {
      fields.report(.missingMember(place, key: FieldKey.every.rawValue, of: FieldKey.repetition.rawValue))
      return nil
    }
    guard let period = fields.choice(.every, as: Period.self), let frequency = frequency(period) else { return nil }
    let interval = fields.integer(.interval) ?? 1
    guard let bound = bound() else { return nil }
    let recurrence = Recurrence(frequency: frequency, interval: interval, bound: bound)
    let plan = Schedule.Plan.rule(first: first, recurrence)
    guard matchesFirst(frequency) else { return nil }
    return plan
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

  private mutating func frequency(_ period: Period) -> Recurrence.Frequency? {
    switch period {
    case .day, .year:
      guard !fields.has(.on) else {
        fields.report(.onNotAllowed(fields.place(of: .on), period: period.name))
        return nil
      }
      return period == .day ? .daily : .yearly
    case .week:
      guard fields.has(.on) else { return .weekly([first.firstDay.weekday]) }
      var days: Set<Weekday> = []
      for word in fields.words(.on) {
        guard let day = RecurrenceWords.weekday(word.text) else {
          fields.report(.notAWeekday(entry.place(word.range), value: word.text))
          return nil
        }
        days.insert(day)
      }
      return days.isEmpty ? nil : .weekly(days)
    case .month:
      guard fields.has(.on) else { return .monthly(.day(first.firstDay.day)) }
      guard let scalar = fields.scalar(.on) else { return nil }
      guard let day = RecurrenceWords.monthlyDay(scalar.text) else {
        fields.report(.notAMonthlyDay(entry.place(scalar.range), value: scalar.text))
        return nil
      }
      return .monthly(day)
    }
  }

  /// Whether `debut` is a day of the rule; if not, that is reported.
  private mutating func matchesFirst(_ frequency: Recurrence.Frequency) -> Bool {
    let day = first.firstDay
    let matches: Bool
    switch frequency {
    case .daily, .yearly: matches = true
    case .weekly(let days): matches = days.contains(day.weekday)
    case .monthly(.day(let number)): matches = day.day == number
    case .monthly(.weekday(let weekday, nth: -1)):
      matches = day.weekday == weekday && day.day + 7 > day.civilMonth.length
    case .monthly(.weekday(let weekday, let nth)): matches = day.weekday == weekday && (day.day - 1) / 7 + 1 == nth
    }
    if !matches, let range = entry.fields.valueRange(.start) {
      let wanted = next(frequency, from: day)
      fields.report(
        .startOffRule(entry.place(range), start: day.iso, weekday: French.weekdayName(day.weekday), next: wanted?.iso)
      )
    }
    return matches
  }

  /// The first day from `day` on that the rule allows.
  private func next(_ frequency: Recurrence.Frequency, from day: CivilDay) -> CivilDay? {
    (0..<800).lazy.map { day.adding(days: $0) }.first { candidate in
      switch frequency {
      case .daily, .yearly: return true
      case .weekly(let days): return days.contains(candidate.weekday)
      case .monthly(.day(let number)): return candidate.day == number
      case .monthly(.weekday(let weekday, nth: -1)):
        return candidate.weekday == weekday && candidate.day + 7 > candidate.civilMonth.length
      case .monthly(.weekday(let weekday, let nth)):
        return candidate.weekday == weekday && (candidate.day - 1) / 7 + 1 == nth
      }
    }
  }
}
