import Site
import Time

/// One event in one list, which names it once; what is not as its rule has it is a line of its own.
package struct EventLine: Sendable, Hashable {
  package var event: Event
  /// The date that it stands for; `nil` where none is known.
  package var item: AgendaItem?
  /// How it returns, in words; `nil` for what takes place once, and for one date that differs.
  package var returning: String?
  /// Further dates of it in the list that are as announced, soonest first, where they are so few that they can be named.
  package var others: [AgendaItem]
  /// Of a regular meeting: the dates before ``item`` that were announced and do not take place.
  package var calledOff: [AgendaItem]
  /// Of a regular meeting: the days soon to come that its words include and on which it is not held.
  package var skipped: [CivilDay]

  package init(
    event: Event, item: AgendaItem? = nil, returning: String? = nil, others: [AgendaItem] = [],
    calledOff: [AgendaItem] = [], skipped: [CivilDay] = []
  ) {
    self.event = event
    self.item = item
    self.returning = returning
    self.others = others
    self.calledOff = calledOff
    self.skipped = skipped
  }

  /// The line of one date.
  package init(_ item: AgendaItem) { self.init(event: item.event, item: item) }

  /// What is to be known besides when and where: of its date, else of all of the event.
  package var state: StateWords? { item.map(\.state) ?? StateWords(event.schedule) }

  /// « sauf le lundi 6 avril », « aussi le dimanche 26 avril »; `nil` where there is nothing to add to ``returning``.
  package var remarks: String? {
    let parts = [French.except(skipped), French.also(others.map(\.occurrence.span.firstDay))].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\u{A0}; ")
  }
}
