import Time

/// An event: once, by a rule, on given dates, or by a rhythm in words.
package struct Event: HasEntry, Hashable {
  package var entry: Entry
  package var schedule: Schedule
  package var location: Location?
  /// Where to follow it online.
  package var online: String?
  package var price: String?
  /// An address to register at: a URL, or `mailto:`.
  package var registration: String?
  /// The last moment, or day, at which one may register.
  package var registerBy: PartialDate?
  /// How many seats there are in all.
  package var seats: Int?
  package var accessibility: String?
  package var organizers: [Organizer]
  package var series: EntryKey?

  package init(
    entry: Entry, schedule: Schedule, location: Location? = nil, online: String? = nil, price: String? = nil,
    registration: String? = nil, registerBy: PartialDate? = nil, seats: Int? = nil, accessibility: String? = nil,
    organizers: [Organizer] = [], series: EntryKey? = nil
  ) {
    self.entry = entry
    self.schedule = schedule
    self.location = location
    self.online = online
    self.price = price
    self.registration = registration
    self.registerBy = registerBy
    self.seats = seats
    self.accessibility = accessibility
    self.organizers = organizers
    self.series = series
  }
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
