import Site
import Time

/// The titles by which entries are distinguished: their own, with the date or the kind where several bear the same.
enum EntryTitles {
  /// The titles that had to be lengthened, by entry; all others keep their own.
  static func distinct(of site: Site) -> [EntryKey: String] {
    let entries = site.entries
    let texts = DistinctTexts.changes(count: entries.count) { index, level in
      let entry = entries[index]
      if level == 0 { return entry.title }
      let qualifier = qualifier(of: entry)
      let qualified = qualifier.isEmpty ? entry.title : "\(entry.title) (\(qualifier))"
      return level == 1 ? qualified : level == 2 ? "\(qualified), \(entry.key.slug)" : nil
    }
    return Dictionary(texts.map { (entries[$0].key, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private static func qualifier(of entry: SiteEntry) -> String {
    switch entry {
    case .news(let news): French.date(news.date)
    case .event(let event): event.schedule.effectiveStart.map(French.date) ?? event.key.slug
    case .issue(let issue): "infolettre du \(French.date(.day(issue.sendDate)))"
    default: entry.key.kind.row.noun.singular
    }
  }
}

extension Schedule {
  /// The start of its first date, as precise as it is known; of what was put off the new one.
  var effectiveStart: PartialDate? {
    if case .postponed(let start?) = status { return start }
    switch plan {
    case .undated: return nil
    case .once(let span), .rule(let span, _): return span.start
    case .dates(let sessions): return (sessions.first?.span.firstDay).map { .day($0) }
    }
  }
}
