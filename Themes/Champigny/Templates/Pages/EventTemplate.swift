import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  /// One event. Printed, it is a poster: what, when, where, and the address of the page.
  package func event(_ page: EventPage, _ context: PageContext) -> HTML {
    let event = page.event
    let shown = page.shown
    let dates = otherDates(page, context)
    return layout(
      context,
      """
      <article class="wide entry event h-event">
      <header class="poster">
      \(shown.map { dateBlock($0.occurrence.span, isOff: $0.occurrence.isOff) })
      <div>
      \(statusLine(page, context))
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
      \(subscription(page, context))
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

  private func statusLine(_ page: EventPage, _ context: PageContext) -> HTML? {
    // Nobody is to wonder whether they may still come.
    if page.participation == .over {
      let following = page.following.map { link -> HTML in
        " La suite\u{A0}: <a href=\"\(context.link(link.path))\">\(link.title)</a>"
      }
      return "<p class=\"status-line\"><strong class=\"status status-over\">\(StateWords.over)</strong>\(following)</p>"
    }
    let state = StateWords(page.event.schedule) ?? (page.participation == .off ? page.shown?.state : nil)
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
    \(page.facts.compactMap { fact($0.label, value(of: $0, context), isPrintedOnly: $0.topic == .registration) })
    </dl>
    \(actions(page, context))
    </div>
    """
  }

  private func fact(_ name: String, _ value: HTML?, isPrintedOnly: Bool = false) -> HTML? {
    guard let value, !value.isEmpty else { return nil }
    if isPrintedOnly {
      return """
        <div class="printed"><dt>\(name)</dt><dd>\(value)</dd></div>

        """
    }
    return """
      <div><dt>\(name)</dt><dd>\(value)</dd></div>

      """
  }

  /// All that is known of its dates; the occurrence that is shown is also there for machines.
  private func when(_ page: EventPage) -> HTML {
    let lines = page.dateLines.map { line -> HTML in "<p>\(sentence(line))</p>\n" }
    guard let shown = page.shown else {
      return lines.isEmpty ? "<p>Date à venir</p>" : lines.joined()
    }
    let isOnly = page.upcoming.count + page.past.count == 1
    if isOnly { return onlyDate(shown.occurrence, lines: page.dateLines) }
    // A date that was called off is not the next one.
    let next: HTML = "\(page.calledOff.map { calledOff($0) })\(nextDate(shown))"
    return "\(lines)\(page.participation == .open ? next : nil)"
  }

  private func onlyDate(_ occurrence: Occurrence, lines: [String]) -> HTML {
    let words = French.span(occurrence.span)
    let others = lines.filter { $0 != words }.map { line -> HTML in "<p>\(sentence(line))</p>\n" }
    return "<p>\(occurrenceTime(occurrence))\(machineEnd(occurrence.span))</p>\n\(others)"
  }

  private func nextDate(_ item: AgendaItem) -> HTML {
    let time: HTML = "\(occurrenceTime(item.occurrence))\(machineEnd(item.occurrence.span))"
    let venue = item.occurrence.location == nil ? nil : item.venue.map { venue -> HTML in "<br>\(venue.name)" }
    return
      "<p class=\"next-date\">Prochaine date\u{A0}: \(time)\(venue) \(statusLabel(item.state))</p>\(reason(item.state))"
  }

  private func machineEnd(_ span: Span) -> HTML? {
    span.end.map { end in "<data class=\"dt-end\" value=\"\(end.iso)\"></data>" }
  }

  private func venueFact(_ venue: Venue, _ place: Place?, _ context: PageContext) -> HTML {
    """
    <p class="p-location">\(venueName(venue, context))</p>\(paragraph(venue.address))\(paragraph(place?.access ?? ""))
    """
  }

  /// What a reader can do: register first, then note it. On paper the address of the registration stands among the facts.
  private func actions(_ page: EventPage, _ context: PageContext) -> HTML? {
    let registration = page.facts.first { $0.topic == .registration }.map { value(of: $0, context, class: "button") }
    let note = page.calendar.map { noteDate(page, $0, isFirst: registration == nil, context) }
    guard registration != nil || note != nil else { return nil }
    return """
      <p class="actions screen">\(registration) \(note)</p>
      """
  }

  /// One date to take; what returns can be subscribed to below.
  private func noteDate(
    _ page: EventPage, _ calendar: CalendarChoice, isFirst: Bool, _ context: PageContext
  ) -> HTML {
    let google = page.googleLink.map { address -> HTML in
      """
       <a class="button button-plain" href="\(address)">\(page.event.schedule.returns ? "La prochaine date dans Google Agenda" : "Ajouter à Google Agenda")</a>
      """
    }
    let words = page.event.schedule.returns ? "Toutes les dates, en une fois (.ics)" : "Ajouter à mon agenda (.ics)"
    return """
      <a class="\(isFirst ? "button" : "button button-plain")" href="\(context.link(calendar.path))">\(words)</a>\(google)
      """
  }

  /// What returns can be subscribed to by itself; of the rest the page of the series, or of the place, tells how.
  private func subscription(_ page: EventPage, _ context: PageContext) -> HTML? {
    guard page.event.schedule.returns else { return nil }
    return calendarSection(page.calendar, context)
  }
}
