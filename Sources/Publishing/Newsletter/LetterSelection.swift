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
  let spans: EventSpans
  let agendas: LetterAgendas
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
  static func isShown(_ entry: Entry, when issue: Issue) -> Bool {
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
