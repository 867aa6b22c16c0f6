import Diagnostics
import Markup
import Site
import Time

/// Reads `repetition`: a rule, in words or by keys, or a list of days, with its exceptions.
struct RepetitionReader {
  /// What `debut` and `fin` say.
  let first: Span
  let status: Schedule.Status
  var entry: EntryReader
  var fields: FieldReader
  /// The plan before any exception, holidays among them.
  var standing: EffectivePlan?
  /// How many exceptions that name no occurrence are reported with the nearest one.
  var nearestLeft = 20

  static let example = "repetition: {chaque: mois, le: 1er vendredi}"

  init(first: Span, status: Schedule.Status, entry: EntryReader) {
    self.first = first
    self.status = status
    self.entry = entry
    fields = FieldReader([], source: entry.draft.source, table: .repetition)
  }

  /// The schedule; `nil` where the rule can't be understood, which is reported in ``entry``.
  mutating func read() -> Schedule? {
    let place = entry.fields.place(of: .repetition)
    guard let value = entry.fields.wordsOrMembers(.repetition) else { return nil }
    defer { entry.fields.diagnostics += fields.diagnostics }
    guard first.isDated else {
      fields.report(.repetitionNeedsDay(entry.fields.place(of: .start)))
      return nil
    }
    let written: Written?
    switch value.content {
    case .empty: return nil
    case .scalar(let words): written = rule(inWords: words, at: value.range)
    case .list(let items): written = givenDates(items).map { Written($0) }
    case .map(let members):
      fields = FieldReader(members, source: entry.draft.source, table: .repetition)
      fields.zone = entry.context.zone
      written = self.written(place)
    }
    guard let written else { return nil }
    var schedule = Schedule(plan: written.plan, status: status)
    standing = EffectivePlan(schedule)
    // Mostly the end of the whole series was written.
    if let range = entry.fields.valueRange(.end) ?? entry.fields.valueRange(.start),
      let next = schedule.secondDayInFirst
    {
      fields.report(.overlappingRepetition(entry.place(range), next: next.iso))
    }
    schedule.excluded = written.excluded
    readExceptions(into: &schedule, written)
    return schedule
  }

  /// A plan and what is said of its times one by one.
  struct Written {
    var plan: Schedule.Plan
    var excluded = Exclusions()
    var cancelled: Set<OccurrenceKey> = []
    var full: Set<OccurrenceKey> = []
    var reasons: [OccurrenceKey: String] = [:]

    init(_ plan: Schedule.Plan, excluded: Exclusions = Exclusions()) {
      self.plan = plan
      self.excluded = excluded
    }

    init(_ sessions: SessionReader.Sessions) {
      plan = .dates(sessions.sessions)
      (cancelled, full, reasons) = (sessions.cancelled, sessions.full, sessions.reasons)
    }
  }

  /// A reason as it is shown; `nil` where nothing is written.
  func reason(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return Typesetting.text(text)
  }

  // MARK: Plans

  private mutating func written(_ place: SourceLocation) -> Written? {
    let ofRule: [FieldKey] = [.every, .on, .interval, .weeks, .until, .count]
    if fields.has(.dates) {
      for key in ofRule + [.rule, .changes] where fields.has(key) {
        fields.report(.ruleBesideDates(fields.place(of: key), key: key.rawValue))
      }
      guard var written = givenDates(fields.items(.dates)).map({ Written($0) }) else { return nil }
      written.excluded = exclusions(from: written.plan, isCounted: false) ?? Exclusions()
      return written
    }
    var written: Written?
    if fields.has(.rule) {
      for key in ofRule + [.except] where fields.has(key) {
        fields.report(.ruleBesideWords(fields.place(of: key), key: key.rawValue))
      }
      guard let scalar = fields.scalar(.rule) else { return nil }
      written = rule(inWords: scalar.text, at: scalar.range)
    } else {
      guard fields.has(.every) else {
        fields.report(.missingMember(place, key: FieldKey.every.rawValue, of: FieldKey.repetition.rawValue))
        return nil
      }
      written = rule()
    }
    guard var written, case .rule(let first, var recurrence) = written.plan else { return written }
    if fields.has(.changes) {
      guard addChanges(to: &recurrence, first) else { return nil }
      written.plan = .rule(first: first, recurrence)
    }
    if !fields.has(.rule), fields.has(.except) {
      var isCounted = false
      if case .count = recurrence.bound { isCounted = true }
      guard let excluded = exclusions(from: written.plan, isCounted: isCounted) else { return nil }
      written.excluded = excluded
    }
    return written
  }

  /// Days that are listed, with hours of their own where they have some.
  private mutating func givenDates(_ items: [FieldValue]) -> SessionReader.Sessions? {
    if items.isEmpty, fields.errorCount == 0 { fields.report(.noDates(fields.place(of: .dates))) }
    var reader = SessionReader(key: .dates, hours: first, entry: entry)
    let sessions = reader.read(items)
    entry = reader.entry
    return sessions
  }

  /// Under a rule, what is written in words.
  private mutating func rule(inWords text: String, at range: Range<Int>) -> Written? {
    let place = entry.place(range)
    switch WrittenRule.read(text) {
    case .failure(let why):
      fields.report(.ruleNotUnderstood(from: why.rest, of: text, at: place))
      return nil
    case .success(let rule):
      let holidays = entry.context.holidays
      switch rule.resolved(first: first, schoolHolidays: holidays.school, publicHolidays: holidays.publicOnes) {
      case .failure(let problem):
        report(problem, of: text, at: place)
        return nil
      case .success(let resolved):
        if case .rule(let first, let recurrence) = resolved.plan {
          guard matchesFirst(recurrence, first.firstDay) else { return nil }
          guard areDays(resolved.excluded, of: resolved.plan, at: place) else { return nil }
        }
        return Written(resolved.plan, excluded: resolved.excluded)
      }
    }
  }
}
