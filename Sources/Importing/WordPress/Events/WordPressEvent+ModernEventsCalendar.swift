import Text
import Time

/// Modern Events Calendar.
extension WordPressEvent {
  mutating func readModernEventsCalendar(_ post: WordPressItem) {
    cost = post.value("mec_cost").map { ($0, nil) }
    if let address = post.value("mec_read_more") ?? post.value("mec_more_info") {
      page = (address, post.value("mec_more_info_title"))
    }
    switch post.value("mec_event_status") {
    case "EventCancelled": state = ("annulé", post.value("mec_cancelled_reason"))
    case "EventPostponed": state = ("reporté", nil)
    case "EventMovedOnline": online = post.value("mec_moved_online_link")
    default: break
    }
    guard let start = Self.moment(of: post, "start") else { return }
    let isHidden = post.value("mec_hide_end_time") == "1"
    let isAllDay = post.value("mec_allday") == "1" || post.value("mec_hide_time") == "1"
    var end = Self.moment(of: post, "end")
    // What ends at midnight ends with its day.
    if let last = end, last < start, last.minuteOfDay == 0 {
      end = CivilDateTime(day: last.day.adding(days: 1), minuteOfDay: 0)
    }
    var dates = Self.dates(start, isHidden && !isAllDay ? nil : end, isAllDay: isAllDay)
    if post.value("mec_repeat_status") == "1" { addRule(of: post, from: start, to: &dates) }
    self.dates = dates
  }

  /// `mec_start_date`, with the hour that a clock of twelve hours shows.
  private static func moment(of post: WordPressItem, _ side: String) -> CivilDateTime? {
    guard let day = day(post.value("mec_\(side)_date")) else { return nil }
    let hour = post.value("mec_\(side)_time_hour").flatMap { Int($0) } ?? 0
    let minute = post.value("mec_\(side)_time_minutes").flatMap { Int($0) } ?? 0
    return moment(day, hour, minute, post.value("mec_\(side)_time_ampm") ?? "")
  }

  private static func moment(_ day: CivilDay, _ hour: Int, _ minute: Int, _ half: String) -> CivilDateTime? {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    let hour =
      switch half.uppercased() {
      case "AM": hour % 12
      case "PM": hour % 12 + 12
      default: hour
      }
    return CivilDateTime(day: day, minuteOfDay: hour * 60 + minute)
  }

  private mutating func addRule(of post: WordPressItem, from start: CivilDateTime, to dates: inout ImportedDates) {
    let kind = post.value("mec_repeat_type") ?? ""
    // Of weeks it is kept in days.
    let interval = post.value("mec_repeat_interval").flatMap { Int($0) }.map { kind == "weekly" ? $0 / 7 : $0 } ?? 1
    func every(_ frequency: String) -> [String] { ["FREQ=" + frequency, "INTERVAL=\(max(1, interval))"] }
    func members(_ key: String) -> [String] { post.phpValue(key)?.list.compactMap(\.value.text) ?? [] }
    var parts: [String]?
    switch kind {
    case "daily": parts = every("DAILY")
    case "weekly": parts = every("WEEKLY")
    case "monthly": parts = every("MONTHLY")
    case "yearly": parts = every("YEARLY")
    case "weekday": parts = ["FREQ=WEEKLY", "BYDAY=MO,TU,WE,TH,FR"]
    case "weekend": parts = ["FREQ=WEEKLY", "BYDAY=SA,SU"]
    case "certain_weekdays":
      parts = Self.days(numbered: members("mec_certain_weekdays").compactMap { Int($0) }).map { ["FREQ=WEEKLY", $0] }
    case "advanced": parts = Self.parts(ofWeeks: members("mec_advanced_days"))
    case "custom_days": return dates.added = Self.dates(listed: post.value("mec_in_days") ?? "", besides: start)
    default: break
    }
    guard let parts else { return unknownRule = kind.isEmpty ? "Modern Events Calendar" : kind }
    dates.rule = rule(parts)
    switch post.value("mec_repeat_end") {
    case "date": dates.rule?.until = Self.day(post.value("mec_repeat_end_at_date")).map(Self.through)
    // Those behind the first.
    case "occurrences":
      dates.rule?.count = post.value("mec_repeat_end_at_occurrences").flatMap { Int($0) }.map {
        max(0, min($0, 9999)) + 1
      }
    default: break
    }
    dates.excluded = (post.value("mec_not_in_days") ?? "").split(separator: ",").compactMap { Self.day(String($0)) }
      .map { .day($0) }
  }

  /// `Mon.1`, `Fri.l`: the first Monday, the last Friday of a month.
  private static func parts(ofWeeks days: [String]) -> [String]? {
    let parts = days.map { day -> String? in
      let sides = day.lowercased().split(separator: ".")
      let weekday = Weekday.allCases.first { $0.shortEnglish.lowercased() == sides.first ?? "" }
      guard sides.count == 2, let code = weekday?.calendarCode else { return nil }
      return sides[1] == "l" ? "-1" + code : Int(sides[1]).map { "\($0)" + code }
    }
    let known = parts.compactMap { $0 }
    return known.isEmpty || known.count < parts.count ? nil : ["FREQ=MONTHLY", "BYDAY=" + known.joined(separator: ",")]
  }

  /// `2026-03-14:2026-03-14:07-00-PM:09-00-PM`, and others behind commas.
  private static func dates(listed text: String, besides start: CivilDateTime) -> [ImportedDates.Added] {
    text.split(separator: ",").compactMap { date in
      let parts = date.split(separator: ":").map(String.init)
      guard let first = parts.first, let day = day(first), day != start.day else { return nil }
      func hour(_ index: Int, _ day: CivilDay) -> CivilDateTime? {
        let words = parts.indices.contains(index) ? parts[index].split(separator: "-").map(String.init) : []
        guard words.count >= 2, let hour = Int(words[0]), let minute = Int(words[1]) else { return nil }
        return moment(day, hour, minute, words.count > 2 ? words[2] : "")
      }
      guard let from = hour(2, day) else { return ImportedDates.Added(start: .day(day)) }
      let last = parts.count > 1 ? Self.day(parts[1]) ?? day : day
      return ImportedDates.Added(start: .minute(from), end: hour(3, last).map { .minute($0) })
    }
  }
}
