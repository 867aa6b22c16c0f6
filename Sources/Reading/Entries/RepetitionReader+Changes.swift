import Diagnostics
import Site
import Time

/// `changements`: the rules that take the place of the first one.
extension RepetitionReader {
  /// Whether all of them could be understood; what could not is reported.
  mutating func addChanges(to recurrence: inout Recurrence, _ first: Span) -> Bool {
    var isSound = true
    for item in fields.items(.changes) {
      guard case .map(let members) = item.content else {
        let example = "- {a_partir_du: 2026-09-01, debut: 19:00, fin: 21:00}"
        fields.report(.notAMap(entry.place(item.range), key: FieldKey.changes.rawValue, example: example))
        return false
      }
      var inner = FieldReader(members, source: entry.draft.source, table: .change)
      inner.zone = entry.context.zone
      if let change = change(&inner, item.range, after: recurrence, first), inner.errorCount == 0 {
        recurrence.changes.append(change)
      } else {
        isSound = false
      }
      fields.diagnostics += inner.diagnostics
    }
    return isSound
  }

  private mutating func change(
    _ inner: inout FieldReader, _ range: Range<Int>, after recurrence: Recurrence, _ first: Span
  ) -> Recurrence.Change? {
    guard inner.has(.from) else {
      inner.report(.missingMember(entry.place(range), key: FieldKey.from.rawValue, of: FieldKey.changes.rawValue))
      return nil
    }
    guard let start = inner.day(.from), let startRange = inner.valueRange(.from) else { return nil }
    let place = entry.place(startRange)
    let latest = recurrence.latest(first)
    guard start > latest.start else {
      inner.report(.changeOutOfOrder(place, day: start.iso, after: latest.start.iso))
      return nil
    }
    if case .until(let end) = recurrence.bound, start > end {
      inner.report(.changeAfterEnd(place, day: start.iso, end: end.iso))
      return nil
    }
    var (frequency, interval, weeks) = (latest.frequency, latest.interval, latest.weeks)
    let period = inner.has(.every) ? inner.choice(.every, as: Period.self) : frequency.period
    guard let period else { return nil }
    if inner.has(.every) || inner.has(.on) {
      if period == .week || period == .month, !inner.has(.on) {
        inner.report(.missingMember(entry.place(range), key: FieldKey.on.rawValue, of: FieldKey.changes.rawValue))
        return nil
      }
      guard let changed = self.frequency(period, of: &inner) else { return nil }
      frequency = changed
      if period != .week { weeks = nil }
    }
    if let given = inner.integer(.interval), inner.has(.interval) { (interval, weeks) = (given, nil) }
    guard let parity = self.weeks(of: &inner, frequency) else { return nil }
    if parity.isGiven { (interval, weeks) = (1, parity.parity) }
    guard let hours = hours(&inner, instead: latest.first) else { return nil }
    let location = inner.has(.place) ? entry.otherPlace(in: &inner) : latest.location
    let change = recurrence.change(
      from: start, frequency: frequency, interval: interval, weeks: weeks, hours: hours, location: location,
      after: first)
    if change == nil { inner.report(.changeWithoutDay(place, day: start.iso)) }
    return change
  }

  /// The hours that it has from then on; the length stays where no end is given.
  private mutating func hours(_ inner: inout FieldReader, instead span: Span) -> Span? {
    guard inner.has(.start) || inner.has(.end) else { return span }
    guard case .minute(let begin) = span.start else {
      let key: FieldKey = inner.has(.start) ? .start : .end
      inner.report(.hourInAllDay(inner.place(of: key), value: inner.scalar(key)?.text ?? key.rawValue))
      return nil
    }
    guard let start = inner.has(.start) ? hour(.start, &inner) : begin.minuteOfDay else { return nil }
    let new = CivilDateTime(day: begin.day, minuteOfDay: start)
    guard inner.has(.end) else { return span.moved(to: .minute(new)) }
    guard let end = hour(.end, &inner) else { return nil }
    let finish = CivilDateTime(day: begin.day, minuteOfDay: end > start ? end : end + 1440)
    return Span(start: .minute(new), end: .minute(finish))
  }

  /// Minutes since midnight.
  private mutating func hour(_ key: FieldKey, _ inner: inout FieldReader) -> Int? {
    guard let scalar = inner.scalar(key) else { return nil }
    guard let time = DateText.time(scalar.text) else {
      inner.report(.notAnHour(entry.place(scalar.range), key: key.rawValue, value: scalar.text))
      return nil
    }
    return time.hour * 60 + time.minute
  }
}

extension Recurrence.Frequency {
  var period: Period {
    switch self {
    case .daily: .day
    case .weekly: .week
    case .monthly: .month
    case .yearly: .year
    }
  }
}
