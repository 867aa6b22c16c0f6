import HTML
import Presenting
import Site
import Time

/// How much a list of events says of each.
enum AgendaManner: Sendable, Hashable {
  case full
  /// Not the place: all are at the place the page is about.
  case atThisPlace
  /// Neither way to the place nor picture, and the date in words, with its year: what has been.
  case past
}

extension Champigny {
  /// Events as a list, each title a heading of `level`; nothing where there is none.
  func agendaList(
    _ lines: [EventLine], level: Int = 3, _ context: PageContext, as manner: AgendaManner = .full
  ) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return """
      <ul class="agenda">
      \(lines.map { agendaLine($0, level: level, context, as: manner) })
      </ul>
      """
  }

  /// The parts of a list of events, each under a heading of level 2.
  func eventGroups(
    _ groups: EventGroups, _ title: String, _ context: PageContext, as manner: AgendaManner = .full
  ) -> HTML {
    """
    \(section(title, agendaList(groups.dated, context, as: manner).map { "\($0)\(wholeAgenda(context))" as HTML }))
    \(section("En ce moment", agendaList(groups.ongoing, context, as: manner)))
    \(section("Rendez-vous réguliers", regularList(groups.regular, context, as: manner)))
    \(section("Sans date fixée", regularList(groups.undated, context, as: manner)))
    """
  }

  /// The way to all months.
  func wholeAgenda(_ context: PageContext) -> HTML {
    """
    <p class="more"><a href="\(context.link(.agenda))">Tout l’agenda</a></p>
    """
  }

  /// A letter's agenda: what its mails say, its page says too.
  func letterAgenda(_ lines: [Letter.Line], _ context: PageContext) -> HTML? {
    guard !lines.isEmpty else { return nil }
    let items = lines.map { line in agendaLine(line.line, context, details: letterDetails(line, context)) }
    return """
      <ul class="agenda">
      \(items)
      </ul>
      """
  }

  /// What a letter says of an event below its time: what is otherwise since it was sent, the address, what it is about.
  func letterDetails(_ line: Letter.Line, _ context: PageContext) -> HTML {
    let update = line.update.map { words -> HTML in
      "<p class=\"status\"><strong>\(LetterUpdate.label)\u{A0}:</strong> \(words)</p>"
    }
    let about: HTML = "\(paragraph(line.summary))\(factLines(line.facts, context))"
    return "\(update)\(paragraph(line.venue?.address ?? ""))\(about)"
  }

  /// One event: the date as a block, then what, when and where, and `details` below.
  func agendaLine(
    _ line: EventLine, level: Int = 3, _ context: PageContext, as manner: AgendaManner = .full, details: HTML? = nil
  ) -> HTML {
    guard let item = line.item else { return regularLine(line, level: level, context, as: manner, details: details) }
    let occurrence = item.occurrence
    let venue = item.venue.map { venue -> HTML in
      manner == .past ? "<p class=\"venue\">\(venue.name)</p>" : venueLine(venue, context)
    }
    return """
      <li class="h-event">
      \(manner == .past ? nil : dateBlock(occurrence.span, isOff: occurrence.isOff, context))
      <div>
      \(agendaTitle(line, level: level, context))
      \(manner == .past ? "<p>\(occurrenceTime(occurrence))</p>" : timeBesideBlock(occurrence))
      \(reason(item.state))\(manner == .atThisPlace ? nil : venue)\(returning(line))\(details)
      </div>\(manner == .past ? nil : smallPicture(line.event.entry.image, context))
      </li>

      """
  }

  private func agendaTitle(_ line: EventLine, level: Int, _ context: PageContext) -> HTML {
    let link: HTML = """
      <a class="p-name u-url" href="\(context.link(line.event.path))">\(line.title)</a> \(statusLabel(line.state))
      """
    return heading(level, link, class: "agenda-title")
  }

  private func returning(_ line: EventLine) -> HTML? {
    let words = [line.returning, line.remarks].compactMap { $0 }
    return words.isEmpty ? nil : paragraph(sentence(words.joined(separator: "\u{A0}; ")), class: "rule")
  }

  /// The occurrences of one event: their dates alone, in words, and the place where it is not the event's own.
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
      <div>
      <p>\(occurrence.title.map { "<strong>\($0)</strong><br>" as HTML })\(occurrenceTime(occurrence)) \(statusLabel(item.state))</p>\(reason(item.state))
      \(occurrence.location == nil ? nil : item.venue.map { venueLine($0, context) })
      </div>
      </li>

      """
  }

  /// What a date block leaves open, as a paragraph: the hours, until when. The day is there to be heard alone.
  private func timeBesideBlock(_ occurrence: Occurrence) -> HTML {
    let span = occurrence.span
    let start = span.start.iso
    if let parts = French.dayAndHours(span) {
      let time: HTML = """
        <time class="dt-start" datetime="\(start)"><span class="hidden">\(parts.day), </span>\(parts.hours)</time>
        """
      return occurrence.isOff ? "<p><s>\(time)</s></p>" : "<p>\(time)\(announcedTime(occurrence))</p>"
    }
    let heard: HTML = """
      <time class="dt-start hidden" datetime="\(start)">\(French.span(span))</time>
      """
    let words: HTML = occurrence.isOff ? "<s>\(heard)</s>" : heard
    guard let rest = French.untilWhen(span) else { return "<p>\(words)\(announcedTime(occurrence))</p>" }
    let shown: HTML = occurrence.isOff ? "<s>\(rest)</s>" : "\(rest)"
    return "<p>\(words)<span aria-hidden=\"true\">\(shown)</span>\(announcedTime(occurrence))</p>"
  }

  /// The time of an occurrence in words: struck through where it is off, with the time that was announced where it moved.
  func occurrenceTime(_ occurrence: Occurrence) -> HTML {
    let time: HTML = """
      <time class="dt-start" datetime="\(occurrence.span.start.iso)">\(French.span(occurrence.span))</time>
      """
    return occurrence.isOff ? "<s>\(time)</s>" : "\(time)\(announcedTime(occurrence))"
  }

  private func announcedTime(_ occurrence: Occurrence) -> HTML? {
    guard !occurrence.isOff, let announced = occurrence.announced else { return nil }
    return """
      <br><span class="announced">\(StateWords.insteadOf)\u{A0}: <s><time datetime="\(announced.start.iso)">\(French.span(announced))</time></s></span>
      """
  }
}
