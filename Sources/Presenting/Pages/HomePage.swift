import Markup
import Site
import Time

/// The home page.
package struct HomePage: Sendable {
  /// The text of `pages/accueil.md`, if there is one.
  package var introduction: Page?
  /// Newest first.
  package var news: [News]
  /// The dates are the next different events.
  package var groups: EventGroups
  /// Whether no date is known: then what has been, and how to hear of what is to come, is all there is to say.
  package var isQuiet: Bool
  /// Series of which several events have taken place, where no date is known.
  package var records: [Record]
  /// The month as of which a page without dates is true: that of the latest news.
  package var asOf: CivilMonth?
  package var partners: [Partner]
  /// Free pages of the menu.
  package var pages: [Page]

  /// What a series has been so far, in the order of time.
  package struct Record: Sendable {
    package var series: Series
    package var past: [EventLine]

    package init(series: Series, past: [EventLine]) {
      self.series = series
      self.past = past
    }
  }

  package init(
    introduction: Page?, news: [News], groups: EventGroups, isQuiet: Bool = false, records: [Record] = [],
    asOf: CivilMonth? = nil, partners: [Partner], pages: [Page]
  ) {
    self.introduction = introduction
    self.news = news
    self.groups = groups
    self.isQuiet = isQuiet
    self.records = records
    self.asOf = asOf
    self.partners = partners
    self.pages = pages
  }
}
