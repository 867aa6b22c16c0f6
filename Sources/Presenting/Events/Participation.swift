import Site
import Time

/// Whether people may still come to an event, as far as it can be said: it decides whether they are invited to register, to
/// follow it online, to note it in their calendar, to buy.
package enum Participation: Sendable, Hashable {
  /// It takes place, or is to.
  case open
  /// It takes place, and no seat is left.
  case full
  /// It takes place, and it is too late to register.
  case closed
  /// It does not take place: cancelled, or put off to no known date.
  case off
  /// All of it has been.
  case over

  /// Whether there is something to come to.
  package var takesPlace: Bool { self != .off && self != .over }

  /// By what is written alone, and by the moment where one is given; what has no moment of its own, as a calendar, gives none.
  package init(of event: Event, at now: CivilDateTime? = nil) {
    switch event.schedule.status {
    case .cancelled, .postponed(to: nil): self = .off
    case .confirmed, .tentative, .postponed:
      if let shared = Participation(inAll: event.schedule.singledOut) {
        self = shared
      } else if event.schedule.isFull {
        self = .full
      } else if let until = event.registerBy, let now, Span(start: until, end: until).isPast(at: now) {
        self = .closed
      } else {
        self = .open
      }
    }
  }

  /// The same for one of several dates: nobody is invited to what is called off, or to register where no seat is left.
  package func narrowed(to date: Occurrence) -> Participation {
    if !takesPlace { return self }
    return date.isOff ? .off : date.isFull ? .full : self
  }

  /// What is true of all of these dates: that none is held, or that no seat is left at any that is; `nil` where neither is, and
  /// where there are none.
  init?(inAll dates: [Occurrence]) {
    let held = dates.filter { !$0.isOff }
    guard !dates.isEmpty, held.allSatisfy(\.isFull) else { return nil }
    self = held.isEmpty ? .off : .full
  }
}

extension Schedule {
  /// All its dates, where they are known and something is said of single ones; none else.
  fileprivate var singledOut: [Occurrence] {
    guard !cancelled.isEmpty || !full.isEmpty, let first = firstDay, let last = lastDay else { return [] }
    return occurrences(in: first...last)
  }
}

extension [AgendaItem] {
  /// The one that a page shows as the next: the first that takes place; where none does, the first that was to.
  package var nextHeld: AgendaItem? { first { !$0.occurrence.isOff } ?? first }
}
