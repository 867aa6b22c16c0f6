import Site
import Text
import Time

/// What one list says of events: each once, in the part where people look for it. Home page, agenda, places, partners, series,
/// tags and letters all ask for it.
package struct EventGroups: Sendable, Hashable {
  /// What takes place on a day or in a month, in the order of time: what is not regular, and each date that is not as the
  /// rule of its event has it.
  package var dated: [EventLine]
  /// « En ce moment »: what began before and still runs.
  package var ongoing: [EventLine]
  /// « Rendez-vous réguliers ».
  package var regular: [EventLine]
  /// What was put off to no known date, or whose date is not known.
  package var undated: [EventLine]

  package init(
    dated: [EventLine] = [], ongoing: [EventLine] = [], regular: [EventLine] = [], undated: [EventLine] = []
  ) {
    self.dated = dated
    self.ongoing = ongoing
    self.regular = regular
    self.undated = undated
  }

  package var isEmpty: Bool { dated.isEmpty && ongoing.isEmpty && regular.isEmpty && undated.isEmpty }

  /// The groups as of `day`.
  ///
  /// - Parameters:
  ///   - items: the dates of the list, in the order of time; those that are over are not looked for.
  ///   - events: the events it is about, in their order; those without a date among `items` are in it where no day of them
  ///     is known.
  ///   - last: up to which day it is said what differs from a rule; six weeks at least.
  package init(_ items: [AgendaItem], of events: [Event], on day: CivilDay, through last: CivilDay? = nil) {
    self.init()
    let days = day...max(last ?? day, day.adding(days: Self.soon))
    var positions: [EntryKey: [Int]] = [:]
    for (position, item) in items.enumerated() { positions[item.event.key, default: []].append(position) }
    var placed: [(position: Int, line: EventLine)] = []
    for event in events {
      let isRegular = event.schedule.isRegular(on: day)
      guard let own = positions[event.key] else {
        addUndated(event, isRegular: isRegular, on: day)
        continue
      }
      let running = own.first { items[$0].occurrence.goesOn(on: day) }
      if let running { ongoing.append(EventLine(items[running])) }
      // What is called off as a whole is said once.
      let isOff = StateWords(event.schedule)?.kind == .off
      let rest = isOff ? Array(own.prefix(1)) : own.filter { $0 != running }
      guard isRegular || event.schedule.returns, let first = rest.first else {
        placed += rest.map { ($0, EventLine(items[$0])) }
        continue
      }
      let held = rest.first { !items[$0].occurrence.isOff }
      let exceptions = rest.filter { items[$0].isException }
      if isRegular {
        // Where only single dates of it belong to the list, it is not regular there.
        if rest.contains(where: { items[$0].occurrence.isAsPlanned }) {
          regular.append(Self.regularLine(event, items, rest, held, days))
        }
        placed += exceptions.map { ($0, EventLine(items[$0])) }
      } else {
        let shown = held ?? first
        let others = rest.filter { $0 != shown && !exceptions.contains($0) }
        var line = EventLine(
          event: event, item: items[shown], asOf: day, dates: Self.near(rest.map { items[$0] }, days))
        if others.count <= Self.fewDates { line.others = others.map { items[$0] } }
        placed.append((shown, line))
        placed += exceptions.filter { $0 != shown }.map { ($0, EventLine(items[$0])) }
      }
    }
    dated = placed.sorted { $0.position < $1.position }.map(\.line)
  }

  private mutating func addUndated(_ event: Event, isRegular: Bool, on day: CivilDay) {
    switch (event.schedule.plan, event.schedule.status) {
    case (.undated, _) where isRegular:
      regular.append(EventLine(event: event, item: nil, asOf: day))
    case (.undated, _), (_, .postponed(to: nil)): undated.append(EventLine(event: event))
    default: break
    }
  }

  private static func regularLine(
    _ event: Event, _ items: [AgendaItem], _ own: [Int], _ held: Int?, _ days: ClosedRange<CivilDay>
  ) -> EventLine {
    let dates = near(own.map { items[$0] }, days)
    var line = EventLine(
      event: event, item: held.map { items[$0] }, asOf: days.lowerBound, dates: dates,
      without: event.schedule.skippedDays(in: days))
    line.calledOff = own.filter { $0 < held ?? .max && items[$0].occurrence.isOff }.map { items[$0] }
    return line
  }

  /// Those of `days`, or the first where there are none.
  private static func near(_ dates: [AgendaItem], _ days: ClosedRange<CivilDay>) -> [AgendaItem] {
    let near = dates.filter { $0.occurrence.plannedDay <= days.upperBound }
    return near.isEmpty ? Array(dates.prefix(1)) : near
  }

  /// How many further dates a line names at most.
  private static let fewDates = 3
  /// Days ahead that « soon » means: six weeks, as in a letter.
  package static let soon = 41
}

extension EventGroups {
  /// Past dates, each event once with its last date, newest first; what is regular on `day` stands elsewhere.
  package static func past(_ items: [AgendaItem], on day: CivilDay) -> [EventLine] {
    items.reversed().uniqued { $0.event.key }.filter { !$0.event.schedule.isRegular(on: day) }.map { item in
      EventLine(event: item.event, item: item, asOf: item.occurrence.span.firstDay)
    }
  }

  /// The next different events of a short list: what takes place once before what returns, one line an event, no more than
  /// `limit`, in the order of time; a single date that differs is said beside its regular meeting.
  package func next(_ limit: Int) -> [EventLine] {
    var seen = Set(regular.map(\.event.key))
    let different = dated.enumerated().filter { seen.insert($0.element.event.key).inserted }
    let ranked = different.filter { $0.element.returning == nil } + different.filter { $0.element.returning != nil }
    return ranked.prefix(limit).sorted { $0.offset < $1.offset }.map(\.element)
  }
}
