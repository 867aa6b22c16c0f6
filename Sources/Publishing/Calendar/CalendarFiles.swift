import Diagnostics
import Site
import Threads
import Time

/// The calendars of a site, and what is to be reported about them when it is built.
package struct CalendarFiles: Sendable {
  package let files: [PublishedFile]
  /// How many calendars readers are offered to subscribe to: no copies, none with nothing in it, none of a single event.
  let offered: Int
  private let site: Site
  private let feeds: Once<CalendarFeeds>

  /// All feeds (`agenda.ics`, `agenda/a-venir.ics`, one for each series, place and partner, and for each tag that dated events
  /// bear or, as far as the history is known, have borne) and one file for each dated event. `today` decides only what lies in `a-venir.ics`, and when something cancelled leaves.
  package init(of site: Site, today: CivilDateTime) {
    self.init(of: site, tags: TagIndex(site: site, today: today), today: today)
  }

  /// - Parameter tags: of the site.
  init(of site: Site, tags: TagIndex, today: CivilDateTime) {
    let all = tags.all
    let offeredTags = all.filter(TagIndex.hasCalendar)
    let tags = offeredTags + Self.formerTags(of: site, besides: offeredTags)
    let feeds = Once { CalendarFeeds(of: site, tags: tags, today: today) }
    let kinds = EntryKind.withCalendarOfEvents + [.event]
    let owners: [(SitePath, PublishedFile.Owner)] =
      [SitePath.calendar, .upcomingCalendar].map { ($0, .program("le calendrier de l’agenda")) }
      + kinds.flatMap(site.entries).filter { Self.keepsCalendar($0.key, in: site) }.map { entry in
        (.calendar(of: entry.key), .program("le calendrier de « \(entry.title) »"))
      }
      + site.events.filter { CalendarLinks.nextDate(of: $0, at: today) != nil }.map { event in
        (.nextDate(of: event.key), .program("la prochaine date de « \(event.title) »"))
      }
      + tags.map {
        (.calendar(of: $0.tag), .program("le calendrier de l’étiquette « \($0.tag.name) »"))
      }
    offered =
      2 + EntryKind.withCalendarOfEvents.flatMap(site.entries).count { Self.hasCalendar($0.key, in: site) }
      + offeredTags.count
    self.site = site
    self.feeds = feeds
    files = owners.map { path, owner in
      // The first that is asked for makes them all.
      PublishedFile(bytes: path, owner: owner, isSlow: path == .calendar) { feeds().feed(at: path)?.bytes ?? [] }
    }
  }

  /// The tags that have had a calendar and that no dated event bears any more: who subscribed keeps it, with nothing in it.
  private static func formerTags(of site: Site, besides offered: [TagIndex.Bearers]) -> [TagIndex.Bearers] {
    var known = Set(offered.map(\.tag.slug))
    var former: [TagIndex.Bearers] = []
    for (key, versions) in site.history.versions ?? [:] where key.kind == .event {
      for case .otherwise(.event(let event)) in versions.map(\.state) where event.schedule.isDated {
        for tag in event.entry.tags where known.insert(tag.slug).inserted {
          former.append(TagIndex.Bearers(tag: tag))
        }
      }
    }
    return former.sorted { $0.tag.slug < $1.tag.slug }
  }

  /// The calendar of an entry once more, at an earlier address of its own: hosts of files lead on pages, not what programs
  /// fetch. `nil` where the entry has none.
  ///
  /// - Parameter alias: that of the entry's page, or of a calendar.
  func copy(of entry: Entry, at alias: SitePath) -> PublishedFile? {
    guard let calendar = entry.key.kind.row.calendar, Self.keepsCalendar(entry.key, in: site) else { return nil }
    let path = alias.isCalendar ? alias : alias.appending(calendar.fileName)
    let feeds = feeds
    return PublishedFile(bytes: path, owner: .file(entry.source)) {
      feeds().feed(at: .calendar(of: entry.key))?.bytes ?? []
    }
  }

  /// Sentences in French for the summary of the build: what is not in the calendars, and why. No mistakes. To know them
  /// the calendars have to be made.
  package var notes: [String] { feeds().notes }

  /// Whether there is a calendar of the entry: see ``Site/SitePath/calendar(of:)``. Those of the events that name it are
  /// always there: who subscribed to one keeps it when no event is left in it.
  static func keepsCalendar(_ key: EntryKey, in site: Site) -> Bool {
    key.kind.row.calendar == .ofEvents || hasCalendar(key, in: site)
  }

  /// Whether there is a calendar of the entry with something in it, to be offered to readers.
  package static func hasCalendar(_ key: EntryKey, in site: Site) -> Bool {
    switch key.kind.row.calendar {
    case .ofItself?: site.event(key)?.schedule.isDated ?? false
    case .ofEvents?: site.events(naming: key).contains { $0.schedule.isDated }
    case nil: false
    }
  }
}
