/// How the files of the content are called, and where they stand.
package enum ContentFiles {
  /// The folder of all content, from the project's root.
  package static let folder = "Content"
  /// What the names of texts end with, in capitals or small letters.
  package static let ending = ".md"

  /// Whether a name, or a path, is that of a text.
  package static func isText(_ name: some StringProtocol) -> Bool { name.lowercased().hasSuffix(ending) }

  /// The name of a text without its ending; people give it with or without.
  package static func stem(_ name: some StringProtocol) -> String {
    String(isText(name) ? name.dropLast(ending.count) : name[...])
  }
}

extension EntryKind {
  /// The folder of its entries from the project's root: `Content/nouvelles`.
  package var path: String { ContentFiles.folder + "/" + folder }
}

extension EntryKey {
  /// The file that a new entry is written into, from the project's root: `Content/nouvelles/rentree.md`.
  package var file: String { "\(kind.path)/\(slug)\(ContentFiles.ending)" }
}
