import HTML
import Site
import Testing

@testable import Presenting
@testable import ThemeChampigny

extension Sample {
  /// One page as the theme renders it.
  struct RenderedPage: CustomTestStringConvertible, Sendable {
    var name: String
    var html: HTML

    var testDescription: String { name }
  }

  static func context(_ path: SitePath, _ title: String, crumbs: [PageContext.Crumb] = []) -> PageContext {
    let menu = [
      ("Nouvelles", SitePath.news), ("Agenda", .agenda), ("État d’avancement", pages[0].path),
      ("Un lieu éphémère", pages[1].path), ("Infolettre", .issues), ("S’abonner", .subscribe),
    ]
    let footer = [
      ("Plan du site", SitePath.siteMap), ("Mentions légales", SitePath("/mentions-legales/")),
      ("Données personnelles", SitePath("/donnees-personnelles/")),
      ("Accessibilité : non audité", SitePath("/accessibilite/")),
    ]
    func items(_ items: [(String, SitePath)]) -> [PageContext.MenuItem] {
      items.map {
        PageContext.MenuItem(
          title: $0, path: $1, isCurrent: path.text.hasPrefix($1.text), isThisPage: path == $1)
      }
    }
    return PageContext(
      site: site, path: path, title: title, description: "Description de « \(title) » & co.",
      breadcrumbs: path == .home ? [] : [PageContext.Crumb(title: "Accueil", path: .home)] + crumbs,
      menu: items(menu), footer: items(footer),
      structuredData: [#"{"@context":"https://schema.org","@type":"WebPage"}"#],
      editAddress: "https://example.org/edit?file=x&line=1")
  }

  static func choice(_ path: SitePath) -> CalendarChoice {
    CalendarChoice(
      what: "à tout l’agenda", path: path, webcal: "webcal://tiers-lieu-champigny.invalid" + path.text,
      https: "https://tiers-lieu-champigny.invalid" + path.text,
      google: "https://calendar.google.com/calendar/r?cid=webcal" + path.text)
  }

  /// Every kind of page, filled and empty.
  static var renderedPages: [RenderedPage] {
    let theme = Champigny()
    let news = PageContext.Crumb(title: "Nouvelles", path: .news)
    let agenda = PageContext.Crumb(title: "Agenda", path: .agenda)
    let years = [
      YearLink(year: 2019, path: .newsYear(2019), count: 2), YearLink(year: 2018, path: .newsYear(2018), count: 1),
    ]
    let pastYears = [
      AgendaPage.PastYear(link: YearLink(year: 2019, path: .agendaYear(2019), count: 2), lines: past),
      AgendaPage.PastYear(link: YearLink(year: 2018, path: .agendaYear(2018), count: 2), lines: []),
    ]
    let calendar = choice(.calendar(of: meeting.key))
    let links = self.news.map { EntryLink($0) }
    let venue = upcoming[0].venue
    func page(_ name: String, _ html: HTML) -> RenderedPage { RenderedPage(name: name, html: html) }

    return [
      page(
        "home",
        theme.home(
          HomePage(
            introduction: home, news: self.news, groups: groups, partners: partners, pages: pages),
          context(.home, "Accueil"))),
      page(
        "home-quiet",
        theme.home(
          HomePage(
            introduction: home, news: [self.news[0]], groups: EventGroups(regular: groups.regular), isQuiet: true,
            records: [HomePage.Record(series: series, past: past)], asOf: day(2019, 7, 1).civilMonth,
            partners: partners, pages: pages),
          context(.home, "Accueil"))),
      page(
        "home-empty",
        theme.home(
          HomePage(introduction: nil, news: [], groups: EventGroups(), isQuiet: true, partners: [], pages: []),
          context(.home, "Accueil"))),
      page(
        "news-list",
        theme.newsList(
          NewsListPage(year: nil, introduction: nil, news: self.news, years: years, tags: [tag]),
          context(.news, "Nouvelles"))),
      page(
        "news-year",
        theme.newsList(
          NewsListPage(year: 2019, introduction: nil, news: self.news, years: years),
          context(.newsYear(2019), "Nouvelles de 2019", crumbs: [news]))),
      page(
        "news-list-empty",
        theme.newsList(
          NewsListPage(year: nil, introduction: nil, news: [], years: []), context(.news, "Nouvelles"))),
      page(
        "news",
        theme.news(
          NewsPage(
            news: self.news[0], venue: venue, partners: partners, events: [meeting], older: links[1], newer: nil,
            related: links), context(self.news[0].path, self.news[0].title, crumbs: [news]))),
      page(
        "agenda",
        theme.agenda(
          AgendaPage(
            introduction: nil, asOf: day(2019, 7, 1), groups: groups,
            lists: [EntryLink(title: "Ce week-end", path: .thisWeekEnd)],
            months: months, past: pastYears, calendar: choice(.calendar)),
          context(.agenda, "Agenda"))),
      page(
        "agenda-empty",
        theme.agenda(
          AgendaPage(introduction: nil, groups: EventGroups(), past: []),
          context(.agenda, "Agenda"))),
      page(
        "agenda-year",
        theme.agendaYear(
          AgendaYearPage(
            year: 2019, months: months.map { AgendaYearPage.Month(month: $0.month, link: $0, lines: groups.dated) },
            regular: groups.regular, undated: past, years: pastYears.map(\.link)),
          context(.agendaYear(2019), "Agenda 2019", crumbs: [agenda]))),
      page(
        "agenda-month",
        theme.agendaMonth(
          AgendaMonthPage(
            month: day(2019, 8, 1).civilMonth,
            weeks: [[nil, AgendaMonthPage.Day(day: day(2019, 8, 2), items: [upcoming[0], upcoming[1]])]],
            spanning: [upcoming[3]], undated: [upcoming[4]],
            regular: [AgendaMonthPage.Regular(line: groups.regular[0], dates: [upcoming[0]])], previous: months[0],
            next: months[1]), context(.agendaMonth(day(2019, 8, 1).civilMonth), "Agenda d’août 2019", crumbs: [agenda])
        )),
      page(
        "week-end",
        theme.agendaList(
          AgendaListPage(
            asOf: day(2019, 8, 1),
            parts: [
              .init(title: "Samedi 3 août", lines: groups.dated), .init(title: "Dimanche 4 août", lines: []),
            ], nothing: "Rien."), context(.thisWeekEnd, "Ce week-end", crumbs: [agenda]))),
      page(
        "regular",
        theme.agendaList(
          AgendaListPage(
            asOf: nil, parts: [.init(title: "", lines: groups.regular, isRegular: true)], nothing: "Rien."),
          context(.regularMeetings, "Rendez-vous réguliers", crumbs: [agenda]))),
      page(
        "event",
        theme.event(
          EventPage(
            event: meeting, venue: venue, place: places[0],
            dateLines: ["chaque premier vendredi du mois, de 14 h à 18 h", "date et heures à confirmer"],
            upcoming: Array(upcoming.prefix(3)), past: pastItems, partners: partners,
            facts: [
              EventFact(.price, "Prix", .text("Prix libre")),
              EventFact(.registration, "Inscription", .address("mailto:contact@example.org", words: "S’inscrire")),
              EventFact(
                .organizers, "Organisé par",
                .names([.init(name: "L’équipe"), .init(name: "Mairie de Champigny", path: partners[2].path)])),
            ], previous: nil, next: nil, news: [self.news[0]], related: links, calendar: calendar,
            googleLink: "https://calendar.google.com/calendar/render?action=TEMPLATE&text=a"),
          context(meeting.path, meeting.title, crumbs: [agenda]))),
      page(
        "event-month",
        theme.event(
          EventPage(
            event: soup, venue: Venue(name: "Centre Gérard Philipe"), place: nil, dateLines: [], upcoming: [],
            past: [pastItems[0]], partners: [],
            facts: [EventFact(.series, "Série", .names([.init(name: series.title, path: series.path)]))],
            previous: links[0], next: links[1], news: [], related: [], calendar: nil, googleLink: nil),
          context(soup.path, soup.title, crumbs: [agenda]))),
      page(
        "event-rhythm",
        theme.event(
          EventPage(
            event: aperitif, venue: nil, place: nil, dateLines: ["régulièrement"], upcoming: [], past: [],
            partners: [], facts: [], previous: nil, next: nil, news: [], related: [], calendar: nil,
            googleLink: nil), context(aperitif.path, aperitif.title, crumbs: [agenda]))),
      page(
        "series",
        theme.series(
          SeriesPage(
            series: series, partners: [partners[0]], groups: groups, past: past,
            calendar: choice(.calendar(of: series.key))), context(series.path, series.title, crumbs: [agenda]))),
      page(
        "places",
        theme.places(PlaceListPage(introduction: nil, places: places), context(.places, "Lieux"))),
      page("places-empty", theme.places(PlaceListPage(introduction: nil, places: []), context(.places, "Lieux"))),
      page(
        "place",
        theme.place(
          PlacePage(
            place: places[0], groups: groups, past: past, news: self.news, partners: partners,
            calendar: choice(.calendar(of: places[0].key))), context(places[0].path, places[0].title))),
      page(
        "partners",
        theme.partners(PartnerListPage(introduction: nil, partners: partners), context(.partners, "Partenaires"))),
      page(
        "partners-empty",
        theme.partners(PartnerListPage(introduction: nil, partners: []), context(.partners, "Partenaires"))),
      page(
        "partner",
        theme.partner(
          PartnerPage(
            partner: partners[0], news: self.news, groups: groups, past: past,
            calendar: choice(.calendar(of: partners[0].key))), context(partners[0].path, partners[0].title))),
      page(
        "page",
        theme.page(
          FreePage(page: pages[0], children: [pages[1]], partners: [partners[0]]),
          context(pages[0].path, pages[0].title))),
      page(
        "tag",
        theme.tag(
          TagPage(
            tag: tag, news: self.news, groups: groups, past: past, others: links, calendar: choice(.calendar)),
          context(tag.path, "Financement"))),
      page(
        "issues",
        theme.issues(IssueListPage(introduction: nil, issues: [issue]), context(.issues, "Infolettre"))),
      page(
        "issues-empty",
        theme.issues(IssueListPage(introduction: nil, issues: []), context(.issues, "Infolettre"))),
      page(
        "issue",
        theme.issue(
          IssuePage(letter: letter, older: links[0], newer: nil), context(issue.path, issue.title))),
      page(
        "subscribe",
        theme.subscribe(
          SubscribePage(
            introduction: nil, calendar: choice(.calendar), parts: [EntryLink(series)], qrCode: nil),
          context(.subscribe, "S’abonner"))),
      page(
        "site-map",
        theme.siteMap(
          SiteMapPage(
            introduction: nil,
            sections: [
              SiteMapPage.Section(title: "Nouvelles", path: .news, links: links),
              SiteMapPage.Section(title: "Informations", path: nil, links: pages.map { EntryLink($0) }),
            ]), context(.siteMap, "Plan du site"))),
      page("not-found", theme.notFound(context(SitePath("/404.html"), "Page introuvable"))),
    ]
  }
}
