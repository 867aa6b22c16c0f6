import Site
import Time

/// When what a calendar says of an event last changed. Programs that subscribe take a new version only where these rise, so
/// they come from the history of the content and from the program, never from the clock: what is written otherwise than
/// before is always later than before.
struct CalendarRevision: Sendable, Hashable {
  /// How often the program itself came to write VEVENTs otherwise: to be raised with each change of the bytes that it writes
  /// for the same content. A recording of such bytes, `Tests/PublishingTests/Calendar/vevents.txt`, asks for it.
  ///
  /// A count and no date: what a newer program writes is then later than what an older one wrote, whenever it was put to use.
  static let edition = 2

  /// `nil` where the history of the event is not known.
  private(set) var instant: Instant?

  /// The latest landing of all that its VEVENTs are made of: the event, the entries whose names and addresses they show, or
  /// would show if they were still there, and the settings.
  ///
  /// - Parameter pages: the landings of entries by their addresses, for those that the text leads to.
  init(of event: Event, in site: Site, pages: [String: Instant] = [:]) {
    guard let own = event.entry.landing else {
      instant = nil
      return
    }
    let history = site.history
    var landings = [own, history.settings]
    for location in event.locations {
      // What has no page of its own may have had one, and the name that it is called by may have been another's.
      landings.append(site.place(at: location).map(\.entry.landing) ?? history.latest[.place])
      landings.append(history.removals[.place])
    }
    let partners = event.organizingPartners + event.entry.partners
    landings += partners.map { site.partner($0)?.entry.landing }
    if partners.count < event.organizers.count + event.entry.partners.count {
      landings.append(history.latest[.partner])
    }
    if !partners.isEmpty { landings.append(history.removals[.partner]) }
    if let series = event.series { landings += [site.series(series)?.entry.landing, history.removals[.series]] }
    landings += event.entry.body.links.map { link in
      guard case .site(let address) = link.target else { return nil }
      return pages[String(address.prefix { $0 != "#" })]
    }
    instant = landings.compactMap { $0 }.max()
  }

  /// The revision where something changed at `moment` by itself, as time went by.
  func raised(to moment: Instant?) -> CalendarRevision {
    var result = self
    if let instant, let moment { result.instant = max(instant, moment) }
    return result
  }

  /// DTSTAMP, which is required: without METHOD it is the last revision (RFC 5545, 3.8.7.2), or a constant where that is
  /// not known; LAST-MODIFIED and SEQUENCE only where it is.
  func write(to lines: inout ContentLines) {
    let stamp = instant.map { CalendarTime.utc(Instant(seconds: $0.seconds + Self.edition)) }
    lines.add("DTSTAMP", stamp ?? "20000101T000000Z")
    guard let instant, let stamp else { return }
    lines.add("LAST-MODIFIED", stamp)
    lines.add("SEQUENCE", String(sequence(of: instant)))
  }

  /// Minutes since 2000-01-01T00:00:00Z, and the edition: it rises with every revision and stays below 2³¹ for four thousand
  /// years.
  private func sequence(of instant: Instant) -> Int { max(0, (instant.seconds - 946_684_800) / 60) + Self.edition }
}
