import Presenting
import Site
import Time

extension Website {
  /// The list of all news, those of the years, and a page for each item.
  func newsPages() -> [WebPage] {
    let years = Dictionary(grouping: site.news, by: \.date.year)
    let links = years.keys.sorted(by: >).map { year in
      YearLink(year: year, path: .newsYear(year), count: years[year, default: []].count)
    }
    let introduction = introduction(to: .news)
    let latest = latestNews(of: links)
    var list = listPage(
      of: .news,
      description: "Toutes les nouvelles de \(quotedTitle), de la plus récente à la plus ancienne."
    ) { [self] context in
      let tags = tags.list(atMost: Self.listLength) { $0.news.count }
      let page = NewsListPage(
        year: nil, introduction: introduction, news: latest, years: links, tags: tags.shown.map(\.tag),
        hasMoreTags: tags.areMore, proposal: proposal(of: .news))
      return theme.newsList(page, context)
    }
    list.revision = latest.compactMap(\.entry.revision).max()

    let yearPages = links.map { link in
      let news = years[link.year, default: []]
      var page = WebPage(
        path: link.path, title: "Nouvelles de \(link.year)",
        description: "\(French.count(link.count, EntryKind.news.row.noun)) de \(link.year) sur \(quotedTitle)."
      ) { [self] context in
        theme.newsList(NewsListPage(year: link.year, introduction: nil, news: news, years: links), context)
      }
      page.breadcrumbs = [.home, .news]
      page.origin = .entries(of: .news)
      page.revision = news.compactMap(\.entry.revision).max()
      return page
    }
    return [list] + yearPages + site.news.indices.map(newsPage)
  }

  /// The latest years as far as one list has room for them; of a year that is longer, its latest.
  private func latestNews(of years: [YearLink]) -> [News] {
    var count = 0
    for year in years {
      guard count + year.count <= Self.listLength else { break }
      count += year.count
    }
    return Array(site.news.prefix(count == 0 ? Self.listLength : count))
  }

  private func newsPage(at position: Int) -> WebPage {
    let item = site.news[position]
    var page = WebPage(of: item.entry, title: title(of: item), under: [.home, .news]) { [self] context in
      theme.news(newsItem(at: position), context)
    }
    page.socialType = "article"
    page.structuredData = { [self] in [StructuredData.article(item, of: site)] }
    if page.description.isEmpty { page.description = "Nouvelle (\(French.date(item.date)))\u{A0}: \(item.title)" }
    return page
  }

  private func newsItem(at position: Int) -> NewsPage {
    let item = site.news[position]
    return NewsPage(
      news: item, venue: site.venue(item.location), partners: site.partners(item.entry.partners),
      events: item.events.compactMap { site.event($0) },
      older: position + 1 < site.news.count ? link(to: site.news[position + 1]) : nil,
      newer: position > 0 ? link(to: site.news[position - 1]) : nil,
      related: relatedNews.nearest(to: position, limit: 4).map { link(to: site.news[$0]) })
  }
}
