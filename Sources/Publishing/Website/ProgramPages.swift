import Site

/// The pages that the program makes by itself and to which a free page of the same address gives the first words.
enum ProgramPages {
  private static let paths: [SitePath] = [
    .home, .news, .agenda, .places, .partners, .issues, .subscribe, .siteMap, .proposeNews, .proposeEvent, .search,
  ]

  /// Slugs of the free pages that have no page of their own.
  static let slugs = Set(paths.compactMap(slug))

  /// The slug of the free page for `path`; `nil` where `path` is no such page.
  static func slug(of path: SitePath) -> String? {
    guard paths.contains(path) else { return nil }
    return path == .home ? "accueil" : String(path.text.dropFirst().dropLast())
  }
}
