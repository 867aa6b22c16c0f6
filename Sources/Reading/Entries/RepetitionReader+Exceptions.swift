import Diagnostics
import Markup
import Site
import Time

extension RepetitionReader {
  /// The days under `key` that are days of `schedule`; the others are reported.
  mutating func exceptions(_ key: FieldKey, in schedule: Schedule) -> [CivilDay] {
    fields.days(key).compactMap { isPlanned($0.day, at: $0.range, key, in: schedule) ? $0.day : nil }
  }

  mutating func isPlanned(_ day: CivilDay, at range: Range<Int>, _ key: FieldKey, in schedule: Schedule) -> Bool {
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
        entry.place(range), key: key.rawValue, day: day.iso, weekday: French.weekdayName(day.weekday),
        nearest: nearest?.iso))
    return false
  }

  typealias WrittenMove = (move: Schedule.Move, reason: String?)

  mutating func moves(in schedule: Schedule) -> [WrittenMove] {
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
      let new = inner.date(.newTime), let newRange = inner.valueRange(.newTime)
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
  private func newStart(_ new: PartialDate) -> PartialDate? {
    if case .day(let day) = new, case .minute(let begin) = first.start {
      return .minute(CivilDateTime(day: day, minuteOfDay: begin.minuteOfDay))
    }
    return new
  }

  /// As written, else after the same time as the first.
  private mutating func newEnd(after start: PartialDate, _ inner: inout FieldReader) -> PartialDate? {
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
