import Presenting
import Site
import Time

/// What a letter that was sent announced, and the site no longer publishes. The letter's page no longer shows it either: whoever
/// removed the words may have had to, and what git keeps of them is not brought back.
struct GoneItem: Sendable {
  var entry: SiteEntry
  /// When it takes place, of an event.
  var span: Span?
}

extension LetterSelection {
  /// What is gone of an issue that was sent, as far as somebody may still look for it: events with dates to come; news of a
  /// letter that is young.
  func gone(from issue: Issue) -> [GoneItem] {
    guard let end = end(of: issue), issue.corrects == nil else { return [] }
    return changed.compactMap { key in
      guard case .otherwise(let entry) = state(of: key, before: end), !issue.excluded.contains(key) else { return nil }
      switch entry {
      case .event(let event) where site.event(key) == nil && issue.events == .automatic:
        let announced = event.schedule.occurrences(in: Self.days(of: issue))
        return announced.first { $0.span.lastDay >= today.day }.map { GoneItem(entry: entry, span: $0.span) }
      case .news(let item) where site.news(key) == nil && issue.news == .automatic:
        let isYoung = issue.sendDate.adding(days: Site.daysOfChanges) >= today.day
        return isYoung && Self.isDated(item, after: since(of: issue), for: issue) ? GoneItem(entry: entry) : nil
      default: return nil
      }
    }
  }
}
