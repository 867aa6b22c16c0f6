import Site
import Text
import Time

/// A feed as Atom (RFC 4287).
struct AtomFeed: Sendable {
  let site: Site
  let title: String
  /// Where the feed stands.
  let path: SitePath
  /// The page it follows.
  let page: SitePath
  /// Newest first.
  let entries: [FeedEntry]

  /// How many entries a feed holds at most.
  static let length = 50

  func text() throws -> String {
    let settings = site.settings
    for entry in entries { _ = try entry.content.checkedText(for: path) }
    var xml = XMLWriter()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language]) { feed in
      feed.element("id", text: "urn:uuid:" + NamedUUID.text(of: path.text, in: settings.identifier))
      feed.element("title", text: title)
      feed.element("subtitle", text: settings.tagline)
      feed.element("updated", text: time(entries.map(\.updated).max() ?? Instant(seconds: 0)))
      feed.element(
        "link", ["rel": "self", "type": "application/atom+xml", "href": settings.absoluteAddress(of: path)])
      feed.element("link", ["rel": "alternate", "type": "text/html", "href": settings.absoluteAddress(of: page)])
      feed.element("author") { author in
        author.element("name", text: StructuredData.publisherName(of: site))
        author.element("uri", text: settings.absoluteAddress(of: .home))
      }
      for entry in entries { write(entry, to: &feed) }
    }
    return xml.text
  }

  private func write(_ item: FeedEntry, to feed: inout XMLWriter) {
    let settings = site.settings
    let address = settings.absoluteAddress(of: item.path)
    feed.element("entry") { entry in
      entry.element("id", text: item.identifier(in: settings))
      entry.element("title", text: item.entry.title)
      entry.element("link", ["rel": "alternate", "type": "text/html", "href": address])
      entry.element("updated", text: time(item.updated))
      entry.element("published", text: item.published.map(time))
      for tag in item.entry.tags { entry.element("category", ["term": tag.slug, "label": tag.name]) }
      entry.element("summary", text: item.entry.summary.isEmpty ? nil : item.entry.summary)
      // Fragments of the text lead to places of the entry's page.
      entry.element("content", ["type": "html", "xml:base": address], text: item.content.text)
    }
  }

  private func time(_ instant: Instant) -> String { Timestamp.text(of: instant, in: site.settings.zone) }
}
