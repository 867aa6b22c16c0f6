import Text
import Time

/// A `VEVENT` (RFC 5545, 3.6.1), its values as they are written.
struct CalendarEvent {
  struct Property: Sendable {
    var parameters: [String: String]
    var value: String
  }

  private var properties: [String: [Property]] = [:]
  private let clocks: CalendarClocks

  init(clocks: CalendarClocks) { self.clocks = clocks }

  mutating func add(_ name: String, _ property: Property) { properties[name, default: []].append(property) }

  subscript(_ name: String) -> Property? { properties[name]?.first }

  func all(_ name: String) -> [Property] { properties[name] ?? [] }

  /// A text without the signs that calendars escape.
  func text(_ name: String) -> String { properties[name]?.first.map { Self.unescaped($0.value) } ?? "" }

  /// Values that stand between commas.
  func texts(_ name: String) -> [String] {
    all(name).flatMap { property -> [String] in
      var parts = [""]
      var isEscaped = false
      for character in property.value {
        if character == ",", !isEscaped { parts.append("") } else { parts[parts.count - 1].append(character) }
        isEscaped = character == "\\" && !isEscaped
      }
      return parts.map(Self.unescaped)
    }
  }

  /// What it names as attached, and does not carry itself (RFC 5545, 3.8.1.1).
  var files: [AttachedFile] {
    all("ATTACH").filter { $0.value.isWebAddress }.compactMap {
      AttachedFile(
        at: $0.value, type: $0.parameters["FMTTYPE"],
        description: $0.parameters["FILENAME"] ?? $0.parameters["X-FILENAME"] ?? "")
    }
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// How often it was changed (RFC 5545, 3.8.7.4).
  var sequence: Int { Int(text("SEQUENCE")) ?? 0 }

  /// All that it says, but for what programs change by themselves.
  var everything: String {
    properties.filter { !["DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "CREATED"].contains($0.key) }.sorted {
      $0.key < $1.key
    }
    .map { "\($0)=\($1.map(\.value))" }.joined(separator: "\n")
  }

  // MARK: Dates

  /// The dates of a property, on the clock of the site.
  func dates(_ name: String) -> [PartialDate] {
    all(name).flatMap { property in
      property.value.split(separator: ",").compactMap { date(String($0), property.parameters) }
    }
  }

  func date(_ text: String, _ parameters: [String: String]) -> PartialDate? {
    // A period has its end behind a slash.
    let text = text.prefix { $0 != "/" }
    guard text.count >= 8, let year = Int(text.prefix(4)), let month = Int(text.dropFirst(4).prefix(2)),
      let number = Int(text.dropFirst(6).prefix(2)), let day = CivilDay(year: year, month: month, day: number)
    else { return nil }
    let clock = text.dropFirst(8)
    guard clock.first == "T" else { return .day(day) }
    guard let hour = Int(clock.dropFirst().prefix(2)), let minute = Int(clock.dropFirst(3).prefix(2)),
      let time = CivilDateTime(day: day, hour: hour, minute: minute)
    else { return nil }
    if clock.hasSuffix("Z") { return .minute(clocks.zone.dateTime(at: Zone.utc.instant(of: time))) }
    return .minute(clocks.local(time, on: parameters["TZID"] ?? ""))
  }

  /// The clock of its start that nothing says anything of: it was taken for that of the site.
  var unknownClock: String? {
    guard let property = self["DTSTART"], let name = property.parameters["TZID"], property.value.contains("T") else {
      return nil
    }
    return clocks.knows(name) ? nil : name
  }

  /// Whether its clock times are no more than midnight, as Exchange marks it.
  private var isAllDay: Bool {
    ["X-MICROSOFT-CDO-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY"].contains { ["TRUE", "1"].contains(text($0).uppercased()) }
  }

  private func edge(_ name: String) -> PartialDate? {
    self[name].flatMap { date(isAllDay ? String($0.value.prefix(8)) : $0.value, $0.parameters) }
  }

  var start: PartialDate? { edge("DTSTART") }

  /// The end as our front matter has it: of days the last one.
  var end: PartialDate? {
    guard let start else { return nil }
    if let end = edge("DTEND") {
      switch (start, end) {
      case (.day(let first), .day(let behind)):
        let last = behind.adding(days: -1)
        return last > first ? .day(last) : nil
      case (.minute(let first), .minute(let last)): return last > first ? .minute(last) : nil
      default: return nil
      }
    }
    guard let minutes = self["DURATION"].flatMap({ Self.minutes($0.value) }), minutes > 0 else { return nil }
    switch start {
    case .minute(let first): return .minute(first.adding(minutes: minutes))
    default: return minutes > 1440 ? .day(start.firstDay.adding(days: minutes / 1440 - 1)) : nil
    }
  }

  /// `PT1H30M`, `P2D`.
  private static func minutes(_ duration: String) -> Int? {
    var total = 0
    var number = ""
    for character in duration.uppercased() {
      switch character {
      case "0"..."9": number.append(character)
      case "W": total += (Int(number) ?? 0) * 10_080
      case "D": total += (Int(number) ?? 0) * 1440
      case "H": total += (Int(number) ?? 0) * 60
      case "M": total += Int(number) ?? 0
      case "-": return nil
      default: break
      }
      if !character.isNumber { number = "" }
      if number.count > 6 { return nil }
    }
    return total
  }
}
