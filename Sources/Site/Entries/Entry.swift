import Markup
import Text
import Time

/// What every kind of entry has.
package struct Entry: Sendable, Hashable {
  private struct Values: Hashable {
    var key: EntryKey
    var id: String
    var title: String
    var summary: String
    var image: Image?
    var aliases: [SitePath]
    var tags: [Tag]
    var partners: [EntryKey]
    var publishedFrom: CivilDateTime?
    var revision: Instant?
    var landing: Instant?
    var source: String
    var body: Document
  }

  private var shared: SharedValues<Values>

  package init(
    key: EntryKey, id: String, title: String, summary: String = "", image: Image? = nil, aliases: [SitePath] = [],
    tags: [Tag] = [], partners: [EntryKey] = [], publishedFrom: CivilDateTime? = nil, revision: Instant? = nil,
    landing: Instant? = nil, source: String, body: Document = Document()
  ) {
    shared = SharedValues(
      Values(
        key: key, id: id, title: title, summary: summary, image: image, aliases: aliases, tags: tags,
        partners: partners, publishedFrom: publishedFrom, revision: revision, landing: landing, source: source,
        body: body))
  }

  package var key: EntryKey {
    get { shared.values.key }
    set { shared.change { $0.key = newValue } }
  }

  /// Lasting identity for feeds and calendars; by default `<folder>/<slug>`.
  package var id: String {
    get { shared.values.id }
    set { shared.change { $0.id = newValue } }
  }

  /// The UID by which those who subscribed elsewhere know it, given as `id: uid:…`; `nil` where none is.
  package var givenUID: String? { Self.givenUID(in: id) }

  /// What stands behind `uid:` in an identity.
  package static func givenUID(in identity: String) -> String? {
    guard identity.hasPrefix("uid:") else { return nil }
    let uid = identity.dropFirst(4).trimmingPrefix(" ")
    return uid.isEmpty ? nil : String(uid)
  }

  package var title: String {
    get { shared.values.title }
    set { shared.change { $0.title = newValue } }
  }

  /// One sentence for lists, feeds and search engines: `resume`, else the start of the first paragraph. Plain text; may be
  /// empty.
  package var summary: String {
    get { shared.values.summary }
    set { shared.change { $0.summary = newValue } }
  }

  package var image: Image? {
    get { shared.values.image }
    set { shared.change { $0.image = newValue } }
  }

  /// Earlier addresses that go on working.
  package var aliases: [SitePath] {
    get { shared.values.aliases }
    set { shared.change { $0.aliases = newValue } }
  }

  package var tags: [Tag] {
    get { shared.values.tags }
    set { shared.change { $0.tags = newValue } }
  }

  /// Partners it names, each once, in the order written.
  package var partners: [EntryKey] {
    get { shared.values.partners }
    set { shared.change { $0.partners = newValue } }
  }

  /// `publier_le`, as a moment of the site's clock.
  package var publishedFrom: CivilDateTime? {
    get { shared.values.publishedFrom }
    set { shared.change { $0.publishedFrom = newValue } }
  }

  /// Last revision: `modifie`, else from git; `nil` where neither is to be had.
  package var revision: Instant? {
    get { shared.values.revision }
    set { shared.change { $0.revision = newValue } }
  }

  /// When it came to be as it is, for those who subscribed: later with every change of its file that is published, whatever
  /// clocks and `modifie` show; `nil` where the history of the file is not known.
  package var landing: Instant? {
    get { shared.values.landing }
    set { shared.change { $0.landing = newValue } }
  }

  /// The file it was read from, from the project's root: `Content/nouvelles/x.md`.
  package var source: String {
    get { shared.values.source }
    set { shared.change { $0.source = newValue } }
  }

  package var body: Document {
    get { shared.values.body }
    set { shared.change { $0.body = newValue } }
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

  /// One whose address is made of its name.
  package init(named name: String) { self.init(name: name, slug: Folding.slug(name)) }

  package var path: SitePath { SitePath.tags.appending(slug + "/") }
}

/// Who holds something.
package enum Organizer: Sendable, Hashable {
  case partner(EntryKey)
  case named(String)
}

/// What the kinds share; only there so that lists can mix them.
package protocol HasEntry: Sendable {
  var entry: Entry { get set }
}

extension HasEntry {
  package var title: String { entry.title }
  package var path: SitePath { entry.path }
  package var key: EntryKey { entry.key }
}
