import Site
import Text

/// The kinds of entries by the words of the command line.
enum NewKind {
  static var names: String { EntryKind.allCases.map(name).joined(separator: ", ") }

  /// Accents, capitals and the plural do not count; the names of the folders serve too.
  static func kind(named name: String) -> EntryKind? {
    let slug = Folding.slug(name)
    return EntryKind.allCases.first { kind in
      [Self.name(of: kind), Folding.slug(kind.row.noun.plural), kind.folder, kind.rawValue].contains(slug)
    }
  }

  private static func name(of kind: EntryKind) -> String { Folding.slug(kind.row.noun.singular) }
}
