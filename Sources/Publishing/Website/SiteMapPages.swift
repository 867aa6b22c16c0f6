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
    let ownPages =
      [("Accueil", .home), ("S’abonner", .subscribe), ("Recherche", .search)].map(EntryLink.init)
      + EntryKind.allCases.compactMap(proposal) + [photographLink].compactMap { $0 }
    let sections = EntryKind.forVisitors.map { kind in
      SiteMapPage.Section(
        title: kind.row.heading, path: list(of: kind).map { _ in kind.row.address },
        links: (kind == .page ? ownPages : partLinks(of: kind)) + listed(kind).map(link))
    }
    let labels = tags.all.map { EntryLink(title: $0.tag.name, path: $0.tag.path) }
    return (sections + [SiteMapPage.Section(title: "Étiquettes", path: nil, links: labels)])
      .filter { !$0.links.isEmpty || $0.path != nil }
  }
}
