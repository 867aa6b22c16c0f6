import Markup

/// The orders in which the site keeps its entries. Every order is total, so that the same content gives the same lists.
enum SiteOrder {
  static func news(_ a: News, _ b: News) -> Bool {
    let (x, y) = (a.date.firstMinute, b.date.firstMinute)
    return x == y ? byKey(a, b) : x > y
  }

  static func events(_ a: Event, _ b: Event) -> Bool {
    switch (a.schedule.firstDay, b.schedule.firstDay) {
    case (let x?, let y?) where x != y: return x < y
    case (_?, nil): return true
    case (nil, _?): return false
    default: return byTitle(a, b)
    }
  }

  static func byTitle(_ a: some HasEntry, _ b: some HasEntry) -> Bool {
    let (x, y) = (Folding.folded(a.title), Folding.folded(b.title))
    return x == y ? byKey(a, b) : x < y
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
