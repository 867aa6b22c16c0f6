import Markup
import Site

/// The home page.
package struct HomePage: Sendable {
  /// The text of `pages/accueil.md`, if there is one.
  package var introduction: Page?
  /// Newest first.
  package var news: [News]
  /// The next occurrences, soonest first.
  package var upcoming: [AgendaItem]
  /// Events whose rhythm is known in words alone.
  package var regular: [Event]
  package var partners: [Partner]
  /// Free pages of the menu.
  package var pages: [Page]

  package init(
    introduction: Page?, news: [News], upcoming: [AgendaItem], regular: [Event], partners: [Partner], pages: [Page]
  ) {
    self.introduction = introduction
    self.news = news
    self.upcoming = upcoming
    self.regular = regular
    self.partners = partners
    self.pages = pages
  }
}
