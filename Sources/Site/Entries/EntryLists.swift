import Threads

/// The entries of a site by kind, each kind in an order of its own.
struct EntryLists: Sendable {
  private(set) var news: [News] = []
  private(set) var events: [Event] = []
  private(set) var series: [Series] = []
  private(set) var places: [Place] = []
  private(set) var partners: [Partner] = []
  private(set) var pages: [Page] = []
  private(set) var issues: [Issue] = []

  /// - Parameter entries: in any order.
  init(_ entries: [SiteEntry]) {
    self.init(ordered: entries)
    (news, events) = concurrently { [news] in
      SiteOrder.sorted(news)
    } _: { [events] in
      SiteOrder.sorted(events)
    }
    series.sort(by: SiteOrder.byTitle)
    places.sort(by: SiteOrder.byTitle)
    partners.sort(by: SiteOrder.byTitle)
    pages.sort(by: SiteOrder.pages)
    issues.sort(by: SiteOrder.issues)
  }

  /// - Parameter entries: those of one kind in its order.
  init(ordered entries: [SiteEntry]) {
    for entry in entries {
      switch entry {
      case .news(let item): news.append(item)
      case .event(let item): events.append(item)
      case .series(let item): series.append(item)
      case .place(let item): places.append(item)
      case .partner(let item): partners.append(item)
      case .page(let item): pages.append(item)
      case .issue(let item): issues.append(item)
      }
    }
  }

  /// The entries of one kind, in its order.
  subscript(kind: EntryKind) -> [SiteEntry] {
    switch kind {
    case .news: news.map(SiteEntry.news)
    case .event: events.map(SiteEntry.event)
    case .series: series.map(SiteEntry.series)
    case .place: places.map(SiteEntry.place)
    case .partner: partners.map(SiteEntry.partner)
    case .page: pages.map(SiteEntry.page)
    case .issue: issues.map(SiteEntry.issue)
    }
  }
}

extension Site {
  /// Newest first; see ``News/comesBefore(_:)``.
  package var news: [News] { lists.news }
  /// In the order of their first day, undated ones last, then by title.
  package var events: [Event] { lists.events }
  /// By title, as are places and partners.
  package var series: [Series] { lists.series }
  package var places: [Place] { lists.places }
  package var partners: [Partner] { lists.partners }
  /// By menu number, then title.
  package var pages: [Page] { lists.pages }
  /// Newest first.
  package var issues: [Issue] { lists.issues }

  package func news(_ key: EntryKey) -> News? { position(of: key, .news).map { news[$0] } }
  package func event(_ key: EntryKey) -> Event? { position(of: key, .event).map { events[$0] } }
  package func series(_ key: EntryKey) -> Series? { position(of: key, .series).map { series[$0] } }
  package func place(_ key: EntryKey) -> Place? { position(of: key, .place).map { places[$0] } }
  package func partner(_ key: EntryKey) -> Partner? { position(of: key, .partner).map { partners[$0] } }
  package func page(_ key: EntryKey) -> Page? { position(of: key, .page).map { pages[$0] } }
  package func issue(_ key: EntryKey) -> Issue? { position(of: key, .issue).map { issues[$0] } }
}
