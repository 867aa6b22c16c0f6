import Markup
import Site

/// All places.
package struct PlaceListPage: Sendable {
  package var introduction: Page?
  package var places: [Place]

  package init(introduction: Page?, places: [Place]) {
    self.introduction = introduction
    self.places = places
  }
}

/// One place and what happens there.
package struct PlacePage: Sendable {
  package var place: Place
  package var upcoming: [AgendaItem]
  /// Newest first.
  package var past: [AgendaItem]
  /// Events there that have no date.
  package var undated: [Event]
  package var news: [News]
  package var partners: [Partner]
  package var calendar: SitePath?

  package init(
    place: Place, upcoming: [AgendaItem], past: [AgendaItem], undated: [Event], news: [News], partners: [Partner],
    calendar: SitePath?
  ) {
    self.place = place
    self.upcoming = upcoming
    self.past = past
    self.undated = undated
    self.news = news
    self.partners = partners
    self.calendar = calendar
  }
}

/// All partners.
package struct PartnerListPage: Sendable {
  package var introduction: Page?
  package var partners: [Partner]

  package init(introduction: Page?, partners: [Partner]) {
    self.introduction = introduction
    self.partners = partners
  }
}

/// One partner, its news and events.
package struct PartnerPage: Sendable {
  package var partner: Partner
  package var news: [News]
  package var upcoming: [AgendaItem]
  package var past: [AgendaItem]
  package var undated: [Event]
  package var calendar: SitePath?

  package init(
    partner: Partner, news: [News], upcoming: [AgendaItem], past: [AgendaItem], undated: [Event], calendar: SitePath?
  ) {
    self.partner = partner
    self.news = news
    self.upcoming = upcoming
    self.past = past
    self.undated = undated
    self.calendar = calendar
  }
}

/// What bears one tag.
package struct TagPage: Sendable {
  package var tag: Tag
  package var news: [News]
  package var events: [Event]
  /// Entries of the other kinds.
  package var others: [EntryLink]

  package init(tag: Tag, news: [News], events: [Event], others: [EntryLink]) {
    self.tag = tag
    self.news = news
    self.events = events
    self.others = others
  }
}
