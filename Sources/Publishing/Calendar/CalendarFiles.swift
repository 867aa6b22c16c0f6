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
    var calendars = Calendars(of: site, today: today)
    calendars.addFeeds()
    calendars.addEvents()
    files = calendars.files
    notes = calendars.notes
  }

  /// The entries that have a calendar of their own: see ``Site/SitePath/calendar(of:)``.
  package static func hasCalendar(_ key: EntryKey, in site: Site) -> Bool {
    switch key.kind {
    case .event: return site.event(key)?.schedule.isDated ?? false
    case .series, .place, .partner: return site.events(naming: key).contains { $0.schedule.isDated }
    case .news, .page, .issue: return false
    }
  }
}

/// What is gathered while the calendars of a site are made.
private struct Calendars {
  private let site: Site
  private let today: CivilDateTime
  private let items: [EntryKey: [CalendarItem]]
  private let zone: ContentLines
  var files: [PublishedFile] = []
  var notes: [String] = []

  /// The feed of what is to come holds this many days of the past.
  private static let daysBack = 30

  init(of site: Site, today: CivilDateTime) {
    self.site = site
    self.today = today
    items = Dictionary(
      site.events.map { ($0.key, EventCalendar($0, in: site, today: today).items) },
      uniquingKeysWith: { first, _ in first })
    // Programs ask for times of today, whatever the events' are.
    let firstDay = site.events.lazy.filter(\.schedule.isDated).compactMap(\.schedule.firstDay).min()
    var zone = ContentLines()
    let year2015 = CivilDay(number: 16_436)  // 2015-01-01
    CalendarZone(site.settings.zone, since: min(firstDay ?? year2015, year2015)).write(to: &zone)
    self.zone = zone
    let undated = site.events.filter { items[$0.key]?.isEmpty ?? true }.map(\.title)
    if !undated.isEmpty { notes.append(CalendarNote.undated(undated)) }
  }

  mutating func addFeeds() {
    let title = site.settings.title
    let all = items(of: site.events)
    add(.calendar, name: title, all)
    let start = today.day.adding(days: -Self.daysBack)
    add(.upcomingCalendar, name: title + "\u{A0}: à venir", all.filter { $0.lastDay.map { $0 >= start } ?? true })
    for entry in site.series { add(feedOf: entry) }
    for entry in site.places { add(feedOf: entry) }
    for entry in site.partners { add(feedOf: entry) }
  }

  mutating func addEvents() {
    for event in site.events {
      guard let own = items[event.key], !own.isEmpty else { continue }
      let feed = CalendarFeed(name: nil, items: own, zone: zone, settings: site.settings)
      add(feed, at: .calendar(of: event.key))
    }
  }

  private mutating func add(feedOf entry: some HasEntry) {
    guard CalendarFiles.hasCalendar(entry.key, in: site) else { return }
    let name = entry.title + " – " + site.settings.title
    add(.calendar(of: entry.key), name: name, items(of: site.events(naming: entry.key)))
  }

  private mutating func add(_ path: SitePath, name: String, _ items: [CalendarItem]) {
    let feed = CalendarFeed(name: name, items: items, zone: zone, settings: site.settings)
    if feed.omitted > 0 { notes.append(CalendarNote.shortened(path.text, omitted: feed.omitted)) }
    if feed.size > CalendarFeed.largestSize { notes.append(CalendarNote.tooLarge(path.text, bytes: feed.size)) }
    add(feed, at: path)
  }

  private mutating func add(_ feed: CalendarFeed, at path: SitePath) {
    files.append(PublishedFile(path: path.outputFile, content: .rendered { feed.bytes }))
  }

  private func items(of events: [Event]) -> [CalendarItem] {
    events.flatMap { items[$0.key] ?? [] }.filter { !($0.isCalledOff && $0.isPast) }
  }
}
