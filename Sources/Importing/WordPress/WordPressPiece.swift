import Text

/// Something that a WordPress export says, as it stands below its channel.
enum WordPressPiece: Sendable {
  case siteAddress(String)
  case link(String)
  /// When it was made, as mail writes it.
  case date(String)
  /// All that is said of somebody.
  case account(String)
  /// A category or a tag.
  case term(sort: String, slug: String, name: String)
  /// What is said of a place or an organiser that is kept as a term.
  case eventTerm(taxonomy: String, slug: String, details: [String: String])
  /// - Parameter fingerprint: of all that it says, see ``ImportMemory/fingerprint(of:)``; empty where it becomes nothing here.
  case item(WordPressItem, fingerprint: String)

  /// `nil` where nobody asks for it.
  init?(_ element: MarkupElement) {
    switch element.name {
    case "base_blog_url": self = .siteAddress(element.text)
    case "link": self = .link(element.text)
    case "pubDate": self = .date(element.text)
    case "author": self = .account(element.text)
    case "category", "tag":
      guard let slug = element.first(element.name == "tag" ? "tag_slug" : "category_nicename")?.text else { return nil }
      let name = element.first(element.name == "tag" ? "tag_name" : "cat_name")?.text ?? slug
      self = .term(sort: element.name, slug: slug, name: name)
    case "term":
      guard let taxonomy = element.first("term_taxonomy")?.text, EventTerms.isOne(taxonomy),
        let slug = element.first("term_slug")?.text
      else { return nil }
      let details = element.elements.filter { $0.name == "termmeta" }.compactMap { meta in
        meta.first("meta_key").map { ($0.text, meta.first("meta_value")?.text ?? "") }
      }
      self = .eventTerm(
        taxonomy: taxonomy, slug: slug, details: Dictionary(details, uniquingKeysWith: { first, _ in first }))
    case "item":
      let item = WordPressItem(element)
      self = .item(item, fingerprint: item.kind == nil ? "" : ImportMemory.fingerprint(of: item.everything))
    default: return nil
    }
  }
}
