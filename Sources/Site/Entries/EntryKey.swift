/// What names an entry within its site.
package struct EntryKey: Sendable, Hashable {
  package let kind: EntryKind
  /// For a page, the slugs of its folders and its own, joined by `/`.
  package let slug: String

  package init(kind: EntryKind, slug: String) {
    self.kind = kind
    self.slug = slug
  }

  /// The entry whose page an address would be: the way back from ``SitePath/entry(_:)``. `nil` where the address is one of the
  /// program's own, whatever the content is.
  package init?(at path: SitePath) {
    guard path.text.hasSuffix("/"), ProgramPages.slug(of: path) == nil, !path.text.hasPrefix(SitePath.tags.text) else {
      return nil
    }
    func key(_ kind: EntryKind) -> EntryKey {
      EntryKey(kind: kind, slug: String(path.text.dropFirst(kind.row.address.text.count).dropLast()))
    }
    // Only pages stand below each other; the series stand below the agenda.
    let keys = EntryKind.allCases.filter { path.text.hasPrefix($0.row.address.text) }.map(key)
      .filter { $0.kind == .page || !$0.slug.contains("/") }
    guard let nearest = keys.min(by: { $0.slug.count < $1.slug.count }), !nearest.slug.isEmpty,
      !ReservedAddresses.contains(nearest)
    else { return nil }
    self = nearest
  }

  /// The free page that is the home page's first words.
  package static let home = EntryKey(kind: .page, slug: "accueil")

  /// What the entry is called for good that does not say: `nouvelles/rentree`.
  package var defaultIdentity: String { kind.folder + "/" + slug }
}
