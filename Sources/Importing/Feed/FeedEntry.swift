import Site
import Text
import Time

/// An entry of a feed, by what its elements mean: those of the feed's own format (Atom, RFC 4287; RSS 2.0; RSS 1.0), and of the
/// modules that feeds use. What others call by the same names, `media:content` or `itunes:summary`, is none of it.
struct FeedEntry {
  private let element: MarkupElement
  /// All in it, in order.
  var elements: [MarkupElement] { element.elements }
  /// Where it can be read: its page.
  let address: String
  /// What it is called for good; empty where it has nothing.
  let identity: String

  init(_ element: MarkupElement) {
    self.element = element
    let page = element.elements.first {
      $0.name == "link" && $0.namespace == element.namespace && $0.attributes["rel"] ?? "alternate" == "alternate"
    }
    address = OldSite.unbroken(page?.attributes["href"] ?? page?.text ?? "")
    identity = OldSite.unbroken((element.first("id") ?? element.first("guid"))?.text ?? "")
  }

  // MARK: Elements

  enum Module: String {
    /// Within RSS too.
    case atom = "http://www.w3.org/2005/Atom"
    case content = "http://purl.org/rss/1.0/modules/content"
    case dublinCore = "http://purl.org/dc/"
    /// Media RSS.
    case media = "http://search.yahoo.com/mrss"
    /// The Atom Publishing Protocol (RFC 5023).
    case publishing = "http://www.w3.org/2007/app"
    /// What that was before it was a standard: Blogger still has it.
    case earlyPublishing = "http://purl.org/atom/app"
    /// Answers to other entries (RFC 4685).
    case threading = "http://purl.org/syndication/thread/1.0"
    case blogger = "http://schemas.google.com/blogger"

    func has(_ element: MarkupElement) -> Bool { element.namespace.hasPrefix(rawValue) }
  }

  /// Whether a child is of the feed's own format.
  func isOwn(_ child: MarkupElement) -> Bool { child.namespace == element.namespace }

  func own(_ name: String) -> MarkupElement? { elements.first { $0.name == name && isOwn($0) } }

  func first(_ name: String, in module: Module) -> MarkupElement? {
    elements.first { $0.name == name && module.has($0) }
  }

  // MARK: Words

  var title: String { own("title")?.text ?? "" }

  /// The text: the whole, where the feed has it, and what it has for a summary.
  var text: (html: String, isWhole: Bool) {
    let whole = [first("encoded", in: .content), own("content"), first("content", in: .atom)].compactMap { $0 }
    let summaries = [own("description"), own("summary"), first("summary", in: .atom)].compactMap { $0 }
    for (elements, isWhole) in [(whole, true), (summaries, false)] {
      let texts = elements.map(Self.html)
      if let html = texts.first(where: { !$0.allSatisfy(\.isWhitespace) }) { return (html, isWhole) }
    }
    return ("", !whole.isEmpty)
  }

  /// What it has beside its whole text; empty where it has nothing.
  var summary: String { (own("summary") ?? own("description")).map(Self.html) ?? "" }

  var tags: [String] {
    elements.filter { child in
      child.name == "category" && isOwn(child) && !Self.saysKind(child)
        || child.name == "subject" && Module.dublinCore.has(child)
    }
    .map { HTMLWords.text(of: $0.attributes["label"] ?? $0.attributes["term"] ?? $0.text) }
  }

  /// A text of a feed as HTML: plain, escaped, or XHTML in it (RFC 4287, 3.1.1).
  private static func html(_ element: MarkupElement) -> String {
    switch element.attributes["type"] ?? "" {
    case "xhtml": return HTMLSource.written(element.children)
    case "text" where element.name != "encoded": return XMLWriter.escaped(element.text)
    default: return element.text
    }
  }

  /// How many people it names as those who wrote it.
  var people: Int { elements.count { ["author", "creator", "contributor"].contains($0.name) } }

  // MARK: Dates

  func published(in zone: Zone) -> CivilDateTime? {
    date(["published", "pubDate", "date", "issued", "updated", "modified"], zone)
  }

  func modified(in zone: Zone) -> CivilDateTime? { date(["updated", "modified"], zone) }

  private func date(_ names: [String], _ zone: Zone) -> CivilDateTime? {
    for name in names {
      guard let found = own(name) ?? first(name, in: .dublinCore) ?? first(name, in: .atom) else { continue }
      let text = found.text.collapsingWhitespace
      if let date = ISOTimestamp(text)?.date(in: zone) ?? MailDate.read(text, zone) { return date }
      if let date = PartialDate(iso: text.prefix(10)) { return CivilDateTime(day: date.firstDay, minuteOfDay: 0) }
    }
    return nil
  }
}
