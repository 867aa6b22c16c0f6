import Presenting
import Site
import Text
import Time

extension Website {
  var siteMapPage: WebPage {
    programPage(.siteMap, isSlow: true, title: "Plan du site", description: "Toutes les pages de \(quotedTitle).") {
      [self] context in
      theme.siteMap(SiteMapPage(introduction: introduction(to: .siteMap), sections: siteMapSections), context)
    }
  }

  private var siteMapSections: [SiteMapPage.Section] {
    let ownPages =
      [EntryLink(title: "Accueil", path: .home), named("S’abonner", .subscribe), named("Recherche", .search)]
      + EntryKind.allCases.compactMap(proposal) + [photographLink].compactMap { $0 }
    let sections = EntryKind.forVisitors.map { kind in
      SiteMapPage.Section(
        title: named(kind.row.heading, kind.row.address).title, path: list(of: kind).map { _ in kind.row.address },
        groups: SiteMapGroups.grouped(
          under: kind == .page ? ownPages : partLinks(of: kind), listed(kind).map { ($0.period, link(to: $0)) }))
    }
    let labels = tags.all.map { (nil as PartialDate?, EntryLink(title: $0.tag.name, path: $0.tag.path)) }
    let ofTags = SiteMapPage.Section(title: SiteMapPage.tags, path: nil, groups: SiteMapGroups.grouped(labels))
    return (sections + [ofTags]).filter { !$0.links.isEmpty || $0.path != nil }
  }

  /// A page of the program's own, as those who introduce it call it.
  private func named(_ title: String, _ path: SitePath) -> EntryLink {
    EntryLink(title: site.name(of: path, title), path: path)
  }
}

/// Lists that can be looked over (``Website/listLength``): what is longer is parted by years, these by months; what has no date by its initials.
enum SiteMapGroups {
  /// - Parameter ways: what stands above.
  static func grouped(
    under ways: [EntryLink] = [], _ lines: [(date: PartialDate?, link: EntryLink)]
  ) -> [SiteMapPage.Group] {
    guard ways.count + lines.count > Website.listLength else {
      return [SiteMapPage.Group(title: nil, links: ways + lines.map(\.link))]
    }
    let isDated = lines.contains { $0.date != nil }
    let parts = parted(lines) { line in
      isDated ? line.date.map { String($0.year) } ?? "Sans date" : initial(of: line.link.title)
    }
    let groups = parts.flatMap { title, lines -> [SiteMapPage.Group] in
      guard lines.count > Website.listLength, isDated else {
        return [SiteMapPage.Group(title: title, links: lines.map(\.link))]
      }
      return parted(lines) { line in
        guard let date = line.date, date.precision != .year else { return title }
        return French.month(date.firstDay.civilMonth).firstUppercased
      }.map { SiteMapPage.Group(title: $0, links: $1.map(\.link)) }
    }
    return (ways.isEmpty ? [] : [SiteMapPage.Group(title: nil, links: ways)]) + groups
  }

  private typealias Line = (date: PartialDate?, link: EntryLink)

  /// In the order in which the names first come.
  private static func parted(_ lines: [Line], _ name: (Line) -> String) -> [(title: String, lines: [Line])] {
    var order: [String] = []
    var parts: [String: [Line]] = [:]
    for line in lines {
      let title = name(line)
      if parts[title] == nil { order.append(title) }
      parts[title, default: []].append(line)
    }
    return order.map { ($0, parts[$0] ?? []) }
  }

  private static func initial(of title: String) -> String {
    Folding.slug(title).first.map { String($0).uppercased() } ?? "…"
  }
}

extension SiteEntry {
  /// When it is of, for those that have a date.
  fileprivate var period: PartialDate? {
    switch self {
    case .news(let item): item.date
    case .event(let item): item.schedule.effectiveStart
    case .issue(let item): .day(item.sendDate)
    case .series, .place, .partner, .page: nil
    }
  }
}
