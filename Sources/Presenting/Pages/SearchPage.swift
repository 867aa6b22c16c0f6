import HTML
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

extension SearchPage {
  private static let nothingFound =
    "Rien ne correspond. Vérifiez l’orthographe, essayez un seul mot, ou parcourez la liste ci-dessous."
  private static let nearest = "Aucune page n’a tous ces mots. Les plus proches\u{A0}: "

  /// The `id` of what the theme shows the list in: it is hidden while there are results.
  package static let listIdentity = "recherche_liste"

  /// The form with its results, hidden until the script is there. The script goes by its names (`Sources/Search/search.js`); a
  /// theme gives it its look, and links the script as ``PageContext/searchAsset``.
  package func form(_ context: PageContext) -> HTML {
    """
    <form role="search" aria-label="Recherche dans tout le site" class="search" action="\(context.link(.search))" data-index="\(context.link(index))" data-nothing="\(Self.nothingFound)" data-partial="\(Self.nearest)" hidden>
    <label for="recherche_mots">Que cherchez-vous\u{202F}?</label>
    <input id="recherche_mots" type="search" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" aria-describedby="recherche_bilan">
    <p id="recherche_bilan" role="status"></p>
    <ol id="recherche_resultats" class="results" aria-labelledby="recherche_bilan"></ol>
    </form>
    """
  }
}

/// The script of the search page, as a theme links it; see ``PageContext/asset(_:)``.
extension PageContext {
  package static let searchAsset = "search.js"
}
