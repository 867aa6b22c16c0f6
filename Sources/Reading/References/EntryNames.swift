import Site

/// What names new entries may have.
package enum EntryNames {
  /// Whether nothing but other entries can stand at the address that `key` would have: it is none of the program's own, and
  /// its file can be copied to any computer and is read as content.
  package static func isFree(_ key: EntryKey) -> Bool {
    !ReservedAddresses.contains(key) && ProgramPages.slug(of: SitePath.entry(key)) == nil
      && ContentTree.isOrdinary(key.slug)
  }

  /// Slugs that no entry of the kind may have, besides those of years and months; see ``isFree(_:)``.
  static func reserved(for kind: EntryKind) -> [String] {
    (ContentTree.reservedNames.union(kind == .event ? ReservedAddresses.agenda : [])).sorted()
  }

  /// The entries that the project at `root` has files of, drafts too, whether they can be read or not.
  package static func taken(in root: String) -> Set<EntryKey> { Set(ContentTree(root: root).entries.map(\.key)) }

  /// The entry that a file at `path` from the project's root is; `nil` where it is none.
  package static func key(ofFile path: String) -> EntryKey? { ContentTree.entry(thatWasAt: path)?.key }

  /// Whether `text` can be written as an earlier address (`alias`) of an entry.
  package static func isFormerAddress(_ text: String) -> Bool {
    if case .success = AliasPath.read(text) { true } else { false }
  }
}
