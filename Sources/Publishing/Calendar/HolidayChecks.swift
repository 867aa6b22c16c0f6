import Diagnostics
import Site
import Time

/// What is to be reported of rules and holidays as of today: rules whose dates soon end because nobody knows later holidays,
/// and dates on public holidays.
struct HolidayChecks: Sendable {
  let site: Site
  let today: CivilDay

  /// Days before the last known date from which on it is reported: six months.
  static let daysOfWarning = 183
  /// Days ahead in which public holidays are looked for: a year.
  private static let daysOfNotes = 366

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
    let dates = schedule.occurrences(in: today...today.adding(days: Self.daysOfNotes)).filter { occurrence in
      !occurrence.isException && occurrence.span.firstDay >= today
        && site.settings.publicHolidays.contains(occurrence.span.firstDay)
    }
    guard !dates.isEmpty else { return nil }
    let days = dates.map { date in
      let day = date.span.firstDay
      return French.dateWithWeekday(.day(day)) + (site.settings.publicHolidays.name(of: day).map { " (\($0))" } ?? "")
    }
    return .onPublicHolidays(event.entry.source, title: event.title, days: days, example: dates[0].plannedDay.iso)
  }
}
