import Markup
import Site

/// The list of all news, or of those of one year.
package struct NewsListPage: Sendable {
  /// The year; `nil` for the list of all.
  package var year: Int?
  /// `pages/nouvelles.md`: what to say above the list.
  package var introduction: Page?
  /// Newest first; on the list of all, the latest years as far as one list has room for them: older ones are reached by
  /// ``years``.
  package var news: [News]
  /// All years that have news, newest first.
  package var years: [YearLink]
  /// The tags that news bear, or those that most of them bear.
  package var tags: [Tag]
  /// Whether there are others: the site map has them all.
  package var hasMoreTags: Bool
  /// Where one more may be proposed.
  package var proposal: EntryLink?

  package init(
    year: Int?, introduction: Page?, news: [News], years: [YearLink], tags: [Tag] = [],
    hasMoreTags: Bool = false, proposal: EntryLink? = nil
  ) {
    self.year = year
    self.introduction = introduction
    self.news = news
    self.years = years
    self.tags = tags
    self.hasMoreTags = hasMoreTags
    self.proposal = proposal
  }
}

/// One news item.
package struct NewsPage: Sendable {
  package var news: News
  package var venue: Venue?
  package var partners: [Partner]
  package var events: [Event]
  /// The next older and newer one.
  package var older: EntryLink?
  package var newer: EntryLink?
  /// By shared event, partner or tag, nearest first.
  package var related: [EntryLink]

  package init(
    news: News, venue: Venue?, partners: [Partner], events: [Event], older: EntryLink?, newer: EntryLink?,
    related: [EntryLink]
  ) {
    self.news = news
    self.venue = venue
    self.partners = partners
    self.events = events
    self.older = older
    self.newer = newer
    self.related = related
  }
}
