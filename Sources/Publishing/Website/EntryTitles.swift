import Site
import Time

/// The titles by which entries are distinguished: their own, with the date or the kind where several bear the same.
enum EntryTitles {
  /// The titles that had to be lengthened, by entry; all others keep their own.
  ///
  /// - Parameter today: as of which day rules are named that change.
  static func distinct(of site: Site, today: CivilDay) -> [EntryKey: String] {
    let entries = site.entries
    let texts = DistinctTexts.changes(count: entries.count) { index, level in
      let entry = entries[index]
      if level == 0 { return entry.title }
      let qualifier = qualifier(of: entry, today)
      let qualified = qualifier.isEmpty ? entry.title : "\(entry.title) (\(qualifier))"
      return level == 1 ? qualified : level == 2 ? "\(qualified), \(entry.key.slug)" : nil
    }
    return Dictionary(texts.map { (entries[$0].key, $1) }, uniquingKeysWith: { first, _ in first })
  }

  private static func qualifier(of entry: SiteEntry, _ today: CivilDay) -> String {
    switch entry {
    case .news(let news): French.date(news.date)
    case .event(let event):
      event.schedule.ruleInWords(on: today) ?? event.schedule.effectiveStart.map(French.date) ?? event.key.slug
    case .issue(let issue): "infolettre du \(French.date(.day(issue.sendDate)))"
    default: entry.key.kind.row.noun.singular
    }
  }
}

extension Schedule {
  /// How it returns, where it has a rule or a rhythm in words; `nil` for what has dates alone.
  func ruleInWords(on day: CivilDay) -> String? {
    switch plan {
    case .undated, .rule: French.returning(self, on: day)
    case .once, .dates: rhythm
    }
  }

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
