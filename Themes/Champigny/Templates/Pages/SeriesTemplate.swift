import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func series(_ page: SeriesPage, _ context: PageContext) -> HTML {
    let entry = page.series.entry
    let isEmpty = page.upcoming.isEmpty && page.past.isEmpty && page.undated.isEmpty
    return layout(
      context,
      """
      <article class="wide entry">
      <h1>\(entry.title)</h1>
      \(lead(entry))
      \(leadPicture(entry.image, context))
      \(body(entry.body, context, below: entry.image))
      \(tagList(entry, context))
      \(section("Prochains rendez-vous", agendaList(page.upcoming, context)))
      \(section("Sans date fixée", regularList(page.undated, context)))
      \(section("Ce qui a eu lieu", class: "past", agendaList(page.past, context)))
      \(isEmpty ? "<p>Aucun rendez-vous de cette série n’est encore annoncé.</p>" as HTML : nil)
      \(calendarLink(page.calendar, "S’abonner à l’agenda de cette série", context))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      </article>
      """)
  }

  /// A link to the calendar of a series, a place or a partner.
  func calendarLink(_ path: SitePath?, _ words: String, _ context: PageContext) -> HTML? {
    guard let path else { return nil }
    return """
      <p class="actions screen"><a class="button button-plain" href="\(context.link(path))">\(words)</a></p>
      """
  }
}
