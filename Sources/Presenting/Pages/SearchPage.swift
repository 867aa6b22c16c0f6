import Site
import Text

/// The search page: all that can be found as a list from A to Z, and a form that a script of the program makes a search of.
/// Without the script it is an index.
package struct SearchPage: Sendable {
  package var introduction: Page?
  /// One for each first letter there is, in the order of the alphabet, then digits and the rest.
  package var sections: [Section]
  /// What the script searches in: a file of this site, described in `SearchIndex`.
  package var index: SitePath

  package struct Section: Sendable {
    /// « A », « 0–9 », « … ».
    package var title: String
    package var entries: [Entry]

    package init(title: String, entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// One line of the list.
  package struct Entry: Sendable, Hashable {
    package var title: String
    /// `nil` for an acronym, which has no page of its own.
    package var path: SitePath?
    /// The fragment by which the line is reached, for an acronym.
    package var anchor: String?
    /// « Nouvelle », « Lieu ».
    package var kind: String
    /// The date in words; may be empty.
    package var when: String
    /// What an acronym stands for.
    package var longForm: String?

    package init(
      title: String, path: SitePath?, anchor: String? = nil, kind: String, when: String, longForm: String? = nil
    ) {
      self.title = title
      self.path = path
      self.anchor = anchor
      self.kind = kind
      self.when = when
      self.longForm = longForm
    }
  }

  package init(introduction: Page?, sections: [Section], index: SitePath) {
    self.introduction = introduction
    self.sections = sections
    self.index = index
  }

  /// The fragment at which an acronym stands.
  package static func anchor(ofAcronym short: String) -> String { "sigle_" + Folding.slug(short) }
}
