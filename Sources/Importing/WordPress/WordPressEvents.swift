import Diagnostics
import Reading
import Site
import Text
import Time

/// Events as The Events Calendar and Event Organiser keep them.
struct WordPressEvents {
  let zone: Zone
  /// The origin of another item, by its number.
  let origin: (String) -> String

  func add(_ post: WordPressItem, to item: inout ImportItem) {
    let dates = post.type == "event" ? organiserDates(post) : calendarDates(post)
    if let dates {
      item.add(.start, dates.start)
      item.add(.end, dates.end)
    } else {
      item.add(.start, post.date.map { .day($0.day) })
      item.remarks.append(.importEventWithoutDate(SourceLocation(file: "")))
    }
    if let venue = post.value("_EventVenueID"), venue != "0" {
      item.fields.append((.place, .references([origin(venue)], isList: false)))
    } else if let term = post.terms.first(where: { $0.taxonomy == "event-venue" }) {
      item.fields.append((.place, .references([origin("lieu:" + term.slug)], isList: false)))
    }
    let organisers = post.values("_EventOrganizerID").filter { $0 != "0" }.map(origin)
    if !organisers.isEmpty { item.fields.append((.organizers, .references(organisers, isList: true))) }
    addPrice(post, to: &item)
    addState(post, to: &item)
    if let address = post.value("_EventURL"), address.hasPrefix("http") {
      let link = "<p><a href=\"\(XMLWriter.escaped(address))\">En savoir plus</a></p>"
      if case .html(let html, let base, let breaks) = item.text {
        item.text = .html(html + "\n\n" + link, base: base, breaksAtLineEnds: breaks)
      } else {
        item.text = .html(link, base: post.link, breaksAtLineEnds: false)
      }
    }
  }

  private func calendarDates(_ post: WordPressItem) -> (start: PartialDate, end: PartialDate?)? {
    guard let start = WordPressItem.date(post.value("_EventStartDate")) else { return nil }
    let end = WordPressItem.date(post.value("_EventEndDate"))
    let isAllDay = ["yes", "1", "true"].contains(post.value("_EventAllDay")?.lowercased() ?? "")
    return Self.dates(start, end, isAllDay: isAllDay)
  }

  private func organiserDates(_ post: WordPressItem) -> (start: PartialDate, end: PartialDate?)? {
    let start = WordPressItem.date(post.value("_eventorganiser_schedule_start_start"))
    let end = WordPressItem.date(post.value("_eventorganiser_schedule_start_finish"))
    let isAllDay = post.value("_eventorganiser_event_schedule")?.contains("s:7:\"all_day\";i:1") ?? false
    return start.flatMap { Self.dates($0, end, isAllDay: isAllDay) }
  }

  static func dates(
    _ start: CivilDateTime, _ end: CivilDateTime?, isAllDay: Bool
  ) -> (start: PartialDate, end: PartialDate?) {
    guard isAllDay else {
      // Without an end two hours are assumed and said; an end before the start is none.
      return (.minute(start), end.flatMap { $0 > start ? .minute($0) : nil })
    }
    return (.day(start.day), end.flatMap { $0.day > start.day ? .day($0.day) : nil })
  }

  private func addPrice(_ post: WordPressItem, to item: inout ImportItem) {
    guard let cost = post.value("_EventCost") else { return }
    guard cost.allSatisfy({ $0.isNumber || ".,".contains($0) }) else { return item.add(.price, cost) }
    if cost.allSatisfy({ "0.,".contains($0) }) { return item.add(.price, "Gratuit") }
    item.add(.price, cost.replacing(".", with: ",") + " " + (post.value("_EventCurrencySymbol") ?? "€"))
  }

  private func addState(_ post: WordPressItem, to item: inout ImportItem) {
    switch post.value("_tribe_events_status")?.lowercased() {
    case "canceled", "cancelled":
      item.fields.append((.status, .plain("annulé")))
      item.add(.reason, post.value("_tribe_events_status_reason"))
    case "postponed":
      item.fields.append((.status, .plain("reporté")))
      item.add(.reason, post.value("_tribe_events_status_reason"))
    default: break
    }
  }

  // MARK: Who and where

  static func addPlace(_ post: WordPressItem, to item: inout ImportItem) {
    item.add(.address, post.value("_VenueAddress"))
    item.add(.postcode, post.value("_VenueZip"))
    item.add(.city, post.value("_VenueCity"))
    if let latitude = post.value("_VenueLat").flatMap(Double.init),
      let longitude = post.value("_VenueLng").flatMap(Double.init),
      (-90...90).contains(latitude), (-180...180).contains(longitude), latitude != 0 || longitude != 0
    {
      item.fields.append((.latitude, .plain(String(latitude))))
      item.fields.append((.longitude, .plain(String(longitude))))
    }
  }

  static func addPartner(_ post: WordPressItem, to item: inout ImportItem) {
    item.add(.type, "organisateur")
    if let address = post.value("_OrganizerWebsite"), address.hasPrefix("http") { item.add(.website, address) }
    if post.value("_OrganizerEmail") != nil || post.value("_OrganizerPhone") != nil {
      item.remarks.append(.importPersonalData(SourceLocation(file: "")))
    }
  }
}
