import Diagnostics
import Markup
import Site
import Time

/// `annulees`, `completes` and `deplacees`.
extension RepetitionReader {
  mutating func readExceptions(into schedule: inout Schedule, _ written: Written) {
    (schedule.cancelled, schedule.full, schedule.reasons) = (written.cancelled, written.full, written.reasons)
    for day in fields.days(.cancelled) {
      guard let key = occurrence(day, .cancelled, of: schedule) else { continue }
      schedule.cancelled.insert(key)
      if let reason = reason(day.reason) { schedule.reasons[key] = reason }
    }
    for day in fields.days(.full) {
      guard let key = occurrence(day, .full, of: schedule) else { continue }
      schedule.full.insert(key)
      if let reason = reason(day.reason) { schedule.reasons[key] = reason }
    }
    let moves = moves(in: schedule)
    for move in moves { if let reason = move.reason { schedule.reasons[move.move.planned] = reason } }
    schedule.moved = moves.map(\.move)
    joinCollisions(of: moves, in: &schedule)
  }

  /// The occurrence that is meant, if the schedule has it; otherwise that is reported.
  private mutating func occurrence(
    _ day: FieldReader.ListedDay, _ key: FieldKey, of schedule: Schedule
  ) -> OccurrenceKey? {
    guard let standing else { return nil }
    let place = entry.place(day.range)
    guard let found = standing.key(on: day.day, minuteOfDay: day.minuteOfDay) else {
      reportNoOccurrence(day.day, text: day.text, key, at: place, of: standing)
      return nil
    }
    let excluded = schedule.excluded
    if excluded.days.contains(found.day) || excluded.ranges.contains(where: { $0.contains(found.day) }) {
      fields.report(.excludedAndCancelled(place, day: day.text, key: key.rawValue))
      return nil
    }
    // The table of holidays grows by and by: that breaks no build.
    if excluded.isHoliday(found.day) || schedule.publishedThrough.map({ found.day > $0 }) ?? false {
      fields.report(.exceptionInHolidays(place, day: day.text, key: key.rawValue))
      return nil
    }
    return found
  }

  mutating func reportNoOccurrence(
    _ day: CivilDay, text: String, _ key: FieldKey, at place: SourceLocation, of plan: EffectivePlan
  ) {
    var nearest: CivilDay?
    if nearestLeft > 0 {
      nearestLeft -= 1
      let around = [
        plan.last(onOrBefore: day)?.span.firstDay, plan.first(onOrAfter: day)?.span.firstDay,
      ].compactMap { $0 }
      nearest = around.min { abs($0.number - day.number) < abs($1.number - day.number) }
    }
    fields.report(
      .notAnOccurrence(
        place, key: key.rawValue, day: text, weekday: French.weekdayName(day.weekday), nearest: nearest?.iso))
  }

  // MARK: Moves

  typealias WrittenMove = (move: Schedule.Move, reason: String?, range: Range<Int>)

  private mutating func moves(in schedule: Schedule) -> [WrittenMove] {
    guard let value = fields.value(.moved) else { return [] }
    let items: [FieldValue]
    switch value.content {
    case .list(let list): items = list
    case .map: items = [value]
    default:
      reportNoMap(value)
      return []
    }
    var result: [WrittenMove] = []
    for item in items {
      guard let written = move(item, in: schedule) else { continue }
      let planned = written.move.planned
      if result.contains(where: { $0.move.planned == planned }) {
        fields.report(.repeatedDay(entry.place(written.range), key: FieldKey.moved.rawValue, day: planned.day.iso))
      } else if schedule.cancelled.contains(planned) {
        fields.report(.movedAndCancelled(entry.place(written.range), day: planned.day.iso))
      } else {
        result.append(written)
      }
    }
    return result.sorted { $0.move.planned < $1.move.planned }
  }

  private mutating func reportNoMap(_ value: FieldValue) {
    let example = "- {prevue: 2026-04-03, nouvelle: 2026-04-10 15:00}"
    fields.report(.notAMap(entry.place(value.range), key: FieldKey.moved.rawValue, example: example))
  }

  private mutating func move(_ value: FieldValue, in schedule: Schedule) -> WrittenMove? {
    guard case .map(let members) = value.content else {
      reportNoMap(value)
      return nil
    }
    var inner = FieldReader(members, source: entry.draft.source, table: .move)
    inner.zone = entry.context.zone
    defer { fields.diagnostics += inner.diagnostics }
    for key in [FieldKey.planned, .newTime] where !inner.has(key) {
      inner.report(.missingMember(entry.place(value.range), key: key.rawValue, of: FieldKey.moved.rawValue))
    }
    guard let date = inner.date(.planned), let range = inner.valueRange(.planned),
      let day = FieldReader.ListedDay(date, range: range), let new = inner.date(.newTime),
      let newRange = inner.valueRange(.newTime), let key = occurrence(day, .moved, of: schedule),
      let planned = standing?.planned(key)?.span
    else { return nil }
    let start = newStart(new, of: planned)
    guard start.precision == planned.start.precision else {
      inner.report(.hourInAllDay(entry.place(newRange), value: DateText.standard(new)))
      return nil
    }
    entry.checkShown(start, at: newRange)
    var span = planned.moved(to: start)
    if inner.has(.end) {
      span.end = inner.end(.end, after: start)
      if let end = span.end, let endRange = inner.valueRange(.end) { entry.checkShown(end, at: endRange) }
    }
    let move = Schedule.Move(planned: key, span: span, location: entry.otherPlace(in: &inner))
    return (move, reason(inner.text(.reason)), range)
  }

  /// A day alone keeps the hour.
  private func newStart(_ new: PartialDate, of planned: Span) -> PartialDate {
    if case .day(let day) = new, case .minute(let begin) = planned.start {
      return .minute(CivilDateTime(day: day, minuteOfDay: begin.minuteOfDay))
    }
    return new
  }

  /// Two at one time are one: what was moved onto another date does not take place by itself, unless it is elsewhere.
  private mutating func joinCollisions(of moves: [WrittenMove], in schedule: inout Schedule) {
    for move in moves {
      let (planned, span) = (move.move.planned, move.move.span)
      let others = schedule.occurrences(in: span.firstDay...span.firstDay).filter { other in
        other.key != planned && other.span.start == span.start && !other.isOff
      }
      guard !others.isEmpty else { continue }
      let isJoined = move.move.location == nil
      if isJoined {
        schedule.moved.removeAll { $0.planned == planned }
        schedule.cancelled.insert(planned)
      }
      fields.report(
        .movedOntoAnother(
          entry.place(move.range), day: DateText.standard(span.start), cancelled: isJoined ? planned.day.iso : nil))
    }
  }
}
