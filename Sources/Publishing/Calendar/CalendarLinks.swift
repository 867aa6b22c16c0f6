import Site
import Text
import Time

/// Addresses by which a reader takes events into a calendar of their own.
package enum CalendarLinks {
  /// Where a feed is to be had: `https://…/agenda.ics`.
  package static func https(_ feed: SitePath, settings: Settings) -> String { settings.absoluteAddress(of: feed) }

  /// The address of a feed by which calendar programs offer to subscribe: `webcal://…/agenda.ics`.
  package static func webcal(_ feed: SitePath, settings: Settings) -> String {
    let address = https(feed, settings: settings)
    guard let colon = address.firstIndex(of: ":") else { return address }
    return "webcal" + address[colon...]
  }

  /// Google's page for subscribing to a feed.
  package static func google(_ feed: SitePath, settings: Settings) -> String {
    "https://calendar.google.com/calendar/r?cid=" + PercentCoding.query(webcal(feed, settings: settings))
  }

  /// Whether one occurrence can be taken by itself: its day is known, and it is neither cancelled nor put off.
  static func canBeTaken(_ occurrence: Occurrence) -> Bool { occurrence.span.isDated && !occurrence.isOff }

  /// The next one of an event that returns that can be taken by itself.
  static func nextDate(of event: Event, at today: CivilDateTime) -> Occurrence? {
    guard event.schedule.returns else { return nil }
    return event.schedule.next(at: today, limit: Website.occurrenceLimit).first(where: canBeTaken)
  }

  /// Google's page for adding one occurrence; `nil` where it can't be taken by itself.
  package static func google(_ occurrence: Occurrence, of event: Event, in site: Site) -> String? {
    guard canBeTaken(occurrence) else { return nil }
    let span = occurrence.span
    let zone = site.settings.zone
    let dates: String
    if case .minute(let start) = span.start {
      dates = CalendarTime.local(start) + "/" + CalendarTime.local(span.endMinute ?? start)
    } else {
      dates = CalendarTime.date(span.firstDay) + "/" + CalendarTime.date(span.lastDay.adding(days: 1))
    }
    let address = site.settings.absoluteAddress(of: event.path)
    let details = [event.entry.summary, address].filter { !$0.isEmpty }.joined(separator: "\n\n")
    let fields = [
      ("action", "TEMPLATE"), ("text", occurrence.title(within: event)), ("dates", dates), ("ctz", zone.identifier),
      ("details", details),
      ("location", EventText.place(event.location(of: occurrence), in: site) ?? ""),
    ]
    return "https://calendar.google.com/calendar/render?"
      + fields.filter { !$0.1.isEmpty }.map { $0.0 + "=" + PercentCoding.query($0.1) }.joined(separator: "&")
  }
}
