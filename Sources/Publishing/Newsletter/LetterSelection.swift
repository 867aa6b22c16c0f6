import Presenting
import Site
import Text
import Threads
import Time

/// What an issue holds. It follows from the content and, of an issue that was sent, from what had landed by then: a letter
/// does not change because time passes, nor because something is written later.
struct LetterSelection: Sendable {
  let site: Site
  let today: CivilDateTime
  private let spans: EventSpans
  private let agendas: LetterAgendas
  /// What was not as it is now when some letter was sent, of those that are gone too.
  let changed: [EntryKey]
  private let isChanged: Set<EntryKey>
  /// What issues of the site hold, by their keys, as far as it was asked for.
  private let holdings = Locked<[EntryKey: Set<EntryKey>]>([:])

  /// - Parameters:
  ///   - spans: of the site's events, where they are known.
  ///   - agendas: those that are known of its issues.
  init(site: Site, today: CivilDateTime, spans: EventSpans? = nil, agendas: LetterAgendas = LetterAgendas()) {
    self.agendas = agendas
    self.site = site
    self.today = today
    self.spans = spans ?? EventSpans(of: site.events)
    let versions = site.history.versions ?? [:]
    changed = versions.filter { $0.value.contains { if case .otherwise = $0.state { true } else { false } } }
      .map(\.key).sorted { $0.slug < $1.slug }
    isChanged = Set(changed)
  }

  /// The issue with all that it holds, and these links.
  func letter(of issue: Issue, links: LetterLinks) -> Letter {
    let news = news(of: issue)
    let agenda = agenda(of: issue)
    var letter = Letter(
      site: site, issue: issue, news: news, agenda: agenda.items, groups: agenda.groups,
      partners: partners(of: news, agenda.events), links: links)
    letter.updates = agenda.updates
    letter.googleLinks = agenda.googleLinks
    return letter
  }

  /// Whether an issue holds neither news nor dates.
  func isEmpty(_ issue: Issue) -> Bool { news(of: issue).isEmpty && agenda(of: issue).items.isEmpty }

  // MARK: What had landed

  /// The moment before which something must have landed to be in an issue that was sent; `nil` where dates alone decide: it
  /// is still to be sent, nothing is known of its time, or it was written down later.
  func end(of issue: Issue) -> Instant? {
    guard issue.isSent(at: today), let last = issue.lastMinute else { return nil }
    let end = site.settings.zone.instant(of: last.adding(minutes: 1))
    guard case .asNow? = site.history.state(of: issue.key, before: end) else { return nil }
    return end
  }

  /// What was published of an entry when an issue was sent.
  func state(of key: EntryKey, before end: Instant?) -> EntryVersion.State {
    end.flatMap { site.history.state(of: key, before: $0) } ?? .asNow
  }

  // MARK: News

  /// News dated after this day are in: `depuis`, else the day the previous issue was sent, else the last day of the month
  /// before the issue's own.
  func since(of issue: Issue) -> CivilDay {
    if let since = issue.since { return since }
    if let previous = earlier(than: issue).first { return previous.sendDate }
    return issue.sendDate.civilMonth.adding(months: -1).lastDay
  }

  /// The issues before one, newest first, without corrections.
  private func earlier(than issue: Issue) -> [Issue] {
    guard let position = site.issues.firstIndex(where: { $0.key == issue.key }) else {
      return site.issues.filter { $0.corrects == nil && $0.sendDate < issue.sendDate }
    }
    return site.issues[(position + 1)...].filter { $0.corrects == nil }
  }

  /// Pinned ones first in the order of the pins, then as listed, or newest first.
  func news(of issue: Issue) -> [News] {
    let pinned = issue.pinned.compactMap { site.news($0) }
    let chosen: [News]
    switch issue.news {
    case .listed(let keys): chosen = keys.compactMap { site.news($0) }
    case .automatic: chosen = issue.corrects == nil ? automaticNews(of: issue) : []
    }
    return (pinned + chosen).filter { !issue.excluded.contains($0.key) }.uniqued(by: \.key)
  }

  private func automaticNews(of issue: Issue) -> [News] {
    let (since, end) = (since(of: issue), end(of: issue))
    let late = Set(late(for: issue, since: since, before: end).map(\.key))
    return site.news.filter { late.contains($0.key) || isDue($0, after: since, for: issue, before: end) }
  }

  /// Whether an item, as it was before `end`, is of the time of an issue.
  private func isDue(_ item: News, after since: CivilDay, for issue: Issue, before end: Instant?) -> Bool {
    // Nothing else can have been of another time.
    guard Self.isDated(item, after: since, for: issue) || isChanged.contains(item.key) else { return false }
    return switch state(of: item.key, before: end) {
    case .asNow: Self.isDated(item, after: since, for: issue)
    case .otherwise(.news(let earlier)): Self.isDated(earlier, after: since, for: issue)
    case .otherwise, .absent: false
    }
  }

  static func isDated(_ item: News, after since: CivilDay, for issue: Issue) -> Bool {
    let day = item.date.firstDay
    return day > since && day <= issue.sendDate && isShown(item.entry, when: issue)
  }

  /// Whether nothing that was written holds an entry back until after an issue was sent.
  private static func isShown(_ entry: Entry, when issue: Issue) -> Bool {
    entry.publishedFrom.map { $0.day <= issue.sendDate } ?? true
  }

  /// Days that an item may wait for the next letter.
  private static let longestWait = 92

  /// News that came too late for the letter of their time: they landed after it was sent, and no letter before `issue` holds
  /// them.
  func late(for issue: Issue, since: CivilDay, before end: Instant?) -> [News] {
    guard site.history.versions != nil, issue.since == nil else { return [] }
    let oldest = issue.sendDate.adding(days: -Self.longestWait)
    let earlier = earlier(than: issue).filter { $0.sendDate > oldest }
    let sent = earlier.compactMap { issue in self.end(of: issue).map { (issue, $0) } }
    guard !sent.isEmpty else { return [] }
    let candidates = site.news.filter { item in
      let day = item.date.firstDay
      guard day > oldest, day <= since, !issue.excluded.contains(item.key) else { return false }
      guard Self.isShown(item.entry, when: issue) else { return false }
      if case .absent = state(of: item.key, before: end) { return false }
      // The last letter that it could have been in had gone when it landed.
      guard let (_, moment) = sent.last(where: { day <= $0.0.sendDate }) else { return false }
      if case .absent = state(of: item.key, before: moment) { return true }
      return false
    }
    guard !candidates.isEmpty else { return [] }
    // From the oldest on: what one holds hangs on what those before it do.
    let held = earlier.reversed().reduce(into: Set<EntryKey>()) { $0.formUnion(holding(of: $1)) }
    return candidates.filter { !held.contains($0.key) }
  }

  /// The news that an issue of the site holds or leaves out by name, worked out once: each issue asks it of those before it, and
  /// they of theirs.
  private func holding(of issue: Issue) -> Set<EntryKey> {
    if let known = holdings.withLock({ $0[issue.key] }) { return known }
    let holding = Set(news(of: issue).map(\.key) + issue.excluded)
    holdings.withLock { $0[issue.key] = holding }
    return holding
  }

  // MARK: Agenda

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
      for (item, update) in announced {
        updates[item] = update
        links[item] = CalendarLinks.google(item.occurrence, of: item.event, in: site)
      }
      return LetterAgenda(
        items: items, updates: updates, events: events, groups: EventGroups(items, of: events, on: issue.sendDate),
        googleLinks: links)
    }
  }

  private func announced(by issue: Issue) -> [(item: AgendaItem, update: String?)] {
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
    return event
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
  private func current(of item: AgendaItem) -> (item: AgendaItem, update: String?) {
    guard let event = site.event(item.event.key) else { return (item, nil) }
    var item = item
    let announced = item.event
    item.event = event
    if event.schedule == announced.schedule, event.location == announced.location { return (item, nil) }
    let now = event.schedule.occurrence(thatWas: item.occurrence)
    let venue = now.flatMap { site.venue(of: event, at: $0) }
    return (item, LetterUpdate.words(from: (item.occurrence, item.venue), to: now.map { ($0, venue) }))
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

  // MARK: Partners

  private func partners(of news: [News], _ events: [Event]) -> [Partner] {
    let organizers = events.flatMap(\.organizers).compactMap { organizer -> EntryKey? in
      if case .partner(let key) = organizer { return key }
      return nil
    }
    let keys = Set(news.flatMap(\.entry.partners) + events.flatMap(\.entry.partners) + organizers)
    return site.partners.filter { keys.contains($0.key) }
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
