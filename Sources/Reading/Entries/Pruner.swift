import Markup
import Site
import Time

/// Takes out of entries what they say of others that are left out.
struct Pruner {
  let dropped: Set<EntryKey>
  /// Their titles, to stand in the place of links.
  let titles: [EntryKey: String]
  private let addresses: Set<String>

  init(dropped: Set<EntryKey>, titles: [EntryKey: String]) {
    self.dropped = dropped
    self.titles = titles
    addresses = Set(dropped.map { SitePath.entry($0).text })
  }

  func pruned(_ content: ResolvedEntry.Content) -> ResolvedEntry.Content {
    switch content {
    case .news(let item): .news(pruned(item))
    case .event(let item): .event(pruned(item))
    case .series(let item): .series(pruned(item))
    case .place(let item): .place(pruned(item))
    case .partner(let item): .partner(pruned(item))
    case .page(let item): .page(pruned(item))
    case .issue(let item): .issue(pruned(item))
    }
  }

  private func pruned(_ news: News) -> News {
    var result = news
    result.entry = pruned(news.entry)
    result.events = kept(news.events)
    result.location = news.location.map(pruned)
    return result
  }

  private func pruned(_ event: Event) -> Event {
    var result = event
    result.entry = pruned(event.entry)
    result.location = event.location.map(pruned)
    result.organizers = event.organizers.map { organizer in
      guard case .partner(let key) = organizer, dropped.contains(key) else { return organizer }
      return .named(titles[key] ?? key.slug)
    }
    if let series = event.series, dropped.contains(series) { result.series = nil }
    for index in result.schedule.moved.indices {
      result.schedule.moved[index].location = result.schedule.moved[index].location.map(pruned)
    }
    return result
  }

  private func pruned(_ series: Series) -> Series { Series(entry: pruned(series.entry)) }

  private func pruned(_ place: Place) -> Place {
    var result = place
    result.entry = pruned(place.entry)
    return result
  }

  private func pruned(_ partner: Partner) -> Partner {
    var result = partner
    result.entry = pruned(partner.entry)
    return result
  }

  private func pruned(_ page: Page) -> Page {
    var result = page
    result.entry = pruned(page.entry)
    return result
  }

  private func pruned(_ issue: Issue) -> Issue {
    var result = issue
    result.entry = pruned(issue.entry)
    if case .listed(let keys) = issue.news { result.news = .listed(kept(keys)) }
    result.pinned = kept(issue.pinned)
    result.excluded.subtract(dropped)
    if let call = issue.callToAction, isDropped(call.link) { result.callToAction = nil }
    return result
  }

  private func pruned(_ entry: Entry) -> Entry {
    var result = entry
    result.partners = kept(entry.partners)
    result.body = entry.body.mapTargets(
      link: { link in
        if case .site(let address) = link.target, isDropped(address) { return link.content }
        return [.link(link)]
      }, image: { $0 })
    return result
  }

  private func pruned(_ location: Location) -> Location {
    guard let key = location.place, dropped.contains(key) else { return location }
    return .named(titles[key] ?? key.slug)
  }

  private func kept(_ keys: [EntryKey]) -> [EntryKey] { keys.filter { !dropped.contains($0) } }

  private func isDropped(_ address: String) -> Bool {
    addresses.contains(String(address.prefix { $0 != "#" && $0 != "?" }))
  }
}
