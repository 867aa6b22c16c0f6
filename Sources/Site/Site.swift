import Time

/// Everything that is published: plain values, all references resolved, nothing of how it was written.
package struct Site: Sendable {
  package var settings: Settings
  /// The entries, to be had by kind: ``news``, ``events`` …
  private(set) var lists: EntryLists
  /// Files that entries refer to, published as they are, by path.
  package internal(set) var attachments: [Attachment]
  /// Files for machines, by path.
  package let machineFiles: [MachineFile]
  /// What is known of how all this came to be.
  package var history: SiteHistory

  private let index: SiteIndex

  /// - Parameter entries: in any order.
  package init(
    settings: Settings, entries: [SiteEntry], attachments: [Attachment] = [], machineFiles: [MachineFile] = [],
    history: SiteHistory = SiteHistory()
  ) {
    self.settings = settings
    self.history = history
    self.lists = EntryLists(entries)
    self.attachments = attachments.sorted { $0.path < $1.path }
    self.machineFiles = machineFiles.sorted { $0.path < $1.path }
    self.index = SiteIndex(lists)
  }

  /// A site made by hand, of the kinds that it has.
  package init(
    settings: Settings, news: [News] = [], events: [Event] = [], series: [Series] = [], places: [Place] = [],
    partners: [Partner] = [], pages: [Page] = [], issues: [Issue] = [], attachments: [Attachment] = [],
    history: SiteHistory = SiteHistory()
  ) {
    var entries = news.map(SiteEntry.news) + events.map(SiteEntry.event) + issues.map(SiteEntry.issue)
    entries += series.map(SiteEntry.series) + places.map(SiteEntry.place)
    entries += partners.map(SiteEntry.partner) + pages.map(SiteEntry.page)
    self.init(settings: settings, entries: entries, attachments: attachments, history: history)
  }

  /// Every entry, kind by kind.
  package var entries: [SiteEntry] { EntryKind.allCases.flatMap(entries) }

  /// The entries of one kind, in its order.
  package func entries(of kind: EntryKind) -> [SiteEntry] { lists[kind] }

  /// The site with every entry changed: nothing of it that others know it by, nor its order.
  func mapEntries(_ change: (inout SiteEntry) -> Void) -> Site {
    var entries = entries
    for index in entries.indices { change(&entries[index]) }
    var site = self
    site.lists = EntryLists(ordered: entries)
    return site
  }

  /// Where the entry stands in the list of its kind; `nil` where there is none, or of another kind.
  func position(of key: EntryKey, _ kind: EntryKind) -> Int? { key.kind == kind ? index.positions[key] : nil }

  /// The place that something takes place at; `nil` where it has no page.
  package func place(at location: Location?) -> Place? { location?.place.flatMap(place) }

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

  /// Whether the files of the folder at `path` are such ones, `content` being the path of the folder of all content.
  package static func stand(in path: String, of content: String) -> Bool {
    guard path.hasPrefix(content + "/") else { return false }
    return path.dropFirst(content.count + 1).prefix { $0 != "/" }.lowercased() == folder
  }

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
