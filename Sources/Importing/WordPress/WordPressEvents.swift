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
      var imported = ImportedDates(start: dates.start, end: dates.end)
      if post.type == "event" {
        addOrganiserRule(post, to: &imported, &item)
      } else {
        addCalendarRule(post, to: &imported, &item)
      }
      imported.write(to: &item)
    } else {
      item.add(.start, post.date.map { .day($0.day) })
      item.dateless = true
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
      let link = "<p>" + HTMLWords.more(at: address) + "</p>"
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
    let isAllDay = post.phpValue(Self.organiserKey)?["all_day"]?.text == "1"
    return start.flatMap { Self.dates($0, end, isAllDay: isAllDay) }
  }

  // MARK: Rules

  /// The rule of Event Organiser: `schedule`, `schedule_meta`, `frequency`, with days added and left out.
  private func addOrganiserRule(_ post: WordPressItem, to dates: inout ImportedDates, _ item: inout ImportItem) {
    guard post.value(Self.organiserKey) != nil else { return }
    guard let plan = post.phpValue(Self.organiserKey), let kind = plan["schedule"]?.text else {
      item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: "Event Organiser"))
      return
    }
    let frequencies = ["daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY"]
    let meta = plan["schedule_meta"]
    if let frequency = frequencies[kind] {
      var parts = ["FREQ=" + frequency, "INTERVAL=" + (plan["frequency"]?.text ?? "1")]
      if kind == "weekly", let days = meta?.list.compactMap(\.value.text), !days.isEmpty {
        parts.append("BYDAY=" + days.joined(separator: ","))
      }
      if kind == "monthly", let words = meta?.text, words.contains("=") { parts.append(words) }
      dates.rule = ImportedRule(parts.joined(separator: ";")) { _ in nil }
      let last = [
        plan["schedule_last"], plan["until"], post.value("_eventorganiser_schedule_until").map { .text($0) },
        post.value("_eventorganiser_schedule_last_start").map { .text($0) },
      ]
      dates.rule?.until = last.lazy.compactMap { $0.flatMap(day) }.first.map {
        CivilDateTime(day: $0, minuteOfDay: 1439)
      }
    } else if !["once", "custom"].contains(kind) {
      item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: kind))
    }
    dates.added = (plan["include"]?.list ?? []).compactMap { day($0.value) }.map {
      ImportedDates.Added(start: .day($0))
    }
    dates.excluded = (plan["exclude"]?.list ?? []).compactMap { day($0.value) }.map { .day($0) }
  }

  private func day(_ value: PHPValue) -> CivilDay? {
    let text = value.text ?? value["date"]?.text ?? ""
    return PartialDate(iso: text.prefix(10)).map(\.firstDay)
  }

  private static let organiserKey = "_eventorganiser_event_schedule"
  private static let calendarKey = "_EventRecurrence"

  /// The only rule of an event of The Events Calendar Pro, where it is one that is understood.
  static func rule(of post: WordPressItem) -> PHPValue? {
    guard post.value(calendarKey) != nil, let rules = post.phpValue(calendarKey)?["rules"]?.list, rules.count == 1,
      let rule = rules.first?.value, frequencies[kind(of: rule)] != nil
    else { return nil }
    return rule
  }

  private static func kind(of rule: PHPValue) -> String { rule["custom"]?["type"]?.text ?? rule["type"]?.text ?? "" }

  private static let frequencies = [
    "Daily": "DAILY", "Weekly": "WEEKLY", "Monthly": "MONTHLY", "Yearly": "YEARLY", "Every Day": "DAILY",
    "Every Week": "WEEKLY", "Every Month": "MONTHLY", "Every Year": "YEARLY",
  ]

  private func addCalendarRule(_ post: WordPressItem, to dates: inout ImportedDates, _ item: inout ImportItem) {
    guard post.value(Self.calendarKey) != nil else { return }
    let plan = post.phpValue(Self.calendarKey)
    guard let plan, let rules = plan["rules"]?.list else {
      item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: "The Events Calendar"))
      return
    }
    guard let first = rules.first?.value else { return }
    guard let rule = Self.rule(of: post), let frequency = Self.frequencies[Self.kind(of: rule)] else {
      item.remarks.append(.importRuleUnknown(SourceLocation(file: ""), rule: Self.kind(of: first)))
      return
    }
    let custom = rule["custom"]
    var parts = ["FREQ=" + frequency, "INTERVAL=" + (custom?["interval"]?.text ?? "1")]
    let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    if let days = custom?["week"]?["day"]?.list.compactMap({ $0.value.text.flatMap { Int($0) } }), !days.isEmpty {
      parts.append("BYDAY=" + days.filter { (1...7).contains($0) }.map { names[$0 - 1] }.joined(separator: ","))
    }
    if let number = custom?["month"]?["number"]?.text, let day = custom?["month"]?["day"]?.text.flatMap({ Int($0) }),
      (1...7).contains(day)
    {
      let ordinals = ["First": "1", "Second": "2", "Third": "3", "Fourth": "4", "Fifth": "5", "Last": "-1"]
      if let nth = ordinals[number] { parts.append("BYDAY=" + nth + names[day - 1]) }
    }
    if let count = rule["end-count"]?.text, rule["end-type"]?.text == "After" { parts.append("COUNT=" + count) }
    dates.rule = ImportedRule(parts.joined(separator: ";")) { _ in nil }
    if rule["end-type"]?.text == "On", let end = rule["end"].flatMap(day) {
      dates.rule?.until = CivilDateTime(day: end, minuteOfDay: 1439)
    }
    dates.excluded = (plan["exclusions"]?.list ?? []).compactMap { $0.value["custom"]?["date"]?["date"].flatMap(day) }
      .map { .day($0) }
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
    item.add(.website, address: post.value("_OrganizerWebsite"))
    if post.value("_OrganizerEmail") != nil || post.value("_OrganizerPhone") != nil {
      item.remarks.append(.importPersonalData(SourceLocation(file: "")))
    }
  }
}
