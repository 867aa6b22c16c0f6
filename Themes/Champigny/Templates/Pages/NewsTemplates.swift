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
      \(newsCards(page.news, level: 2, context) ?? noNews(context))
      \(feedHint(context))
      \(proposalHint(page.proposal, context))
      </div>
      """)
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
