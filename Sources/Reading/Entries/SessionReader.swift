import Diagnostics
import Markup
import Site
import Time

/// Reads times that are given one by one: `seances`, and `dates` of a repetition.
struct SessionReader {
  let key: FieldKey
  /// The hours and the length of a day that says none; `nil`: it lasts all day.
  let hours: Span?
  var entry: EntryReader
  private var fields: FieldReader

  init(key: FieldKey, hours: Span?, entry: EntryReader) {
    self.key = key
    self.hours = hours
    self.entry = entry
    fields = FieldReader([], source: entry.draft.source, table: key == .dates ? .repetition : entry.fields.table)
    fields.zone = entry.context.zone
  }

  struct Sessions {
    var sessions: [Session] = []
    var cancelled: Set<OccurrenceKey> = []
    var full: Set<OccurrenceKey> = []
    var reasons: [OccurrenceKey: String] = [:]
  }

  private struct Item {
    var session: Session
    var range: Range<Int>
    var isCancelled = false
    var isFull = false
    var reason: String?
  }

  /// Those in order; `nil` where one can't be understood, which is reported, or none is there.
  mutating func read(_ values: [FieldValue]) -> Sessions? {
    defer { entry.fields.diagnostics += fields.diagnostics }
    let errors = entry.fields.errorCount
    var items: [Item] = []
    for value in values {
      guard let item = item(value) else { continue }
      if items.contains(where: { $0.session.span.start == item.session.span.start }) {
        let text = DateText.standard(item.session.span.start)
        fields.report(.repeatedDay(entry.place(item.range), key: key.rawValue, day: text))
      } else {
        items.append(item)
      }
    }
    guard !items.isEmpty, fields.errorCount == 0, entry.fields.errorCount == errors else { return nil }
    items.sort { a, b in
      let (x, y) = (a.session.span.start, b.session.span.start)
      return x.firstMinute == y.firstMinute
        ? x.precision.rawValue < y.precision.rawValue : x.firstMinute < y.firstMinute
    }
    var result = Sessions(sessions: items.map(\.session))
    for (key, item) in zip(result.sessions.keys, items) {
      if item.isCancelled { result.cancelled.insert(key) }
      if item.isFull { result.full.insert(key) }
      result.reasons[key] = item.reason
    }
    return result
  }

  private mutating func item(_ value: FieldValue) -> Item? {
    guard case .map(let members) = value.content else {
      guard let scalar = fields.scalar(value, of: key),
        let written = fields.span(scalar.text, at: scalar.range, key, end: nil)
      else { return nil }
      return span(written, end: nil, at: scalar.range).map { Item(session: Session($0), range: scalar.range) }
    }
    var inner = FieldReader(members, source: entry.draft.source, table: .session)
    inner.zone = entry.context.zone
    defer { fields.diagnostics += inner.diagnostics }
    guard inner.has(.date) else {
      inner.report(.missingMember(entry.place(value.range), key: FieldKey.date.rawValue, of: key.rawValue))
      return nil
    }
    guard let range = inner.valueRange(.date), let written = inner.span(.date, end: .end) else { return nil }
    let end = written.end ?? inner.end(.end, after: standing(written.start), takesHour: true)
    if inner.has(.end), end == nil { return nil }
    guard let span = span((written.start, end), end: end, at: range) else { return nil }
    var item = Item(session: Session(span), range: range)
    if let title = inner.text(.title), !title.isEmpty { item.session.title = Typesetting.text(title) }
    item.session.location = entry.otherPlace(in: &inner)
    switch inner.choice(.status, as: WrittenStatus.self) {
    case .cancelled: item.isCancelled = true
    case .postponed: item.session.state = .postponed
    case .tentative: item.session.state = .tentative
    case .confirmed: item.session.state = .confirmed
    case nil: break
    }
    item.isFull = inner.boolean(.soldOut) ?? false
    if let reason = inner.text(.reason), !reason.isEmpty { item.reason = Typesetting.text(reason) }
    return item
  }

  /// A day alone has the hour of the others.
  private func standing(_ start: PartialDate) -> PartialDate {
    if case .day = start, let hours, hours.isTimed { return hours.starting(on: start.firstDay).start }
    return start
  }

  private mutating func span(
    _ written: (start: PartialDate, end: PartialDate?), end: PartialDate?, at range: Range<Int>
  ) -> Span? {
    let place = entry.place(range)
    guard [.day, .minute].contains(written.start.precision) else {
      fields.report(
        .wrongPrecision(
          place, key: key.rawValue, value: DateText.standard(written.start), forms: DateForms.words([.day, .minute])))
      return nil
    }
    let start = standing(written.start)
    var span = Span(start: start, end: written.end)
    if written.end == nil, let hours, hours.start.precision == start.precision { span = hours.moved(to: start) }
    entry.checkShown(start, at: range)
    if let end = written.end { entry.checkShown(end, at: range) }
    if hours == nil, span.end == nil, let assumed = span.endMinute {
      fields.report(.assumedEnd(place, standard: WrittenSpan.standard(start, .minute(assumed))))
    }
    return span
  }
}

extension EntryReader {
  /// `lieu` of one time of an event.
  mutating func otherPlace(in fields: inout FieldReader) -> Location? {
    guard let text = fields.text(.place), !text.isEmpty, let range = fields.valueRange(.place) else { return nil }
    if let key = entryOrText(text, at: range, .place, kind: .place) { return .place(key) }
    return .named(Typesetting.text(text))
  }
}
