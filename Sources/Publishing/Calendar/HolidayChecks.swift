import Diagnostics
import Site
import Time

/// What is to be reported of rules and holidays as of today: rules whose dates soon end because nobody knows later holidays,
/// and dates on public holidays.
struct HolidayChecks: Sendable {
  private let site: Site
  private let today: CivilDay
  /// Those of a year, in order.
  private let holidays: [CivilDay]

  /// Days before the last known date from which on it is reported: six months.
  private static let daysOfWarning = 183
  /// Days ahead in which public holidays are looked for: a year.
  private static let daysOfNotes = 366

  init(site: Site, today: CivilDay) {
    self.site = site
    self.today = today
    holidays = (0...Self.daysOfNotes).map { today.adding(days: $0) }.filter(site.settings.publicHolidays.contains)
  }

  var diagnostics: [Diagnostic] {
    site.events.filter { !$0.schedule.status.isOff }.flatMap { event in
      [endOfDates(of: event), publicHolidays(of: event)].compactMap { $0 }
    }
  }

  /// Where the rule goes on, but no date of it is published after a day that is near.
  private func endOfDates(of event: Event) -> Diagnostic? {
    let schedule = event.schedule
    guard let known = schedule.publishedThrough, case .rule(_, let recurrence) = schedule.plan,
      recurrence.goesOn(after: known), known.adding(days: -Self.daysOfWarning) <= today
    else { return nil }
    // Nobody waits for the next date of what stopped a year ago.
    guard today <= known.adding(days: Self.daysOfNotes) else { return nil }
    return .knownDatesEnd(
      event.entry.source, title: event.title, day: French.date(.day(known)),
      isOfSchool: schedule.excluded.schoolHolidays?.known.upperBound == known)
  }

  /// Where a rule that does not leave out public holidays falls on some of them.
  private func publicHolidays(of event: Event) -> Diagnostic? {
    let schedule = event.schedule
    guard schedule.isRule, schedule.excluded.publicHolidays == nil else { return nil }
    let plan = EffectivePlan(schedule)
    // A rule names few of them: only these are looked at with their exceptions.
    let dates = holidays.filter { plan.contains(OccurrenceKey($0)) }.flatMap { day in
      schedule.occurrences(in: day...day).filter { $0.isAsPlanned && $0.span.firstDay == day }
    }
    guard !dates.isEmpty else { return nil }
    let days = dates.map { date in
      let day = date.span.firstDay
      return French.dateWithWeekday(.day(day)) + (site.settings.publicHolidays.name(of: day).map { " (\($0))" } ?? "")
    }
    return .onPublicHolidays(event.entry.source, title: event.title, days: days, example: dates[0].plannedDay.iso)
  }
}
