import Presenting
import Site
import Time

/// The tags of all kinds of entries, and what bears each.
struct TagIndex: Sendable {
  struct Bearers: Sendable {
    var tag: Tag
    var news: [News] = []
    var events: [Event] = []
    var others: [EntryLink] = []
  }

  /// By slug.
  let all: [Bearers]

  /// - Parameter today: an issue that is not out yet is left aside.
  init(site: Site, today: CivilDateTime) {
    var bearers: [String: Bearers] = [:]
    for item in site.entries {
      if case .issue(let issue) = item, !issue.isOut(at: today) { continue }
      for tag in item.entry.tags {
        switch item {
        case .news(let news): bearers[tag.slug, default: Bearers(tag: tag)].news.append(news)
        case .event(let event): bearers[tag.slug, default: Bearers(tag: tag)].events.append(event)
        default:
          bearers[tag.slug, default: Bearers(tag: tag)].others.append(EntryLink(title: item.title, path: item.path))
        }
      }
    }
    all = bearers.values.sorted { $0.tag.slug < $1.tag.slug }
  }

  /// Those that `count` finds something for, by slug; where a list has no room for all of them, those for which it finds most.
  func list(atMost limit: Int, _ count: (Bearers) -> Int) -> (shown: [Bearers], areMore: Bool) {
    let borne = all.map { (bearers: $0, count: count($0)) }.filter { $0.count > 0 }
    guard borne.count > limit else { return (borne.map(\.bearers), false) }
    let most = borne.sorted { ($1.count, $0.bearers.tag.slug) < ($0.count, $1.bearers.tag.slug) }.prefix(limit)
    return (most.map(\.bearers).sorted { $0.tag.slug < $1.tag.slug }, true)
  }

  /// Whether a day is known of one of its events.
  static func hasCalendar(_ bearers: Bearers) -> Bool { bearers.events.contains { $0.schedule.isDated } }
}

extension SitePath {
  /// The calendar of what bears a tag.
  static func calendar(of tag: Tag) -> SitePath { tag.path.appending("agenda.ics") }
}
