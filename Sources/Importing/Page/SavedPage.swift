import Building
import Diagnostics
import Foundation
import Reading
import Site
import Text
import Time

/// A page of a site as a browser saves it: its main content, and what it says of itself to machines (schema.org). A page that
/// says several events to machines is a list of them, and gives each.
struct SavedPage: ImportSource {
  let name = "page HTML"
  let files: String?
  private let items: [ImportItem]
  private let address: String
  /// What the program knows of its text that gave it out; `nil` where it is a page like others.
  let post: ExportedPost?
  /// Whether a program has written it that copies sites, to lead to a page of theirs.
  let isOfProgram: Bool

  /// - Parameters:
  ///   - path: its file, as messages name it.
  ///   - file: its file from the folder that is imported.
  ///   - post: what is known of its text besides.
  init(_ html: String, path: String, file: String? = nil, post: ExportedPost? = nil, zone: Zone) throws {
    let folder = (path as NSString).deletingLastPathComponent
    files = folder.isEmpty ? "." : folder
    let nodes = HTMLReader.page(html).nodes
    guard let root = nodes.firstElement(where: { $0.name == "body" }) else {
      throw Fault("« \(path) » n’a pas de contenu.", hint: "Donnez une page enregistrée par un navigateur.", status: 1)
    }
    let said = Self.facts(nodes)
    let events = said.filter { Self.isEvent($0) && Self.date($0["startDate"], zone) != nil }
    let facts = events.first ?? said.first { Self.isArticle($0) } ?? [:]
    let head = Head(nodes)
    isOfProgram = head.leadsOn || head.title.hasPrefix("Local index - HTTrack")
    self.post = post ?? ExportedPost(medium: root)
    let name = file ?? (path as NSString).lastPathComponent
    address = head.address ?? Self.origin(of: html) ?? SiteFolder.nowhere + "/" + name
    let items =
      events.count > 1
      ? Self.grouped(events).compactMap { [address] in Self.item($0, on: address, zone) }
      : [Self.item(root, head, facts, self.post, address, zone)]
    // Pages of one folder lead to each other by their files, or by where they were.
    self.items = items.map { item in
      var item = item
      if file != nil { item.outline.paths = Self.paths(of: name) }
      return item
    }
    guard !root.text.allSatisfy(\.isWhitespace) || !facts.isEmpty else {
      throw Fault("« \(path) » n’a pas de contenu.", hint: "Donnez une page enregistrée par un navigateur.", status: 1)
    }
  }

  func survey() throws -> ImportSurvey {
    ImportSurvey(address: Self.root(of: address), outlines: items.map(\.outline))
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws { for item in items { try body(item) } }

  /// Where a page was, as browsers and programs that save it note it at its beginning; `nil` where none has.
  private static func origin(of html: String) -> String? {
    let head = html.prefix(4000)
    let notes = [
      head.firstMatch(of: /saved from url=\(\d+\)(\S+)/)?.output.1,
      head.firstMatch(of: /Page saved with SingleFile\s+url:\s*(\S+)/)?.output.1,
      head.firstMatch(of: /Mirrored from (\S+) by HTTrack/).map { "https://" + $0.output.1 }.map { $0[...] },
    ]
    return notes.lazy.compactMap { $0 }.map(String.init).first { $0.isWebAddress }
  }

  /// What pages of the same folder call a file; the folder of its host, which programs make, may stand before it or not.
  private static func paths(of file: String) -> [String] {
    let steps = file.split(separator: "/")
    let whole = "/" + file
    guard steps.count > 1, steps[0].contains("."), !steps[0].hasSuffix(".html") else { return [whole] }
    return [whole, "/" + steps.dropFirst().joined(separator: "/")]
  }

  private static func root(of address: String) -> String {
    let host = OldSite(address).host
    return address.prefix { $0 != ":" } + "://" + host
  }

  // MARK: What it says to machines

  private struct Head {
    var title = ""
    var address: String?
    var date: String?
    var summary: String?
    var picture: String?
    /// Whether it shows another page in its place at once (WHATWG HTML, 4.2.5.3).
    var leadsOn = false

    init(_ nodes: [MarkupNode]) {
      guard let head = nodes.firstElement(where: { $0.name == "head" }) else { return }
      var properties: [String: String] = [:]
      for meta in head.allBelow(where: { $0.name == "meta" }) {
        if meta.attribute("http-equiv")?.lowercased() == "refresh" {
          let content = meta.attribute("content")?.lowercased() ?? ""
          let seconds = Int(content.prefix { $0.isASCII && $0.isNumber }) ?? 0
          leadsOn = leadsOn || content.contains("url=") && seconds < 10
        }
        if let name = meta.attribute("property") ?? meta.attribute("name"), let content = meta.attribute("content") {
          properties[name.lowercased()] = properties[name.lowercased()] ?? content
        }
      }
      title = properties["og:title"] ?? head.first("title")?.text ?? ""
      // Many have the name of the site behind.
      for sign in [" | ", " - ", " – ", " — ", " · "] {
        let behind = sign + (properties["og:site_name"] ?? "")
        if behind != sign, title.count > behind.count, title.hasSuffix(behind) { title.removeLast(behind.count) }
      }
      let canonical = head.firstBelow { $0.name == "link" && $0.attribute("rel")?.lowercased() == "canonical" }?
        .attribute("href")
      address = (canonical ?? properties["og:url"]).flatMap { $0.isWebAddress ? $0 : nil }
      date = properties["article:published_time"] ?? properties["date"] ?? properties["dc.date"]
      summary = properties["description"] ?? properties["og:description"]
      picture = properties["og:image"]
    }
  }

  /// What the page says in JSON-LD, in order.
  private static func facts(_ nodes: [MarkupNode]) -> [[String: Any]] {
    guard let root = nodes.firstElement(where: { $0.name == "html" || $0.name == "body" }) else { return [] }
    let scripts = ([root] + root.allBelow { _ in true }).filter {
      $0.name == "script" && $0.attribute("type")?.lowercased() == "application/ld+json"
    }
    var found: [[String: Any]] = []
    func collect(_ value: Any, depth: Int) {
      guard depth < 6 else { return }
      if let list = value as? [Any] { list.forEach { collect($0, depth: depth + 1) } }
      guard let object = value as? [String: Any] else { return }
      found.append(object)
      if let graph = object["@graph"] { collect(graph, depth: depth + 1) }
    }
    for script in scripts {
      guard let value = try? JSONSerialization.jsonObject(with: Data(script.text.utf8)) else { continue }
      collect(value, depth: 0)
    }
    return found
  }

  private static func isArticle(_ object: [String: Any]) -> Bool {
    type(object).contains { $0.hasSuffix("Article") || $0 == "BlogPosting" }
  }

  static func type(_ object: [String: Any]) -> [String] {
    (object["@type"] as? [String]) ?? (object["@type"] as? String).map { [$0] } ?? []
  }

  static func isEvent(_ object: [String: Any]) -> Bool { type(object).contains { $0.hasSuffix("Event") } }

  static func date(_ value: Any?, _ zone: Zone) -> PartialDate? {
    guard let text = value as? String else { return nil }
    if let stamp = ISOTimestamp(text)?.date(in: zone) { return .minute(stamp) }
    return PartialDate(iso: text)
  }

  // MARK: The entry

  private static func item(
    _ body: MarkupElement, _ head: Head, _ facts: [String: Any], _ post: ExportedPost?, _ address: String, _ zone: Zone
  ) -> ImportItem {
    let signed = main(of: body).without(where: isAround)
    let main = signed.without { !bylines.isDisjoint(with: $0.classes) }
    var content = HTMLSource.written(main.children)
    if content.allSatisfy(\.isWhitespace) { content = XMLWriter.escaped((facts["articleBody"] as? String) ?? "") }
    let heading = (main.firstBelow { $0.name == "h1" } ?? body.firstBelow { $0.name == "h1" })?.text
    let title =
      [post?.title, facts["name"] as? String, facts["headline"] as? String, heading, head.title].compactMap { $0 }
      .map(HTMLWords.text).first { !$0.isEmpty } ?? ""
    let published = [post?.date, facts["datePublished"], head.date, stamp(in: signed)].lazy.compactMap {
      date($0, zone)
    }
    .first
    let start = isEvent(facts) ? date(facts["startDate"], zone) : nil
    let kind: EntryKind = start != nil ? .event : published != nil || post != nil ? .news : .page
    var outline = ImportOutline(
      origin: "page " + address.replacing(" ", with: "%20"), kind: kind, title: HTMLWords.title(title, of: content))
    outline.date = (start ?? published).map { .day($0.firstDay) }
    outline.addresses = [address.hasPrefix(SiteFolder.nowhere) ? nil : address, post?.address].compactMap { $0 }
      .uniqued()
    if kind == .page, let path = OldSite.parts(of: address)?.path, ["", "/"].contains(path) {
      outline.name = EntryKey.home.slug
    }
    var item = ImportItem(outline)
    item.fingerprint = ImportMemory.fingerprint(of: main.text)
    if let start {
      addEvent(facts, start, zone, to: &item)
    } else if kind == .news {
      item.addNewsDate(published.map { .day($0.firstDay) })
    }
    item.remarkTitle(made: title)
    item.draft = post?.draft
    item.add(.summary, post?.summary ?? (facts["description"] as? String).map(HTMLWords.text) ?? head.summary)
    item.add(
      [picture(facts["image"]) ?? AttachedFile(at: head.picture, type: "image/")].compactMap { $0 }, below: &content)
    item.text = .html(content, base: address, breaksAtLineEnds: false)
    return item
  }

  /// What the page is about.
  private static func main(of body: MarkupElement) -> MarkupElement {
    let wanted: [(MarkupElement) -> Bool] = [
      { $0.attribute("itemprop") == "articleBody" },
      { $0.classes.contains("entry-content") || $0.classes.contains("e-content") },
      { $0.name == "article" }, { $0.name == "main" || $0.attribute("role") == "main" },
    ]
    return wanted.lazy.compactMap { isWanted in body.firstBelow(where: isWanted) }.first ?? body
  }

  /// When the text was published, as marks for machines say it (hAtom, h-entry; WHATWG HTML, 4.5.14): that of the page, where a
  /// list of several texts has one for each.
  private static func stamp(in main: MarkupElement) -> String? {
    let marks = main.allBelow { $0.classes.contains("published") || $0.classes.contains("dt-published") }
    let values = marks.map { $0.attribute("datetime") ?? $0.attribute("title") ?? $0.attribute("value") }
    if marks.count == 1, let value = values[0] { return value }
    return main.firstBelow { $0.name == "time" }?.attribute("datetime")
  }

  /// What says who wrote a text, and when: SPIP, WordPress, Joomla, Drupal.
  private static let bylines: Set<Substring> = [
    "info-publi", "entry-meta", "post-meta", "article-info", "submitted", "node__meta", "byline", "posted-on",
    "author-box",
  ]
  /// What others said of it, where to share it, and what else there is to read.
  private static let others: Set<Substring> = [
    "comments", "comments-area", "comment-list", "comment-respond", "sharedaddy", "jp-relatedposts", "related-posts",
  ]
  private static let othersByName: Set = ["comments", "respond", "disqus_thread", "forum"]

  /// Whether an element stands on every page, or is none of its author's.
  private static func isAround(_ element: MarkupElement) -> Bool {
    ["nav", "footer", "aside", "header"].contains(element.name)
      && !(element.name == "header" && element.firstBelow { $0.name == "h1" } != nil)
      || ["navigation", "banner", "contentinfo", "complementary", "search"].contains(element.attribute("role") ?? "")
      || !others.isDisjoint(with: element.classes) || othersByName.contains(element.attribute("id") ?? "")
      || element.name == "script" && element.attribute("type") == "application/ld+json"
  }
}

/// Pieces that were read, as HTML again.
enum HTMLSource {
  static func written(_ nodes: [MarkupNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return XMLWriter.escaped(text)
      case .comment: return ""
      case .element(let element):
        let attributes = element.attributes.filter {
          $0.key.allSatisfy { $0.isASCII && ($0.isLetter || "-:_".contains($0)) }
        }
        .sorted { $0.key < $1.key }.map { " \($0)=\"\(XMLWriter.escaped($1))\"" }.joined()
        let isVoid = ["br", "img", "hr", "input", "wbr", "source", "col", "embed", "area", "link", "meta"].contains(
          element.name)
        return "<\(element.name)\(attributes)>" + (isVoid ? "" : written(element.children) + "</\(element.name)>")
      }
    }.joined()
  }
}
