import Site

/// Where what a page shows is written, for those who want to change it.
enum PageOrigin: Sendable, Hashable {
  /// A file, from the project's root.
  case file(String)
  /// The folder of the entries that a page lists, from the project's root.
  case folder(String)
  /// The introduction that a page of the program's own has not got yet.
  case introduction(EntryTemplate)

  static func entries(of kind: EntryKind) -> PageOrigin { .folder(kind.path) }

  /// Of the page of the program's own that is introduced by the free page `slug`, which is not there.
  static func introduction(slug: String, title: String) -> PageOrigin {
    .introduction(
      EntryTemplate(
        kind: .page, fileName: slug + ContentFiles.ending,
        text: "---\ntitre: \(title)\n---\nÉcrivez ici les premiers mots de cette page.\n"))
  }
}
