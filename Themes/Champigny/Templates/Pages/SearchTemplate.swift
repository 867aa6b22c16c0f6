import HTML
import Markup
import Presenting
import Site
import Text

extension Champigny {
  /// The index from A to Z, and the form that a script makes a search of.
  package func search(_ page: SearchPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(page.form(context))
      <div id="\(SearchPage.listIdentity)">
      <h2>Tout le site de A à Z</h2>
      <nav aria-label="Lettres" class="years">
      <ul>
      \(page.sections.map { letterLink($0) })
      </ul>
      </nav>
      \(page.sections.map { letterSection($0, context) })
      </div>
      </div>
      """)
  }

  /// The form in the head of every page, which works without a script too: it leads to the index.
  func searchForm(_ context: PageContext) -> HTML {
    """
    <form role="search" aria-label="Recherche" class="find" action="\(context.link(.search))" method="get">
    <input type="search" name="q" aria-label="Chercher sur le site" placeholder="Chercher">
    <button>Chercher</button>
    </form>
    """
  }

  /// What the search page alone loads besides the rest.
  func searchAssets(_ context: PageContext) -> HTML? {
    guard context.path == .search else { return nil }
    return """
      <link rel="stylesheet" href="\(context.asset("search.css"))">
      <script type="module" src="\(context.asset(PageContext.searchAsset))"></script>

      """
  }

  private func letterLink(_ section: SearchPage.Section) -> HTML {
    """
    <li><a href="#\(anchor(section))">\(section.title)</a></li>

    """
  }

  private func letterSection(_ section: SearchPage.Section, _ context: PageContext) -> HTML {
    """
    <section aria-labelledby="\(anchor(section))">
    <h3 id="\(anchor(section))">\(section.title)</h3>
    <ul class="index">
    \(section.entries.map { indexLine($0, context) })
    </ul>
    </section>

    """
  }

  private func indexLine(_ entry: SearchPage.Entry, _ context: PageContext) -> HTML {
    let title: HTML
    if let path = entry.path {
      title = "<a href=\"\(context.link(path))\">\(entry.title)</a>"
    } else {
      title = "<b>\(entry.title)</b>\u{A0}: \(entry.longForm)"
    }
    let about = [entry.kind, entry.when].filter { !$0.isEmpty }.joined(separator: ", ")
    return """
      <li\(attribute: "id", entry.anchor)>\(title) <span class="when">\(about)</span></li>

      """
  }

  private func anchor(_ section: SearchPage.Section) -> String {
    let slug = Folding.slug(section.title)
    return "lettre_" + (slug.isEmpty ? "autres" : slug)
  }
}
