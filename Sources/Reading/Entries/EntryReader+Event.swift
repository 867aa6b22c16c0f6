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
    let (seats, accessibility) = (fields.integer(.seats), text(.accessibility))
    guard var schedule = schedule() else { return nil }
    // Another place is one that is not the event's own.
    schedule = schedule.mappingLocations { $0 == location ? nil : $0 }
    return Event(
      entry: entry, schedule: schedule, location: location, online: online, price: price, registration: registration,
      registerBy: registerBy(schedule), seats: seats, accessibility: accessibility, organizers: organizers,
      series: series)
  }

  /// `inscription_jusqu_au`, which can't be said of all times of a rule.
  private mutating func registerBy(_ schedule: Schedule) -> PartialDate? {
    guard let date = fields.date(.registerBy) else { return nil }
    if case .rule = schedule.plan {
      fields.report(.registerByWithRule(fields.place(of: .registerBy)))
      return nil
    }
    return date
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
    let errors = fields.errorCount
    let isFull = fields.boolean(.soldOut) ?? false
    guard var schedule = fields.isGiven(.sessions) ? sessions() : planned(rhythm: rhythm, errors) else { return nil }
    schedule.rhythm = rhythm
    schedule.isFull = isFull
    if fields.has(.repetition), fields.errorCount == errors { checkClockChanges(schedule) }
    schedule.reason = text(.reason)
    let takesPlace = [.confirmed, .tentative].contains(schedule.status)
    if schedule.reason != nil, takesPlace, schedule.cancelled.isEmpty, schedule.moved.isEmpty {
      fields.report(.reasonWithoutCause(fields.place(of: .reason)))
    }
    return schedule
  }

  /// What `debut`, `fin` and `repetition` say, or that no day is known.
  private mutating func planned(rhythm: String?, _ errors: Int) -> Schedule? {
    let written = fields.span(.start, end: .end)
    guard let start = written?.start else { return undated(rhythm: rhythm, errors) }
    let span = Span(start: start, end: written?.end ?? end(after: start))
    checkShown(span)
    let status = status(start: start)
    var schedule = Schedule(plan: .once(span), status: status)
    if fields.isGiven(.repetition) {
      var reader = RepetitionReader(first: span, status: status, entry: self)
      let repeated = reader.read()
      self = reader.entry
      guard let repeated else { return nil }
      schedule = repeated
    } else if fields.has(.repetition) {
      // Begun and left empty, which is reported: it takes place once.
      _ = fields.value(.repetition)
    } else if let range = fields.valueRange(.repetition),
      ["''", "\"\""].contains(draft.source.bytes.text(range))
    {
      // Quotes around nothing are what an editor leaves of a rule that it does not understand.
      fields.report(.emptyRepetition(place(range)))
    }
    reportAssumedEnd(schedule.plan)
    return schedule
  }

  private mutating func undated(rhythm: String?, _ errors: Int) -> Schedule? {
    // Something that is no date was reported.
    guard !fields.isGiven(.start) else { return nil }
    if fields.has(.repetition) {
      fields.report(.repetitionWithoutStart(fields.place(of: .repetition)))
      return nil
    }
    if fields.has(.end) { fields.report(.endWithoutStart(fields.place(of: .end))) }
    if rhythm == nil {
      if fields.errorCount == errors, !draft.frontMatter.misspelt.contains(.start) {
        fields.report(.eventWithoutDate(SourceLocation(file: draft.source.path, line: 1)))
      }
      return nil
    }
    return Schedule(plan: .undated, status: status(start: nil))
  }

  /// `seances`.
  private mutating func sessions() -> Schedule? {
    for key in [FieldKey.start, .end, .repetition] where fields.has(key) {
      fields.report(.besideSessions(fields.place(of: key), key: key.rawValue))
    }
    let items = fields.items(.sessions)
    var reader = SessionReader(key: .sessions, hours: nil, entry: self)
    let sessions = reader.read(items)
    self = reader.entry
    guard let sessions else { return nil }
    return Schedule(
      plan: .dates(sessions.sessions), status: status(start: sessions.sessions.first?.span.start),
      reasons: sessions.reasons, cancelled: sessions.cancelled, full: sessions.full)
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
  private mutating func end(after start: PartialDate) -> PartialDate? { fields.end(.end, after: start) }

  private mutating func checkShown(_ span: Span) {
    if let range = fields.valueRange(.start) { checkShown(span.start, at: range) }
    if let end = span.end, let range = fields.valueRange(.end) ?? fields.valueRange(.start) {
      checkShown(end, at: range)
    }
  }

  /// Reports an end that nothing says.
  private mutating func reportAssumedEnd(_ plan: Schedule.Plan) {
    let first: Span?
    switch plan {
    case .undated: first = nil
    case .once(let span), .rule(let span, _): first = span
    case .dates(let sessions): first = sessions.first { $0.span.end == nil }?.span
    }
    guard let first, first.end == nil, !fields.has(.end), let assumed = first.endMinute,
      let range = fields.valueRange(.start)
    else { return }
    fields.report(.assumedEnd(place(range), end: DateText.standard(.minute(assumed))))
  }

  /// Reports an occurrence whose hour the clock skips.
  private mutating func checkClockChanges(_ schedule: Schedule) {
    guard let missing = schedule.firstMissingTime(in: context.zone) else { return }
    fields.report(.hourSkipped(fields.place(of: .repetition), value: DateText.standard(.minute(missing))))
  }

  /// Reports an hour that the clock skips.
  mutating func checkShown(_ date: PartialDate, at range: Range<Int>) {
    if case .minute(let dateTime) = date, !context.zone.shows(dateTime) {
      fields.report(.hourSkipped(place(range), value: DateText.standard(date)))
    }
  }
}
