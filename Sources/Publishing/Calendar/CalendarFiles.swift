import Diagnostics
import Site

/// The calendars of a site, and what is to be told about them when it is built.
package struct CalendarFiles: Sendable {
  package var files: [PublishedFile]
  /// Sentences in French for the summary of the build: what is not in the calendars, and why. No mistakes.
  package var notes: [String]

  /// All feeds (`agenda.ics`, `agenda/a-venir.ics`, one for each series, place and partner that has dated events) and one
  /// file for each dated event. `today` decides only what lies in `a-venir.ics`, and when something cancelled leaves.
  package init(of site: Site, today: CivilDateTime) {
    files = []
    notes = []
  }

  /// The entries that have a calendar of their own: see ``Site/SitePath/calendar(of:)``.
  package static func hasCalendar(_ key: EntryKey, in site: Site) -> Bool {
    switch key.kind {
    case .event: return site.event(key)?.schedule.firstDay != nil
    case .series, .place, .partner: return site.events(naming: key).contains { $0.schedule.firstDay != nil }
    case .news, .page, .issue: return false
    }
  }
}
