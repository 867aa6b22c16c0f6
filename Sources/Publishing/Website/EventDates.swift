import Site
import Time

/// What the pages ask of the dates of all events. It follows from the events, their places and the moment alone.
struct EventDates: Sendable {
  let agenda: Agenda
  let months: AgendaMonths
  let spans: EventSpans

  init(of site: Site, today: CivilDateTime) {
    spans = EventSpans(of: site.events)
    agenda = Agenda(site: site, today: today)
    months = AgendaMonths(agenda)
  }
}

/// From when to when each event has dates, by its position in the site's list.
struct EventSpans: Sendable {
  /// Those that have any: the first and the last day, where there is a last.
  private(set) var dated: [(position: Int, first: CivilDay, last: CivilDay?)] = []
  /// Those by a rhythm in words alone.
  private(set) var undated: [Int] = []

  init(of events: [Event]) {
    for (position, event) in events.enumerated() {
      if let first = event.schedule.firstDay {
        dated.append((position, first, event.schedule.lastDay))
      } else {
        undated.append(position)
      }
    }
  }
}
