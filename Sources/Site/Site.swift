import Threads
import Time

/// Everything that is published: plain values, all references resolved, nothing of how it was written.
package struct Site: Sendable {
  package let settings: Settings
  /// Newest first; see ``News/comesBefore(_:)``.
  package let news: [News]
  /// In the order of their first day, undated ones last, then by title.
  package let events: [Event]
  /// By title, as are places and partners.
  package let series: [Series]
  package let places: [Place]
  package let partners: [Partner]
  /// By menu number, then title.
  package let pages: [Page]
  /// Newest first.
  package let issues: [Issue]
  /// Files that entries refer to, published as they are, by path.
  package internal(set) var attachments: [Attachment]
  /// Files for machines, by path.
  package let machineFiles: [MachineFile]

  private let index: SiteIndex

  package init(
    settings: Settings, news: [News] = [], events: [Event] = [], series: [Series] = [], places: [Place] = [],
    partners: [Partner] = [], pages: [Page] = [], issues: [Issue] = [], attachments: [Attachment] = [],
    machineFiles: [MachineFile] = []
  ) {
    self.settings = settings
    (self.news, self.events) = concurrently {
      SiteOrder.sorted(news)
    } _: {
      SiteOrder.sorted(events)
    }
    self.series = series.sorted(by: SiteOrder.byTitle)
    self.places = places.sorted(by: SiteOrder.byTitle)
    self.partners = partners.sorted(by: SiteOrder.byTitle)
    self.pages = pages.sorted(by: SiteOrder.pages)
    self.issues = issues.sorted(by: SiteOrder.issues)
    self.attachments = attachments.sorted { $0.path < $1.path }
    self.machineFiles = machineFiles.sorted { $0.path < $1.path }
    self.index = SiteIndex(
      news: self.news, events: self.events, series: self.series, places: self.places, partners: self.partners,
      pages: self.pages, issues: self.issues)
  }

  /// The site with every entry changed: nothing of it that others know it by, nor its order.
  func mapEntries(
    _ change: (inout Entry) -> Void, partner: (inout Partner) -> Void = { _ in },
    issue: (inout Issue) -> Void = { _ in }
  ) -> Site {
    func changed<Item: HasEntry>(
      _ items: [Item], _ entry: WritableKeyPath<Item, Entry>, _ more: (inout Item) -> Void = { _ in }
    ) -> [Item] {
      items.map { item in
        var item = item
        change(&item[keyPath: entry])
        more(&item)
        return item
      }
    }
    return Site(
      settings: settings, news: changed(news, \.entry), events: changed(events, \.entry),
      series: changed(series, \.entry), places: changed(places, \.entry),
      partners: changed(partners, \.entry, partner), pages: changed(pages, \.entry),
      issues: changed(issues, \.entry, issue), attachments: attachments, machineFiles: machineFiles)
  }

  /// Every entry, kind by kind.
  package var entries: [any HasEntry] { news + events + series + places + partners + pages + issues }

  // MARK: By key

  package func news(_ key: EntryKey) -> News? { index.positions[key].map { news[$0] } }
  package func event(_ key: EntryKey) -> Event? { index.positions[key].map { events[$0] } }
  package func series(_ key: EntryKey) -> Series? { index.positions[key].map { series[$0] } }
  package func place(_ key: EntryKey) -> Place? { index.positions[key].map { places[$0] } }
  /// The place that something takes place at; `nil` where it has no page.
  package func place(at location: Location?) -> Place? { location?.place.flatMap(place) }
  package func partner(_ key: EntryKey) -> Partner? { index.positions[key].map { partners[$0] } }
  package func page(_ key: EntryKey) -> Page? { index.positions[key].map { pages[$0] } }
  package func issue(_ key: EntryKey) -> Issue? { index.positions[key].map { issues[$0] } }

  // MARK: Back-references

  /// The news that name `key`: a partner, an event, a place.
  package func news(naming key: EntryKey) -> [News] { (index.newsNaming[key] ?? []).map { news[$0] } }

  /// The events that name `key`: a partner (as partner or organiser), a place (of the event, or of one of its
  /// occurrences), a series.
  package func events(naming key: EntryKey) -> [Event] { (index.eventsNaming[key] ?? []).map { events[$0] } }

  /// The pages whose address lies directly under that of `page`.
  package func children(of page: Page) -> [Page] {
    let prefix = page.key.slug + "/"
    return pages.filter { $0.key.slug.hasPrefix(prefix) && !$0.key.slug.dropFirst(prefix.count).contains("/") }
  }
}

/// A file of `Content/racine/`, which stands at the same place below the root of the site: the proof that a search engine
/// asks for, the names of a host, an editor's page.
package struct MachineFile: Sendable, Hashable {
  /// The folder under `Content/`, in small letters; names of folders match ignoring case.
  package static let folder = "racine"

  /// From the site's root: `.well-known/security.txt`.
  package let path: String
  /// The file, from the project's root: `Content/racine/.well-known/security.txt`.
  package let source: String

  package init(path: String, source: String) {
    self.path = path
    self.source = source
  }
}

/// A file of the content that is published as it is.
package struct Attachment: Sendable, Hashable {
  /// Its address on the site.
  package var path: SitePath
  /// The file, from the project's root: `Content/nouvelles/plan.pdf`.
  package var source: String
  /// Bytes.
  package var size: Int

  package init(path: SitePath, source: String, size: Int) {
    self.path = path
    self.source = source
    self.size = size
  }
}
