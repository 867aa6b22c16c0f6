import Site
import Time

/// Whether people may still come to an event, as far as it can be said: it decides whether they are invited to register, to
/// follow it online, to note it in their calendar, to buy.
package enum Participation: Sendable, Hashable {
  /// It takes place, or is to.
  case open
  /// It does not take place: cancelled, or put off to no known date.
  case off
  /// All of it has been.
  case over

  /// By the plan alone, whatever the day is: for letters and calendars.
  package init(of schedule: Schedule) {
    switch schedule.status {
    case .cancelled, .postponed(to: nil): self = .off
    case .confirmed, .tentative, .postponed: self = .open
    }
  }

  /// As of a day: `upcoming` are the occurrences that are not over then.
  package init(of schedule: Schedule, upcoming: [Occurrence], hasPast: Bool) {
    self.init(of: schedule)
    guard self == .open, !upcoming.contains(where: { !$0.isOff }) else { return }
    if !upcoming.isEmpty { self = .off } else if hasPast { self = .over }
  }
}

extension [AgendaItem] {
  /// The one that a page shows as the next: the first that takes place; where none does, the first that was to.
  package var nextHeld: AgendaItem? { first { !$0.occurrence.isOff } ?? first }
}
