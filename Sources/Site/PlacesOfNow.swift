import Text
import Time

extension Site {
  /// An event as an earlier text had it, with the names that its places have now: a place that was renamed is the same place,
  /// and so is one that is written with other capitals.
  package func withPlacesOfNow(_ event: Event) -> Event {
    let (location, schedule) = (event.location.map(ofNow), event.schedule.mappingLocations(ofNow))
    if location == event.location, schedule == event.schedule { return event }
    var event = event
    (event.location, event.schedule) = (location, schedule)
    return event
  }

  private func ofNow(_ location: Location) -> Location {
    if place(at: location) != nil { return location }
    let text: String
    switch location {
    case .named(let name): text = name
    case .place(let slug): text = slug
    }
    let address = SitePath.entry(EntryKey(kind: .place, slug: Folding.slug(text)))
    let place = places.first { place in
      place.entry.aliases.contains(address) || Folding.slug(place.title) == Folding.slug(text)
    }
    return place.map { .place($0.key) } ?? location
  }

  /// Whether both mean the same place, whatever capitals and accents its name is written with.
  func isSamePlace(_ one: Location?, _ other: Location?) -> Bool {
    guard case .named(let name)? = one, case .named(let otherName)? = other else { return one == other }
    return Folding.slug(name) == Folding.slug(otherName)
  }
}
