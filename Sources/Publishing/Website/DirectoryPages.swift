import Presenting
import Site
import Time

extension Website {
  func seriesPages() -> [WebPage] {
    site.series.map { series in
      var page = WebPage(of: series.entry, title: title(of: series), under: [.home, .agenda]) { [self] context in
        let events = site.events(naming: series.key)
        return theme.series(
          SeriesPage(
            series: series, partners: site.partners(series.entry.partners), groups: agenda.groups(of: events),
            past: EventGroups.past(agenda.past(agenda.items(of: events)), on: today.day).reversed(),
            calendar: choice(of: series, "à cette série")),
          context)
      }
      if page.description.isEmpty { page.description = "Tous les rendez-vous \(French.quoted(series.title))." }
      return page
    }
  }

  /// The list of places, if there are any, and a page for each.
  func placePages() -> [WebPage] {
    let pages = site.places.map { place in
      var page = WebPage(of: place.entry, title: title(of: place), under: [.home, .places]) { [self] context in
        theme.place(placePage(place), context)
      }
      if page.description.isEmpty {
        let address = place.fullAddress
        page.description = "\(place.title)\(address.isEmpty ? "" : ", \(address)")\u{A0}: ce qui s’y passe."
      }
      page.structuredData = { [self] in [StructuredData.place(place, on: today.day, of: site)] }
      return page
    }
    guard list(of: .place) != nil else { return [] }
    let list = listPage(of: .place, description: "Les lieux où se tiennent les rendez-vous de \(quotedTitle).") {
      [self] context in
      theme.places(PlaceListPage(introduction: introduction(to: .places), places: site.places), context)
    }
    return [list] + pages
  }

  private func placePage(_ place: Place) -> PlacePage {
    let events = site.events(naming: place.key)
    // An event that names the place for some of its occurrences only is not there for the others.
    let items = agenda.items(of: events).filter { $0.event.location(of: $0.occurrence) == .place(place.key) }
    return PlacePage(
      place: place, groups: agenda.soon(events, items), past: agenda.pastLines(items),
      news: site.news(naming: place.key), partners: site.partners(place.entry.partners),
      calendar: choice(of: place, "à l’agenda de ce lieu"), closures: place.closures(from: today.day))
  }

  /// The list of partners, if there are any, and a page for each.
  func partnerPages() -> [WebPage] {
    let pages = site.partners.map { partner in
      var page = WebPage(of: partner.entry, title: title(of: partner), under: [.home, .partners]) { [self] context in
        theme.partner(partnerPage(partner), context)
      }
      if page.image == nil { page.image = partner.logo }
      if page.description.isEmpty { page.description = "\(partner.title), partenaire de \(quotedTitle)." }
      return page
    }
    guard list(of: .partner) != nil else { return [] }
    let list = listPage(
      of: .partner, description: "Celles et ceux qui soutiennent, accompagnent ou accueillent \(quotedTitle)."
    ) { [self] context in
      theme.partners(
        PartnerListPage(introduction: introduction(to: .partners), partners: site.partners), context)
    }
    return [list] + pages
  }

  private func partnerPage(_ partner: Partner) -> PartnerPage {
    let events = site.events(naming: partner.key)
    return PartnerPage(
      partner: partner, news: site.news(naming: partner.key), groups: agenda.soon(events),
      past: agenda.pastLines(agenda.items(of: events)),
      calendar: choice(of: partner, "aux rendez-vous de ce partenaire"))
  }

  /// How to subscribe to the calendar of an entry, if it has one; `what` is in it.
  func choice(of entry: some HasEntry, _ what: String) -> CalendarChoice? {
    calendar(of: entry).map { CalendarChoice($0, what, of: site) }
  }
}

extension CalendarChoice {
  init(_ path: SitePath, _ what: String, of site: Site) {
    let settings = site.settings
    self.init(
      what: what, path: path, webcal: CalendarLinks.webcal(path, settings: settings),
      https: CalendarLinks.https(path, settings: settings), google: CalendarLinks.google(path, settings: settings))
  }
}
