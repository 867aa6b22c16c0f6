import Diagnostics
import Site
import Time

/// What is gathered while the calendars of a site are made.
struct CalendarFeeds: Sendable {
  private let site: Site
  private let tags: [TagIndex.Bearers]
  private let today: CivilDateTime
  private let items: [EntryKey: [CalendarItem]]
  private let pages: [String: Instant]
  /// What is no longer on the site, and was to be found in the calendars.
  private let withdrawn: [(event: Event, items: [CalendarItem])]
  private let zone: ContentLines
  private var feeds: [SitePath: CalendarFeed] = [:]
  private(set) var notes: [String] = []

  /// The feed of what is to come holds this many days of the past.
  private static let daysBack = 30

  /// - Parameter tags: those that have a calendar.
  init(of site: Site, tags: [TagIndex.Bearers], today: CivilDateTime) {
    self.site = site
    self.tags = tags
    self.today = today
    let pages = Dictionary(
      site.entries.compactMap { entry in entry.entry.landing.map { (entry.path.text, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.pages = pages
    items = Dictionary(
      site.events.map { ($0.key, EventCalendar($0, in: site, today: today, pages: pages).items) },
      uniquingKeysWith: { first, _ in first })
    withdrawn = site.withdrawals(today: today.day).map { withdrawal in
      let calendar = EventCalendar(withdrawal.event, in: site, today: today, isWithdrawn: true)
      return (withdrawal.event, calendar.items)
    }
    // Programs ask for times of today, whatever the events' are.
    let firstDay = site.events.lazy.filter(\.schedule.isDated).compactMap(\.schedule.firstDay).min()
    var zone = ContentLines()
    let year2015 = CivilDay(number: 16_436)  // 2015-01-01
    CalendarZone(site.settings.zone, since: min(firstDay ?? year2015, year2015)).write(to: &zone)
    self.zone = zone
    let undated = site.events.filter { items[$0.key]?.isEmpty ?? true }.map(\.title)
    if !undated.isEmpty { notes.append(CalendarNote.undated(undated)) }
    addFeeds()
    addEvents()
  }

  /// The calendar with this address.
  func feed(at path: SitePath) -> CalendarFeed? { feeds[path] }

  private mutating func addFeeds() {
    let title = site.settings.title
    let all = items(of: site.events) + withdrawn(where: { _ in true })
    add(.calendar, name: title, all)
    let start = today.day.adding(days: -Self.daysBack)
    add(.upcomingCalendar, name: title + "\u{A0}: à venir", all.filter { $0.isHeld(onOrAfter: start) })
    for entry in EntryKind.withCalendarOfEvents.flatMap(site.entries) { add(feedOf: entry) }
    for bearers in tags {
      add(
        .calendar(of: bearers.tag), name: bearers.tag.name + " – " + title,
        items(of: bearers.events) + withdrawn(where: { $0.entry.tags.contains { $0.slug == bearers.tag.slug } }))
    }
  }

  private mutating func addEvents() {
    for event in site.events {
      // What once had a calendar keeps one, though nothing may be left in it.
      guard CalendarFiles.keepsCalendar(event.key, in: site) else { continue }
      let own = items[event.key] ?? []
      let feed = CalendarFeed(name: nil, items: own, zone: zone, settings: site.settings)
      add(feed, at: .calendar(of: event.key))
      guard let next = CalendarLinks.nextDate(of: event, at: today) else { continue }
      let alone = EventCalendar(event, in: site, today: today, pages: pages).alone(next)
      add(CalendarFeed(name: nil, items: [alone], zone: zone, settings: site.settings), at: .nextDate(of: event.key))
    }
  }

  private mutating func add(feedOf entry: some HasEntry) {
    guard CalendarFiles.keepsCalendar(entry.key, in: site) else { return }
    let name = entry.title + " – " + site.settings.title
    let events = site.events(naming: entry.key)
    let items = entry.key.kind == .place ? self.items(of: events, at: .place(entry.key)) : self.items(of: events)
    add(.calendar(of: entry.key), name: name, items + withdrawn(where: { $0.named.contains(entry.key) }))
  }

  private mutating func add(_ path: SitePath, name: String, _ items: [CalendarItem]) {
    let feed = CalendarFeed(name: name, items: items, zone: zone, settings: site.settings)
    if feed.omitted > 0 { notes.append(CalendarNote.shortened(path.text, omitted: feed.omitted)) }
    if feed.size > CalendarFeed.largestSize { notes.append(CalendarNote.tooLarge(path.text, bytes: feed.size)) }
    add(feed, at: path)
  }

  private mutating func add(_ feed: CalendarFeed, at path: SitePath) {
    feeds[path] = feed
  }

  private func items(of events: [Event]) -> [CalendarItem] {
    events.flatMap { items[$0.key] ?? [] }.filter { !($0.isCalledOff && $0.isPast) }
  }

  /// As on the page of a place: an event that names it for some of its dates only is not there on the others.
  private func items(of events: [Event], at location: Location) -> [CalendarItem] {
    items(of: events).filter { $0.locations.contains(location) }
      + events.filter { $0.schedule.isRule && !$0.schedule.moved.isEmpty }.flatMap { event in
        EventCalendar(event, in: site, today: today, pages: pages).dates(movedTo: location)
      }
  }

  private func withdrawn(where isHere: (Event) -> Bool) -> [CalendarItem] {
    withdrawn.filter { isHere($0.event) }.flatMap(\.items).filter { $0.isHeld(onOrAfter: today.day) }
  }
}
