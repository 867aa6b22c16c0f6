import Presenting
import Site
import Time

/// The parts of the agenda that people ask for by name, each at an address of its own that stays.
extension Website {
  /// Those that the agenda leads to, where they hold anything or once did.
  var agendaLists: [EntryLink] {
    var lists: [EntryLink] = []
    if hasWeekEnd { lists.append(EntryLink(title: "Ce week-end", path: .thisWeekEnd)) }
    if hasRegular { lists.append(EntryLink(title: "Rendez-vous réguliers", path: .regularMeetings)) }
    if hasOnline { lists.append(EntryLink(title: "En ligne", path: .onlineAgenda)) }
    lists.append(EntryLink(title: "Changements", path: .changes))
    return lists
  }

  // Each is made as soon as one event could ever have stood in it.
  private var hasWeekEnd: Bool { site.events.contains { $0.schedule.isDated } }
  private var hasRegular: Bool { site.events.contains(where: \.schedule.isOfRegularKind) }
  private var hasOnline: Bool { site.events.contains { $0.online != nil } }

  func agendaListPages() -> [WebPage] {
    let lists = agendaLists.filter { $0.path != .changes }.map { link in
      let description: String
      switch link.path {
      case .thisWeekEnd: description = "Ce qui a lieu ce samedi et ce dimanche, d’après \(quotedTitle)."
      case .regularMeetings: description = "Ce qui revient chaque semaine ou presque, d’après \(quotedTitle)."
      default: description = "Les rendez-vous à suivre en ligne, d’après \(quotedTitle)."
      }
      var page = WebPage(path: link.path, title: link.title, description: description) { [self] context in
        theme.agendaList(agendaListPage(link.path), context)
      }
      page.breadcrumbs = [.home, .agenda]
      page.origin = .entries(of: .event)
      return page
    }
    return lists + [changesPage]
  }

  private func agendaListPage(_ path: SitePath) -> AgendaListPage {
    switch path {
    case .thisWeekEnd: return weekEndPage
    case .regularMeetings:
      return AgendaListPage(
        asOf: nil,
        parts: [
          .init(title: "", lines: agenda.groups(of: site.events).regular, isRegular: true)
        ], nothing: "Rien de régulier en ce moment.")
    default:
      let groups = agenda.groups(of: site.events.filter { $0.online != nil })
      return AgendaListPage(
        asOf: nil,
        parts: [
          .init(title: "À venir", lines: Array(groups.ongoing + groups.dated.prefix(Self.listLength))),
          .init(title: "Rendez-vous réguliers", lines: groups.regular, isRegular: true),
        ], nothing: "Rien à suivre en ligne pour le moment.")
    }
  }

  private var weekEndPage: AgendaListPage {
    let days = today.day.weekEnd
    let items = agenda.upcoming(agenda.items).filter { item in
      let span = item.occurrence.span
      return span.isDated && span.firstDay <= days.upperBound && span.lastListedDay >= days.lowerBound
    }
    let earlier = items.filter { $0.occurrence.span.firstDay < days.lowerBound }
    var parts = [days.lowerBound, days.upperBound].map { day in
      AgendaListPage.Part(
        title: French.weekdayAndDay(day).firstUppercased,
        lines: items.filter { $0.occurrence.span.firstDay == day }.map(EventLine.init))
    }
    for (title, isRunning) in [("Sur plusieurs jours", false), ("En ce moment", true)] {
      let lines = earlier.filter { $0.occurrence.goesOn(on: today.day) == isRunning }.map(EventLine.init)
      parts.append(.init(title: title, lines: lines))
    }
    return AgendaListPage(
      asOf: today.day, parts: parts,
      nothing: "Rien n’est annoncé pour ce week-end, \(French.days(days)).")
  }
}

extension CivilDay {
  /// The Saturday and Sunday that come next, or that it belongs to.
  var weekEnd: ClosedRange<CivilDay> {
    let saturday = monday.adding(days: 5)
    return saturday...saturday.adding(days: 1)
  }
}
