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
    case .habit(let read):
      date = read
      report(.dateByHabit(place, value: text, standard: DateText.standard(read)))
    case .impossible(let why):
      report(.impossibleDate(place, value: text, why.words))
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
      guard !has(endKey) else {
        report(.rangeBesideEnd(place, value: text, key: endKey.rawValue))
        return nil
      }
      if !written.isStandard || text != scalar.text {
        report(
          .rangeByHabit(
            place, value: text, standard: WrittenSpan.standard(span.start, span.end),
            start: DateText.standard(span.start), end: DateText.standard(span.end)))
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

  /// A day, or nothing.
  mutating func day(_ key: FieldKey) -> CivilDay? {
    if case .day(let day)? = date(key) { return day }
    return nil
  }

  /// A day of a list.
  struct ListedDay {
    var day: CivilDay
    var range: Range<Int>
    /// As written, where it has one of its own.
    var reason: String?
  }

  /// Days of a list, each once, with the place of each; `silently` where they were read before.
  ///
  /// - Parameter maps: the keys of a day that is written as a map, where it may be: `date` and `motif`.
  mutating func days(_ key: FieldKey, maps: KeyTable? = nil, silently: Bool = false) -> [ListedDay] {
    let earlier = diagnostics
    defer { if silently { diagnostics = earlier } }
    var result: [ListedDay] = []
    for item in maps == nil ? words(key).map({ FieldValue(.scalar($0.text), at: $0.range) }) : items(key) {
      guard let day = listedDay(item, key, maps) else { continue }
      if result.contains(where: { $0.day == day.day }) {
        report(.repeatedDay(source.place(day.range), key: key.rawValue, day: day.day.iso))
      } else {
        result.append(day)
      }
    }
    return result
  }

  private mutating func listedDay(_ item: FieldValue, _ key: FieldKey, _ maps: KeyTable?) -> ListedDay? {
    if let maps, case .map(let members) = item.content {
      var inner = FieldReader(members, source: source, table: maps)
      inner.zone = zone
      defer { diagnostics += inner.diagnostics }
      if !inner.has(.date) {
        inner.report(.missingMember(source.place(item.range), key: FieldKey.date.rawValue, of: key.rawValue))
      }
      let reason = inner.text(.reason)
      guard let day = inner.day(.date), let range = inner.valueRange(.date) else { return nil }
      return ListedDay(day: day, range: range, reason: reason)
    }
    guard let scalar = scalar(item, of: key),
      case .day(let day)? = date(scalar.text, at: scalar.range, key)
    else { return nil }
    return ListedDay(day: day, range: scalar.range)
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
  /// Why, as the end of a sentence.
  var words: String {
    switch self {
    case .month(let month): return "il n’y a pas de mois numéro \(month)"
    case .day(let day, let month):
      return "il n’y a pas de \(day) en \(French.monthName(month.month)) \(month.year)"
    case .time(let hour, let minute):
      return hour == 24 && minute == 0 ? "minuit s’écrit 00:00, au jour suivant" : "l’heure va de 00:00 à 23:59"
    case .weekday(let weekday, let day):
      let nearest = (-3...3).map { day.adding(days: $0) }.first { $0.weekday == weekday }
      let (wrong, right) = (French.weekdayName(weekday), French.weekdayName(day.weekday))
      return "le \(day.iso) est un \(right), et non un \(wrong)"
        + (nearest.map { " (le \(wrong) le plus proche est le \($0.iso))" } ?? "")
    }
  }
}
