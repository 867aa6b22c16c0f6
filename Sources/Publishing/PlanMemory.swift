import Site
import Threads
import Time

/// What the last plan worked out, for a program that plans again after each edit: as long as what it follows from is the same,
/// it is taken again. It changes nothing in what is published.
package final class PlanMemory: Sendable {
  private struct Known: Sendable {
    var events: [Event]
    var places: [Place]
    var today: CivilDateTime
    var dates: EventDates
  }

  private let known = Locked<Known?>(nil)

  package init() {}

  /// The dates of the events of `site`.
  func dates(of site: Site, today: CivilDateTime) -> EventDates {
    if let known = known.withLock({ $0 }), known.today == today, known.places == site.places,
      known.events == site.events
    {
      return known.dates
    }
    let dates = EventDates(of: site, today: today)
    known.withLock { $0 = Known(events: site.events, places: site.places, today: today, dates: dates) }
    return dates
  }
}
