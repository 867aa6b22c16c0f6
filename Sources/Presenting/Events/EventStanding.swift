import Site
import Time

/// The state of all of an event as of a moment: the one table that page, head of the page and structured data go by. The
/// states of single dates are ``Time/StateWords``.
package struct EventStanding: Sendable, Hashable {
  package var participation: Participation
  /// What stands out at the head of the page and before its description; `nil` where the event simply takes place.
  package var label: StateWords?

  /// - Parameters:
  ///   - upcoming: the occurrences that are not over, soonest first; some of them where there are too many.
  ///   - areAll: whether they are all.
  package init(of event: Event, upcoming: [Occurrence], areAll: Bool = true, at now: CivilDateTime? = nil) {
    participation = Participation(of: event, at: now)
    let schedule = event.schedule
    let held = upcoming.filter { !$0.isOff }
    if participation.takesPlace, areAll {
      if upcoming.isEmpty {
        if schedule.firstDay != nil { participation = .over }
      } else if let shared = Participation(inAll: upcoming) {
        participation = shared
      }
    }
    switch participation {
    case .over: label = schedule.status == .tentative ? .unconfirmed : .over
    case .off: label = StateWords(schedule) ?? upcoming.first.flatMap { StateWords($0) }
    case .full, .closed, .open:
      // Where there are several dates, what has become of the next one stands beside it.
      label = StateWords(schedule) ?? (schedule.returns ? nil : held.first.flatMap { StateWords($0) })
      if label == nil, participation == .full { label = .full }
      if label == nil, participation == .closed { label = .registrationClosed }
      if label == nil, let now, let first = held.first, first.goesOn(on: now.day) { label = .running(first.span) }
    }
  }
}
