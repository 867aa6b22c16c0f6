import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  /// One event. Printed, it is a poster: what, when, where, and the address of the page.
  package func event(_ page: EventPage, _ context: PageContext) -> HTML {
    let event = page.event
    let shown = page.upcoming.first ?? page.past.first
    let dates = otherDates(page, context)
    return layout(
      context,
      """
      <article class="wide entry event h-event">
      <header class="poster">
      \(shown.map { dateBlock($0.occurrence.span, isOff: $0.occurrence.isOff) })
      <div>
      \(statusLine(event.schedule))
      <h1 class="p-name">\(event.title)</h1>
      \(lead(event.entry))
      </div>
      </header>
      \(facts(page, context))
      \(leadPicture(event.entry.image, context))
      \(body(event.entry.body, context, below: event.entry.image))
      \(tagList(event.entry, context))
      \(section("Prochaines dates", class: "screen", dates.upcoming))
      \(section("Dates passées", class: "past screen", dates.past))
      \(section("Dans les nouvelles", class: "screen", newsCards(page.news, context)))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      \(section("À voir aussi", class: "screen", linkList(page.related, context)))
      \(neighbours("Dans la même série", previous: page.previous, "Précédent", next: page.next, "Suivant", context))
      </article>
      """)
  }

  /// The dates to come and those past, where they say more than the one at the head of the page.
  private func otherDates(_ page: EventPage, _ context: PageContext) -> (upcoming: HTML?, past: HTML?) {
    (
      page.upcoming.count > 1 ? dateList(page.upcoming, context) : nil,
      page.upcoming.count + page.past.count > 1 ? dateList(page.past, context) : nil
    )
  }

  private func statusLine(_ schedule: Schedule) -> HTML? {
    let state = StateWords(schedule)
    guard let label = statusLabel(state) else { return nil }
    let reason = state?.reason.map { " " + sentence($0) }
    return "<p class=\"status-line\">\(label)\(reason)</p>"
  }

  private func facts(_ page: EventPage, _ context: PageContext) -> HTML {
    """
    <div class="facts panel">
    <dl>
    \(fact("Quand", when(page)))
    \(fact("Où", page.venue.map { venueFact($0, page.place, context) }))
    \(page.facts.compactMap { fact($0.label, value(of: $0, context)) })
    </dl>
    \(calendarLinks(page, context))
    </div>
    """
  }

  private func fact(_ name: String, _ value: HTML?) -> HTML? {
    guard let value, !value.isEmpty else { return nil }
    return """
      <div><dt>\(name)</dt><dd>\(value)</dd></div>

      """
  }

  /// All that is known of its dates; the occurrence that is shown is also there for machines.
  private func when(_ page: EventPage) -> HTML {
    let lines = page.dateLines.map { line -> HTML in "<p>\(sentence(line))</p>\n" }
    guard let shown = page.upcoming.first ?? page.past.first else {
      return lines.isEmpty ? "<p>Date à venir</p>" : lines.joined()
    }
    let isOnly = page.upcoming.count + page.past.count == 1
    if isOnly { return onlyDate(shown.occurrence, lines: page.dateLines) }
    return "\(lines)\(page.upcoming.first.map { nextDate($0.occurrence) })"
  }

  private func onlyDate(_ occurrence: Occurrence, lines: [String]) -> HTML {
    let words = French.span(occurrence.span)
    let others = lines.filter { $0 != words }.map { line -> HTML in "<p>\(sentence(line))</p>\n" }
    return "<p>\(occurrenceTime(occurrence))\(machineEnd(occurrence.span))</p>\n\(others)"
  }

  private func nextDate(_ occurrence: Occurrence) -> HTML {
    "<p class=\"next-date\">Prochaine date\u{A0}: \(occurrenceTime(occurrence))\(machineEnd(occurrence.span))</p>"
  }

  private func machineEnd(_ span: Span) -> HTML? {
    span.end.map { end in "<data class=\"dt-end\" value=\"\(end.iso)\"></data>" }
  }

  private func venueFact(_ venue: Venue, _ place: Place?, _ context: PageContext) -> HTML {
    """
    <p class="p-location">\(venueName(venue, context))</p>\(paragraph(venue.address))\(paragraph(place?.access ?? ""))
    """
  }

  private func calendarLinks(_ page: EventPage, _ context: PageContext) -> HTML? {
    guard let calendar = page.calendar else { return nil }
    let google = page.googleLink.map { address -> HTML in
      """
      <a class="button button-plain" href="\(address)">Ajouter à Google Agenda</a>
      """
    }
    return """
      <p class="actions screen"><a class="button" href="\(context.link(calendar))">Ajouter à mon agenda</a> \(google)</p>
      """
  }
}
