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
      \(shown.map { dateBlock($0.occurrence.span, isOff: $0.occurrence.isOff, isOver: page.participation == .over, context) })
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
      \(section("Dates suivantes", class: event.schedule.isRule ? "screen" : "dates-to-come", dates.upcoming))
      \(section("Dates passées", class: "past screen", dates.past))
      \(section("Dans les nouvelles", class: "screen", newsCards(page.news, context)))
      \(section("Partenaires", linkList(page.partners.map { EntryLink($0) }, context)))
      \(section("À voir aussi", class: "screen", linkList(page.related, context)))
      <p class="printed" aria-hidden="true">Imprimé par nos soins</p>
      \(neighbours("Dans la même série", previous: page.previous, "Précédent", next: page.next, "Suivant", context))
      </article>
      """)
  }

  /// The dates that follow and those past, where they say more than the one at the head of the page.
  private func otherDates(_ page: EventPage, _ context: PageContext) -> (upcoming: HTML?, past: HTML?) {
    (
      dateList(page.later, context),
      page.upcoming.count + page.past.count > 1 ? dateList(page.past, context) : nil
    )
  }

  /// Nobody is to wonder whether they may still come.
  private func statusLine(_ page: EventPage, _ context: PageContext) -> HTML? {
    guard let state = page.standing.label else { return nil }
    let words = page.participation == .over ? "La suite" : "À venir dans la même série"
    let following = page.following.map { link -> HTML in
      " \(words)\u{A0}: <a href=\"\(context.link(link.path))\">\(link.title)</a>"
    }
    let reason = state.reason.map { " " + sentence($0) }
    return "<p class=\"status-line\">\(statusLabel(state))\(reason)\(following.map { "<br>\($0)" as HTML })</p>"
  }

  private func facts(_ page: EventPage, _ context: PageContext) -> HTML {
    """
    <div class="facts panel">
    <dl>
    \(fact("Quand", when(page)))
    \(fact("Où", page.venue.map { venueFact($0, page, context) }))
    \(page.facts.compactMap { line($0, context) })
    </dl>
    \(actions(page, context))
    \(page.qrCode.map { "<div class=\"qr printed\" aria-hidden=\"true\">\(HTML(raw: $0))</div>" as HTML })
    </div>
    """
  }

  /// Where to register stands on paper, in full; on a screen a button leads there.
  private func line(_ known: EventFact, _ context: PageContext) -> HTML? {
    known.topic == .registration
      ? fact(known.label, "\(known.plainValue)", isPrintedOnly: true) : fact(known.label, value(of: known, context))
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
    return "\(lines)\(page.participation.takesPlace ? next : nil)"
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

  private func venueFact(_ venue: Venue, _ page: EventPage, _ context: PageContext) -> HTML {
    let place = page.place
    let usual = page.usualVenue.map { "<p>Les autres dates\u{A0}: \(venueName($0, context))</p>" as HTML }
    return """
      <p class="p-location">\(venueName(venue, context))</p>\(paragraph(venue.address))\(paragraph(place?.access ?? ""))\(place.flatMap { mapLink($0) })\(usual)
      """
  }

  /// What a reader can do: register, then note it; the rest is folded. On paper the address of the registration stands among
  /// the facts.
  private func actions(_ page: EventPage, _ context: PageContext) -> HTML? {
    let registration = page.facts.first { $0.topic == .registration }.map { value(of: $0, context, class: "button") }
    let look = registration == nil ? "button" : "button button-plain"
    let note = page.calendar.map { calendar -> HTML in
      if page.event.schedule.returns {
        return "<a class=\"\(look)\" href=\"\(calendar.webcal)\">S’abonner \(calendar.what)</a>"
      }
      return "<a class=\"\(look)\" href=\"\(context.link(calendar.path))\">Ajouter à mon agenda (.ics)</a>"
    }
    guard registration != nil || note != nil else { return nil }
    return """
      <div class="subscribe screen">
      <p class="actions">\(registration) \(note)</p>
      \(page.calendar.flatMap { otherWays(page, $0, context) })
      </div>
      """
  }

  /// Of what returns a subscription follows all changes; a copy of today's dates does not.
  private func otherWays(_ page: EventPage, _ calendar: CalendarChoice, _ context: PageContext) -> HTML? {
    guard page.event.schedule.returns else {
      guard let google = page.googleLink else { return nil }
      return """
        <details>
        <summary>Avec un autre agenda</summary>
        <p><a href="\(google)">Ajouter à Google Agenda</a></p>
        </details>
        """
    }
    let next = page.googleLink.map { address -> HTML in
      "<li><a href=\"\(address)\">La prochaine date seule, dans Google Agenda</a></li>\n"
    }
    let file = page.nextDate.map { path -> HTML in
      "<li><a href=\"\(context.link(path))\">La prochaine date seule (.ics)</a></li>\n"
    }
    return """
      <details>
      <summary>Une seule date, un autre agenda, comment faire</summary>
      <p>Une fois abonné, les dates nouvelles, déplacées ou annulées arrivent toutes seules.</p>
      <ul>
      <li><a href="\(calendar.google)">Avec Google Agenda</a></li>
      \(file)\(next)<li><a href="\(context.link(calendar.path))">Toutes les dates, en une fois (.ics)</a></li>
      </ul>
      \(calendarSteps(calendar))
      </details>
      """
  }
}
