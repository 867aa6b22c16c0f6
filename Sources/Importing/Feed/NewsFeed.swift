import Building
import Diagnostics
import Reading
import Site
import Text
import Time

/// A feed of news: Atom (RFC 4287), RSS 2.0 or RSS 1.0.
struct NewsFeed: ImportSource {
  let name = "flux"
  let files: String? = nil
  private let path: String
  private let zone: Zone
  private let today: CivilDay

  init(_ path: String, zone: Zone, today: CivilDay) {
    self.path = path
    self.zone = zone
    self.today = today
  }

  /// Gives each entry to `body`, with what the addresses in it are relative to.
  ///
  /// - Returns: the address of the site; empty where the feed does not say it.
  @discardableResult
  private func read(_ body: (_ base: String, FeedEntry) throws -> Void) throws -> String {
    var address = ""
    var base = ""
    try XMLPieces(path).forEach { root, piece, _ in
      guard ["feed", "rss", "RDF"].contains(root.name) else {
        throw Fault("« \(path) » n’est pas un flux.", hint: "Sont repris les flux Atom et RSS.", status: 1)
      }
      base = root.attributes["base"] ?? base
      switch piece.name {
      case "link" where piece.attributes["rel"] ?? "alternate" == "alternate" && address.isEmpty:
        address = OldSite.unbroken(piece.attributes["href"] ?? piece.text)
      case "channel":
        address = piece.first("link").map { OldSite.unbroken($0.text) } ?? address
      case "entry", "item":
        let entry = FeedEntry(piece)
        let own = piece.attributes["base"] ?? entry.own("content")?.attributes["base"] ?? base
        try body(own.isEmpty ? entry.address.isEmpty ? address : entry.address : own, entry)
      default: break
      }
    }
    return address.isEmpty ? base : address
  }

  // MARK: What there is

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    survey.address = try address()
    let host = OldSite(survey.address).host
    var (people, comments, settings, thrownAway) = (0, 0, 0, 0)
    var blog = BloggerSite()
    try read { _, entry in
      switch entry.kind {
      case .comment: comments += 1
      case .setting: settings += 1
      case .thrownAway: thrownAway += 1
      case .entry(let kind):
        people += entry.people
        survey.outlines.append(outline(entry, kind, host))
        if entry.isOfBlogger { blog.add(entry) }
      }
    }
    if survey.address.isEmpty { survey.address = blog.address }
    survey.redirections = blog.redirections
    survey.leftOut = [
      LeftOut(noun: .masculine("nom d’auteur", plural: "noms d’auteurs"), count: people),
      LeftOut(noun: .masculine("commentaire"), count: comments),
      LeftOut(noun: .masculine("réglage de l’ancien site", plural: "réglages de l’ancien site"), count: settings),
      LeftOut(noun: .masculine("texte à la corbeille", plural: "textes à la corbeille"), count: thrownAway),
    ].filter { $0.count > 0 }
    return survey
  }

  private func address() throws -> String { try read { _, _ in } }

  private func outline(_ entry: FeedEntry, _ kind: EntryKind, _ host: String) -> ImportOutline {
    let title = HTMLWords.title(entry.title, of: entry.text.html)
    var outline = ImportOutline(origin: entry.origin(host), kind: kind, title: title)
    outline.date = entry.published(in: zone).map { .day($0.day) }
    outline.addresses = [entry.address, entry.path ?? "", entry.identity].filter {
      $0.isWebAddress || $0.hasPrefix("/")
    }
    return outline
  }

  // MARK: Entries

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    let host = OldSite(try address()).host
    try read { base, entry in
      guard case .entry(let kind) = entry.kind else { return }
      try body(item(entry, outline(entry, kind, host), base: base))
    }
  }

  private func item(_ entry: FeedEntry, _ outline: ImportOutline, base: String) -> ImportItem {
    var item = ImportItem(outline)
    item.draft = entry.draft
    let day = entry.published(in: zone)?.day
    if outline.kind == .news {
      item.addNewsDate(day.map { .day($0) })
      if let modified = entry.modified(in: zone)?.day, let day, modified > day { item.add(.modified, .day(modified)) }
    }
    if let date = entry.scheduled(in: zone, today: today) { item.add(.publish, .minute(date)) }
    let text = entry.text
    item.fingerprint = ImportMemory.fingerprint(of: outline.title + "\u{0}" + text.html)
    item.remarkTitle(made: entry.title)
    var (html, tags) = Self.withoutTags(text.html)
    if text.isWhole {
      let (summary, others) = Self.withoutTags(entry.summary)
      tags += others
      item.add(.summary, HTMLWords.text(of: summary.isEmpty ? entry.description : summary))
    } else {
      item.remarks.append(.importSummaryOnly(SourceLocation(file: "")))
    }
    item.add(entry.files, below: &html)
    if !html.allSatisfy(\.isWhitespace) { item.text = .html(html, base: base, breaksAtLineEnds: false) }
    item.add(.tags, list: (entry.tags + tags).uniqued())
    return item
  }

  /// Tags that stand as links at the end of a text (`rel="tag"`; SPIP has the section there too), which then has none.
  private static func withoutTags(_ html: String) -> (html: String, tags: [String]) {
    guard html.holds("rel=") else { return (html, []) }
    var nodes = HTMLReader.fragment(html).nodes
    var tags: [String] = []
    while let last = nodes.last {
      if case .element(let element) = last, element.name == "a",
        ["tag", "directory"].contains(element.attribute("rel"))
      {
        tags.insert(HTMLWords.text(of: element.text), at: 0)
      } else if case .text(let text) = last, text.allSatisfy({ $0.isWhitespace || "-/|,".contains($0) }) {
        // Between them.
      } else {
        break
      }
      nodes.removeLast()
    }
    return tags.isEmpty ? (html, []) : (HTMLSource.written(nodes), tags)
  }
}
