/// What names an entry within its site.
package struct EntryKey: Sendable, Hashable {
  package let kind: EntryKind
  /// For a page, the slugs of its folders and its own, joined by `/`.
  package let slug: String

  package init(kind: EntryKind, slug: String) {
    self.kind = kind
    self.slug = slug
  }

  /// The free page that is the home page's first words.
  package static let home = EntryKey(kind: .page, slug: "accueil")

  /// What the entry is called for good that does not say: `nouvelles/rentree`.
  package var defaultIdentity: String { kind.folder + "/" + slug }
}
