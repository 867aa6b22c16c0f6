import Site
import Text
import Time

/// `sitemap.xml` (sitemaps.org): the pages that search engines may list.
enum SiteMapFile {
  /// How many addresses a file may hold by the protocol.
  private static let limit = 50_000

  static func text(of pages: [WebPage], settings: Settings) -> String {
    var xml = XMLWriter()
    let listed = pages.lazy.filter(\.isIndexed).map { (path: $0.path, revision: $0.revision) }
      .sorted { $0.path < $1.path }.prefix(limit)
    xml.element("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"]) { set in
      for page in listed {
        set.element("url") { url in
          url.element("loc", text: settings.absoluteAddress(of: page.path))
          url.element("lastmod", text: page.revision.map { Timestamp.text(of: $0, in: settings.zone) })
        }
      }
    }
    return xml.text
  }
}
