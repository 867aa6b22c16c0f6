import Text

/// What leads from a key to the entries, and from an entry to those that name it. Positions are those of the site's lists.
struct SiteIndex: Sendable {
  var positions: [EntryKey: Int] = [:]
  var newsNaming: [EntryKey: [Int]] = [:]
  var eventsNaming: [EntryKey: [Int]] = [:]

  init(_ lists: EntryLists) {
    for kind in EntryKind.allCases {
      for (position, entry) in lists[kind].enumerated() { positions[entry.key] = position }
    }
    for (position, item) in lists.news.enumerated() {
      for key in (item.entry.partners + item.events + [item.location?.place].compactMap { $0 }).uniqued() {
        newsNaming[key, default: []].append(position)
      }
    }
    for (position, event) in lists.events.enumerated() {
      for key in event.named { eventsNaming[key, default: []].append(position) }
    }
  }
}
