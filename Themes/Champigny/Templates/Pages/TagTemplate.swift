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
      \(eventGroups(page.groups, "Prochains rendez-vous", context))
      \(section("Nouvelles", newsTitles(page.news, context)))
      \(section("Ce qui a eu lieu", class: "past", agendaList(page.past, context, as: .past)))
      \(calendarSection(page.calendar, context))
      \(section("Autres pages", linkList(page.others, context)))
      </div>
      """)
  }
}
