import Site
import Time

/// When what a calendar says of an event last changed. Programs that subscribe take a new version only where these rise,
/// so they come from the content's history and never from the clock.
struct CalendarRevision: Sendable, Hashable {
  /// `nil` where the history of the event is not known.
  let instant: Instant?

  /// The newest revision of the event and of the entries whose names and addresses its VEVENT shows.
  init(of event: Event, in site: Site) {
    guard let own = event.entry.revision else {
      instant = nil
      return
    }
    var newest = own
    func take(_ entry: Entry?) {
      if let revision = entry?.revision { newest = max(newest, revision) }
    }
    for location in [event.location] + event.schedule.moved.map(\.location) {
      take(site.place(at: location)?.entry)
    }
    for organizer in event.organizers {
      if case .partner(let key) = organizer { take(site.partner(key)?.entry) }
    }
    for key in event.entry.partners { take(site.partner(key)?.entry) }
    if let series = event.series { take(site.series(series)?.entry) }
    instant = newest
  }

  /// DTSTAMP, which is required: without METHOD it is the last revision (RFC 5545, 3.8.7.2), or a constant where that is
  /// not known; LAST-MODIFIED and SEQUENCE only where it is.
  func write(to lines: inout ContentLines) {
    lines.add("DTSTAMP", instant.map(CalendarTime.utc) ?? "20000101T000000Z")
    guard let instant else { return }
    lines.add("LAST-MODIFIED", CalendarTime.utc(instant))
    lines.add("SEQUENCE", String(sequence(of: instant)))
  }

  /// Minutes since 2000-01-01T00:00:00Z: it rises with every revision and stays below 2³¹ for four thousand years.
  private func sequence(of instant: Instant) -> Int { max(0, (instant.seconds - 946_684_800) / 60) }
}
