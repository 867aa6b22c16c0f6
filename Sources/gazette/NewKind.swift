import Markup
import Site
import Text

/// The kinds of entries by the words of the command line.
enum NewKind {
  private static let words: [(name: String, kind: EntryKind)] = [
    ("nouvelle", .news), ("evenement", .event), ("partenaire", .partner), ("lieu", .place), ("serie", .series),
    ("infolettre", .issue), ("page", .page),
  ]

  static var names: String { words.map(\.name).joined(separator: ", ") }

  /// Accents, capitals and the plural do not count; the names of the folders serve too.
  static func kind(named name: String) -> EntryKind? {
    let slug = Folding.slug(name)
    return words.first {
      $0.name == slug || $0.name + "s" == slug || $0.kind.folder == slug || $0.kind.rawValue == slug
    }?
    .kind
  }
}
