import Text
import Time

/// Events Manager.
extension WordPressEvent {
  mutating func readEventsManager(_ post: WordPressItem, _ held: [EventSeries.Held]) {
    if let location = post.value("_location_id"), location != "0" { place = .location(location) }
    if post.value("_event_location_type") == "url" { online = post.value("_event_location_url") }
    if post.value("_event_active_status") == "0" { state = ("annulé", nil) }
    guard let first = Self.day(post.value("_event_start_date")) else { return }
    let isSeries = Self.isSeries(ofEventsManager: post)
    let last = Self.day(post.value("_event_end_date")) ?? first
    let isAllDay = post.value("_event_all_day") == "1"
    func span(_ day: CivilDay, through last: CivilDay) -> ImportedDates {
      let start = CivilDateTime(day: day, minuteOfDay: Self.minute(post.value("_event_start_time")) ?? 0)
      let end = Self.minute(post.value("_event_end_time")).map { CivilDateTime(day: last, minuteOfDay: $0) }
      return Self.dates(start, end ?? (last > day ? Self.through(last) : nil), isAllDay: isAllDay)
    }
    guard isSeries else { return dates = span(first, through: last) }
    // The dates of a series are those between which it goes on.
    let length = post.value("_recurrence_days").flatMap { Int($0) }.map { max(0, min($0, 366)) } ?? 0
    let days = held.map(\.day).sorted()
    let rule = Self.rule(ofEventsManager: post, until: last)
    let planned = rule?.generated(from: first, limit: 4000) ?? []
    let isHeld = Set(days)
    let isByRule = isHeld.isSubset(of: planned)
    guard let begin = days.first ?? planned.first else {
      dates = span(first, through: first)
      return unknownRule = "Events Manager"
    }
    var dates = span(begin, through: begin.adding(days: length))
    if isByRule {
      dates.rule = rule
      // What was taken out of the series is no date of it.
      if !days.isEmpty { dates.excluded = planned.filter { $0 > begin && !isHeld.contains($0) }.map { .day($0) } }
    } else {
      dates.added = days.dropFirst().map { ImportedDates.Added(start: .day($0)) }
    }
    dates.changes = held.filter(\.isOff).map { ImportedDates.Change(planned: .day($0.day)) }
    self.dates = dates
  }

  /// Whether an item only says how others return.
  static func isSeries(ofEventsManager post: WordPressItem) -> Bool {
    post.type == "event-recurring" || ["repeating", "recurring"].contains(post.value("_event_type"))
  }

  /// The rule of a series: how often, by which days of the week (from Sunday as 0), in which week of the month.
  private static func rule(ofEventsManager post: WordPressItem, until last: CivilDay) -> ImportedRule? {
    guard let name = post.value("_recurrence_freq"), let frequency = frequencies[name] else { return nil }
    var parts = ["FREQ=" + frequency, "INTERVAL=" + (post.value("_recurrence_interval") ?? "1")]
    let numbers = (post.value("_recurrence_byday") ?? "").split(separator: ",").compactMap { Int($0) }
    switch name {
    case "weekly": if let days = days(numbered: numbers, sunday: 0) { parts.append(days) }
    case "monthly":
      if let week = post.value("_recurrence_byweekno"), week != "0", let day = numbers.first,
        let name = days(numbered: [day], sunday: 0)
      {
        parts.append(name.replacing("BYDAY=", with: "BYDAY=" + week))
      }
    default: break
    }
    var rule = ImportedRule(parts.joined(separator: ";")) { _ in nil }
    rule?.until = through(last)
    return rule
  }

  /// `19:30:00`, in minutes of the day.
  private static func minute(_ text: String?) -> Int? {
    let parts = (text ?? "").split(separator: ":").compactMap { Int($0) }
    guard parts.count >= 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
    return parts[0] * 60 + parts[1]
  }
}
