import Site
import Text
import Time

/// A feed as JSON Feed 1.1 (jsonfeed.org).
struct JSONFeed: Sendable {
  let site: Site
  let title: String
  let path: SitePath
  let page: SitePath
  /// Newest first.
  let entries: [FeedEntry]

  func text() throws -> String {
    let settings = site.settings
    let items = try entries.map(item)
    return JSON.members([
      "version": .string("https://jsonfeed.org/version/1.1"),
      "title": .string(title),
      "home_page_url": .string(settings.absoluteAddress(of: page)),
      "feed_url": .string(settings.absoluteAddress(of: path)),
      "description": .text(settings.tagline),
      "language": .string(settings.language),
      "authors": .array([
        .members([
          "name": .string(StructuredData.publisherName(of: site)), "url": .string(settings.absoluteAddress(of: .home)),
        ])
      ]),
      "items": .array(items),
    ]).text() + "\n"
  }

  private func item(_ item: FeedEntry) throws -> JSON {
    let settings = site.settings
    let tags = item.entry.tags.map { JSON.string($0.name) }
    return .members([
      "id": .string(item.identifier(in: settings)),
      "url": .string(settings.absoluteAddress(of: item.path)),
      "title": .string(item.entry.title),
      "summary": .text(item.entry.summary),
      "content_html": .string(try item.content.checkedText(for: path)),
      "image": .text(StructuredData.image(item.entry, of: site)),
      "date_published": .text(item.published.map { Timestamp.text(of: $0, in: settings.zone) }),
      "date_modified": .string(Timestamp.text(of: item.updated, in: settings.zone)),
      "tags": tags.isEmpty ? nil : .array(tags),
    ])
  }
}
