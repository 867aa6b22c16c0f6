import HTML
import Site
import Theming

/// What a list of occurrences leaves unsaid.
enum AgendaManner: Sendable, Hashable {
  /// Nothing.
  case full
  /// The place: all are at the place the page is about.
  case atThisPlace
  /// That it was to be confirmed: it is over.
  case past
  /// Both.
  case pastAtThisPlace

  var namesPlace: Bool { self == .full || self == .past }
  var isPast: Bool { self == .past || self == .pastAtThisPlace }
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

  /// One occurrence: the date as a block, then what, when and where.
  func agendaLine(_ item: AgendaItem, _ context: PageContext, as manner: AgendaManner = .full) -> HTML {
    let occurrence = item.occurrence
    return """
      <li class="h-event">
      \(dateBlock(occurrence.span, isOff: occurrence.isOff))
      <div>
      <p class="agenda-title"><a class="p-name u-url" href="\(context.link(item.event.path))">\(item.event.title)</a> \
      \(statusLabel(label(occurrence, manner)))</p>
      <p>\(occurrenceTime(occurrence))</p>
      \(paragraph(item.event.schedule.reasonForChange ?? "", class: "reason"))
      \(manner.namesPlace ? item.venue.map { venueLine($0, context) } : nil)
      </div>
      </li>

      """
  }

  private func label(_ occurrence: Occurrence, _ manner: AgendaManner) -> StatusLabel? {
    manner.isPast && occurrence.state == .tentative ? nil : StatusLabel(occurrence)
  }

  /// The occurrences of one event: their dates alone, and the place where it is not the event's own.
  func dateList(_ items: [AgendaItem], _ context: PageContext, as manner: AgendaManner = .full) -> HTML? {
    guard !items.isEmpty else { return nil }
    return """
      <ul class="agenda dates">
      \(items.map { dateLine($0, manner, context) })
      </ul>
      """
  }

  private func dateLine(_ item: AgendaItem, _ manner: AgendaManner, _ context: PageContext) -> HTML {
    let occurrence = item.occurrence
    return """
      <li>
      \(dateBlock(occurrence.span, isOff: occurrence.isOff))
      <div>
      <p>\(occurrenceTime(occurrence)) \(statusLabel(label(occurrence, manner)))</p>
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
      \(time)<br><span class="announced">au lieu de <s><time datetime="\(announced.start.iso)">\(French.span(announced))</time></s></span>
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

  private func regularLine(_ event: Event, _ context: PageContext) -> HTML {
    """
    <li>
    <p class="agenda-title"><a href="\(context.link(event.path))">\(event.title)</a> \(statusLabel(StatusLabel(event.schedule)))</p>
    \(paragraph(sentence(event.schedule.rhythm ?? "")))
    \(paragraph(event.entry.summary))
    </li>

    """
  }
}
