import Site

/// The addresses that the site has, for finding collisions and links that lead nowhere.
struct SiteAddresses: Sendable {
  /// Pages of the program's own that are always there.
  static let program: Set<String> = Set(
    [
      SitePath.home, .news, .agenda, .places, .partners, .issues, .siteMap, .search, .subscribe, .proposeNews,
      .proposeEvent, .calendar, .upcomingCalendar, .newsAtom, .newsJSON, .issuesAtom,
    ].map(\.text) + ["/404.html", "/sitemap.xml", "/robots.txt"])

  /// Names that no entry of a kind may have: addresses below them are the program's.
  static func isReserved(_ key: EntryKey) -> Bool {
    switch key.kind {
    case .news: return isYear(key.slug)
    case .event: return isYear(key.slug) || key.slug == "series" || key.slug == "a-venir"
    default: return false
    }
  }

  static func isYear(_ slug: String) -> Bool { slug.utf8.count == 4 && slug.utf8.allSatisfy(\.isDigit) }

  /// Whether `address` is one of the program's own pages.
  static func isProgram(_ address: String) -> Bool {
    if program.contains(address) { return true }
    let steps = address.split(separator: "/")
    if steps.count == 2, steps[0] == "nouvelles" || steps[0] == "agenda", isYear(String(steps[1])) { return true }
    return address == "/agenda/series/" || steps.count == 2 && steps[0] == "etiquettes"
  }

  private var known: Set<String>

  /// `paths`: those of entries, and former addresses that go on working.
  init(_ paths: some Sequence<SitePath>) { known = Set(paths.map(\.text)) }

  func contains(_ address: String) -> Bool {
    if known.contains(address) || Self.isProgram(address) { return true }
    guard address.hasSuffix(".ics"), let slash = address.lastIndex(of: "/") else { return false }
    let page = String(address[...slash])
    let name = address[address.index(after: slash)...]
    return (name == "agenda.ics" || name == "evenement.ics") && known.contains(page)
  }
}
