import Foundation
import Site
import Testing
import Time

@testable import Publishing

@Suite struct CalendarZoneTests {
  @Test func `Paris goes by the rule that holds since 1996`() throws {
    let expected = """
      BEGIN:VTIMEZONE
      TZID:Europe/Paris
      BEGIN:DAYLIGHT
      DTSTART:19960331T020000
      RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      TZNAME:CEST
      END:DAYLIGHT
      BEGIN:STANDARD
      DTSTART:19961027T030000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      TZNAME:CET
      END:STANDARD
      END:VTIMEZONE

      """
    #expect(try text("Europe/Paris", since: Sample.day(2015, 1, 1)) == expected)
  }

  @Test(arguments: [
    // No change any more: the offset that holds since the last one.
    ("Asia/Tokyo", 0, ["TZOFFSETTO:+0900"]), ("Etc/UTC", 0, ["TZOFFSETTO:+0000"]),
    // The rule came in 2016 and has no change.
    ("Europe/Istanbul", 0, ["DTSTART:20150329T030000", "DTSTART:20160907T000000", "TZOFFSETTO:+0300"]),
    // Hours beyond midnight and before it.
    ("Asia/Jerusalem", 2, ["RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR"]),
    ("America/Nuuk", 2, ["RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA"]),
    // Summer is the standard time there, and is told the common way.
    ("Europe/Dublin", 2, ["BEGIN:DAYLIGHT", "TZNAME:IST"]), ("Australia/Lord_Howe", 2, ["TZOFFSETTO:+1030"]),
  ])
  func `other zones keep their own rules`(zone: String, rules: Int, parts: [String]) throws {
    let text = try text(zone, since: Sample.day(2015, 1, 1))
    #expect(text.components(separatedBy: "RRULE:").count - 1 == rules)
    for part in parts { #expect(text.contains(part), "\(zone): \(part) in \(text)") }
    #expect(!text.contains("RDATE"))
  }

  /// Expands what was written, as a program that subscribes does, and compares with the zone's own file.
  @Test(arguments: [
    "Europe/Paris", "Europe/Dublin", "Europe/Istanbul", "Europe/Moscow", "America/New_York", "America/Nuuk",
    "America/Sao_Paulo", "Asia/Jerusalem", "Asia/Gaza", "Asia/Tehran", "Africa/Casablanca", "Pacific/Apia",
    "Pacific/Fiji", "Australia/Lord_Howe", "Pacific/Chatham", "America/Caracas", "Asia/Pyongyang", "Antarctica/Troll",
    "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Indian/Reunion",
  ])
  func `every offset from 2015 to 2040 is that of the zone`(identifier: String) throws {
    let zone = try systemZone(identifier)
    let onsets = try Onset.all(in: text(identifier, since: Sample.day(2015, 1, 1)))
    for number in Sample.day(2015, 1, 1).number..<Sample.day(2041, 1, 1).number {
      for hour in stride(from: 0, to: 24, by: 6) {
        let seconds = number * 86_400 + hour * 3600
        let latest = onsets.last { $0.instant <= seconds }
        if latest?.offset == zone.offset(at: Instant(seconds: seconds)) { continue }
        Issue.record("\(identifier): \(latest?.offset ?? -1) on \(CivilDay(number: number).iso) at \(hour)")
        return
      }
    }
  }

  @Test func `older events have the rules of their time`() throws {
    let zone = try systemZone("Europe/Paris")
    let onsets = try Onset.all(in: text("Europe/Paris", since: Sample.day(1976, 6, 1)))
    for number in Sample.day(1976, 6, 1).number..<Sample.day(2000, 1, 1).number {
      let seconds = number * 86_400 + 43_200
      #expect(onsets.last { $0.instant <= seconds }?.offset == zone.offset(at: Instant(seconds: seconds)))
    }
  }

  private func text(_ identifier: String, since: CivilDay) throws -> String {
    var lines = ContentLines()
    CalendarZone(try systemZone(identifier), since: since).write(to: &lines)
    return String(decoding: lines.bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\n ", with: "")
  }
}

func systemZone(_ identifier: String) throws -> Zone {
  let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + identifier))
  return try #require(Zone(identifier: identifier, tzif: Array(data)))
}

/// A change of the clock as read back from a VTIMEZONE.
private struct Onset {
  var instant: Int
  var offset: Int

  /// In order; rules are followed up to 2041 by looking at every day.
  static func all(in text: String) throws -> [Onset] {
    var onsets: [Onset] = []
    for component in text.components(separatedBy: "BEGIN:").dropFirst(2) {
      var values: [String: String] = [:]
      for line in component.split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        values[String(line[..<colon])] = String(line[line.index(after: colon)...])
      }
      let start = try #require(values["DTSTART"])
      let number = { (from: Int, count: Int) in Int(start.dropFirst(from).prefix(count)) ?? 0 }
      let first = Sample.day(number(0, 4), number(4, 2), number(6, 2))
      let time = number(9, 2) * 3600 + number(11, 2) * 60 + number(13, 2)
      let from = seconds(try #require(values["TZOFFSETFROM"]))
      let to = seconds(try #require(values["TZOFFSETTO"]))
      var days = [first]
      if let rule = values["RRULE"], first.year <= 2040 {
        days = (first.number..<Sample.day(2041, 1, 1).number).map(CivilDay.init(number:)).filter { fits($0, rule) }
        #expect(days.first == first, "DTSTART must fit its own rule: \(component)")
      }
      onsets += days.map { Onset(instant: $0.number * 86_400 + time - from, offset: to) }
    }
    return onsets.sorted { $0.instant < $1.instant }
  }

  private static func seconds(_ text: String) -> Int {
    let digits = text.dropFirst().compactMap(\.wholeNumberValue) + [0, 0]
    let size = (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60 + digits[4] * 10 + digits[5]
    return text.hasPrefix("-") ? -size : size
  }

  private static func fits(_ day: CivilDay, _ rule: String) -> Bool {
    for part in rule.split(separator: ";").dropFirst() {
      let (name, value) = (part.prefix { $0 != "=" }, String(part.drop { $0 != "=" }.dropFirst()))
      switch name {
      case "BYMONTH": if Int(value) != day.month { return false }
      case "BYMONTHDAY": if !value.split(separator: ",").contains("\(day.day)") { return false }
      case "BYDAY":
        guard value.hasSuffix(day.weekday.calendarCode) else { return false }
        let nth = Int(value.dropLast(2))
        if nth == -1, day.adding(days: 7).month == day.month { return false }
        if let nth, nth > 0, (day.day - 1) / 7 + 1 != nth { return false }
      default: return false
      }
    }
    return true
  }
}
