import HTML
import Presenting
import Site
import Time

/// How much a list of occurrences says of each.
enum AgendaManner: Sendable, Hashable {
  case full
  /// Not the place: all are at the place the page is about.
  case atThisPlace
}

extension Champigny {
  /// Occurrences as a list; nothing where there is none.
  func agendaList(_ items: [AgendaItem], _ context: PageContext, as manner: AgendaManner = .full) -> HTML? {
    guard !items.isEmpty else { return nil }
    return """
      <ul class="agenda">
      \(items.map { agendaLine($0, context, as: manner) })
      </ul>
      """
  }

  /// The agenda of a letter: what its mails say, its page says too.
  func letterAgenda(_ lines: [Letter.AgendaLine], _ context: PageContext) -> HTML? {
    guard !lines.isEmpty else { return nil }
    let items = lines.map { line -> HTML in
      let address = paragraph(line.item.venue?.address ?? "")
      return agendaLine(
        line.item, context, details: "\(address)\(paragraph(line.summary))\(factLines(line.facts, context))")
    }
    return """
      <ul class="agenda">
      \(items)
      </ul>
      """
  }

  /// One occurrence: the date as a block, then what, when and where, and `details` below.
  func agendaLine(
    _ item: AgendaItem, _ context: PageContext, as manner: AgendaManner = .full, details: HTML? = nil
  ) -> HTML {
    let occurrence = item.occurrence
    return """
      <li class="h-event">
      \(dateBlock(occurrence.span, isOff: occurrence.isOff))
      <div>
      <p class="agenda-title"><a class="p-name u-url" href="\(context.link(item.event.path))">\(item.event.title)</a> \
      \(statusLabel(item.state))</p>
      <p>\(occurrenceTime(occurrence))</p>
      \(reason(item.state))
      \(manner == .full ? item.venue.map { venueLine($0, context) } : nil)\(details)
      </div>
      </li>

      """
  }

  /// The occurrences of one event: their dates alone, and the place where it is not the event's own.
  func dateList(_ items: [AgendaItem], _ context: PageContext) -> HTML? {
    guard !items.isEmpty else { return nil }
    return """
      <ul class="agenda dates">
      \(items.map { dateLine($0, context) })
      </ul>
      """
  }

  private func dateLine(_ item: AgendaItem, _ context: PageContext) -> HTML {
    let occurrence = item.occurrence
    return """
      <li>
      \(dateBlock(occurrence.span, isOff: occurrence.isOff))
      <div>
      <p>\(occurrenceTime(occurrence)) \(statusLabel(item.state))</p>\(reason(item.state))
      \(occurrence.location == nil ? nil : item.venue.map { venueLine($0, context) })
      </div>
      </li>

      """
  }

  /// The time of an occurrence in words: struck through where it is off, with the time that was announced where it moved.
  func occurrenceTime(_ occurrence: Occurrence) -> HTML {
    let time: HTML = """
      <time class="dt-start" datetime="\(occurrence.span.start.iso)">\(French.span(occurrence.span))</time>
      """
    if occurrence.isOff { return "<s>\(time)</s>" }
    guard let announced = occurrence.announced else { return time }
    return """
      \(time)<br><span class="announced">\(StateWords.insteadOf) <s><time datetime="\(announced.start.iso)">\(French.span(announced))</time></s></span>
      """
  }

  /// Events whose rhythm is known in words, or that have no date at all.
  func regularList(_ events: [Event], _ context: PageContext) -> HTML? {
    guard !events.isEmpty else { return nil }
    return """
      <ul class="regular">
      \(events.map { regularLine($0, context) })
      </ul>
      """
  }

  /// The regular meetings of a letter, with what its mails say of them.
  func letterRegular(_ lines: [Letter.RegularLine], _ context: PageContext) -> HTML? {
    guard !lines.isEmpty else { return nil }
    let items = lines.map { line in
      let venue: HTML = "\(line.venue.map { venueLine($0, context) })\(paragraph(line.venue?.address ?? ""))"
      return regularLine(line.event, context, details: "\(venue)\(factLines(line.facts, context))")
    }
    return """
      <ul class="regular">
      \(items)
      </ul>
      """
  }

  private func regularLine(_ event: Event, _ context: PageContext, details: HTML? = nil) -> HTML {
    """
    <li>
    <p class="agenda-title"><a href="\(context.link(event.path))">\(event.title)</a> \(statusLabel(StateWords(event.schedule)))</p>
    \(paragraph(sentence(event.schedule.rhythm ?? "")))\(reason(StateWords(event.schedule)))
    \(paragraph(event.entry.summary))\(details)
    </li>

    """
  }
}
