import Presenting
import Site
import Time

/// What changed in the agenda: those who noted a date learn there what programs only strike out.
extension Website {
  /// Newest first, with the event that each is about.
  static func changes(of site: Site, today: CivilDateTime) -> [(line: ChangeLine, event: Event)] {
    site.eventChanges(today: today.day).map { change in
      (ChangeLine(change, in: site), change.event)
    }
  }

  var changesPage: WebPage {
    var page = WebPage(
      path: .changes, title: "Changements",
      description: "Ce qui est annulé, déplacé ou rétabli dans l’agenda de \(quotedTitle)."
    ) { [self] context in theme.changes(ChangesPage(days: days(of: changes().map(\.line))), context) }
    page.breadcrumbs = [.home, .agenda]
    page.origin = .entries(of: .event)
    return page
  }

  private func days(of lines: [ChangeLine]) -> [ChangesPage.Day] {
    var days: [ChangesPage.Day] = []
    for line in lines {
      let day = site.settings.zone.dateTime(at: line.moment).day
      if days.last?.day == day {
        days[days.count - 1].lines.append(line)
      } else {
        days.append(ChangesPage.Day(day: day, lines: [line]))
      }
    }
    return days
  }
}
