/// What kinds of entries there are.
package enum EntryKind: String, Sendable, Hashable, CaseIterable {
  case news, event, series, place, partner, page, issue

  /// The folder under `Content/` where its entries stand.
  package var folder: String {
    switch self {
    case .news: return "nouvelles"
    case .event: return "evenements"
    case .series: return "series"
    case .place: return "lieux"
    case .partner: return "partenaires"
    case .page: return "pages"
    case .issue: return "infolettres"
    }
  }
}

/// What names an entry within its site.
package struct EntryKey: Sendable, Hashable {
  package let kind: EntryKind
  /// For a page, the slugs of its folders and its own, joined by `/`.
  package let slug: String

  package init(kind: EntryKind, slug: String) {
    self.kind = kind
    self.slug = slug
  }
}
