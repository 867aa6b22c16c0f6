/// The pages that the program makes by itself and to which a free page of the same address gives the first words.
package enum ProgramPages {
  static let paths: [SitePath] =
    EntryKind.allCases.compactMap(\.listPath) + [
      .subscribe, .siteMap, .proposeNews, .proposeEvent, .proposePhotograph, .search,
    ]

  /// The slug of the free page for `path`; `nil` where `path` is no such page.
  package static func slug(of path: SitePath) -> String? {
    guard paths.contains(path) else { return nil }
    return path == .home ? EntryKey.home.slug : String(path.text.dropFirst().dropLast())
  }

  /// Whether a free page of this slug introduces one of them, where that is made.
  package static func isIntroduction(_ slug: String) -> Bool { slugs.contains(slug) }

  /// Whether `path` is one of those by which visitors propose something.
  package static func isProposal(_ path: SitePath) -> Bool {
    [.proposeNews, .proposeEvent, .proposePhotograph].contains(path)
  }

  private static let slugs = Set(paths.compactMap(slug))
}

extension Site {
  /// The free page that gives a page of the program's own its first words, and its name.
  package func introduction(to path: SitePath) -> Page? {
    ProgramPages.slug(of: path).flatMap { page(EntryKey(kind: .page, slug: $0)) }
  }

  /// What a page of the program's own is called: as those who introduce it call it, else `title`. The home page, whose words
  /// are a greeting, is always called so.
  package func name(of path: SitePath, _ title: String) -> String {
    path == .home ? title : introduction(to: path)?.title ?? title
  }
}
