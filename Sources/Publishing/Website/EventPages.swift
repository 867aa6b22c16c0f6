import Presenting
import QRCode
import Site
import Time

extension Website {
  /// How many occurrences to come, and how many past ones, a page of an event shows.
  static let occurrenceLimit = 12

  func eventPages() -> [WebPage] {
    site.events.indices.map { position in
      let event = site.events[position]
      var page = WebPage(of: event.entry, title: title(of: event), under: crumbs(to: event)) { [self] context in
        var page = eventPage(at: position)
        if page.participation.takesPlace {
          page.qrCode = QRCode(site.settings.absoluteAddress(of: event.path))?.svg(
            label: "Code QR de l’adresse de cette page")
        }
        return theme.event(page, context)
      }
      let upcoming = upcoming(of: event)
      if page.description.isEmpty { page.description = defaultDescription(of: event, upcoming: upcoming) }
      if let label = standing(of: event, upcoming: upcoming).label {
        page.description = label.closedSentence + " " + page.description
      }
      page.structuredData = { [self] in StructuredData.events(of: eventPage(at: position), in: site) }
      return page
    }
  }

  private func crumbs(to event: Event) -> [PageContext.Crumb] {
    let series = event.series.flatMap { site.series($0) }
    return [.home, .agenda] + [series].compactMap { $0.map { PageContext.Crumb(title: $0.title, path: $0.path) } }
  }

  private func defaultDescription(of event: Event, upcoming: [Occurrence]) -> String {
    let next = upcoming.first { !$0.isOff }
    let date = event.schedule.returns ? next?.span.start : nil
    let when =
      event.schedule.ruleInWords(on: today.day) ?? (date ?? event.schedule.effectiveStart).map(French.date)
    let usual = event.schedule.usualLocation(on: today.day) ?? event.location
    let place = site.venue(event.schedule.isRule ? usual : next.map(event.location(of:)) ?? event.location)?.name
    let known = [when, place].compactMap { $0 }.joined(separator: ", ")
    return known.isEmpty ? event.title : "\(event.title)\u{A0}: \(known)"
  }

  /// What an event's page says, and its structured data too; its code is drawn for the page alone.
  private func eventPage(at position: Int) -> EventPage {
    let event = site.events[position]
    let occurrences = upcoming(of: event)
    let upcoming = occurrences.map { occurrence in
      AgendaItem(event: event, occurrence: occurrence, venue: site.venue(of: event, at: occurrence))
    }
    let listed = areAll(occurrences) ? nil : occurrences.last?.plannedDay
    let past = Array(agenda.past(agenda.items(of: event.key)).reversed().prefix(Self.occurrenceLimit))
    let (previous, next) = neighbours(of: event)
    var page = EventPage(
      event: event, venue: nil, place: nil,
      dateLines: site.scheduleInWords(of: event, from: today.day, listedThrough: listed), upcoming: upcoming,
      past: past,
      partners: site.partners(event.entry.partners), facts: [], previous: previous, next: next,
      news: site.news(naming: event.key),
      related: relatedEvents.nearest(to: position, limit: 4).map { link(to: site.events[$0]) }, calendar: nil,
      googleLink: upcoming.compactMap { CalendarLinks.google($0.occurrence, of: event, in: site) }.first,
      standing: standing(of: event, upcoming: occurrences))
    // The rest follows from the date that the page is about, and from whether anybody can still come.
    let location = page.shown.map { event.location(of: $0.occurrence) } ?? event.location
    page.venue = site.venue(location)
    page.place = site.place(at: location)
    if location != event.location, page.later.contains(where: { $0.occurrence.location == nil }) {
      page.usualVenue = site.venue(event.location)
    }
    page.facts = site.facts(of: event, page.participation)
    if !page.participation.takesPlace { page.following = following(event) }
    if page.participation.takesPlace {
      page.nextDate = CalendarLinks.nextDate(of: event, at: today).map { _ in .nextDate(of: event.key) }
      page.calendar = choice(of: event, event.schedule.returns ? "à toutes ces dates" : "à ce rendez-vous")
    }
    return page
  }

  private func upcoming(of event: Event) -> [Occurrence] {
    event.schedule.next(at: today, limit: Self.occurrenceLimit)
  }

  private func areAll(_ upcoming: [Occurrence]) -> Bool { upcoming.count < Self.occurrenceLimit }

  private func standing(of event: Event, upcoming: [Occurrence]) -> EventStanding {
    EventStanding(of: event, upcoming: upcoming, areAll: areAll(upcoming), at: today)
  }

  /// The events before and after one within its series.
  private func neighbours(of event: Event) -> (EntryLink?, EntryLink?) {
    guard let series = event.series else { return (nil, nil) }
    let events = site.events(naming: series)
    guard let position = events.firstIndex(where: { $0.key == event.key }) else { return (nil, nil) }
    return (
      position > 0 ? link(to: events[position - 1]) : nil,
      position + 1 < events.count ? link(to: events[position + 1]) : nil
    )
  }

  /// The first of the same series that still takes place.
  private func following(_ event: Event) -> EntryLink? {
    guard let series = event.series else { return nil }
    let items = agenda.upcoming(agenda.items(of: site.events(naming: series)))
    return items.first { !$0.occurrence.isOff }.map { link(to: $0.event) }
  }

  /// The calendar of an entry, if it has one.
  func calendar(of entry: some HasEntry) -> SitePath? {
    CalendarFiles.hasCalendar(entry.key, in: site) ? .calendar(of: entry.key) : nil
  }
}
