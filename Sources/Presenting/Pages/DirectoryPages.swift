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
  /// « fermé du 15 juillet au 31 août 2026 »; see ``Site/Place/closures(from:)``.
  package var closures: [String]
  package var groups: EventGroups
  /// The latest, newest first.
  package var past: [EventLine]
  package var news: [News]
  package var partners: [Partner]
  package var calendar: CalendarChoice?

  package init(
    place: Place, groups: EventGroups, past: [EventLine], news: [News], partners: [Partner],
    calendar: CalendarChoice?, closures: [String] = []
  ) {
    self.place = place
    self.closures = closures
    self.groups = groups
    self.past = past
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
  package var groups: EventGroups
  /// The latest, newest first.
  package var past: [EventLine]
  package var calendar: CalendarChoice?

  package init(
    partner: Partner, news: [News], groups: EventGroups, past: [EventLine], calendar: CalendarChoice?
  ) {
    self.partner = partner
    self.news = news
    self.groups = groups
    self.past = past
    self.calendar = calendar
  }
}

/// What bears one tag.
package struct TagPage: Sendable {
  package var tag: Tag
  package var news: [News]
  package var groups: EventGroups
  /// The latest, newest first.
  package var past: [EventLine]
  /// Entries of the other kinds.
  package var others: [EntryLink]
  package var calendar: CalendarChoice?

  package init(
    tag: Tag, news: [News], groups: EventGroups, past: [EventLine], others: [EntryLink], calendar: CalendarChoice?
  ) {
    self.tag = tag
    self.news = news
    self.groups = groups
    self.past = past
    self.others = others
    self.calendar = calendar
  }
}
