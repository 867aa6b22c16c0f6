import Site
import Time

/// One event in one list, which names it once; what is not as its rule has it is a line of its own.
package struct EventLine: Sendable, Hashable {
  package var event: Event
  /// The date that it stands for; `nil` where none is known.
  package var item: AgendaItem?
  /// How it returns, in words; `nil` for what takes place once, and for one date that differs.
  package var returning: String?
  /// Where it is by that rule.
  package var usualLocation: Location?
  /// Further dates of it in the list that are as announced, soonest first, where they are so few that they can be named.
  package var others: [AgendaItem]
  /// Of a regular meeting: the dates before ``item`` that were announced and do not take place.
  package var calledOff: [AgendaItem]

  /// The line of an event of which no date is to be told.
  package init(event: Event) {
    self.event = event
    usualLocation = event.location
    (others, calledOff) = ([], [])
  }

  /// The line of one date.
  package init(_ item: AgendaItem) {
    self.init(event: item.event)
    self.item = item
  }

  /// The line of what returns, in the words of its rule as of `day`.
  ///
  /// - Parameters:
  ///   - dates: those that the line stands for: the rules that they go by are named.
  ///   - skipped: days of these rules on which it is not held.
  package init(
    event: Event, item: AgendaItem?, asOf day: CivilDay, dates: [AgendaItem] = [], without skipped: [CivilDay] = []
  ) {
    self.init(event: event)
    self.item = item
    let ruled = dates.filter { !$0.isException }
    let days = (ruled.isEmpty ? dates : ruled).map(\.occurrence.plannedDay)
    let range = days.min().flatMap { first in days.max().map { first...$0 } }
    // Words know places by their names alone.
    let schedule = event.schedule.mappingLocations { location in
      dates.first { $0.occurrence.location == location }?.venue.map { .named($0.name) } ?? location
    }
    returning = French.returning(schedule, on: day, dates: range, without: skipped)
    usualLocation = event.schedule.usualLocation(on: max(day, range?.lowerBound ?? day)) ?? event.location
  }

  /// The title of the event, with that which its date has alone.
  package var title: String { item?.title ?? event.title }

  /// What is to be known besides when and where: of its date, else of all of the event.
  package var state: StateWords? { item.map(\.state) ?? StateWords(event.schedule) }

  /// « aussi le dimanche 26 avril »; `nil` where there is nothing to add to ``returning``.
  package var remarks: String? { French.also(others.map { ($0.occurrence.span.firstDay, own(of: $0)) }) }

  /// What a further date has of its own: « L’émail, de 10 h à 12 h, La Scène »; `nil` where it is as ``item``.
  private func own(of other: AgendaItem) -> String? {
    guard let item else { return nil }
    func hours(_ item: AgendaItem) -> String? {
      French.hours(item.occurrence.span) ?? French.untilWhen(item.occurrence.span)
    }
    let words = [
      other.occurrence.title, hours(other) == hours(item) ? nil : hours(other),
      other.venue == item.venue ? nil : other.venue?.name, other.state?.label.firstLowercased,
    ]
    let own = words.compactMap { $0 }.joined(separator: ", ")
    return own.isEmpty ? nil : own
  }
}
