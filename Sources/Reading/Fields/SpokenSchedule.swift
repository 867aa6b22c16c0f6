import Diagnostics
import Site
import Time

/// When an event takes place, as people say it at once: « 13 septembre 2026 14h », « samedi 7 mars de 14h à 17h », « tous les
/// jeudis de 18h à 20h dès le 5 mars ». It is understood as in the front matter.
package struct SpokenSchedule: Sendable, Hashable {
  /// What `debut` and `fin` are to say.
  package var first: Span
  /// What `repetition` is to say; `nil` for what takes place once.
  package var repetition: String?
  package var schedule: Schedule

  /// Why it can't be used, and what to write, in French.
  package struct Problem: Error, Sendable, Hashable {
    package var message: String
    package var hint: String?

    fileprivate init(message: String, hint: String?) {
      self.message = message
      self.hint = hint
    }

    fileprivate init(_ diagnostic: Diagnostic) { self.init(message: diagnostic.message, hint: diagnostic.hint) }
  }

  /// - Parameters:
  ///   - today: days without their year are looked for from it on.
  ///   - settings: those of the site, for its holidays.
  package static func read(
    _ text: String, today: CivilDay, settings: Settings
  ) -> Result<SpokenSchedule, Problem> {
    if let span = SpokenDate.span(text) { return .success(SpokenSchedule(Span(start: span.start, end: span.end))) }
    let problem: Problem
    switch SpokenDate.read(text, for: .start, of: .event, zone: settings.zone) {
    case .date(let date): return .success(SpokenSchedule(Span(start: date)))
    case .problem(let message, let hint):
      problem = Problem(message: message, hint: hint)
      // It is a date, though none that exists.
      if case .impossible = DateText.read(text) { return .failure(problem) }
    }
    let place = SourceLocation(file: "")
    switch WrittenRule.read(text) {
    case .failure(let why):
      // Of a date that is none, what is wrong with the date says more than the forms of rules.
      guard RuleForms.mayBeMeant(by: text) else { return .failure(problem) }
      return .failure(Problem(.ruleNotUnderstood(from: why.rest, of: text, at: place)))
    case .success(let rule):
      switch rule.resolved(
        from: today, schoolHolidays: settings.schoolHolidays, publicHolidays: settings.publicHolidays)
      {
      case .failure(let why):
        return .failure(
          Problem(
            .ruleProblem(
              why, of: text, at: place, first: Span(start: .day(today)), unknownDepartment: settings.unknownDepartment))
        )
      case .success((let first, let resolved)):
        var schedule = Schedule(plan: resolved.plan)
        schedule.excluded = resolved.excluded
        guard let words = French.repetition(schedule) else {
          return .failure(Problem(.ruleNotUnderstood(from: "", of: text, at: place)))
        }
        if let missing = schedule.firstMissingTime(in: settings.zone) {
          return .failure(Problem(.hourSkipped(place, value: DateText.standard(.minute(missing)))))
        }
        let plain = words.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        return .success(SpokenSchedule(first, repetition: plain, schedule))
      }
    }
  }

  private init(_ first: Span, repetition: String? = nil, _ schedule: Schedule? = nil) {
    self.first = first
    self.repetition = repetition
    self.schedule = schedule ?? Schedule(plan: .once(first))
  }
}
