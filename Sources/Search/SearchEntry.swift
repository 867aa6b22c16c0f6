import Site
import Time

/// Something that residents can find.
package struct SearchEntry: Sendable {
  package enum Kind: Sendable, Hashable, CaseIterable {
    case entry(EntryKind)
    case tag
    case acronym

    package static let allCases = EntryKind.forVisitors.map(Kind.entry) + [.tag, .acronym]

    /// What visitors call it: « Rendez-vous ».
    package var label: String {
      switch self {
      case .entry(let kind): kind.row.label
      case .tag: "Étiquette"
      case .acronym: "Sigle"
      }
    }
  }

  package var kind: Kind
  package var title: String
  package var path: SitePath
  /// One sentence; for an acronym its long form. May be empty.
  package var summary: String
  /// Its date in words: of an event the next one, else the last. May be empty.
  package var when: String
  /// What orders entries that fit a query equally well: of an event the last day of the occurrence that ``when`` names, of
  /// a month of the agenda its last one, of a news item or an issue its day; `nil` where it has none.
  package var day: CivilDay?
  /// What can be read of it besides title and summary, what distinguishes it most first; worked out when asked for.
  package var texts: @Sendable () -> [String]

  package init(
    kind: Kind, title: String, path: SitePath, summary: String = "", when: String = "", day: CivilDay? = nil,
    texts: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.kind = kind
    self.title = title
    self.path = path
    self.summary = summary
    self.when = when
    self.day = day
    self.texts = texts
  }
}
