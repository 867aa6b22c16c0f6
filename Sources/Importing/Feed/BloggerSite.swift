import Files
import Foundation
import Site
import Text

/// What the entries of a blog of Blogger say of the site that they were on.
struct BloggerSite {
  private var labels: [String] = []
  private var hasEntries = false
  private var paths: Set<String> = []
  /// Where texts lead to: paths by host.
  private var linked: [String: Set<String>] = [:]

  /// The feeds in a folder that Google Takeout made (`Takeout/Blogger/Blogs/Mon blog/feed.atom`), from it, in order. Beside each
  /// stand its look, as HTML, and its settings.
  static func feeds(in folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    var found: [String] = []
    for case let name as String in names {
      // Folders of sites may be large.
      if names.level > 4 { names.skipDescendants() }
      guard name == "feed.atom" || name.hasSuffix("/feed.atom") else { continue }
      let head = (try? RegularFile(at: folder + "/" + name).read(atMost: 4096)) ?? []
      if String(decoding: head, as: UTF8.self).holds("schemas.google.com/blogger") { found.append(name) }
    }
    return found.sorted()
  }

  mutating func add(_ entry: FeedEntry) {
    hasEntries = true
    labels += entry.tags
    guard let path = entry.path else { return }
    paths.insert(path)
    let html = entry.text.html
    for offset in html.offsets(of: "href=\"http") {
      let link = html.utf8.dropFirst(offset + "href=\"".utf8.count).prefix { $0 != .doubleQuote }
      if let (host, path) = OldSite.parts(of: String(Substring(link))) { linked[host, default: []].insert(path) }
    }
  }

  /// The address: exports that have the paths of entries alone do not say it. It is the one that texts lead to at those paths;
  /// empty where none does.
  var address: String {
    linked.map { (count: $0.value.intersection(paths).count, host: $0.key) }.filter { $0.count > 0 }
      .max { $0 < $1 }.map { "https://" + $0.host } ?? ""
  }

  /// Lists of the blog, and those that show the same here.
  var redirections: [(from: String, to: String)] {
    guard hasEntries else { return [] }
    return labels.uniqued().map { Tag(named: $0) }.filter { !$0.slug.isEmpty }.map { tag in
      ("/search/label/" + PercentCoding.query(tag.name), tag.path.text)
    } + [("/feeds/posts/default", SitePath.newsAtom.text)]
  }
}
