import Presenting
import Site
import Text
import Time

extension Website {
  /// No list is longer than this many lines.
  static let listLength = 60

  /// The agenda with a page for each year and each month that holds something, and for what people ask for by name.
  func agendaPages() -> [WebPage] {
    let list = listPage(
      of: .event, description: "Les rendez-vous à venir et passés de \(quotedTitle), à ajouter à votre agenda."
    ) { [self] context in theme.agenda(agendaPage, context) }
    return [list] + agendaListPages() + monthPages() + months.years.map(yearPage)
  }

  private var agendaPage: AgendaPage {
    let current = today.day.civilMonth
    return AgendaPage(
      introduction: introduction(to: .agenda), asOf: isQuiet ? nil : today.day, groups: agenda.soon(site.events),
      lists: agendaLists,
      months: isQuiet ? [] : months.links.filter { $0.month >= current }, past: pastYears,
      calendar: CalendarChoice(.calendar, "à tout l’agenda", of: site), proposal: proposal(of: .event))
  }

  /// The latest of what has been, by year; each year with all of it where that is little.
  private var pastYears: [AgendaPage.PastYear] {
    let past = agenda.past(agenda.items)
    let latest = Dictionary(grouping: agenda.pastLines(past)) { $0.item?.occurrence.span.start.year ?? 0 }
    let years = Set(past.map(\.occurrence.span.start.year))
    return months.years.filter { years.contains($0.year) }.map { link in
      AgendaPage.PastYear(link: link, lines: latest[link.year] ?? [])
    }
  }

  /// Whether no day is known of anything to come: there is no calendar to look into.
  var isQuiet: Bool { !agenda.upcoming(agenda.items).contains { $0.occurrence.span.isDated } }

  // MARK: Years

  private func yearPage(_ link: YearLink) -> WebPage {
    var page = WebPage(
      path: link.path, title: "Agenda de \(link.year)",
      description:
        link.count == 0
        ? "Les rendez-vous réguliers de \(link.year) sur \(quotedTitle)."
        : "\(French.count(link.count, "rendez-vous", plural: "rendez-vous").firstUppercased) en \(link.year) sur \(quotedTitle)."
    ) { [self] context in
      theme.agendaYear(yearContents(link), context)
    }
    page.breadcrumbs = [.home, .agenda]
    page.origin = .entries(of: .event)
    return page
  }

  private func yearContents(_ link: YearLink) -> AgendaYearPage {
    let items = agenda.items.filter { $0.occurrence.span.start.year == link.year }
    let regular = months.regularEvents(ofYear: link.year)
    let single = AgendaMonths.single(items, besides: regular)
    let ofMonths = Dictionary(grouping: single.filter { $0.occurrence.span.start.precision != .year }) {
      $0.occurrence.span.firstDay.civilMonth
    }
    let isShort = single.count <= Self.listLength
    let links = Dictionary(
      uniqueKeysWithValues: months.links.filter { $0.month.year == link.year }.map { ($0.month, $0) })
    return AgendaYearPage(
      year: link.year,
      months: Set(links.keys).union(ofMonths.keys).sorted().map { month in
        let isShown = isShort || links[month] == nil
        return AgendaYearPage.Month(
          month: month, link: links[month], lines: isShown ? Self.lines(ofMonth: ofMonths[month] ?? []) : [])
      },
      regular: Self.linesOfRegular(items.filter { regular.contains($0.event.key) }, in: link.year),
      undated: single.filter { $0.occurrence.span.start.precision == .year }.map(EventLine.init), years: months.years)
  }

  /// Each event of a month once: the dates after the first are named beside it.
  private static func lines(ofMonth items: [AgendaItem]) -> [EventLine] {
    let byEvent = Dictionary(grouping: items, by: \.event.key)
    return firstOfEach(items).map { item in
      let own = byEvent[item.event.key] ?? []
      var line = EventLine(own.first { !$0.occurrence.isOff } ?? item)
      line.others = own.filter { $0 != line.item && !$0.occurrence.isOff }
      return line
    }
  }

  /// What was regular in a year, by the rules that it had then.
  private static func linesOfRegular(_ items: [AgendaItem], in year: Int) -> [EventLine] {
    let byEvent = Dictionary(grouping: items, by: \.event.key)
    return firstOfEach(items).map { first in
      EventLine(
        event: first.event, item: nil, asOf: PartialDate.year(year).firstDay, dates: byEvent[first.event.key] ?? [])
    }
  }

  private static func firstOfEach(_ items: [AgendaItem]) -> [AgendaItem] {
    items.uniqued(by: \.event.key)
  }
}
