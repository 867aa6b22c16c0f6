import Presenting
import Site

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

  init(site: Site) {
    var bearers: [String: Bearers] = [:]
    func each(_ tags: [Tag], _ change: (inout Bearers) -> Void) {
      for tag in tags { change(&bearers[tag.slug, default: Bearers(tag: tag)]) }
    }
    for item in site.news { each(item.entry.tags) { $0.news.append(item) } }
    for event in site.events { each(event.entry.tags) { $0.events.append(event) } }
    for kind in EntryKind.allCases where ![.news, .event, .issue].contains(kind) {
      for other in site.entries(of: kind) {
        each(other.entry.tags) { $0.others.append(EntryLink(title: other.title, path: other.path)) }
      }
    }
    all = bearers.values.sorted { $0.tag.slug < $1.tag.slug }
  }
}
