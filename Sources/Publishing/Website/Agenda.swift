import Presenting
import Site
import Time

/// All occurrences of all events, found once for the pages that list them. Those of rules that never end are followed to
/// the end of ``lastMonth``, so that no month is shown in part; a rule with an end is followed for ten years at most, and
/// no rule back for more than a hundred.
struct Agenda: Sendable {
  /// In the order of time.
  let items: [AgendaItem]
  /// Positions in ``items`` of each event's, in the order of time.
  private let positions: [EntryKey: [Int]]
  let today: CivilDateTime

  init(site: Site, today: CivilDateTime) {
    self.today = today
    var items: [AgendaItem] = []
    for event in site.events {
      guard let start = event.schedule.firstDay else { continue }
      let first = event.schedule.isRule ? max(start, today.day.adding(days: -36_525)) : start
      let last = Self.lastDay(of: event.schedule, today: today.day)
      guard first <= last else { continue }
      for occurrence in event.schedule.occurrences(in: first...last) {
        items.append(
          AgendaItem(
            event: event, occurrence: occurrence, venue: site.venue(of: event, at: occurrence),
            isOver: occurrence.span.isPast(at: today)))
      }
    }
    items = Self.sorted(items)
    var positions: [EntryKey: [Int]] = [:]
    for (position, item) in items.enumerated() { positions[item.event.key, default: []].append(position) }
    self.items = items
    self.positions = positions
  }

  /// The last month of the agenda as of `today`: the twelfth from it.
  private static func lastMonth(asOf today: CivilDay) -> CivilMonth { today.civilMonth.adding(months: 12) }

  /// The last month of which a page is made.
  var lastMonth: CivilMonth { Self.lastMonth(asOf: today.day) }

  private static func lastDay(of schedule: Schedule, today: CivilDay) -> CivilDay {
    let limit = lastMonth(asOf: today).lastDay
    guard let last = schedule.lastDay else { return limit }
    guard schedule.isRule else { return last }
    return min(last, max(today, schedule.firstDay ?? today).adding(days: 3653))
  }

  /// `items` in their order. The minutes are compared first and apart: they are what differs nearly always.
  static func sorted(_ items: [AgendaItem]) -> [AgendaItem] {
    let minutes = items.map { item in
      let start = item.occurrence.span.start.firstMinute
      return start.day.number * 1440 + start.minuteOfDay
    }
    let order = items.indices.sorted { a, b in
      minutes[a] == minutes[b] ? isBefore(items[a], items[b]) : minutes[a] < minutes[b]
    }
    return order.map { items[$0] }
  }

  /// The order of every agenda: by start, what is less precise first, then by title and address.
  static func isBefore(_ a: AgendaItem, _ b: AgendaItem) -> Bool {
    let (x, y) = (a.occurrence.span.start, b.occurrence.span.start)
    if x.firstMinute != y.firstMinute { return x.firstMinute < y.firstMinute }
    if x.precision != y.precision { return x.precision.rawValue < y.precision.rawValue }
    if a.event.key != b.event.key { return SiteOrder.byTitle(a.event, b.event) }
    return a.occurrence.key < b.occurrence.key
  }

  /// The occurrences of one event.
  func items(of event: EntryKey) -> [AgendaItem] { (positions[event] ?? []).map { items[$0] } }

  /// The occurrences of each event.
  var itemsOfEvents: some Sequence<[AgendaItem]> { positions.values.lazy.map { [items] in $0.map { items[$0] } } }

  /// The occurrences of several events, in the order of time.
  func items(of events: [Event]) -> [AgendaItem] {
    events.flatMap { positions[$0.key] ?? [] }.sorted().map { items[$0] }
  }

  /// What is to come or runs. What was put off to no known date is neither to come nor past.
  func upcoming(_ items: [AgendaItem]) -> [AgendaItem] {
    items.filter { $0.occurrence.state != .postponed && !$0.isOver }
  }

  /// The first minute after ``today`` at which something that is to come begins or is over, or the day is.
  var nextChange: CivilDateTime {
    var next = CivilDateTime(day: today.day.adding(days: 1), minuteOfDay: 0)
    for item in items {
      for minute in [item.occurrence.span.start.firstMinute, item.occurrence.span.endMinute] {
        if let minute, minute > today { next = min(next, minute) }
      }
    }
    return next
  }

  /// What is over, in the order given. What was never confirmed is not said to have taken place.
  func past(_ items: [AgendaItem]) -> [AgendaItem] {
    items.filter { ![.postponed, .tentative].contains($0.occurrence.state) && $0.isOver }
  }

  /// All that is to be said of these events as of today.
  func groups(of events: [Event]) -> EventGroups { groups(of: events, items(of: events)) }

  /// All that is to be said as of today of `items`, which are dates of `events`.
  private func groups(of events: [Event], _ items: [AgendaItem]) -> EventGroups {
    EventGroups(upcoming(items), of: events, on: today.day)
  }

  /// What a page lists of these events: their dates of the coming weeks, or the next ones where these are few. The months
  /// have all.
  func soon(_ events: [Event]) -> EventGroups { soon(events, items(of: events)) }

  /// What a page lists of `items`, which are dates of `events`.
  func soon(_ events: [Event], _ items: [AgendaItem]) -> EventGroups {
    var groups = groups(of: events, items)
    let last = today.day.adding(days: EventGroups.soon)
    var shown = groups.dated.prefix { ($0.item?.occurrence.span.firstDay ?? last) <= last }
    if shown.count < Self.soonLength.lowerBound { shown = groups.dated.prefix(Self.soonLength.lowerBound) }
    groups.dated = Array(shown.prefix(Self.soonLength.upperBound))
    return groups
  }

  /// How many lines of coming dates a page has at least, where more is to come than its weeks hold, and at most.
  private static let soonLength = 8...30

  /// The past of a list, each event once, newest first, no longer than a list is read.
  func pastLines(_ items: [AgendaItem]) -> [EventLine] {
    Array(EventGroups.past(past(items), on: today.day).prefix(Self.pastLength))
  }

  /// How many past events a list has at most: all of them stand in the pages of the years.
  private static let pastLength = 6
}

extension Site {
  /// The partners with these keys, in this order.
  func partners(_ keys: [EntryKey]) -> [Partner] { keys.compactMap { partner($0) } }
}
