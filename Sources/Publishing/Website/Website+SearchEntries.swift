import Markup
import Presenting
import Search
import Site
import Time

extension Website {
  /// All that residents can find: entries, the program's own pages, tags, acronyms.
  var searchEntries: [SearchEntry] {
    var entries = ownPageEntries
    entries += agendaPartEntries
    entries += EntryKind.forVisitors.flatMap { listed($0).map(searchEntry) }
    entries += tags.all.map { SearchEntry(kind: .tag, title: $0.tag.name, path: $0.tag.path) }
    entries += site.settings.acronyms.sorted { $0.key < $1.key }.map { short, long in
      SearchEntry(kind: .acronym, title: short, path: .acronym(short), summary: long)
    }
    return entries
  }

  /// The lists and the pages that are there on every site, then the lists of what this one has.
  private var ownPageEntries: [SearchEntry] {
    let lists = EntryKind.allCases.compactMap { kind in list(of: kind).map { (kind, $0) } }
    func entries(_ lists: [(kind: EntryKind, list: EntryKind.Row.List)]) -> [SearchEntry] {
      lists.map { entry(of: $0.kind.row.address, $0.list.title, $0.list.summary) }
    }
    return entries(lists.filter(\.1.isAlwaysMade))
      + [
        entry(of: .subscribe, "S’abonner", "Suivre l’agenda, les nouvelles et l’infolettre."),
        entry(of: .siteMap, "Plan du site", "Toutes les pages du site."),
      ] + entries(lists.filter { !$0.1.isAlwaysMade })
  }

  /// The parts of the agenda: what people ask for by « ce week-end » and « mars ». Months that are over are found by their
  /// events.
  private var agendaPartEntries: [SearchEntry] {
    let coming = isQuiet ? [] : months.links.filter { $0.month >= today.day.civilMonth }
    return agendaLists.map { SearchEntry(kind: .entry(.page), title: $0.title, path: $0.path) }
      + coming.map {
        SearchEntry(kind: .entry(.event), title: $0.pageTitle, path: $0.path, day: $0.month.lastDay)
      }
  }

  /// What takes place on single days to come, on the page of their month.
  var searchDays: [SearchDay] {
    let coming = months.links.map(\.month).filter { $0 >= today.day.civilMonth }
    return coming.flatMap { month in
      let page = months.page(of: month, showsGrid: true)
      let shown = Set(page.weeks.joined().compactMap { $0 }.filter { !$0.items.isEmpty }.map(\.day))
      let items = months.items(of: month).filter { !$0.isOver && !$0.occurrence.isOff && $0.occurrence.span.isDated }
      var days: [CivilDay: [AgendaItem]] = [:]
      for item in items { for day in Self.daysAskedFor(item.occurrence.span) { days[day, default: []].append(item) } }
      return days.keys.filter { $0.civilMonth == month && $0 >= today.day }.sorted().map { day in
        let address =
          SitePath.agendaMonth(month).text + (shown.contains(day) ? "#" + AgendaMonthPage.anchor(of: day) : "")
        return SearchDay(day: day, path: SitePath(address), entries: (days[day] ?? []).map(\.event.path))
      }
    }
  }

  /// The days that a span answers for: what goes on for weeks is nothing that happens on a day.
  private static func daysAskedFor(_ span: Span) -> [CivilDay] {
    let count = span.lastListedDay.number - span.firstDay.number
    return (0...(count < 7 ? count : 0)).map { span.firstDay.adding(days: $0) }
  }

  /// What people call what a page of the program's own is about.
  private static let everydayWords: [SitePath: String] = [
    .issues: "newsletter lettre courriel mail", .subscribe: "newsletter lettre courriel mail recevoir inscription",
    .places: "adresse horaires accès plan venir",
  ]

  /// A page of the program's own.
  private func entry(of path: SitePath, _ title: String, _ summary: String) -> SearchEntry {
    let introduction = introduction(to: path)
    let written = introduction?.entry.summary ?? ""
    return SearchEntry(
      kind: .entry(.page), title: site.name(of: path, title), path: path, summary: written.isEmpty ? summary : written
    ) {
      [Self.everydayWords[path] ?? ""]
        + (introduction.map { [title, PlainTextRenderer.text(of: $0.entry.body)] } ?? [])
    }
  }
}

extension SitePath {
  /// Where the list of the search page says what an acronym stands for.
  static func acronym(_ short: String) -> SitePath {
    SitePath(SitePath.search.text + "#" + SearchPage.anchor(ofAcronym: short))
  }
}
