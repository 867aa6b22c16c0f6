import Site

extension Website {
  /// The feeds of the news and of the issues that are out.
  var feeds: [PublishedFile] {
    [
      PublishedFile(.newsAtom) { [self] in
        try AtomFeed(site: site, title: newsTitle, path: .newsAtom, page: .news, entries: newsEntries).text()
      },
      PublishedFile(.newsJSON) { [self] in
        try JSONFeed(site: site, title: newsTitle, path: .newsJSON, page: .news, entries: newsEntries).text()
      },
      PublishedFile(.issuesAtom) { [self] in
        try AtomFeed(
          site: site, title: "Infolettre – \(site.settings.title)", path: .issuesAtom, page: .issues,
          entries: issueEntries
        ).text()
      },
    ] + changeFeeds
  }

  private var changeFeeds: [PublishedFile] {
    [
      PublishedFile(.changesAtom) { [self] in
        try AtomFeed(
          site: site, title: "Changements à l’agenda – \(site.settings.title)", path: .changesAtom, page: .changes,
          entries: changes().prefix(AtomFeed.length).map { FeedEntry($0.line, of: $0.event) }
        ).text()
      }
    ]
  }

  private var newsTitle: String { "Nouvelles – \(site.settings.title)" }

  private var newsEntries: [FeedEntry] { site.news.prefix(AtomFeed.length).map { FeedEntry($0, of: site) } }

  private var issueEntries: [FeedEntry] {
    letters.filter { $0.issue.isOut(at: today) }.prefix(AtomFeed.length).map { FeedEntry($0.letter, of: site) }
  }
}
