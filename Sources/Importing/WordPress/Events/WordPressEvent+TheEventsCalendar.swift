import Text
import Time

/// The Events Calendar, and its Pro.
extension WordPressEvent {
  private static let recurrence = "_EventRecurrence"

  mutating func readTheEventsCalendar(_ post: WordPressItem) {
    if let start = WordPressItem.date(post.value("_EventStartDate")) {
      let isAllDay = ["yes", "1", "true"].contains(post.value("_EventAllDay")?.lowercased() ?? "")
      var dates = Self.dates(start, WordPressItem.date(post.value("_EventEndDate")), isAllDay: isAllDay)
      addRule(of: post, to: &dates)
      self.dates = dates
    }
    if let venue = post.value("_EventVenueID"), venue != "0" { place = .number(venue) }
    organizers += post.values("_EventOrganizerID").filter { $0 != "0" }.map { .number($0) }
    cost = post.value("_EventCost").map { ($0, post.value("_EventCurrencySymbol")) }
    let reason = post.value("_tribe_events_status_reason")
    switch post.value("_tribe_events_status")?.lowercased() {
    case "canceled", "cancelled": state = ("annulé", reason)
    case "postponed": state = ("reporté", reason)
    default: break
    }
    page = post.value("_EventURL").map { ($0, nil) }
  }

  /// The only rule of an event, where it is one that is understood.
  static func rule(ofTheEventsCalendar post: WordPressItem) -> PHPValue? {
    guard post.value(recurrence) != nil, let rules = post.phpValue(recurrence)?["rules"]?.list, rules.count == 1,
      let rule = rules.first?.value, names[kind(of: rule)] != nil
    else { return nil }
    return rule
  }

  private static func kind(of rule: PHPValue) -> String { rule["custom"]?["type"]?.text ?? rule["type"]?.text ?? "" }

  private static let names = [
    "Daily": "DAILY", "Weekly": "WEEKLY", "Monthly": "MONTHLY", "Yearly": "YEARLY", "Every Day": "DAILY",
    "Every Week": "WEEKLY", "Every Month": "MONTHLY", "Every Year": "YEARLY",
  ]

  private mutating func addRule(of post: WordPressItem, to dates: inout ImportedDates) {
    guard post.value(Self.recurrence) != nil else { return }
    let plan = post.phpValue(Self.recurrence)
    guard let plan, let rules = plan["rules"]?.list else { return unknownRule = "The Events Calendar" }
    guard let first = rules.first?.value else { return }
    guard let rule = Self.rule(ofTheEventsCalendar: post), let frequency = Self.names[Self.kind(of: rule)] else {
      return unknownRule = Self.kind(of: first)
    }
    let custom = rule["custom"]
    var parts = ["FREQ=" + frequency, "INTERVAL=" + (custom?["interval"]?.text ?? "1")]
    let days = custom?["week"]?["day"]?.list.compactMap { $0.value.text.flatMap { Int($0) } } ?? []
    if let days = Self.days(numbered: days) { parts.append(days) }
    if let number = custom?["month"]?["number"]?.text, let day = custom?["month"]?["day"]?.text.flatMap({ Int($0) }),
      let weekday = Weekday(rawValue: day)
    {
      let ordinals = ["First": "1", "Second": "2", "Third": "3", "Fourth": "4", "Fifth": "5", "Last": "-1"]
      if let nth = ordinals[number] { parts.append("BYDAY=" + nth + weekday.calendarCode) }
    }
    if let count = rule["end-count"]?.text, rule["end-type"]?.text == "After" { parts.append("COUNT=" + count) }
    dates.rule = self.rule(parts)
    if rule["end-type"]?.text == "On", let end = Self.day(rule["end"]?.text) { dates.rule?.until = Self.through(end) }
    dates.excluded = (plan["exclusions"]?.list ?? [])
      .compactMap { Self.day($0.value["custom"]?["date"]?["date"]?.text) }.map { .day($0) }
  }
}
