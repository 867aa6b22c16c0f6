import Markup
import Site
import Time

/// A place as shown beside an event: its name, address, page where it has one.
package struct Venue: Sendable, Hashable {
  package var name: String
  /// One line; empty where it is not known.
  package var address = ""
  package var path: SitePath?

  /// « Maison pour tous, 10 rue Jean-Jaurès, 94500 Champigny-sur-Marne ».
  package var line: String { [name, address].filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension Site {
  /// Where an occurrence takes place.
  package func venue(of event: Event, at occurrence: Occurrence) -> Venue? {
    venue(event.location(of: occurrence))
  }

  package func venue(_ location: Location?) -> Venue? {
    if case .named(let name)? = location { return Venue(name: name) }
    return place(at: location).map { Venue(name: $0.title, address: $0.fullAddress, path: $0.path) }
  }

  /// What is to be said of the schedule of an event, with the names of its places; see
  /// ``Time/French/schedule(_:from:listedThrough:)``.
  package func scheduleInWords(of event: Event, from today: CivilDay, listedThrough listed: CivilDay?) -> [String] {
    French.schedule(scheduleWithNames(of: event), from: today, listedThrough: listed)
  }

  package func scheduleInWords(of event: Event) -> [String] { French.schedule(scheduleWithNames(of: event)) }

  /// Words know places by their names alone.
  private func scheduleWithNames(of event: Event) -> Schedule {
    event.schedule.mappingLocations { location in venue(location).map { .named($0.name) } ?? location }
  }
}

/// One occurrence of an event as a line of an agenda.
package struct AgendaItem: Sendable, Hashable {
  package var event: Event
  package var occurrence: Occurrence
  package var venue: Venue?
  /// Whether it has been; always `false` in what does not depend on the day, as letters.
  package var isOver: Bool

  package init(event: Event, occurrence: Occurrence, venue: Venue?, isOver: Bool = false) {
    self.event = event
    self.occurrence = occurrence
    self.venue = venue
    self.isOver = isOver
  }

  /// By what names it: to go through all that its event says takes longer than to compare the few that are alike.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(event.key)
    hasher.combine(occurrence.key)
    hasher.combine(occurrence.span)
  }

  /// What is to be known of it besides when and where, in words; `nil` where it takes place as announced.
  package var state: StateWords? { StateWords(occurrence, isOver: isOver) }

  /// See ``Time/Schedule/isException(_:)``.
  package var isException: Bool { event.schedule.isException(occurrence) }

  /// The title of the event, and that which it has alone: « Cours de poterie : La terre ».
  package var title: String { occurrence.title(within: event) }
}

extension Occurrence {
  /// See ``AgendaItem/title``.
  package func title(within event: Event) -> String { event.title + (title.map { "\u{A0}: " + $0 } ?? "") }
}

/// A page of a list that a reader may go to, with how many entries it has.
package struct YearLink: Sendable, Hashable {
  package var year: Int
  package var path: SitePath
  package var count: Int

  package init(year: Int, path: SitePath, count: Int) {
    self.year = year
    self.path = path
    self.count = count
  }
}

/// A month that a reader may go to, with how many dates it holds besides the regular ones.
package struct MonthLink: Sendable, Hashable {
  package var month: CivilMonth
  package var path: SitePath
  package var count: Int

  package init(month: CivilMonth, count: Int) {
    self.month = month
    self.path = .agendaMonth(month)
    self.count = count
  }
}

/// A calendar, and the addresses by which each program subscribes to it.
package struct CalendarChoice: Sendable, Hashable {
  /// What is in it, as it stands behind « S’abonner »: « à cette série ».
  package var what: String
  package var path: SitePath
  package var webcal: String
  package var https: String
  package var google: String

  package init(what: String, path: SitePath, webcal: String, https: String, google: String) {
    self.what = what
    self.path = path
    self.webcal = webcal
    self.https = https
    self.google = google
  }
}

/// A link to an entry, as little as a list needs.
package struct EntryLink: Sendable, Hashable {
  package var title: String
  package var path: SitePath

  package init(title: String, path: SitePath) {
    self.title = title
    self.path = path
  }

  package init(_ entry: some HasEntry) {
    self.init(title: entry.title, path: entry.path)
  }
}
