import Presenting
import Site
import Time

/// The dates that an issue announces.
extension LetterSelection {
  /// The days that the agenda of an issue looks at.
  static func days(of issue: Issue) -> ClosedRange<CivilDay> {
    let weeks = max(0, min(issue.weeksAhead, Issue.mostWeeksAhead))
    return issue.sendDate...issue.sendDate.adding(days: max(1, 7 * weeks) - 1)
  }

  /// What starts within the weeks ahead, or runs on the day of sending, and what has become since of what was announced.
  func agenda(of issue: Issue) -> LetterAgenda {
    agendas.agenda(of: issue) {
      let announced = announced(by: issue)
      let items = announced.map(\.item)
      let held = Set(items.map(\.event.key)).union(regular(of: issue))
      let events = site.events.filter { held.contains($0.key) && !issue.excluded.contains($0.key) }
      var (updates, links): ([AgendaItem: String], [AgendaItem: String]) = ([:], [:])
      for (item, update, now) in announced {
        updates[item] = update
        links[item] = now.flatMap { CalendarLinks.google($0, of: item.event, in: site) }
      }
      return LetterAgenda(
        items: items, updates: updates, events: events,
        groups: EventGroups(items, of: events, on: issue.sendDate, through: Self.days(of: issue).upperBound),
        googleLinks: links)
    }
  }

  /// The dates of an issue as it had them, what is otherwise now, and the dates as they are; `nil` for those that are gone.
  private func announced(by issue: Issue) -> [(item: AgendaItem, update: String?, now: Occurrence?)] {
    let end = end(of: issue)
    var announced: [AgendaItem] = []
    switch issue.events {
    case .listed(let dates):
      for date in dates where !issue.excluded.contains(date.event) {
        guard let event = schedule(of: date.event, before: end) else { continue }
        announced += Self.named(date, of: event, by: issue).map { item(event, $0) }
      }
    case .automatic:
      guard issue.corrects == nil else { break }
      for event in events(in: Self.days(of: issue), before: end)
      where !issue.excluded.contains(event.key) && Self.isShown(event.entry, when: issue) {
        for occurrence in event.schedule.occurrences(in: Self.days(of: issue)) {
          // Without a week ahead only what already runs is reported.
          if issue.weeksAhead < 1, occurrence.span.firstDay >= issue.sendDate { continue }
          announced.append(item(event, occurrence))
        }
      }
    }
    return Agenda.sorted(announced.uniqued()).map { current(of: $0) }
  }

  private func item(_ event: Event, _ occurrence: Occurrence) -> AgendaItem {
    AgendaItem(event: event, occurrence: occurrence, venue: site.venue(of: event, at: occurrence))
  }

  /// The events that may have dates in these days, as they were before `end`; those that are gone have no page to lead to.
  private func events(in days: ClosedRange<CivilDay>, before end: Instant?) -> [Event] {
    var result: [Event] = []
    for (position, start, last) in spans.dated
    where start <= days.upperBound && last.map({ $0 >= days.lowerBound }) ?? true {
      let event = site.events[position]
      if case .asNow = state(of: event.key, before: end) { result.append(event) }
    }
    guard end != nil else { return result }
    for key in changed where site.event(key) != nil {
      if let event = earlier(key, before: end) { result.append(event) }
    }
    return result
  }

  /// An event as it was before `end`; one that came later, as it is: a letter that names it holds it.
  private func schedule(of key: EntryKey, before end: Instant?) -> Event? {
    site.event(key).map { earlier(key, before: end) ?? $0 }
  }

  /// An event that was otherwise before `end`, by the name it has now: its file may have had another.
  private func earlier(_ key: EntryKey, before end: Instant?) -> Event? {
    guard case .otherwise(.event(var event)) = state(of: key, before: end) else { return nil }
    event.entry.key = key
    return site.withPlacesOfNow(event)
  }

  /// The occurrences that an issue names.
  private static func named(_ named: Issue.Date, of event: Event, by issue: Issue) -> [Occurrence] {
    guard let date = named.date else {
      let found = event.schedule.occurrences(in: days(of: issue))
      if !found.isEmpty { return found }
      let start = CivilDateTime(day: issue.sendDate, minuteOfDay: 0)
      return event.schedule.next(at: start, limit: 1)
    }
    // By the day for which it was planned: it may take place elsewhen.
    let all = event.schedule.occurrences(near: date.firstDay).filter { occurrence in
      occurrence.plannedDay == date.firstDay || occurrence.span.firstDay == date.firstDay
    }
    guard case .minute(let minute) = date, all.count > 1 else { return all }
    let exact = all.filter { $0.span.start.firstMinute == minute || $0.announced?.start.firstMinute == minute }
    return exact.isEmpty ? all : exact
  }

  /// An item as it was announced, in the words of today's event, with what is otherwise now.
  private func current(of item: AgendaItem) -> (item: AgendaItem, update: String?, now: Occurrence?) {
    guard let event = site.event(item.event.key) else { return (item, nil, nil) }
    var item = item
    let announced = item.event
    item.event = event
    if event.schedule == announced.schedule, event.location == announced.location {
      return (item, nil, item.occurrence)
    }
    let now = event.schedule.occurrence(thatWas: item.occurrence)
    let venue = now.flatMap { site.venue(of: event, at: $0) }
    // A correction of words shows.
    if let now { item.occurrence.title = now.title }
    return (item, LetterUpdate.words(from: (item.occurrence, item.venue), to: now.map { ($0, venue) }), now)
  }

  /// Regular meetings without dates, as far as they were there.
  private func regular(of issue: Issue) -> [EntryKey] {
    let all = spans.undated.lazy.map { site.events[$0] }.filter { $0.schedule.isRegular(on: issue.sendDate) }.map(\.key)
    if case .listed(let dates) = issue.events {
      let named = Set(dates.map(\.event))
      return all.filter(named.contains)
    }
    if issue.corrects != nil { return [] }
    let end = end(of: issue)
    return all.filter { key in
      if case .absent = state(of: key, before: end) { return false }
      return site.event(key).map { Self.isShown($0.entry, when: issue) } ?? true
    }
  }
}

extension Schedule {
  /// How far a date may have been moved to be found, in days.
  private static let farthestMove = 400

  /// The occurrences planned for a day or taking place on it, and others around it.
  fileprivate func occurrences(near day: CivilDay) -> [Occurrence] {
    occurrences(in: day.adding(days: -Self.farthestMove)...day.adding(days: Self.farthestMove))
  }

  /// What has become of an occurrence that the schedule had before it was changed; `nil` where it has it no more.
  fileprivate func occurrence(thatWas earlier: Occurrence) -> Occurrence? {
    if !isRule, let first = firstDay, let last = lastDay {
      let all = occurrences(in: first...last)
      if all.count == 1 { return all[0] }
    }
    return occurrences(near: earlier.plannedDay).first { $0.plannedDay == earlier.plannedDay }
  }
}
