import Text
import Time

/// EventON.
extension WordPressEvent {
  mutating func readEventON(_ post: WordPressItem) {
    let words = [post.value("evcal_location_name"), post.value("evcal_location")].compactMap { $0 }
    placeName = words.isEmpty ? nil : words.uniqued().joined(separator: ", ")
    page = post.value("evcal_lmlink").map { ($0, nil) }
    switch post.value("_status")?.lowercased() ?? (post.value("_cancel") == "yes" ? "cancelled" : "") {
    case "cancelled": state = ("annulé", post.value("_cancel_reason"))
    case "postponed": state = ("reporté", post.value("_postponed_reason"))
    default: break
    }
    guard let start = Self.clock(post.value("evcal_srow")) else { return }
    let isAllDay = post.value("evcal_allday") == "yes"
    let isOpen = post.value("evo_hide_endtime") == "yes" && !isAllDay
    var dates = Self.dates(start, isOpen ? nil : Self.clock(post.value("evcal_erow")), isAllDay: isAllDay)
    if post.value("evcal_repeat") == "yes" {
      // Each is counted out, the first too.
      let spans = post.phpValue("repeat_intervals")?.list.map(\.value.list) ?? []
      dates.added = spans.compactMap { span in
        guard let from = span.first.flatMap({ Self.clock($0.value.text) }), from.day > start.day else { return nil }
        let end = isOpen ? nil : span.dropFirst().first.flatMap { Self.clock($0.value.text) }
        let one = Self.dates(from, end, isAllDay: isAllDay)
        return ImportedDates.Added(start: one.start, end: one.end)
      }
      if dates.added.isEmpty { unknownRule = "EventON" }
    }
    self.dates = dates
  }

  /// Seconds since 1970, as if the clock of the old site showed UTC.
  private static func clock(_ text: String?) -> CivilDateTime? {
    guard let seconds = text.flatMap({ Int($0) }), (1..<1 << 37).contains(seconds) else { return nil }
    return Zone.utc.dateTime(at: Instant(seconds: seconds))
  }
}
