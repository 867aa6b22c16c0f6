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

  init(_ path: String, zone: Zone) {
    self.path = path
    self.zone = zone
  }

  /// - Parameter body: given what the addresses of a piece are relative to where it has none itself.
  private func read(_ body: (_ base: String, MarkupElement) throws -> Void) throws -> String {
    var address = ""
    var base = ""
    try XMLPieces(path).forEach { root, piece, _ in
      guard ["feed", "rss", "RDF"].contains(root.name) else {
        throw Fault("« \(path) » n’est pas un flux.", hint: "Sont repris les flux Atom et RSS.", status: 1)
      }
      base = root.attributes["base"] ?? base
      switch piece.name {
      case "link" where piece.attributes["rel"] ?? "alternate" == "alternate" && address.isEmpty:
        address = piece.attributes["href"] ?? piece.text.split(whereSeparator: \.isWhitespace).joined()
      case "channel":
        address = piece.first("link")?.text.split(whereSeparator: \.isWhitespace).joined() ?? address
      case "entry", "item":
        let own = piece.attributes["base"] ?? piece.first("content")?.attributes["base"] ?? base
        try body(own.isEmpty ? link(piece).isEmpty ? address : link(piece) : own, piece)
      default: break
      }
    }
    return address.isEmpty ? base : address
  }

  private func link(_ piece: MarkupElement) -> String {
    let links = piece.elements.filter { $0.name == "link" }
    let found = links.first { $0.attributes["rel"] ?? "alternate" == "alternate" } ?? links.first
    return (found?.attributes["href"] ?? found?.text ?? "").split(whereSeparator: \.isWhitespace).joined()
  }

  private func date(_ piece: MarkupElement, _ names: [String]) -> CivilDay? {
    for name in names {
      guard let text = piece.first(name)?.text.collapsingWhitespace else {
        continue
      }
      if let date = ISOTimestamp(text)?.date(in: zone) ?? MailDate.read(text, zone) { return date.day }
      if let date = PartialDate(iso: text.prefix(10)) { return date.firstDay }
    }
    return nil
  }

  private func outline(_ piece: MarkupElement, _ host: String) -> ImportOutline {
    let address = link(piece)
    let identity = (piece.first("id") ?? piece.first("guid"))?.text.split(whereSeparator: \.isWhitespace).joined() ?? ""
    let title = HTMLWords.text(of: piece.first("title")?.text ?? "")
    let name = identity.isEmpty ? (address.isEmpty ? Folding.slug(title) : address) : identity
    var outline = ImportOutline(origin: "flux \(host) \(name)", kind: .news, title: title)
    outline.date = date(piece, ["published", "pubDate", "date", "issued", "updated", "modified"]).map { .day($0) }
    outline.addresses = [address, identity].filter { $0.hasPrefix("http") }
    return outline
  }

  func survey() throws -> ImportSurvey {
    var survey = ImportSurvey()
    var people = 0
    var pieces: [MarkupElement] = []
    let address = try read { _, piece in
      people += piece.elements.count { ["author", "creator", "contributor"].contains($0.name) }
      var light = piece
      light.children = piece.children.filter {
        if case .element(let child) = $0 { !["content", "encoded", "description"].contains(child.name) } else { false }
      }
      pieces.append(light)
    }
    survey.address = address
    let host = OldSite(address).host
    survey.outlines = pieces.map { outline($0, host) }
    survey.leftOut =
      people > 0 ? [LeftOut(noun: .masculine("nom d’auteur", plural: "noms d’auteurs"), count: people)] : []
    return survey
  }

  func forEach(_ body: (ImportItem) throws -> Void) throws {
    let host = OldSite(try read { _, _ in }).host
    _ = try read { base, piece in
      var item = ImportItem(outline(piece, host))
      let day = date(piece, ["published", "pubDate", "date", "issued", "updated", "modified"])
      item.addNewsDate(day.map { .day($0) })
      if let modified = date(piece, ["updated", "modified"]), let day, modified > day {
        item.add(.modified, .day(modified))
      }
      let content =
        piece.first("encoded") ?? piece.first("content") ?? piece.first("description") ?? piece.first("summary")
      let whole = content.map(Self.html) ?? ""
      item.fingerprint = ImportMemory.fingerprint(of: outline(piece, host).title + "\u{0}" + whole)
      var (html, named) = Self.withoutTags(whole)
      if piece.first("encoded") != nil || piece.first("content") != nil {
        let (summary, others) = Self.withoutTags(
          (piece.first("summary") ?? piece.first("description")).map(Self.html) ?? "")
        named += others
        item.add(.summary, HTMLWords.text(of: summary))
      } else {
        item.remarks.append(.importSummaryOnly(SourceLocation(file: "")))
      }
      if !html.allSatisfy(\.isWhitespace) {
        item.text = .html(html, base: base, breaksAtLineEnds: false)
      }
      let tags = piece.elements.filter { $0.name == "category" || $0.name == "subject" }
        .map { HTMLWords.text(of: $0.attributes["label"] ?? $0.attributes["term"] ?? $0.text) }
      item.add(.tags, list: (tags + named).uniqued())
      try body(item)
    }
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

  /// A text of a feed as HTML: plain, escaped, or XHTML in it (RFC 4287, 3.1.1).
  private static func html(_ element: MarkupElement) -> String {
    switch element.attributes["type"] ?? "" {
    case "xhtml": return HTMLSource.written(element.children)
    case "text" where element.name != "encoded": return XMLWriter.escaped(element.text)
    default: return element.text
    }
  }
}
