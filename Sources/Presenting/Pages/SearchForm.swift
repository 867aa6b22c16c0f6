import HTML
import Site

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
