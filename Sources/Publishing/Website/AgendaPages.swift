import Presenting
import Site
import Time

extension Website {
  /// The agenda and a page for each year that has occurrences.
  func agendaPages() -> [WebPage] {
    let years = Dictionary(grouping: agenda.items, by: \.occurrence.span.start.year)
    let links = years.keys.sorted(by: >).map { year in
      YearLink(year: year, path: .agendaYear(year), count: years[year, default: []].count)
    }
    let list = programPage(
      .agenda, title: "Agenda",
      description: "Les rendez-vous à venir et passés de \(quotedTitle), à ajouter à votre agenda."
    ) { [self] context in theme.agenda(agendaPage(years: links), context) }

    let yearPages = links.map { link in
      let items = years[link.year, default: []]
      var page = WebPage(
        path: link.path, title: "Agenda de \(link.year)",
        description:
          "\(French.count(link.count, "rendez-vous", plural: "rendez-vous")) en \(link.year) sur \(quotedTitle)."
      ) { [self] context in
        theme.agendaYear(Self.yearPage(link.year, items: items, years: links), context)
      }
      page.breadcrumbs = [.home, .agenda]
      page.origin = .entries(of: .event)
      return page
    }
    return [list] + yearPages
  }

  private func agendaPage(years: [YearLink]) -> AgendaPage {
    AgendaPage(
      introduction: introduction(to: .agenda),
      upcoming: Agenda.months(agenda.upcoming(agenda.items), from: today.day.civilMonth),
      postponed: site.events.filter { $0.schedule.status == .postponed(to: nil) }, regular: regularEvents,
      past: pastYears(years), proposal: proposal(of: .event))
  }

  private func pastYears(_ links: [YearLink]) -> [AgendaPage.PastYear] {
    let past = Dictionary(grouping: agenda.past(agenda.items), by: \.occurrence.span.start.year)
    var shown = 0
    return links.compactMap { link in
      guard let items = past[link.year] else { return nil }
      let isShown = shown < Self.listLength
      shown += items.count
      return AgendaPage.PastYear(link: link, items: isShown ? items.reversed() : [])
    }
  }

  private static func yearPage(_ year: Int, items: [AgendaItem], years: [YearLink]) -> AgendaYearPage {
    AgendaYearPage(
      year: year, months: Agenda.months(items.filter { $0.occurrence.span.start.precision != .year }),
      undated: items.filter { $0.occurrence.span.start.precision == .year }, years: years)
  }
}
