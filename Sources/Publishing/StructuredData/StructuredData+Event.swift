import Presenting
import Site
import Text
import Time

extension StructuredData {
  /// What is said of an event to machines: the date that its page shows, with the rule by which it returns and beside it the
  /// dates that are not as that rule has them; each date where there is no such rule.
  static func events(of page: EventPage, in site: Site) -> [JSON] {
    guard let shown = page.shown else { return [] }
    var items = [shown]
    if page.participation.takesPlace {
      let hasRule = schedule(page.event.schedule, in: site.settings.zone) != nil
      items += (page.calledOff + page.later).filter { !hasRule || $0.isException }
    }
    return items.compactMap { item in
      event(item, page.standing, saysRule: item == shown, of: site)
    }
  }

  /// One occurrence as an `Event`; `nil` where its day is not known.
  ///
  /// - Parameter saysRule: whether the rule by which it returns is said too.
  static func event(
    _ item: AgendaItem, _ standing: EventStanding, saysRule: Bool = false, of site: Site
  ) -> JSON? {
    let (event, occurrence) = (item.event, item.occurrence)
    guard occurrence.span.isDated else { return nil }
    let zone = site.settings.zone
    let participation = standing.participation.narrowed(to: occurrence)
    let previous = occurrence.announced.flatMap { $0.start == occurrence.span.start ? nil : $0.start }
    return .members([
      "@context": .string("https://schema.org"),
      "@type": .string("Event"),
      "name": .string(item.title),
      "description": .text(description(of: item, standing, in: site)),
      "startDate": .string(Timestamp.text(of: occurrence.span.start, in: zone)),
      "endDate": occurrence.span.end.map { .string(Timestamp.text(of: $0, in: zone)) },
      "eventSchedule": saysRule && !occurrence.isOff ? schedule(event.schedule, in: zone) : nil,
      "previousStartDate": previous.map { .string(Timestamp.text(of: $0, in: zone)) },
      "eventStatus": .string("https://schema.org/" + status(of: occurrence)),
      "eventAttendanceMode": .string("https://schema.org/" + attendance(of: item)),
      "location": location(of: item, site: site),
      "organizer": organizers(of: event, site: site),
      "offers": participation.takesPlace ? offers(of: event, participation, site: site) : nil,
      "maximumAttendeeCapacity": event.seats.map { .integer($0) },
      "image": .text(image(event.entry, of: site)),
      "inLanguage": .string(site.settings.language),
      "url": .string(site.settings.absoluteAddress(of: event.path)),
    ])
  }

  /// What is to be said of its state, which schema.org knows in part, what it is about, and the facts that have no property
  /// of their own.
  private static func description(of item: AgendaItem, _ standing: EventStanding, in site: Site) -> String {
    let facts = site.facts(of: item.event, standing.participation.narrowed(to: item.occurrence)).filter {
      ![.online, .organizers].contains($0.topic)
    }
    // Where there are several dates, each has its own.
    let isOneOfSeveral = item.event.schedule.returns && standing.participation.takesPlace
    let state = isOneOfSeveral ? item.state : standing.label
    let lines = [state?.sentence ?? "", item.event.entry.summary] + facts.map(\.plainText)
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func status(of occurrence: Occurrence) -> String {
    switch occurrence.state {
    case .cancelled: return "EventCancelled"
    case .postponed: return "EventPostponed"
    case .confirmed, .tentative:
      // Another place alone does not make it another time.
      let isAtAnotherTime = occurrence.announced.map { $0.start != occurrence.span.start } ?? false
      return isAtAnotherTime ? "EventRescheduled" : "EventScheduled"
    }
  }

  private static func attendance(of item: AgendaItem) -> String {
    switch (item.event.online, item.venue) {
    case (nil, _): return "OfflineEventAttendanceMode"
    case (_?, nil): return "OnlineEventAttendanceMode"
    case (_?, _?): return "MixedEventAttendanceMode"
    }
  }

  private static func location(of item: AgendaItem, site: Site) -> JSON? {
    var locations: [JSON] = []
    let known = item.event.location(of: item.occurrence)
    if case .named(let name)? = known {
      locations.append(.members(["@type": .string("Place"), "name": .string(name)]))
    } else if let place = site.place(at: known) {
      locations.append(venue(of: place, site: site))
    }
    if let online = item.event.online {
      locations.append(.members(["@type": .string("VirtualLocation"), "url": .string(online)]))
    }
    return locations.count > 1 ? .array(locations) : locations.first
  }

  private static func organizers(of event: Event, site: Site) -> JSON? {
    let organizers: [JSON] = event.organizers.compactMap { organizer in
      switch organizer {
      case .named(let name): return .members(["@type": .string("Organization"), "name": .string(name)])
      case .partner(let key):
        return site.partner(key).map { partner in
          .members([
            "@type": .string("Organization"), "name": .string(partner.title),
            "url": .string(partner.website ?? site.settings.absoluteAddress(of: partner.path)),
          ])
        }
      }
    }
    if organizers.isEmpty { return organizationReference(of: site) }
    return organizers.count > 1 ? .array(organizers) : organizers.first
  }

  /// What it costs, where the words leave no doubt; several prices are several offers. « Prix libre » is none: 0 would be
  /// a price.
  private static func offers(of event: Event, _ participation: Participation, site: Site) -> JSON? {
    let amounts = event.price.map(PriceReading.euros) ?? []
    let page = site.settings.absoluteAddress(of: event.path)
    let web = event.registration.flatMap { $0.isWebAddress ? $0 : nil }
    let offers = amounts.map { amount in
      JSON.members([
        "@type": .string("Offer"), "price": .string(amount), "priceCurrency": .string("EUR"),
        "url": .string(web ?? page),
        "availability": availability(participation).map { .string("https://schema.org/" + $0) },
        "validThrough": event.registerBy.map { .string(Timestamp.text(of: $0, in: site.settings.zone)) },
      ])
    }
    return offers.count > 1 ? .array(offers) : offers.first
  }

  /// Nothing is said of what is neither sold out nor still to be had.
  private static func availability(_ participation: Participation) -> String? {
    switch participation {
    case .open: "InStock"
    case .full: "SoldOut"
    case .closed, .off, .over: nil
    }
  }
}
