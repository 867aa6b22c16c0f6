import Diagnostics
import Markup
import Site
import Time

extension EntryReader {
  mutating func event() -> Event? {
    let entry = entry()
    let location = location()
    let organizers = organizers()
    let series = reference(.series, kinds: [.series])
    let (online, registration) = (fields.url(.online), fields.urlOrEmail(.registration))
    let price = text(.price)
    guard var schedule = schedule() else { return nil }
    // Another place is one that is not the event's own.
    for index in schedule.moved.indices where schedule.moved[index].location == location {
      schedule.moved[index].location = nil
    }
    return Event(
      entry: entry, schedule: schedule, location: location, online: online, price: price, registration: registration,
      organizers: organizers, series: series)
  }

  /// A list of partners and other names, or one text.
  private mutating func organizers() -> [Organizer] {
    guard fields.has(.organizers) else { return [] }
    var words: [(text: String, range: Range<Int>)]
    if fields.looksLikeList(.organizers) {
      words = fields.words(.organizers, splittingCommas: false)
    } else if let text = fields.text(.organizers), let range = fields.valueRange(.organizers) {
      words = text.isEmpty ? [] : [(text, range)]
    } else {
      words = []
    }
    words = words.map { (fields.clean($0.text, at: $0.range), $0.range) }.filter { !$0.0.isEmpty }
    return words.map { word in
      if let key = entryOrText(word.text, at: word.range, .organizers, kind: .partner) { return .partner(key) }
      return .named(Typesetting.text(word.text))
    }
  }

  // MARK: When

  private mutating func schedule() -> Schedule? {
    let rhythm = text(.rhythm)
    let hasErrors = fields.errorCount
    let written = fields.span(.start, end: .end)
    let start = written?.start
    let end = written?.end ?? start.flatMap { self.end(after: $0) }
    var schedule: Schedule
    if let start {
      let span = Span(start: start, end: end)
      checkSpan(span)
      schedule = Schedule(plan: .once(span), rhythm: rhythm)
      if fields.isGiven(.repetition) {
        var reader = RepetitionReader(first: span, entry: self)
        guard let repeated = reader.read() else {
          self = reader.entry
          return nil
        }
        self = reader.entry
        schedule = repeated
        schedule.rhythm = rhythm
      } else if fields.has(.repetition) {
        // Begun and left empty, which is reported: it takes place once.
        _ = fields.map(.repetition, example: RepetitionReader.example)
      }
    } else {
      // Something that is no date was reported.
      guard !fields.isGiven(.start) else { return nil }
      if fields.has(.repetition) {
        fields.report(.repetitionWithoutStart(fields.place(of: .repetition)))
        return nil
      }
      if fields.has(.end) { fields.report(.endWithoutStart(fields.place(of: .end))) }
      if rhythm == nil {
        if fields.errorCount == hasErrors, !draft.frontMatter.misspelt.contains(.start) {
          fields.report(.eventWithoutDate(SourceLocation(file: draft.source.path, line: 1)))
        }
        return nil
      }
      schedule = Schedule(plan: .undated, rhythm: rhythm)
    }
    if fields.has(.repetition), fields.errorCount == hasErrors { checkClockChanges(schedule) }
    schedule.status = status(start: start)
    schedule.reason = text(.reason)
    if schedule.reason != nil, [.confirmed, .tentative].contains(schedule.status), schedule.cancelled.isEmpty,
      schedule.moved.isEmpty
    {
      fields.report(.reasonWithoutCause(fields.place(of: .reason)))
    }
    return schedule
  }

  private mutating func status(start: PartialDate?) -> Schedule.Status {
    let status = fields.choice(.status, as: WrittenStatus.self)
    let newStart = fields.date(.postponedTo)
    if fields.has(.postponedTo), status != .postponed {
      fields.report(.postponedToWithoutStatus(fields.place(of: .postponedTo)))
    }
    if let newStart, let range = fields.valueRange(.postponedTo) {
      checkShown(newStart, at: range)
      if newStart == start { fields.report(.postponedToSameDate(place(range))) }
    }
    switch status {
    case .tentative: return .tentative
    case .postponed: return .postponed(to: newStart)
    case .cancelled: return .cancelled
    case .confirmed, nil: return .confirmed
    }
  }

  /// `fin`, of the same precision as `start`; an hour alone is on the same day.
  private mutating func end(after start: PartialDate) -> PartialDate? {
    guard let scalar = fields.scalar(.end) else { return nil }
    let range = scalar.range
    if case .minute(let begin) = start, let time = DateText.time(scalar.text) {
      var end = CivilDateTime(day: begin.day, minuteOfDay: time.hour * 60 + time.minute)
      // « de 20 h à 1 h » ends on the next day.
      if end <= begin { end = min(end.adding(minutes: 1440), .last) }
      fields.report(.dateByHabit(place(range), value: scalar.text, standard: DateText.standard(.minute(end))))
      return .minute(end)
    }
    guard let end = fields.date(scalar.text, at: range, .end) else { return nil }
    guard end.precision == start.precision else {
      fields.report(
        .endPrecision(
          place(range), value: scalar.text, start: DateText.standard(start), form: DateForms.words([start.precision])))
      return nil
    }
    let isAfter = start.precision == .minute ? end.firstMinute > start.firstMinute : end.firstDay >= start.firstDay
    guard isAfter else {
      fields.report(.endBeforeStart(place(range), end: DateText.standard(end), start: DateText.standard(start)))
      return nil
    }
    return end
  }

  private mutating func checkSpan(_ span: Span) {
    if let range = fields.valueRange(.start) { checkShown(span.start, at: range) }
    if let end = span.end, let range = fields.valueRange(.end) ?? fields.valueRange(.start) {
      checkShown(end, at: range)
    }
    if span.end == nil, !fields.has(.end), let assumed = span.endMinute, let range = fields.valueRange(.start) {
      fields.report(.assumedEnd(place(range), end: DateText.standard(.minute(assumed))))
    }
  }

  /// Tells of an occurrence whose hour the clock skips, among those of the next years: rules of clock changes are not known
  /// for longer.
  private mutating func checkClockChanges(_ schedule: Schedule) {
    guard let first = schedule.firstDay,
      let missing = schedule.firstMissingTime(in: context.zone, through: first.adding(days: 3660))
    else { return }
    fields.report(.hourSkipped(fields.place(of: .repetition), value: DateText.standard(.minute(missing))))
  }

  /// Tells of an hour that the clock skips.
  mutating func checkShown(_ date: PartialDate, at range: Range<Int>) {
    if case .minute(let dateTime) = date, !context.zone.shows(dateTime) {
      fields.report(.hourSkipped(place(range), value: DateText.standard(date)))
    }
  }
}
