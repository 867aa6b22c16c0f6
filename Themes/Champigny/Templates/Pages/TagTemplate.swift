import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func tag(_ page: TagPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(section("Nouvelles", newsCards(page.news, context)))
      \(section("Rendez-vous", entryCards(page.events.map(\.entry), context)))
      \(section("Autres pages", linkList(page.others, context)))
      </div>
      """)
  }
}
