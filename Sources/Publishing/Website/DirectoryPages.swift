import Presenting
import Site
import Time

extension Website {
  func seriesPages() -> [WebPage] {
    site.series.map { series in
      var page = WebPage(of: series.entry, title: title(of: series), under: [.home, .agenda]) { [self] context in
        let events = site.events(naming: series.key)
        let items = agenda.items(of: events)
        return theme.series(
          SeriesPage(
            series: series, partners: site.partners(series.entry.partners), upcoming: agenda.upcoming(items),
            past: agenda.past(items), undated: undated(events), calendar: calendar(of: series)),
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
      page.structuredData = { [self] in [StructuredData.place(place, of: site)] }
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
    let items = agenda.items(of: events).filter { item in
      (item.occurrence.location ?? item.event.location) == .place(place.key)
    }
    return PlacePage(
      place: place, upcoming: agenda.upcoming(items), past: agenda.past(items).reversed(),
      undated: undated(events), news: site.news(naming: place.key), partners: site.partners(place.entry.partners),
      calendar: calendar(of: place))
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
    let items = agenda.items(of: events)
    return PartnerPage(
      partner: partner, news: site.news(naming: partner.key), upcoming: agenda.upcoming(items),
      past: agenda.past(items).reversed(), undated: undated(events),
      calendar: calendar(of: partner))
  }

  /// The events that stand in no agenda, or only as put off.
  private func undated(_ events: [Event]) -> [Event] {
    events.filter { event in !agenda.items(of: event.key).contains { $0.occurrence.state != .postponed } }
  }
}
