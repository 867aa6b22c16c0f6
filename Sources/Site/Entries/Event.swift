import Time

/// An event: once, by a rule, on given dates, or by a rhythm in words. Copies share one storage until one of them is changed,
/// as those of ``Entry`` do: each line of an agenda holds its event.
package struct Event: HasEntry {
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

  private final class Storage: Sendable {
    let values: Values

    init(_ values: Values) { self.values = values }
  }

  private var storage: Storage

  package init(
    entry: Entry, schedule: Schedule, location: Location? = nil, online: String? = nil, price: String? = nil,
    registration: String? = nil, registerBy: PartialDate? = nil, seats: Int? = nil, accessibility: String? = nil,
    organizers: [Organizer] = [], series: EntryKey? = nil
  ) {
    storage = Storage(
      Values(
        entry: entry, schedule: schedule, location: location, online: online, price: price, registration: registration,
        registerBy: registerBy, seats: seats, accessibility: accessibility, organizers: organizers, series: series))
  }

  private mutating func change(_ change: (inout Values) -> Void) {
    var values = storage.values
    change(&values)
    storage = Storage(values)
  }

  package var entry: Entry {
    get { storage.values.entry }
    set { change { $0.entry = newValue } }
  }

  package var schedule: Schedule {
    get { storage.values.schedule }
    set { change { $0.schedule = newValue } }
  }

  package var location: Location? {
    get { storage.values.location }
    set { change { $0.location = newValue } }
  }

  /// Where to follow it online.
  package var online: String? {
    get { storage.values.online }
    set { change { $0.online = newValue } }
  }

  package var price: String? {
    get { storage.values.price }
    set { change { $0.price = newValue } }
  }

  /// An address to register at: a URL, or `mailto:`.
  package var registration: String? {
    get { storage.values.registration }
    set { change { $0.registration = newValue } }
  }

  /// The last moment, or day, at which one may register.
  package var registerBy: PartialDate? {
    get { storage.values.registerBy }
    set { change { $0.registerBy = newValue } }
  }

  /// How many seats there are in all.
  package var seats: Int? {
    get { storage.values.seats }
    set { change { $0.seats = newValue } }
  }

  package var accessibility: String? {
    get { storage.values.accessibility }
    set { change { $0.accessibility = newValue } }
  }

  package var organizers: [Organizer] {
    get { storage.values.organizers }
    set { change { $0.organizers = newValue } }
  }

  package var series: EntryKey? {
    get { storage.values.series }
    set { change { $0.series = newValue } }
  }
}

extension Event: Hashable {
  package static func == (a: Event, b: Event) -> Bool {
    a.storage === b.storage || a.storage.values == b.storage.values
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.values) }
}

extension Event {
  /// Where it takes place, or some occurrence of it.
  package var locations: [Location] { [location].compactMap { $0 } + schedule.otherLocations }

  /// The entries whose pages and calendars it belongs to, each once: partners, organisers, places, its series.
  package var named: [EntryKey] {
    var seen: Set<EntryKey> = []
    let all = entry.partners + organizingPartners + locations.compactMap(\.place) + [series].compactMap { $0 }
    return all.filter { seen.insert($0).inserted }
  }

  /// The partners among those who hold it.
  package var organizingPartners: [EntryKey] {
    organizers.compactMap { organizer in
      if case .partner(let key) = organizer { return key }
      return nil
    }
  }
}
