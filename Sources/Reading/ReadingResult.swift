import Diagnostics
import Site
import Time

/// What reading the content gave.
package struct ReadingResult: Sendable {
  /// What can be published; `nil` where `site.yml` can't be read. With errors it lacks the entries that have them.
  package var site: Site?
  /// What was taken as now; `nil` without a site.
  package var today: CivilDateTime?
  /// The newest commit of the project, by whose history entries are dated; empty where there is none.
  package var revision: [UInt8] = []
  /// All that is to be reported, by file and line.
  package var diagnostics: [Diagnostic]
  /// What is left out for now, by file.
  package var heldBack: [HeldBack] = []
  /// Where pictures are referred to. In ``site`` they are an address each; see `Site.showing(_:missing:in:)`.
  package var pictures: [PictureReference] = []
  /// What texts say of addresses of the site: links to what is no entry, and earlier addresses. Whether they are right,
  /// the plan of the publication knows.
  package var links: [Located<String>] = []
  package var aliases: [Located<SitePath>] = []
  /// The files that diagnostics speak of, by path, to show lines of.
  package var sources: [String: SourceText] = [:]

  /// When the first of what is held back comes out.
  package var nextPublishing: CivilDateTime? {
    heldBack.compactMap { if case .until(let date) = $0.reason { date.firstMinute } else { nil } }.min()
  }
}

/// A place in the content that refers to a picture, to show it or to lead to it.
package struct PictureReference: Sendable, Hashable {
  /// What stands for it in the site: the address of nothing that is published.
  package var address: String
  /// The file, from the project's root: `Content/nouvelles/table.jpg`.
  package var source: String
  package var place: SourceLocation
}

/// An entry that is not published yet.
package struct HeldBack: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case draft
    /// `publier_le`.
    case until(PartialDate)
  }

  package let key: EntryKey
  /// See ``Site/Entry/id``.
  package let identity: String
  package let title: String
  /// The file, from the project's root.
  package let source: String
  package let reason: Reason
}
