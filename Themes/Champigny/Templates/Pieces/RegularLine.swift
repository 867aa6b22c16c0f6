import HTML
import Presenting
import Site
import Time

extension Champigny {
  /// Regular meetings, named by their rule or rhythm; events without a date too.
  func regularList(
    _ lines: [EventLine], level: Int = 3, _ context: PageContext, as manner: AgendaManner = .full
  ) -> HTML? {
    guard !lines.isEmpty else { return nil }
    return """
      <ul class="regular">
      \(lines.map { regularLine($0, level: level, context, as: manner) })
      </ul>
      """
  }

  /// The regular meetings of a letter, with what its mails say of them.
  func letterRegular(_ lines: [Letter.Line], _ context: PageContext) -> HTML? {
    guard !lines.isEmpty else { return nil }
    let items = lines.map { line -> HTML in
      var regular = line.line
      regular.item = nil
      return regularLine(regular, context, details: letterDetails(line, context))
    }
    return """
      <ul class="regular">
      \(items)
      </ul>
      """
  }

  func regularLine(
    _ line: EventLine, level: Int = 3, _ context: PageContext, as manner: AgendaManner = .full, details: HTML? = nil
  ) -> HTML {
    let event = line.event
    let state = StateWords(event.schedule)
    let title: HTML = """
      <a href="\(context.link(event.path))">\(event.title)</a> \(statusLabel(state))
      """
    let venue = manner == .full ? context.site.venue(line.usualLocation) : nil
    return """
      <li>
      \(heading(level, title, class: "agenda-title"))
      \(paragraph(sentence(line.returning ?? "")))\(reason(state))\(venue.map { venueLine($0, context) })
      \(line.calledOff.map { calledOff($0) })\(line.item.map { nextDate($0, context.site.venue(line.usualLocation)) })\(details)
      </li>

      """
  }

  /// A date that does not take place, in words: « Lundi 16 mars 2026 : annulé. La salle est prise ».
  func calledOff(_ item: AgendaItem) -> HTML {
    let reason = item.state?.reason.map { ". " + sentence($0) } ?? ""
    return """
      <p class="called-off">\(sentence(French.dateWithWeekday(.day(item.occurrence.span.firstDay))))\u{A0}: \(item.state?.word.firstLowercased)\(reason)</p>

      """
  }

  /// The next date of what returns, with its hours and its place where they differ.
  private func nextDate(_ item: AgendaItem, _ usual: Venue?) -> HTML {
    let occurrence = item.occurrence
    let differs = occurrence.isMoved
    let words = differs ? French.span(occurrence.span) : French.dateWithWeekday(.day(occurrence.span.firstDay))
    let venue = item.venue == usual ? "" : item.venue.map { ", " + $0.name } ?? ""
    return """
      <p class="when">Prochaine date\u{A0}: <time datetime="\(occurrence.span.start.iso)">\(words)</time>\(venue)\(item.state.map { " \(statusLabel($0))" as HTML })</p>\(reason(item.state))
      """
  }
}
