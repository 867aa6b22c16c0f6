import Markup
import Presenting
import Search
import Site
import Time

extension Website {
  /// All that residents can find: entries, the program's own pages, tags, acronyms.
  var searchEntries: [SearchEntry] {
    var entries = ownPageEntries
    entries += freePages.map { entry(.page, $0) }
    entries += site.news.map(newsEntry)
    entries += site.events.map(eventEntry)
    entries += site.series.map { entry(.series, $0) }
    entries += site.places.map { place in
      entry(.place, place, and: [place.fullAddress, place.access ?? ""])
    }
    entries += site.partners.map { partner in
      entry(.partner, partner, and: partner.otherNames + [partner.type ?? ""])
    }
    entries += publishedIssues.map { issue in
      var found = entry(.issue, issue, and: [issue.preheader])
      found.when = French.date(.day(issue.sendDate))
      found.day = issue.sendDate
      return found
    }
    entries += tags.all.map { SearchEntry(kind: .tag, title: $0.tag.name, path: $0.tag.path) }
    entries += site.settings.acronyms.sorted { $0.key < $1.key }.map { short, long in
      SearchEntry(kind: .acronym, title: short, path: .acronym(short), summary: long)
    }
    return entries
  }

  private func entry(_ kind: SearchEntry.Kind, _ item: some HasEntry, and more: [String] = []) -> SearchEntry {
    let entry = item.entry
    return SearchEntry(kind: kind, title: title(of: item), path: item.path, summary: entry.summary) { [self] in
      more + entry.tags.map(\.name) + site.partners(entry.partners).map(\.title)
        + [PlainTextRenderer.text(of: entry.body)]
    }
  }

  private func newsEntry(_ item: News) -> SearchEntry {
    var found = entry(.news, item, and: [site.venue(item.location)?.name ?? ""])
    found.when = French.date(item.date)
    found.day = item.date.firstDay
    return found
  }

  private func eventEntry(_ event: Event) -> SearchEntry {
    let venue = site.venue(event.location)
    // Addresses are nothing that anybody looks for.
    let facts = site.facts(of: event).filter { ![.online, .registration].contains($0.topic) }
    let details = [venue?.name ?? "", venue?.address ?? ""] + facts.map(\.plainValue)
    var found = entry(.event, event, and: details)
    let items = agenda.items(of: event.key)
    if let item = agenda.upcoming(items).first ?? agenda.past(items).last ?? items.first {
      found.when = French.span(item.occurrence.span)
      found.day = item.occurrence.span.lastDay
      if item.occurrence.isOff, let state = item.state { found.when += " (\(state.word.firstLowercased))" }
    } else {
      found.when = event.schedule.rhythm ?? ""
    }
    return found
  }

  /// The lists and the pages that are there on every site.
  private var ownPageEntries: [SearchEntry] {
    let pages: [(SitePath, String, String)] = [
      (.news, "Nouvelles", "Tout ce qui s’est passé, année par année."),
      (.agenda, "Agenda", "Les rendez-vous à venir et passés."),
      (.issues, "Infolettre", "Tous les numéros de l’infolettre."),
      (.subscribe, "S’abonner", "Suivre l’agenda, les nouvelles et l’infolettre."),
      (.siteMap, "Plan du site", "Toutes les pages du site."),
      (.places, "Lieux", "Où se passent les rendez-vous."),
      (.partners, "Partenaires", "Qui soutient, accompagne et accueille le projet."),
    ]
    return pages.compactMap { path, title, summary in
      let isThere = path == .places ? !site.places.isEmpty : path == .partners ? !site.partners.isEmpty : true
      guard isThere else { return nil }
      let introduction = introduction(to: path)
      let written = introduction?.entry.summary ?? ""
      return SearchEntry(
        kind: .page, title: introduction?.title ?? title, path: path, summary: written.isEmpty ? summary : written
      ) { introduction.map { [title, PlainTextRenderer.text(of: $0.entry.body)] } ?? [] }
    }
  }
}

extension SitePath {
  /// Where the list of the search page says what an acronym stands for.
  static func acronym(_ short: String) -> SitePath {
    SitePath(SitePath.search.text + "#" + SearchPage.anchor(ofAcronym: short))
  }
}
