import Presenting
import Site

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
    page.structuredData = { [self] in [StructuredData.organization(of: site), StructuredData.website(of: site)] }
    return page
  }

  private var home: HomePage {
    HomePage(
      introduction: introduction(to: .home), news: Array(site.news.prefix(Self.homeLength)),
      upcoming: Array(agenda.upcoming(agenda.items).prefix(Self.homeLength)), regular: regularEvents,
      partners: site.partners,
      pages: freePages.filter { $0.menu != nil })
  }

  /// Events whose rhythm is known in words alone and that go on.
  var regularEvents: [Event] { site.events.filter(\.isRegular) }
}

extension Event {
  /// Whether its rhythm is known in words alone, and it goes on.
  var isRegular: Bool {
    guard case .undated = schedule.plan, schedule.rhythm != nil else { return false }
    switch schedule.status {
    case .confirmed, .tentative: return true
    case .cancelled, .postponed: return false
    }
  }
}
