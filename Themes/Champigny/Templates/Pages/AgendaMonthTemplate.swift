import HTML
import Markup
import Presenting
import Site
import Time

extension Champigny {
  /// A calendar as a table; on a narrow screen the style sheet makes a list of its days.
  package func agendaMonth(_ page: AgendaMonthPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(monthNeighbours(page, context))
      \(section("Sur plusieurs jours", agendaList(page.spanning.map { EventLine($0) }, context)))
      \(section("Jour par jour", grid(page, context)))
      \(section("Dans le mois", agendaList(page.undated.map { EventLine($0) }, context)))
      \(section("Rendez-vous réguliers", monthRegular(page.regular, context)))
      \(wholeAgenda(context))
      </div>
      """)
  }

  private func monthNeighbours(_ page: AgendaMonthPage, _ context: PageContext) -> HTML? {
    func link(_ month: MonthLink?) -> EntryLink? {
      month.map { EntryLink(title: sentence(French.month($0.month)), path: $0.path) }
    }
    return neighbours(
      "Autres mois", previous: link(page.previous), "Mois précédent", next: link(page.next), "Mois suivant", context)
  }

  private func grid(_ page: AgendaMonthPage, _ context: PageContext) -> HTML? {
    guard !page.weeks.isEmpty else { return nil }
    let heads = Weekday.allCases.map { weekday -> HTML in
      "<th scope=\"col\">\(French.weekdayName(weekday))</th>\n"
    }
    let weeks = page.weeks.map { week -> HTML in
      "<tr>\n\(week.map { dayCell($0, context) })</tr>\n"
    }
    return """
      <table class="calendar">
      <thead><tr>
      \(heads)</tr></thead>
      <tbody>
      \(weeks)</tbody>
      </table>
      """
  }

  private func dayCell(_ day: AgendaMonthPage.Day?, _ context: PageContext) -> HTML {
    guard let day else { return "<td class=\"empty\"></td>\n" }
    guard !day.items.isEmpty else { return "<td class=\"empty\">\(day.day.day)</td>\n" }
    return """
      <td id="\(AgendaMonthPage.anchor(of: day.day))"><p class="day"><span>\(French.weekdayName(day.day.weekday)) </span>\(day.day.day)<span> \(French.monthName(day.day.month))</span></p>
      \(day.items.map { dayItem($0, context) })</td>

      """
  }

  private func dayItem(_ item: AgendaItem, _ context: PageContext) -> HTML {
    let occurrence = item.occurrence
    let time: HTML = """
      <time datetime="\(occurrence.span.start.iso)">\(French.hours(occurrence.span) ?? "toute la journée")</time>
      """
    let venue = item.venue.map { venue -> HTML in "<br>\(venue.name)" }
    return """
      <h3><a href="\(context.link(item.event.path))">\(item.title)</a></h3>
      <p>\(occurrence.isOff ? "<s>\(time)</s>" as HTML : time)\(venue)\(item.state.map { "<br>\(statusLabel($0))" as HTML })</p>

      """
  }

  /// What is regular, with the days of the month on which it is as its rule has it.
  private func monthRegular(_ regular: [AgendaMonthPage.Regular], _ context: PageContext) -> HTML? {
    guard !regular.isEmpty else { return nil }
    let items = regular.map { entry -> HTML in
      let dates = entry.dates.map { item -> HTML in
        let start = item.occurrence.span.start
        return "<time datetime=\"\(start.iso)\">\(start.firstDay.day)</time>"
      }
      return regularLine(
        entry.line, context,
        details:
          "<p class=\"when\">Ce mois-ci\u{A0}: \(dates.count == 1 ? "le" : "les") \(dates.joined(separator: ", "))</p>")
    }
    return """
      <ul class="regular">
      \(items)
      </ul>
      """
  }
}
