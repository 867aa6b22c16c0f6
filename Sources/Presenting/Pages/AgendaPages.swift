import Markup
import Site

/// The agenda: what is to come (twelve months ahead for endless rules), the regular meetings known in words alone, the
/// years past.
package struct AgendaPage: Sendable {
  /// `pages/agenda.md`: what to say above the list.
  package var introduction: Page?
  package var upcoming: [AgendaMonth]
  /// Events that are postponed without a new date.
  package var postponed: [Event]
  package var regular: [Event]
  /// What has been, newest year first, newest occurrence first within it.
  package var past: [PastYear]
  /// Where one more event may be proposed.
  package var proposal: EntryLink?

  package struct PastYear: Sendable {
    package var link: YearLink
    /// Empty for the years before the latest hundred occurrences: their own page has them.
    package var items: [AgendaItem]

    package init(link: YearLink, items: [AgendaItem]) {
      self.link = link
      self.items = items
    }
  }

  package init(
    introduction: Page?, upcoming: [AgendaMonth], postponed: [Event], regular: [Event], past: [PastYear],
    proposal: EntryLink? = nil
  ) {
    self.introduction = introduction
    self.upcoming = upcoming
    self.postponed = postponed
    self.regular = regular
    self.past = past
    self.proposal = proposal
  }
}

/// All occurrences of one year, past and to come.
package struct AgendaYearPage: Sendable {
  package var year: Int
  package var months: [AgendaMonth]
  /// Occurrences known by their year alone.
  package var undated: [AgendaItem]
  /// All years that have occurrences, newest first.
  package var years: [YearLink]

  package init(year: Int, months: [AgendaMonth], undated: [AgendaItem], years: [YearLink]) {
    self.year = year
    self.months = months
    self.undated = undated
    self.years = years
  }
}

/// One event.
package struct EventPage: Sendable {
  package var event: Event
  /// Where ``shown`` takes place.
  package var venue: Venue?
  /// The same, where it is entered as a place.
  package var place: Place?
  /// What can be said of its dates, one line for each thing: « chaque premier vendredi du mois, de 14 h à 18 h ».
  package var dateLines: [String]
  /// The next occurrences, soonest first, at most twelve; then ``past``, newest first, at most twelve.
  package var upcoming: [AgendaItem]
  package var past: [AgendaItem]
  package var partners: [Partner]
  /// What else is to be known of it; see ``Site/Site/facts(of:)``.
  package var facts: [EventFact]
  /// Before and after it within its series.
  package var previous: EntryLink?
  package var next: EntryLink?
  /// Once it is over, the next of its series that is still to come.
  package var following: EntryLink?
  /// News that speak of it, newest first.
  package var news: [News]
  package var related: [EntryLink]
  /// Its own calendar file; `nil` where no day is known.
  package var calendar: SitePath?
  /// Google's page for adding the next occurrence; `nil` where there is none to come.
  package var googleLink: String?

  package init(
    event: Event, venue: Venue?, place: Place?, dateLines: [String], upcoming: [AgendaItem],
    past: [AgendaItem],
    partners: [Partner], facts: [EventFact], previous: EntryLink?,
    next: EntryLink?, following: EntryLink? = nil,
    news: [News], related: [EntryLink], calendar: SitePath?, googleLink: String?
  ) {
    self.event = event
    self.venue = venue
    self.place = place
    self.dateLines = dateLines
    self.upcoming = upcoming
    self.past = past
    self.partners = partners
    self.facts = facts
    self.previous = previous
    self.next = next
    self.following = following
    self.news = news
    self.related = related
    self.calendar = calendar
    self.googleLink = googleLink
  }
}

extension EventPage {
  /// The occurrence that the page is about: the next that takes place, else the next that was to, else the last that has
  /// been; `nil` where no date is known.
  package var shown: AgendaItem? { upcoming.nextHeld ?? past.first }

  package var participation: Participation {
    Participation(of: event.schedule, upcoming: upcoming.map(\.occurrence), hasPast: !past.isEmpty)
  }
}

/// A series and its events in order.
package struct SeriesPage: Sendable {
  package var series: Series
  package var partners: [Partner]
  package var upcoming: [AgendaItem]
  /// Every past occurrence, in the order of time.
  package var past: [AgendaItem]
  /// Events of it whose date is not known.
  package var undated: [Event]
  package var calendar: SitePath?

  package init(
    series: Series, partners: [Partner], upcoming: [AgendaItem], past: [AgendaItem], undated: [Event],
    calendar: SitePath?
  ) {
    self.series = series
    self.partners = partners
    self.upcoming = upcoming
    self.past = past
    self.undated = undated
    self.calendar = calendar
  }
}
