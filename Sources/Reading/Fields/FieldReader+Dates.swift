import Diagnostics
import Time

extension FieldReader {
  /// A date as precise as its key asks for; see ``DateText`` for what is understood.
  mutating func date(_ key: FieldKey) -> PartialDate? {
    guard let scalar = scalar(key) else { return nil }
    return date(scalar.text, at: scalar.range, key)
  }

  mutating func date(_ text: String, at range: Range<Int>, _ key: FieldKey) -> PartialDate? {
    date(text, at: range, key, table.precisions(of: key))
  }

  mutating func date(
    _ text: String, at range: Range<Int>, _ key: FieldKey, _ precisions: Set<PartialDate.Precision>
  ) -> PartialDate? {
    let inner = TextCleaner.withinCurlyQuotes(text) ?? text
    let place = source.place(range)
    let date: PartialDate
    switch DateText.read(inner, zone: zone) {
    case .standard(let read):
      date = read
      if inner != text { report(.curlyQuotes(place, inner: inner)) }
      if read.precision == .minute, ISOTimestamp(inner)?.offset != nil {
        report(.dateOfAnotherClock(place, value: text, standard: DateText.standard(read)))
      }
    case .habit(let read):
      date = read
      report(.dateByHabit(place, value: text, standard: DateText.standard(read)))
    case .impossible(let why):
      report(.impossibleDate(place, value: text, why.words, fix: why.fix))
      return nil
    case .zoned:
      report(.dateWithZone(place, value: text))
      return nil
    case .unknown:
      report(.notADate(place, key: key.rawValue, value: text, forms: DateForms.words(precisions)))
      return nil
    }
    guard precisions.contains(date.precision) else {
      report(.wrongPrecision(place, key: key.rawValue, value: text, forms: DateForms.words(precisions)))
      return nil
    }
    return date
  }

  /// What `debut` says: when it begins and, where it is written as a range, ends; `nil` where that can't be understood,
  /// which is reported.
  mutating func span(_ key: FieldKey, end endKey: FieldKey) -> (start: PartialDate, end: PartialDate?)? {
    guard let scalar = scalar(key) else { return nil }
    return span(scalar.text, at: scalar.range, key, end: endKey)
  }

  /// - Parameter endKey: the key of an end that is written apart; `nil` where there is none.
  mutating func span(
    _ text: String, at range: Range<Int>, _ key: FieldKey, end endKey: FieldKey?
  ) -> (start: PartialDate, end: PartialDate?)? {
    let scalar = (text: text, range: range)
    let text = TextCleaner.withinCurlyQuotes(scalar.text) ?? scalar.text
    guard let written = WrittenSpan(text, zone: zone) else {
      return date(scalar.text, at: scalar.range, key).map { ($0, nil) }
    }
    let place = source.place(scalar.range)
    switch written.outcome {
    case .failure(let why):
      report(.impossibleDate(place, value: text, why.reason.words))
      return nil
    case .success(let span):
      if let endKey, has(endKey) {
        report(.rangeBesideEnd(place, value: text, key: endKey.rawValue))
        return nil
      }
      if !written.isStandard || text != scalar.text {
        report(
          .rangeByHabit(
            place, value: text, standard: WrittenSpan.standard(span.start, span.end),
            lines: endKey.map { end in
              ("\(key.rawValue): \(DateText.standard(span.start))", "\(end.rawValue): \(DateText.standard(span.end))")
            }))
      }
      guard span.start.precision == span.end.precision else {
        let form = DateForms.words([span.start.precision])
        report(
          .endPrecision(
            place, value: DateText.standard(span.end), start: DateText.standard(span.start), form: form))
        return nil
      }
      guard span.isOrdered else {
        report(.endBeforeStart(place, end: DateText.standard(span.end), start: DateText.standard(span.start)))
        return nil
      }
      return (span.start, span.end)
    }
  }

  /// The end of what begins at `start`, as precise as that; an hour alone is that of the same day or of the night.
  ///
  /// - Parameter takesHour: whether an hour alone is as it should be written.
  mutating func end(_ key: FieldKey, after start: PartialDate, takesHour: Bool = false) -> PartialDate? {
    guard let scalar = scalar(key) else { return nil }
    let place = source.place(scalar.range)
    if case .minute(let begin) = start, let time = DateText.time(scalar.text) {
      var end = CivilDateTime(day: begin.day, minuteOfDay: time.hour * 60 + time.minute)
      // « de 20 h à 1 h » ends on the next day.
      if end <= begin { end = min(end.adding(minutes: 1440), .last) }
      let standard = DateText.standard(.minute(end))
      if !takesHour || !scalar.text.contains(":") {
        report(.dateByHabit(place, value: scalar.text, standard: standard))
      }
      return .minute(end)
    }
    guard let end = date(scalar.text, at: scalar.range, key) else { return nil }
    guard end.precision == start.precision else {
      report(
        .endPrecision(
          place, value: scalar.text, start: DateText.standard(start), form: DateForms.words([start.precision])))
      return nil
    }
    let isAfter = start.precision == .minute ? end.firstMinute > start.firstMinute : end.firstDay >= start.firstDay
    guard isAfter else {
      report(.endBeforeStart(place, end: DateText.standard(end), start: DateText.standard(start)))
      return nil
    }
    return end
  }

  /// A day, or nothing.
  mutating func day(_ key: FieldKey) -> CivilDay? {
    if case .day(let day)? = date(key) { return day }
    return nil
  }

  /// A day of a list, or one of the times of a day.
  struct ListedDay {
    var day: CivilDay
    var minuteOfDay: Int?
    var range: Range<Int>
    /// As written, where it has one of its own.
    var reason: String?

    /// As it is written.
    var text: String {
      guard let minuteOfDay else { return day.iso }
      return DateText.standard(.minute(CivilDateTime(day: day, minuteOfDay: minuteOfDay)))
    }

    init?(_ date: PartialDate, range: Range<Int>, reason: String? = nil) {
      switch date {
      case .day(let day): (self.day, minuteOfDay) = (day, nil)
      case .minute(let minute): (day, minuteOfDay) = (minute.day, minute.minuteOfDay)
      case .month, .year: return nil
      }
      self.range = range
      self.reason = reason
    }
  }

  /// Days of a list, each once, with the place of each; those written as maps with the keys `date` and `motif`.
  mutating func days(_ key: FieldKey) -> [ListedDay] {
    var result: [ListedDay] = []
    for item in items(key) {
      guard let day = listedDay(item, key) else { continue }
      if result.contains(where: { $0.text == day.text }) {
        report(.repeatedDay(source.place(day.range), key: key.rawValue, day: day.text))
      } else {
        result.append(day)
      }
    }
    return result
  }

  private mutating func listedDay(_ item: FieldValue, _ key: FieldKey) -> ListedDay? {
    if case .map(let members) = item.content {
      var inner = FieldReader(members, source: source, table: .cancellation)
      inner.zone = zone
      defer { diagnostics += inner.diagnostics }
      if !inner.has(.date) {
        inner.report(.missingMember(source.place(item.range), key: FieldKey.date.rawValue, of: key.rawValue))
      }
      let reason = inner.text(.reason)
      guard let date = inner.date(.date), let range = inner.valueRange(.date) else { return nil }
      return ListedDay(date, range: range, reason: reason)
    }
    guard let scalar = scalar(item, of: key), let date = date(scalar.text, at: scalar.range, key) else { return nil }
    return ListedDay(date, range: scalar.range)
  }
}

/// How dates are to be written, in words.
enum DateForms {
  static func words(_ precisions: Set<PartialDate.Precision>) -> String {
    let forms: [(PartialDate.Precision, String)] = [
      (.year, "2026"), (.month, "2026-03"), (.day, "2026-03-20"), (.minute, "2026-03-20 19:00"),
    ]
    let known = forms.filter { precisions.contains($0.0) }.map(\.1)
    guard let last = known.last, known.count > 1 else { return known.joined() }
    return known.dropLast().joined(separator: ", ") + " ou " + last
  }
}

extension DateText.Impossible {
  /// What may have been meant; `nil` where nobody can tell.
  var fix: Fix? {
    guard case .midnight(let day) = self else { return nil }
    return Fix(.marked, DateText.standard(.minute(CivilDateTime(day: day, minuteOfDay: 0))))
  }

  /// Why, as the end of a sentence.
  var words: String {
    switch self {
    case .month(let month): return "il n’y a pas de mois numéro \(month)"
    case .day(let day, let month):
      return "il n’y a pas de \(day) en \(French.monthName(month.month)) \(month.year)"
    case .time: return "l’heure va de 00:00 à 23:59"
    case .midnight: return "minuit s’écrit 00:00, au jour suivant"
    case .weekday(let weekday, let day):
      let nearest = (-3...3).map { day.adding(days: $0) }.first { $0.weekday == weekday }
      let (wrong, right) = (French.weekdayName(weekday), French.weekdayName(day.weekday))
      return "le \(day.iso) est un \(right), et non un \(wrong)"
        + (nearest.map { " (le \(wrong) le plus proche est le \($0.iso))" } ?? "")
    }
  }
}
