import Diagnostics
import Reading
import Site
import Text
import Time

// What an entry is. A feed has news; what Blogger exports is a feed too, and has all there is of a blog: pages, drafts, what was
// thrown away, comments, settings with the addresses of people.
extension FeedEntry {
  enum Kind {
    case entry(EntryKind)
    case comment
    /// A setting or the look of the old site.
    case setting
    case thrownAway
  }

  var kind: Kind {
    if first("in-reply-to", in: .threading) != nil { return .comment }
    switch foreignKind {
    case "comment": return .comment
    case "post", "": return isThrownAway ? .thrownAway : .entry(.news)
    case "page": return isThrownAway ? .thrownAway : .entry(.page)
    default: return .setting
    }
  }

  /// What Blogger says that it is, in small letters; empty where it says nothing. Exports of 2025 and later have an element of
  /// their own for it, those before a category.
  private var foreignKind: String {
    if let type = first("type", in: .blogger) { return type.text.collapsingWhitespace.lowercased() }
    let term = elements.first(where: Self.saysKind)?.attributes["term"] ?? ""
    return term.split(separator: "#").last?.lowercased() ?? ""
  }

  /// Whether a category is none of the volunteers'.
  static func saysKind(_ category: MarkupElement) -> Bool {
    category.name == "category" && category.attributes["scheme"]?.hasSuffix("/g/2005#kind") ?? false
  }

  /// `LIVE`, `DRAFT`, `SCHEDULED`, `SOFT_TRASHED` …; empty where nothing is said.
  private var state: String { first("status", in: .blogger)?.text.collapsingWhitespace.uppercased() ?? "" }

  private var isThrownAway: Bool {
    state.hasSuffix("TRASHED") || !(first("trashed", in: .blogger)?.text.collapsingWhitespace.isEmpty ?? true)
  }

  var isOfBlogger: Bool { identity.hasPrefix("tag:blogger.com,") }

  /// Why it is not to be published, in French; `nil` where nothing says so.
  var draft: String? {
    let controls = [first("control", in: .publishing), first("control", in: .earlyPublishing)].compactMap { $0 }
    if controls.contains(where: { $0.first("draft")?.text.collapsingWhitespace.lowercased() == "yes" }) {
      return ImportItem.unpublished
    }
    switch state {
    case "", "LIVE", "SCHEDULED": return nil
    case "DRAFT": return ImportItem.unpublished
    default: return ImportItem.inState(state)
    }
  }

  /// When it was to appear, where that is still to come: a blog exports what waits too.
  func scheduled(in zone: Zone, today: CivilDay) -> CivilDateTime? {
    guard isOfBlogger, draft == nil, let date = published(in: zone), date.day > today || state == "SCHEDULED" else {
      return nil
    }
    return date
  }

  /// What it is called in the address of its page: `/2019/11/fete.html`, where an export has that alone.
  var path: String? {
    let path = first("filename", in: .blogger)?.text.collapsingWhitespace ?? ""
    return path.hasPrefix("/") ? path : nil
  }

  /// What it says of itself to search engines.
  var description: String { first("metaDescription", in: .blogger)?.text ?? "" }

  /// What it is called for good, by which the next import knows it.
  ///
  /// - Parameter host: that of the site of its feed; empty where it is not known.
  func origin(_ host: String) -> String {
    // The same in all that is exported of a blog, whatever it says of its address.
    if isOfBlogger, let dot = identity.lastIndex(of: ".") {
      return "flux \(identity[..<dot]) \(identity[identity.index(after: dot)...])"
    }
    let name = identity.isEmpty ? (address.isEmpty ? Folding.slug(HTMLWords.text(of: title)) : address) : identity
    return "flux \(host) \(name)"
  }
}
