import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func series(_ page: SeriesPage, _ context: PageContext) -> HTML {
    let entry = page.series.entry
    let isEmpty = page.groups.isEmpty && page.past.isEmpty
    return layout(
      context,
      """
      <article class="wide entry">
      <h1>\(entry.title)</h1>
      \(lead(entry))
      \(leadPicture(entry.image, context))
      \(body(entry.body, context, below: entry.image))
      \(tagList(entry, context))
      \(eventGroups(page.groups, "Prochains rendez-vous", context))
      \(section("Ce qui a eu lieu", class: "past", agendaList(page.past, context, as: .past)))
      \(isEmpty ? "<p>Aucun rendez-vous de cette série n’est encore annoncé.</p>" as HTML : nil)
      \(calendarSection(page.calendar, context))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      </article>
      """)
  }
}
