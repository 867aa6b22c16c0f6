import Diagnostics
import Site
import Threads
import Time

/// The calendars of a site, and what is to be reported about them when it is built.
package struct CalendarFiles: Sendable {
  package let files: [PublishedFile]
  private let feeds: Once<CalendarFeeds>

  /// All feeds (`agenda.ics`, `agenda/a-venir.ics`, one for each series, place and partner that has dated events) and one
  /// file for each dated event. `today` decides only what lies in `a-venir.ics`, and when something cancelled leaves.
  package init(of site: Site, today: CivilDateTime) {
    let feeds = Once { CalendarFeeds(of: site, today: today) }
    let kinds = EntryKind.withCalendarOfEvents + [.event]
    let owners: [(SitePath, PublishedFile.Owner)] =
      [SitePath.calendar, .upcomingCalendar].map { ($0, .program("le calendrier de l’agenda")) }
      + kinds.flatMap(site.entries).filter { Self.hasCalendar($0.key, in: site) }.map { entry in
        (.calendar(of: entry.key), .program("le calendrier de « \(entry.title) »"))
      }
    self.feeds = feeds
    files = owners.map { path, owner in
      // The first that is asked for makes them all.
      PublishedFile(bytes: path, owner: owner, isSlow: path == .calendar) { feeds().feed(at: path)?.bytes ?? [] }
    }
  }

  /// Sentences in French for the summary of the build: what is not in the calendars, and why. No mistakes. To know them
  /// the calendars have to be made.
  package var notes: [String] { feeds().notes }

  /// The entries that have a calendar of their own: see ``Site/SitePath/calendar(of:)``.
  package static func hasCalendar(_ key: EntryKey, in site: Site) -> Bool {
    switch key.kind.row.calendar {
    case .ofItself?: site.event(key)?.schedule.isDated ?? false
    case .ofEvents?: site.events(naming: key).contains { $0.schedule.isDated }
    case nil: false
    }
  }
}
