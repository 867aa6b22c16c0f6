import Text
import Time

/// Event Organiser.
extension WordPressEvent {
  private static let schedule = "_eventorganiser_event_schedule"

  mutating func readEventOrganiser(_ post: WordPressItem) {
    guard let start = WordPressItem.date(post.value("_eventorganiser_schedule_start_start")) else { return }
    var dates = Self.dates(
      start, WordPressItem.date(post.value("_eventorganiser_schedule_start_finish")),
      isAllDay: post.phpValue(Self.schedule)?["all_day"]?.text == "1")
    addRule(of: post, to: &dates)
    self.dates = dates
  }

  /// `schedule`, `schedule_meta`, `frequency`, with days added and left out.
  private mutating func addRule(of post: WordPressItem, to dates: inout ImportedDates) {
    guard post.value(Self.schedule) != nil else { return }
    guard let plan = post.phpValue(Self.schedule), let kind = plan["schedule"]?.text else {
      return unknownRule = "Event Organiser"
    }
    let meta = plan["schedule_meta"]
    if let frequency = Self.frequencies[kind] {
      var parts = ["FREQ=" + frequency, "INTERVAL=" + (plan["frequency"]?.text ?? "1")]
      if kind == "weekly", let days = meta?.list.compactMap(\.value.text), !days.isEmpty {
        parts.append("BYDAY=" + days.joined(separator: ","))
      }
      if kind == "monthly", let words = meta?.text, words.contains("=") { parts.append(words) }
      dates.rule = rule(parts)
      let last = [
        plan["schedule_last"], plan["until"], post.value("_eventorganiser_schedule_until").map { .text($0) },
        post.value("_eventorganiser_schedule_last_start").map { .text($0) },
      ]
      dates.rule?.until = last.lazy.compactMap { $0.flatMap(Self.day) }.first.map(Self.through)
    } else if !["once", "custom"].contains(kind) {
      unknownRule = kind
    }
    dates.added = (plan["include"]?.list ?? []).compactMap { Self.day($0.value) }.map {
      ImportedDates.Added(start: .day($0))
    }
    dates.excluded = (plan["exclude"]?.list ?? []).compactMap { Self.day($0.value) }.map { .day($0) }
  }

  private static func day(_ value: PHPValue) -> CivilDay? { day(value.text ?? value["date"]?.text) }
}
