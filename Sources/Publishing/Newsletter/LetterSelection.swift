import Presenting
import Site
import Time

/// What an issue holds. It follows from the content alone, never from today's date: a letter that was sent does not
/// change because time passes.
struct LetterSelection: Sendable {
  let site: Site
  /// Positions of the events that have dates, with the first and the last day of theirs: an issue looks at the others
  /// no further.
  private let dated: [(position: Int, first: CivilDay, last: CivilDay?)]

  init(site: Site) {
    self.site = site
    dated = site.events.indices.compactMap { position in
      let schedule = site.events[position].schedule
      return schedule.firstDay.map { (position, $0, schedule.lastDay) }
    }
  }

  /// The issue with all that it holds, and these links.
  func letter(of issue: Issue, links: LetterLinks) -> Letter {
    let news = news(of: issue)
    let agenda = agenda(of: issue)
    let held = Set(agenda.map(\.event.key))
    let events = site.events.filter { event in
      held.contains(event.key) || (event.schedule.isRegular(on: issue.sendDate) && event.schedule.firstDay == nil)
    }.filter { !issue.excluded.contains($0.key) }
    return Letter(
      site: site, issue: issue, news: news, agenda: agenda,
      groups: EventGroups(agenda, of: events, on: issue.sendDate), partners: partners(of: news, events), links: links)
  }

  // MARK: News

  /// News dated after this day are in: `depuis`, else the day the previous issue was sent, else the last day of the month
  /// before the issue's own.
  func since(of issue: Issue) -> CivilDay {
    if let since = issue.since { return since }
    if let previous = previous(of: issue) { return previous.sendDate }
    return issue.sendDate.civilMonth.adding(months: -1).lastDay
  }

  private func previous(of issue: Issue) -> Issue? {
    guard let position = site.issues.firstIndex(where: { $0.key == issue.key }) else { return nil }
    return position + 1 < site.issues.count ? site.issues[position + 1] : nil
  }

  /// Pinned ones first in the order of the pins, then as listed, or newest first.
  func news(of issue: Issue) -> [News] {
    let pinned = issue.pinned.compactMap { site.news($0) }
    let chosen: [News]
    switch issue.news {
    case .listed(let keys): chosen = keys.compactMap { site.news($0) }
    case .automatic: chosen = dated(after: since(of: issue), sentWith: issue)
    }
    var seen = issue.excluded
    return (pinned + chosen).filter { seen.insert($0.key).inserted }
  }

  private func dated(after since: CivilDay, sentWith issue: Issue) -> [News] {
    site.news.filter { item in
      let day = item.date.firstDay
      guard day > since, day <= issue.sendDate else { return false }
      return item.publishedFrom.map { $0.day <= issue.sendDate } ?? true
    }
  }

  // MARK: Agenda

  /// Weeks that no letter looks beyond: two years.
  private static let longestLook = 104

  /// What starts within the weeks ahead, or runs on the day of sending, in the order of time.
  func agenda(of issue: Issue) -> [AgendaItem] {
    let first = issue.sendDate
    let last = first.adding(days: max(1, 7 * max(0, min(issue.weeksAhead, Self.longestLook))) - 1)
    var items: [AgendaItem] = []
    for (position, start, end) in dated where start <= last && end.map({ $0 >= first }) ?? true {
      let event = site.events[position]
      if issue.excluded.contains(event.key) { continue }
      for occurrence in event.schedule.occurrences(in: first...last) {
        // Without a week ahead only what already runs is reported.
        if issue.weeksAhead < 1, occurrence.span.firstDay >= first { continue }
        items.append(AgendaItem(event: event, occurrence: occurrence, venue: site.venue(of: event, at: occurrence)))
      }
    }
    return Agenda.sorted(items)
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

extension LetterLinks {
  /// The links of a letter as it stands on the site, where nobody has to be let go.
  static func onSite(_ issue: Issue, of site: Site) -> LetterLinks {
    LetterLinks(readOnline: site.settings.absoluteAddress(of: issue.path), unsubscribe: nil)
  }
}
