import Diagnostics
import Markup
import Site

/// Reads `repetition`: a rule or a list of days, with its exceptions.
struct RepetitionReader {
  let first: Span
  var entry: EntryReader
  private var fields: FieldReader
  /// The days of the plan, before any exception.
  private var standing: StandingPlan?
  /// How many exceptions that name no occurrence are told of with the nearest one.
  private var nearestLeft = 20

  static let example = "repetition: {chaque: mois, le: 1er vendredi}"

  /// `first` is what `debut` and `fin` say.
  init(first: Span, entry: EntryReader) {
    self.first = first
    self.entry = entry
    fields = FieldReader([], source: entry.draft.source, table: .repetition)
  }

  /// The schedule; `nil` where the rule can't be understood, which is told in ``entry``.
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
    standing = StandingPlan(schedule)
    // Mostly the end of the whole series was written.
    if let range = entry.fields.valueRange(.end), let next = schedule.secondDayInFirst {
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
  private func reason(_ text: String?) -> String? {
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

  private mutating func rule(_ place: SourcePlace) -> Schedule.Plan? {
    guard fields.has(.every) else {
      fields.report(.missingMember(place, key: FieldKey.every.rawValue, of: FieldKey.repetition.rawValue))
      return nil
    }
    guard let period = fields.choice(.every, Schema.periods), let frequency = frequency(period) else { return nil }
    let interval = fields.integer(.interval, in: 1...1000) ?? 1
    guard let bound = bound() else { return nil }
    let recurrence = Recurrence(frequency: frequency, interval: interval, bound: bound)
    let plan = Schedule.Plan.rule(first: first, recurrence)
    guard matchesFirst(frequency) else { return nil }
    return plan
  }

  private mutating func bound() -> Recurrence.Bound? {
    let until = fields.day(.until)
    let count = fields.integer(.count, in: 1...10_000)
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

  private mutating func frequency(_ period: Int) -> Recurrence.Frequency? {
    switch period {
    case 0, 3:
      guard !fields.has(.on) else {
        fields.report(.onNotAllowed(fields.place(of: .on), period: Schema.periods[period][0]))
        return nil
      }
      return period == 0 ? .daily : .yearly
    case 1:
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
    default:
      guard fields.has(.on) else { return .monthly(.day(first.firstDay.day)) }
      guard let scalar = fields.scalar(.on) else { return nil }
      guard let day = RecurrenceWords.monthlyDay(scalar.text) else {
        fields.report(.notAMonthlyDay(entry.place(scalar.range), value: scalar.text))
        return nil
      }
      return .monthly(day)
    }
  }

  /// Whether `debut` is a day of the rule; if not, that is told.
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
        .startOffRule(entry.place(range), start: day.iso, weekday: RecurrenceWords.name(day.weekday), next: wanted?.iso)
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

  // MARK: Exceptions

  /// The days under `key` that are days of `schedule`; the others are told.
  private mutating func exceptions(_ key: FieldKey, in schedule: Schedule) -> [CivilDay] {
    fields.days(key).compactMap { isPlanned($0.day, at: $0.range, key, in: schedule) ? $0.day : nil }
  }

  private mutating func isPlanned(_ day: CivilDay, at range: Range<Int>, _ key: FieldKey, in schedule: Schedule) -> Bool
  {
    if standing?.contains(day) == true { return true }
    var nearest: CivilDay?
    if nearestLeft > 0 {
      nearestLeft -= 1
      let plain = Schedule(plan: schedule.plan)
      let around = plain.occurrences(in: day.adding(days: -370)...day.adding(days: 370)).map(\.plannedDay)
      nearest = around.min { abs($0.number - day.number) < abs($1.number - day.number) }
    }
    fields.report(
      .notAnOccurrence(
        entry.place(range), key: key.rawValue, day: day.iso, weekday: RecurrenceWords.name(day.weekday),
        nearest: nearest?.iso))
    return false
  }

  private typealias WrittenMove = (move: Schedule.Move, reason: String?)

  private mutating func moves(in schedule: Schedule) -> [WrittenMove] {
    guard let value = fields.value(.moved) else { return [] }
    let items: [FieldValue]
    switch value.content {
    case .list(let list): items = list
    case .map: items = [value]
    default:
      fields.report(
        .notAMap(
          entry.place(value.range), key: FieldKey.moved.rawValue,
          example: "- {prevue: 2026-04-03, nouvelle: 2026-04-10 15:00}"))
      return []
    }
    var result: [WrittenMove] = []
    for item in items {
      guard let (written, range) = move(item, in: schedule) else { continue }
      let move = written.move
      if result.contains(where: { $0.move.planned == move.planned }) {
        fields.report(.repeatedDay(entry.place(range), key: FieldKey.moved.rawValue, day: move.planned.iso))
      } else if schedule.excluded.contains(move.planned) || schedule.cancelled.contains(move.planned) {
        fields.report(.movedAndCancelled(entry.place(range), day: move.planned.iso))
      } else {
        result.append(written)
      }
    }
    return result.sorted { $0.move.planned < $1.move.planned }
  }

  private mutating func move(_ value: FieldValue, in schedule: Schedule) -> (WrittenMove, Range<Int>)? {
    guard case .map(let members) = value.content else {
      fields.report(
        .notAMap(
          entry.place(value.range), key: FieldKey.moved.rawValue,
          example: "- {prevue: 2026-04-03, nouvelle: 2026-04-10 15:00}"))
      return nil
    }
    var inner = FieldReader(members, source: entry.draft.source, table: .move)
    inner.zone = entry.context.zone
    defer { fields.diagnostics += inner.diagnostics }
    for key in [FieldKey.planned, .newTime] where !inner.has(key) {
      inner.report(.missingMember(entry.place(value.range), key: key.rawValue, of: FieldKey.moved.rawValue))
    }
    guard let planned = inner.day(.planned), let plannedRange = inner.valueRange(.planned),
      let new = inner.date(.newTime, [.day, .minute]), let newRange = inner.valueRange(.newTime)
    else { return nil }
    guard isPlanned(planned, at: plannedRange, .moved, in: schedule) else { return nil }
    guard let start = newStart(new), start.precision == first.start.precision else {
      inner.report(.hourInAllDay(entry.place(newRange), value: DateText.standard(new)))
      return nil
    }
    entry.checkShown(start, at: newRange)
    let end = newEnd(after: start, &inner)
    var location: Location?
    if let text = inner.text(.place), !text.isEmpty, let range = inner.valueRange(.place) {
      if let key = entry.entryOrText(text, at: range, .place, kind: .place) {
        location = .place(key)
      } else {
        location = .named(Typesetting.text(text))
      }
    }
    let move = Schedule.Move(planned: planned, span: Span(start: start, end: end), location: location)
    return ((move, reason(inner.text(.reason))), plannedRange)
  }

  /// A day alone keeps the hour.
  private func newStart(_ new: CivilDate) -> CivilDate? {
    if case .day(let day) = new, case .minute(let begin) = first.start {
      return .minute(CivilDateTime(day: day, minuteOfDay: begin.minuteOfDay))
    }
    return new
  }

  /// As written, else after the same time as the first.
  private mutating func newEnd(after start: CivilDate, _ inner: inout FieldReader) -> CivilDate? {
    if let scalar = inner.scalar(.end) {
      let range = scalar.range
      if case .minute(let begin) = start, let time = DateText.time(scalar.text) {
        let end = CivilDateTime(day: begin.day, minuteOfDay: time.hour * 60 + time.minute)
        let real = end <= begin ? end.adding(minutes: 1440) : end
        inner.report(.dateByHabit(entry.place(range), value: scalar.text, standard: DateText.standard(.minute(real))))
        return .minute(real)
      }
      guard let end = inner.date(scalar.text, at: range, .end, [start.precision]) else { return nil }
      let isAfter = start.precision == .minute ? end.firstMinute > start.firstMinute : end.firstDay >= start.firstDay
      guard isAfter else {
        inner.report(.endBeforeStart(entry.place(range), end: DateText.standard(end), start: DateText.standard(start)))
        return nil
      }
      entry.checkShown(end, at: range)
      return end
    }
    switch (first.start, first.end, start) {
    case (.minute(let begin), .minute(let finish)?, .minute(let newBegin)):
      return .minute(newBegin.adding(minutes: finish.minutes(since: begin)))
    case (.day(let begin), .day(let finish)?, .day(let newBegin)):
      return .day(newBegin.adding(days: finish.number - begin.number))
    default: return nil
    }
  }
}
