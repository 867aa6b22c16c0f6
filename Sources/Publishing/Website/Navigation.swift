import Presenting
import Site

/// The links that every page shows: the menu and the foot.
struct Navigation: Sendable {
  private let menu: [EntryLink]
  private let footer: [EntryLink]

  /// Slugs of the free pages that every footer links to, where they exist.
  private static let legalPages = ["mentions-legales", "donnees-personnelles", "accessibilite"]

  init(site: Site, freePages: [Page]) {
    // The program's own pages stand around the free ones, unless the page that introduces them says where.
    var items: [(position: Int, link: EntryLink)] = []
    func add(_ menu: EntryKind.Row.Menu, _ position: Int) {
      for kind in EntryKind.allCases where kind.row.list?.menu == menu {
        guard menu == .first || !site.entries(of: kind).isEmpty else { continue }
        add(kind.row.listTitle, kind.row.address, position)
      }
    }
    func add(_ title: String, _ path: SitePath, _ position: Int) {
      let link = EntryLink(title: site.name(of: path, title), path: path)
      items.append((site.introduction(to: path)?.menu ?? position, link))
    }
    add(.first, Int.min)
    for page in freePages {
      if let position = page.menu { items.append((position, EntryLink(page))) }
    }
    add(.last, Int.max)
    add("S’abonner", .subscribe, Int.max)
    menu = items.enumerated().sorted { a, b in
      (a.element.position, a.offset) < (b.element.position, b.offset)
    }.map(\.element.link)

    footer =
      Self.legalPages.compactMap { site.page(EntryKey(kind: .page, slug: $0)).map { EntryLink($0) } }
      + [EntryLink(title: site.name(of: .siteMap, "Plan du site"), path: .siteMap)]
  }

  func menu(at path: SitePath) -> [PageContext.MenuItem] { menu.map { Self.item($0, at: path) } }
  func footer(at path: SitePath) -> [PageContext.MenuItem] { footer.map { Self.item($0, at: path) } }

  private static func item(_ link: EntryLink, at path: SitePath) -> PageContext.MenuItem {
    PageContext.MenuItem(
      title: link.title, path: link.path, isCurrent: path.text.hasPrefix(link.path.text), isThisPage: path == link.path)
  }
}
