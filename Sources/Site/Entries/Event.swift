import Text
import Time

/// An event: once, by a rule, on given dates, or by a rhythm in words.
package struct Event: HasEntry, Hashable {
  private struct Values: Hashable {
    var entry: Entry
    var schedule: Schedule
    var location: Location?
    var online: String?
    var price: String?
    var registration: String?
    var registerBy: PartialDate?
    var seats: Int?
    var accessibility: String?
    var organizers: [Organizer]
    var series: EntryKey?
  }

  private var shared: SharedValues<Values>

  package init(
    entry: Entry, schedule: Schedule, location: Location? = nil, online: String? = nil, price: String? = nil,
    registration: String? = nil, registerBy: PartialDate? = nil, seats: Int? = nil, accessibility: String? = nil,
    organizers: [Organizer] = [], series: EntryKey? = nil
  ) {
    shared = SharedValues(
      Values(
        entry: entry, schedule: schedule, location: location, online: online, price: price, registration: registration,
        registerBy: registerBy, seats: seats, accessibility: accessibility, organizers: organizers, series: series))
  }

  package var entry: Entry {
    get { shared.values.entry }
    set { shared.change { $0.entry = newValue } }
  }

  package var schedule: Schedule {
    get { shared.values.schedule }
    set { shared.change { $0.schedule = newValue } }
  }

  package var location: Location? {
    get { shared.values.location }
    set { shared.change { $0.location = newValue } }
  }

  /// Where to follow it online.
  package var online: String? {
    get { shared.values.online }
    set { shared.change { $0.online = newValue } }
  }

  package var price: String? {
    get { shared.values.price }
    set { shared.change { $0.price = newValue } }
  }

  /// An address to register at: a URL, or `mailto:`.
  package var registration: String? {
    get { shared.values.registration }
    set { shared.change { $0.registration = newValue } }
  }

  /// The last moment, or day, at which one may register.
  package var registerBy: PartialDate? {
    get { shared.values.registerBy }
    set { shared.change { $0.registerBy = newValue } }
  }

  /// How many seats there are in all.
  package var seats: Int? {
    get { shared.values.seats }
    set { shared.change { $0.seats = newValue } }
  }

  package var accessibility: String? {
    get { shared.values.accessibility }
    set { shared.change { $0.accessibility = newValue } }
  }

  package var organizers: [Organizer] {
    get { shared.values.organizers }
    set { shared.change { $0.organizers = newValue } }
  }

  package var series: EntryKey? {
    get { shared.values.series }
    set { shared.change { $0.series = newValue } }
  }
}

extension Event {
  /// Where one of its dates takes place.
  package func location(of occurrence: Occurrence) -> Location? { occurrence.location ?? location }

  /// Where it takes place, or some occurrence of it.
  package var locations: [Location] { [location].compactMap { $0 } + schedule.otherLocations }

  /// The entries whose pages and calendars it belongs to, each once: partners, organisers, places, its series.
  package var named: [EntryKey] {
    let all = entry.partners + organizingPartners + locations.compactMap(\.place) + [series].compactMap { $0 }
    return all.uniqued()
  }

  /// The partners among those who hold it.
  package var organizingPartners: [EntryKey] {
    organizers.compactMap { organizer in
      if case .partner(let key) = organizer { return key }
      return nil
    }
  }
}
