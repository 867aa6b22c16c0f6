import Markup

/// What every kind of entry has.
package struct Entry: Sendable, Hashable {
  package var key: EntryKey
  /// Lasting identity for feeds and calendars; by default `<folder>/<slug>`.
  package var id: String
  package var title: String
  /// One sentence for lists, feeds and search engines: `resume`, else the start of the first paragraph. Plain text; may be
  /// empty.
  package var summary: String
  package var image: Image?
  /// Earlier addresses that go on working.
  package var aliases: [SitePath]
  package var tags: [Tag]
  /// Partners it names, each once, in the order written.
  package var partners: [EntryKey]
  /// Last revision: `modifie`, else from git; `nil` where neither is to be had.
  package var revision: Instant?
  /// The file it was read from, from the project's root: `Content/nouvelles/x.md`.
  package var source: String
  package var body: Document

  package init(
    key: EntryKey, id: String, title: String, summary: String = "", image: Image? = nil, aliases: [SitePath] = [],
    tags: [Tag] = [], partners: [EntryKey] = [], revision: Instant? = nil, source: String, body: Document = Document()
  ) {
    self.key = key
    self.id = id
    self.title = title
    self.summary = summary
    self.image = image
    self.aliases = aliases
    self.tags = tags
    self.partners = partners
    self.revision = revision
    self.source = source
    self.body = body
  }

  /// Its address on the site.
  package var path: SitePath { SitePath.entry(key) }
}

/// A free tag.
package struct Tag: Sendable, Hashable {
  package var name: String
  package var slug: String

  package init(name: String, slug: String) {
    self.name = name
    self.slug = slug
  }

  package var path: SitePath { SitePath("/etiquettes/\(slug)/") }
}

/// Where something takes place.
package enum Location: Sendable, Hashable {
  case place(EntryKey)
  case named(String)
}

/// Who holds something.
package enum Organizer: Sendable, Hashable {
  case partner(EntryKey)
  case named(String)
}

/// What the kinds share; only there so that lists can mix them.
package protocol HasEntry: Sendable {
  var entry: Entry { get }
}

extension HasEntry {
  package var title: String { entry.title }
  package var path: SitePath { entry.path }
  package var key: EntryKey { entry.key }
}
