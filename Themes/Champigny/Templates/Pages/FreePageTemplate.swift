import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func page(_ page: FreePage, _ context: PageContext) -> HTML {
    let entry = page.page.entry
    return layout(
      context,
      """
      <article class="wide entry">
      <h1>\(entry.title)</h1>
      \(lead(entry))
      \(leadPicture(entry.image, context))
      \(body(entry.body, context, below: entry.image))
      \(tagList(entry, context))
      \(section("Dans cette rubrique", entryCards(page.children.map(\.entry), context)))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      </article>
      """)
  }
}
