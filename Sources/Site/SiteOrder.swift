import Text

/// The orders in which the site keeps its entries. Every order is total, so that the same content gives the same lists. What is
/// compared is worked out once for each entry where there may be thousands.
package enum SiteOrder {
  /// Newest first.
  static func sorted(_ news: [News]) -> [News] {
    let keys = news.map { (minute: $0.date.firstMinute, slug: $0.key.slug) }
    return news.indices.sorted { a, b in
      let (x, y) = (keys[a], keys[b])
      return x.minute == y.minute ? x.slug < y.slug : x.minute > y.minute
    }.map { news[$0] }
  }

  /// By first day, undated ones last, then by title.
  static func sorted(_ events: [Event]) -> [Event] {
    let days = events.map(\.schedule.firstDay)
    return events.indices.sorted { a, b in
      switch (days[a], days[b]) {
      case (let x?, let y?) where x != y: return x < y
      case (_?, nil): return true
      case (nil, _?): return false
      default: return byTitle(events[a], events[b])
      }
    }.map { events[$0] }
  }

  package static func byTitle(_ a: some HasEntry, _ b: some HasEntry) -> Bool {
    NaturalOrder.ofTitles(a.title, b.title, orElse: byKey(a, b))
  }

  static func pages(_ a: Page, _ b: Page) -> Bool {
    switch (a.menu, b.menu) {
    case (let x?, let y?) where x != y: return x < y
    case (_?, nil): return true
    case (nil, _?): return false
    default: return byTitle(a, b)
    }
  }

  static func issues(_ a: Issue, _ b: Issue) -> Bool {
    a.sendDate == b.sendDate ? byKey(a, b) : a.sendDate > b.sendDate
  }

  private static func byKey(_ a: some HasEntry, _ b: some HasEntry) -> Bool { a.key.slug < b.key.slug }
}
