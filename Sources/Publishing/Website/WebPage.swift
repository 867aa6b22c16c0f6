import HTML
import Markup
import Presenting
import Site
import Text
import Time

/// A page of the site as planned: what its head needs to know, and how to render it when it is asked for.
struct WebPage: Sendable {
  var path: SitePath
  /// What it is called, without the name of the site.
  var title: String
  /// The same, where another page bears it too with what distinguishes it: what stands in bookmarks and results of a search.
  /// Made unique over the whole site before the page is rendered.
  var headTitle: String
  /// What it is the page of: « lieu »; `nil` for those of the program's own.
  private(set) var noun: String?
  /// One or two sentences for search engines. Made unique over the whole site before the page is rendered.
  var description: String
  var breadcrumbs: [PageContext.Crumb] = []
  /// Whether search engines may list it.
  var isIndexed = true
  /// See ``PublishedFile/isSlow``.
  var isSlow = false
  /// When what it shows was last revised.
  var revision: Instant?
  /// Whose page it is; see ``PublishedFile/Owner``.
  let owner: PublishedFile.Owner
  /// Where what it shows is changed.
  var origin: PageOrigin?
  var image: Image?
  /// The `og:type` of OpenGraph: `article`, `website`.
  var socialType = "website"
  /// What machines are given about it.
  var structuredData: @Sendable () -> [JSON] = { [] }
  var html: @Sendable (PageContext) -> HTML

  init(
    path: SitePath, title: String, description: String, owner: PublishedFile.Owner? = nil,
    html: @escaping @Sendable (PageContext) -> HTML
  ) {
    self.path = path
    self.owner = owner ?? .program("la page « \(title) »")
    self.title = title
    headTitle = title
    self.description = description
    self.html = html
  }

  /// The page of an entry; `title` is the one that distinguishes it from the others.
  init(
    of entry: Entry, title: String, under breadcrumbs: [PageContext.Crumb],
    html: @escaping @Sendable (PageContext) -> HTML
  ) {
    self.init(path: entry.path, title: title, description: entry.summary, owner: .file(entry.source), html: html)
    noun = entry.key.kind.row.noun.singular
    self.breadcrumbs = breadcrumbs
    self.revision = entry.revision
    self.origin = .file(entry.source)
    self.image = entry.image
  }
}
