import Markup
import Time

/// An entry of any kind. What is done to all entries is done by it: the compiler asks each `switch` for a new kind.
package enum SiteEntry: HasEntry, Hashable {
  case news(News)
  case event(Event)
  // News and events share their values by themselves. The others do here, so that an entry is one reference, of whatever kind.
  indirect case series(Series)
  indirect case place(Place)
  indirect case partner(Partner)
  indirect case page(Page)
  indirect case issue(Issue)

  /// What every kind has.
  package var entry: Entry {
    get {
      switch self {
      case .news(let item): item.entry
      case .event(let item): item.entry
      case .series(let item): item.entry
      case .place(let item): item.entry
      case .partner(let item): item.entry
      case .page(let item): item.entry
      case .issue(let item): item.entry
      }
    }
    set {
      switch self {
      case .news(let item): self = .news(item.with(newValue))
      case .event(let item): self = .event(item.with(newValue))
      case .series(let item): self = .series(item.with(newValue))
      case .place(let item): self = .place(item.with(newValue))
      case .partner(let item): self = .partner(item.with(newValue))
      case .page(let item): self = .page(item.with(newValue))
      case .issue(let item): self = .issue(item.with(newValue))
      }
    }
  }

  // MARK: What only some kinds have

  /// Changes the pictures of the fields; a picture for which there is `nil` is left out.
  package mutating func mapPictures(_ change: (Image) -> Image?) {
    if let image = entry.image { entry.image = change(image) }
    switch self {
    case .partner(var partner):
      partner.logo = partner.logo.flatMap(change)
      self = .partner(partner)
    case .news, .event, .series, .place, .page, .issue: break
    }
  }

  /// Changes the addresses of this site that fields lead to; a link for which there is `nil` is left out.
  package mutating func mapLinks(_ change: (String) -> String?) {
    switch self {
    case .issue(var issue):
      guard let action = issue.callToAction else { return }
      issue.callToAction = change(action.link).map { Issue.CallToAction(text: action.text, link: $0) }
      self = .issue(issue)
    case .news, .event, .series, .place, .partner, .page: break
    }
  }

  /// Takes out what fields say of entries that are left out; `titles` stand in their place where a name will do.
  package mutating func forget(_ dropped: Set<EntryKey>, titles: [EntryKey: String]) {
    func kept(_ keys: [EntryKey]) -> [EntryKey] { keys.filter { !dropped.contains($0) } }
    func name(_ key: EntryKey) -> String { titles[key] ?? key.slug }
    func named(_ location: Location) -> Location {
      guard let key = location.place, dropped.contains(key) else { return location }
      return .named(name(key))
    }
    entry.partners = kept(entry.partners)
    switch self {
    case .news(var news):
      news.events = kept(news.events)
      news.location = news.location.map(named)
      self = .news(news)
    case .event(var event):
      event.location = event.location.map(named)
      event.organizers = event.organizers.map { organizer in
        guard case .partner(let key) = organizer, dropped.contains(key) else { return organizer }
        return .named(name(key))
      }
      if let series = event.series, dropped.contains(series) { event.series = nil }
      event.schedule = event.schedule.mappingLocations(named)
      self = .event(event)
    case .issue(var issue):
      if case .listed(let keys) = issue.news { issue.news = .listed(kept(keys)) }
      if case .listed(let dates) = issue.events {
        issue.events = .listed(dates.filter { !dropped.contains($0.event) })
      }
      if let corrected = issue.corrects, dropped.contains(corrected) { issue.corrects = nil }
      issue.pinned = kept(issue.pinned)
      issue.excluded.subtract(dropped)
      self = .issue(issue)
    case .series, .place, .partner, .page: break
    }
  }
}

extension HasEntry {
  fileprivate func with(_ entry: Entry) -> Self {
    var changed = self
    changed.entry = entry
    return changed
  }
}
