import HTML
import Markup
import Presenting
import Search
import Site
import Time

/// What the website has of each kind of entry. What is said of all of them goes through these: the compiler asks each `switch`
/// for a new kind.
extension Website {
  /// The pages of a kind: its list, those of single years, and one for each entry.
  func pages(of kind: EntryKind) -> [WebPage] {
    switch kind {
    case .news: newsPages()
    case .event: agendaPages() + eventPages()
    case .series: seriesPages()
    case .place: placePages()
    case .partner: partnerPages()
    case .page: freePagePages()
    case .issue: issuePages()
    }
  }

  /// The entries of a kind that lists lead to: those that have a page of their own and are out.
  func listed(_ kind: EntryKind) -> [SiteEntry] {
    switch kind {
    case .page: freePages.map(SiteEntry.page)
    case .issue: publishedIssues.map(SiteEntry.issue)
    case .news, .event, .series, .place, .partner: site.entries(of: kind)
    }
  }

  /// The pages of parts below the list of a kind: those that have a name of their own, years, newest first, and months.
  func partLinks(of kind: EntryKind) -> [EntryLink] {
    func years(_ years: [Int], _ link: (Int) -> EntryLink) -> [EntryLink] { Set(years).sorted(by: >).map(link) }
    switch kind {
    case .news:
      return years(site.news.map(\.date.year)) { EntryLink(title: "Nouvelles de \($0)", path: .newsYear($0)) }
    case .event:
      let ofYears = years(agenda.items.map(\.occurrence.span.start.year)) {
        EntryLink(title: "Agenda de \($0)", path: .agendaYear($0))
      }
      let ofMonths = months.links.map { EntryLink(title: $0.pageTitle, path: $0.path) }
      return agendaLists + ofYears + ofMonths
    case .series, .place, .partner, .page, .issue: return []
    }
  }

  /// What the search finds of an entry.
  func searchEntry(of item: SiteEntry) -> SearchEntry {
    switch item {
    case .news(let news):
      var found = searchEntry(of: item, and: [site.venue(news.location)?.name ?? ""])
      found.when = French.date(news.date)
      found.day = news.date.firstDay
      return found
    case .event(let event): return searchEntry(of: event)
    case .place(let place):
      return searchEntry(
        of: item, and: [place.fullAddress, place.access ?? "", "adresse accès horaires plan venir"])
    case .partner(let partner): return searchEntry(of: item, and: partner.otherNames + [partner.type ?? ""])
    case .issue(let issue):
      var found = searchEntry(of: item, and: [])
      found.when = French.date(.day(issue.sendDate))
      found.day = issue.sendDate
      return found
    case .series, .page: return searchEntry(of: item, and: [])
    }
  }

  private func searchEntry(of event: Event) -> SearchEntry {
    let venue = site.venue(event.location)
    // Addresses are nothing that anybody looks for.
    let facts = site.facts(of: event).filter { ![.online, .registration].contains($0.topic) }
    let details = [venue?.name ?? "", venue?.address ?? "", event.schedule.reason ?? ""] + facts.map(\.plainValue)
    var found = searchEntry(of: .event(event), and: details)
    let items = agenda.items(of: event.key)
    if let item = agenda.upcoming(items).nextHeld ?? agenda.past(items).last ?? items.first {
      found.when = French.span(item.occurrence.span)
      found.day = item.occurrence.span.lastDay
      if let state = item.state { found.when += " (\(state.sentence.firstLowercased))" }
    } else {
      let state = StateWords(event.schedule).map { " (\($0.sentence.firstLowercased))" } ?? ""
      found.when = (event.schedule.rhythm ?? "") + state
    }
    return found
  }

  /// - Parameter more: texts of its own kind, before those that every kind has.
  private func searchEntry(of item: SiteEntry, and more: [String]) -> SearchEntry {
    let entry = item.entry
    return SearchEntry(
      kind: .entry(item.key.kind), title: title(of: item), path: item.path, summary: entry.summary
    ) { [self] in
      more + entry.tags.map(\.name) + site.partners(entry.partners).map(\.title)
        + [PlainTextRenderer.text(of: entry.body)]
    }
  }

  // MARK: Lists

  /// The page that lists the entries of a kind; `nil` where the site has none.
  func list(of kind: EntryKind) -> EntryKind.Row.List? {
    guard let list = kind.row.list else { return nil }
    let isMade = list.isAlwaysMade || !listed(kind).isEmpty || introduction(to: kind.row.address) != nil
    return isMade ? list : nil
  }

  /// The page that lists the entries of a kind.
  func listPage(
    of kind: EntryKind, description: String, html: @escaping @Sendable (PageContext) -> HTML
  ) -> WebPage {
    programPage(kind.row.address, title: kind.row.listTitle, description: description, html: html)
  }
}
