import Markup
import Site
import Time

/// The agenda: the coming weeks, with ways to every month, what goes on, what is regular, the years past.
package struct AgendaPage: Sendable {
  /// `pages/agenda.md`: what to say above the list.
  package var introduction: Page?
  /// The day as of which it is true: who finds yesterday's knows that nobody made the site anew; `nil` where it is not said.
  package var asOf: CivilDay?
  /// The dates are those of the coming weeks; ``months`` lead on.
  package var groups: EventGroups
  /// Lists that are a part of it: « Ce week-end », « Rendez-vous réguliers », « En ligne ».
  package var lists: [EntryLink]
  /// The months to come that hold something, soonest first.
  package var months: [MonthLink]
  /// What has been, newest year first, newest date first within it.
  package var past: [PastYear]
  package var calendar: CalendarChoice?
  /// Where one more event may be proposed.
  package var proposal: EntryLink?

  package struct PastYear: Sendable {
    package var link: YearLink
    /// The latest; none where the page of the year has them all.
    package var lines: [EventLine]

    package init(link: YearLink, lines: [EventLine]) {
      self.link = link
      self.lines = lines
    }
  }

  package init(
    introduction: Page?, asOf: CivilDay? = nil, groups: EventGroups, lists: [EntryLink] = [], months: [MonthLink] = [],
    past: [PastYear], calendar: CalendarChoice? = nil, proposal: EntryLink? = nil
  ) {
    self.introduction = introduction
    self.asOf = asOf
    self.groups = groups
    self.lists = lists
    self.months = months
    self.past = past
    self.calendar = calendar
    self.proposal = proposal
  }
}

/// All of one year, past and to come.
package struct AgendaYearPage: Sendable {
  package var year: Int
  /// Each with what it holds besides the regular meetings; with nothing where the year holds too much for one list.
  package var months: [Month]
  /// What was regular in that year.
  package var regular: [EventLine]
  /// What is known by the year alone.
  package var undated: [EventLine]
  /// All years that have occurrences, newest first.
  package var years: [YearLink]

  package struct Month: Sendable {
    package var month: CivilMonth
    /// Its page; `nil` where it is too far ahead to have one.
    package var link: MonthLink?
    package var lines: [EventLine]

    package init(month: CivilMonth, link: MonthLink?, lines: [EventLine]) {
      self.month = month
      self.link = link
      self.lines = lines
    }
  }

  package init(year: Int, months: [Month], regular: [EventLine], undated: [EventLine], years: [YearLink]) {
    self.year = year
    self.months = months
    self.regular = regular
    self.undated = undated
    self.years = years
  }
}

/// One month: a calendar of its days, and what stands on none of them alone.
package struct AgendaMonthPage: Sendable {
  package var month: CivilMonth
  /// Weeks from Monday to Sunday; `nil` for days of another month. None where no day of the month holds anything.
  package var weeks: [[Day?]]
  /// What takes several days.
  package var spanning: [AgendaItem]
  /// What is known by the month, or the year, alone.
  package var undated: [AgendaItem]
  /// What is regular in that month, each with its dates as its rule has them; the others are among the days.
  package var regular: [Regular]
  package var previous: MonthLink?
  package var next: MonthLink?

  package struct Day: Sendable {
    package var day: CivilDay
    package var items: [AgendaItem]

    package init(day: CivilDay, items: [AgendaItem]) {
      self.day = day
      self.items = items
    }
  }

  /// The fragment at which a day of the table stands.
  package static func anchor(of day: CivilDay) -> String { "jour_\(day.day)" }

  package struct Regular: Sendable {
    package var line: EventLine
    package var dates: [AgendaItem]

    package init(line: EventLine, dates: [AgendaItem]) {
      self.line = line
      self.dates = dates
    }
  }

  package init(
    month: CivilMonth, weeks: [[Day?]], spanning: [AgendaItem] = [], undated: [AgendaItem] = [],
    regular: [Regular] = [], previous: MonthLink? = nil, next: MonthLink? = nil
  ) {
    self.month = month
    self.weeks = weeks
    self.spanning = spanning
    self.undated = undated
    self.regular = regular
    self.previous = previous
    self.next = next
  }
}

/// A part of the agenda that people ask for by name: this week-end, what is regular, what can be followed online.
package struct AgendaListPage: Sendable {
  /// What it is as of which day; `nil` where that says nothing.
  package var asOf: CivilDay?
  /// « Samedi 14 mars », « En ce moment », with their lines; those that are empty are left out.
  package var parts: [Part]
  /// What to say where there is nothing.
  package var nothing: String

  package struct Part: Sendable {
    package var title: String
    package var lines: [EventLine]
    /// What is regular is named by its rule, the rest by its date.
    package var isRegular: Bool

    package init(title: String, lines: [EventLine], isRegular: Bool = false) {
      self.title = title
      self.lines = lines
      self.isRegular = isRegular
    }
  }

  package init(asOf: CivilDay?, parts: [Part], nothing: String) {
    self.asOf = asOf
    self.parts = parts
    self.nothing = nothing
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
  /// Where its other dates are, where ``shown`` is elsewhere.
  package var usualVenue: Venue?
  /// A drawing (SVG) of its address as a QR code, for paper; `nil` where nobody can come any more.
  package var qrCode: String?
  /// What it is as of the day of the page.
  package var standing: EventStanding
  /// Where it is over or called off, the next of its series that is still to come.
  package var following: EntryLink?
  /// News that speak of it, newest first.
  package var news: [News]
  package var related: [EntryLink]
  /// Its own calendar: of what returns to subscribe to, of what takes place once to take; `nil` where no day is known, or
  /// nobody can come any more.
  package var calendar: CalendarChoice?
  /// Google's page for adding the next occurrence; `nil` where there is none to come.
  package var googleLink: String?
  /// The next occurrence of what returns, alone, as a file to take.
  package var nextDate: SitePath?

  package init(
    event: Event, venue: Venue?, place: Place?, dateLines: [String], upcoming: [AgendaItem],
    past: [AgendaItem],
    partners: [Partner], facts: [EventFact], previous: EntryLink?,
    next: EntryLink?, following: EntryLink? = nil,
    news: [News], related: [EntryLink], calendar: CalendarChoice?, googleLink: String?,
    standing: EventStanding? = nil
  ) {
    self.event = event
    self.standing = standing ?? EventStanding(of: event, upcoming: upcoming.map(\.occurrence))
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

  /// The dates before ``shown`` that were announced and do not take place.
  package var calledOff: [AgendaItem] {
    guard let shown, !shown.occurrence.isOff else { return [] }
    return Array(upcoming.prefix { $0 != shown }.filter(\.occurrence.isOff))
  }

  package var participation: Participation { standing.participation }

  /// The dates after ``shown``; none where all of it is called off, which is said once.
  package var later: [AgendaItem] {
    guard StateWords(event.schedule)?.kind != .off, let position = upcoming.firstIndex(where: { $0 == shown }) else {
      return []
    }
    return Array(upcoming[(position + 1)...])
  }
}

/// A series and its events in order.
package struct SeriesPage: Sendable {
  package var series: Series
  package var partners: [Partner]
  package var groups: EventGroups
  /// In the order of time.
  package var past: [EventLine]
  package var calendar: CalendarChoice?

  package init(
    series: Series, partners: [Partner], groups: EventGroups, past: [EventLine], calendar: CalendarChoice?
  ) {
    self.series = series
    self.partners = partners
    self.groups = groups
    self.past = past
    self.calendar = calendar
  }
}
