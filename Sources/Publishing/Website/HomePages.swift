import Presenting
import Site
import Time

extension Website {
  /// How many news and occurrences the home page shows.
  private static let homeLength = 4

  var homePage: WebPage {
    var page = WebPage(
      path: .home, title: site.settings.title, description: site.settings.tagline ?? site.settings.title
    ) { [self] context in theme.home(home, context) }
    let introduction = introduction(to: .home)
    if let summary = introduction?.entry.summary, !summary.isEmpty { page.description = summary }
    page.origin = origin(of: .home, title: site.settings.title)
    page.image = introduction?.entry.image
    page.structuredData = { [self] in
      [StructuredData.organization(of: site), StructuredData.website(of: site)]
        + [site.settings.place.flatMap { site.place($0) }].compactMap { $0 }.map {
          StructuredData.place($0, on: today.day, of: site)
        }
    }
    return page
  }

  private var home: HomePage {
    var groups = agenda.groups(of: site.events)
    groups.dated = groups.next(Self.homeLength)
    // The meetings that have a place come first: there one can go.
    groups.regular =
      groups.regular.filter { $0.event.location != nil } + groups.regular.filter { $0.event.location == nil }
    let isQuiet = groups.dated.isEmpty && groups.ongoing.isEmpty && !groups.regular.contains { $0.item != nil }
    return HomePage(
      introduction: introduction(to: .home), news: Array(site.news.prefix(isQuiet ? 1 : Self.homeLength)),
      groups: groups, isQuiet: isQuiet, records: isQuiet ? records : [],
      asOf: isQuiet ? site.news.first?.date.firstDay.civilMonth : nil, partners: site.partners,
      pages: freePages.filter { $0.menu != nil })
  }

  /// The series of which more than one event has taken place.
  private var records: [HomePage.Record] {
    site.series.compactMap { series in
      let items = agenda.past(agenda.items(of: site.events(naming: series.key))).filter { !$0.occurrence.isOff }
      let past = EventGroups.past(items, on: today.day)
      return past.count > 1 ? HomePage.Record(series: series, past: past.reversed()) : nil
    }
  }
}
