import Presenting
import Site

extension Website {
  var siteMapPage: WebPage {
    programPage(.siteMap, isSlow: true, title: "Plan du site", description: "Toutes les pages de \(quotedTitle).") {
      [self] context in
      theme.siteMap(SiteMapPage(introduction: introduction(to: .siteMap), sections: siteMapSections), context)
    }
  }

  private var siteMapSections: [SiteMapPage.Section] {
    let newsYears = Set(site.news.map(\.date.year)).sorted(by: >)
    let agendaYears = Set(agenda.items.map(\.occurrence.span.start.year)).sorted(by: >)
    let sections = [
      SiteMapPage.Section(
        title: "Pages", path: nil,
        links: [("Accueil", .home), ("S’abonner", .subscribe), ("Recherche", .search)].map(EntryLink.init)
          + [EntryKind.news, .event].compactMap(proposal) + freePages.map(link)),
      section(
        "Nouvelles", .news,
        newsYears.map { EntryLink(title: "Nouvelles de \($0)", path: .newsYear($0)) } + site.news.map(link)),
      section(
        "Agenda", .agenda,
        agendaYears.map { EntryLink(title: "Agenda de \($0)", path: .agendaYear($0)) } + site.events.map(link)),
      section("Séries de rendez-vous", nil, site.series.map(link)),
      section("Lieux", site.places.isEmpty ? nil : .places, site.places.map(link)),
      section("Partenaires", site.partners.isEmpty ? nil : .partners, site.partners.map(link)),
      section("Infolettres", .issues, publishedIssues.map(link)),
      section("Étiquettes", nil, tags.all.map { EntryLink(title: $0.tag.name, path: $0.tag.path) }),
    ]
    return sections.filter { !$0.links.isEmpty || $0.path != nil }
  }

  private func section(_ title: String, _ path: SitePath?, _ links: [EntryLink]) -> SiteMapPage.Section {
    SiteMapPage.Section(title: title, path: path, links: links)
  }
}
