import Site

/// The titles by which entries are told apart: their own, with the date or the kind where several bear the same.
enum EntryTitles {
  static func distinct(of site: Site) -> [EntryKey: String] {
    var keys: [EntryKey] = []
    var forms: [[String]] = []
    func add(_ entry: some HasEntry, _ qualifier: String) {
      let qualified = qualifier.isEmpty ? entry.title : "\(entry.title) (\(qualifier))"
      keys.append(entry.key)
      forms.append([entry.title, qualified, "\(qualified), \(entry.key.slug)"])
    }
    for item in site.news { add(item, French.date(item.date)) }
    for event in site.events { add(event, event.schedule.announcedStart.map(French.date) ?? event.key.slug) }
    for series in site.series { add(series, "série") }
    for place in site.places { add(place, "lieu") }
    for partner in site.partners { add(partner, "partenaire") }
    for page in site.pages { add(page, "page") }
    for issue in site.issues { add(issue, "infolettre du \(French.date(.day(issue.sendDate)))") }
    return Dictionary(zip(keys, DistinctTexts.choose(from: forms)), uniquingKeysWith: { first, _ in first })
  }
}

extension Schedule {
  /// The start of what was announced first, as precise as it is known.
  var announcedStart: CivilDate? {
    switch plan {
    case .undated: return nil
    case .once(let span), .rule(let span, _): return span.start
    case .dates(let days, _): return days.first.map { .day($0) }
    }
  }
}
