import HTML
import Markup
import Presenting
import Site

extension Champigny {
  package func newsList(_ page: NewsListPage, _ context: PageContext) -> HTML {
    layout(
      context,
      """
      <div class="wide">
      <h1>\(context.title)</h1>
      \(introduction(page.introduction, context))
      \(yearLinks(page.years, current: page.year, "Nouvelles", context))
      \(newsYears(page.news, context) ?? noNews(context))
      \(newsTags(page, context))
      \(feedHint(context))
      \(proposalHint(page.proposal, context))
      </div>
      """)
  }

  /// Titles by year, newest first.
  private func newsYears(_ news: [News], _ context: PageContext) -> HTML? {
    guard !news.isEmpty else { return nil }
    let years = Dictionary(grouping: news, by: \.date.year)
    return years.keys.sorted(by: >).compactMap { year in
      section(String(year), class: "month", newsTitles(years[year] ?? [], context))
    }.joined()
  }

  /// News as lines of dates and titles.
  func newsTitles(_ news: [News], _ context: PageContext) -> HTML? {
    guard !news.isEmpty else { return nil }
    let items = news.map { item -> HTML in
      """
      <li class="h-entry"><span class="when">\(dateTime(item.date, class: "dt-published"))</span> <a class="p-name u-url" href="\(context.link(item.path))">\(item.title)</a></li>

      """
    }
    return """
      <ul class="titles">
      \(items)
      </ul>
      """
  }

  private func newsTags(_ page: NewsListPage, _ context: PageContext) -> HTML? {
    guard !page.tags.isEmpty else { return nil }
    let items = page.tags.map { tag -> HTML in
      "<li><a href=\"\(context.link(tag.path))\">\(tag.name)</a></li>\n"
    }
    let more: HTML? =
      page.hasMoreTags
      ? """

      <p class="more"><a href="\(context.link(.siteMap))#\(anchor(SiteMapPage.tags))">Toutes les étiquettes</a></p>
      """ : nil
    return section("Par étiquette", "<ul class=\"tags\">\n\(items)</ul>\(more)")
  }

  private func noNews(_ context: PageContext) -> HTML {
    """
    <p>Il n’y a pas encore de nouvelle. En attendant, voyez <a href="\(context.link(.agenda))">l’agenda</a>.</p>
    """
  }

  private func feedHint(_ context: PageContext) -> HTML {
    """
    <p class="more"><a href="\(context.link(.subscribe))">Recevoir les nouvelles</a></p>
    """
  }

  package func news(_ page: NewsPage, _ context: PageContext) -> HTML {
    let item = page.news
    return layout(
      context,
      """
      <article class="wide entry h-entry">
      <p class="when">\(dateTime(item.date, class: "dt-published"))\(page.venue.map { newsVenue($0, context) })</p>
      <h1 class="p-name">\(item.title)</h1>
      \(lead(item.entry))
      \(leadPicture(item.entry.image, context))
      \(body(item.entry.body, context, below: item.entry.image))
      \(tagList(item.entry, context))
      \(section("Rendez-vous liés", linkList(page.events.map { EntryLink($0) }, context)))
      \(section("Partenaires cités", linkList(page.partners.map { EntryLink($0) }, context)))
      \(section("À lire aussi", linkList(page.related, context)))
      \(neighbours("Autres nouvelles", previous: page.older, "Avant", next: page.newer, "Après", context))
      </article>
      """)
  }

  private func newsVenue(_ venue: Venue, _ context: PageContext) -> HTML {
    """
     · <span class="p-location">\(venueName(venue, context))</span>
    """
  }
}
