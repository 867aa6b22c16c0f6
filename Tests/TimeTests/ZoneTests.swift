import Foundation
import TestSupport
import Testing

@testable import Time

@Suite struct ZoneTests {
  @Test(arguments: [
    ("2015-03-29 01:59", 3600, true), ("2015-03-29 02:00", 3600, false), ("2015-03-29 02:59", 3600, false),
    ("2015-03-29 03:00", 7200, true), ("2015-10-25 01:59", 7200, true), ("2015-10-25 02:30", 7200, true),
    ("2015-10-25 03:00", 3600, true), ("2040-03-25 02:30", 3600, false), ("2040-07-01 12:00", 7200, true),
    ("9998-07-01 12:00", 7200, true), ("1950-07-01 12:00", 3600, true), ("1940-06-14 23:30", 3600, false),
  ])
  func `Paris changes its clock`(written: String, offset: Int, exists: Bool) throws {
    let zone = try Zone("Europe/Paris")
    let time = try dateTime(written)
    #expect(zone.shows(time) == exists)
    #expect(zone.instant(of: time).seconds == time.asUTC - offset)
    if exists { #expect(zone.dateTime(at: zone.instant(of: time)) == time) }
  }

  /// The C library's `zdump` reads the same files by other code. (Foundation's zones come with tables of their own, which
  /// are those of another year.)
  @Test(arguments: [
    "Europe/Paris", "Europe/London", "Europe/Dublin", "Europe/Istanbul", "America/New_York", "America/Nuuk",
    "America/Sao_Paulo", "Asia/Tokyo", "Asia/Jerusalem", "Asia/Gaza", "Asia/Tehran", "Africa/Casablanca",
    "Pacific/Apia", "Pacific/Kiritimati", "Pacific/Chatham", "Australia/Lord_Howe", "Indian/Reunion", "Asia/Kathmandu",
    "America/Martinique", "Pacific/Noumea",
  ])
  func `offsets are those of another reader`(identifier: String) throws {
    let zone = try Zone(identifier)
    let moments = try zdump(identifier)
    #expect(!moments.isEmpty)
    for (seconds, offset) in moments where zone.offset(at: Instant(seconds: seconds)) != offset {
      Issue.record("\(identifier) at \(seconds): \(zone.offset(at: Instant(seconds: seconds))), not \(offset)")
      return
    }
  }

  /// The seconds before and after each change of the clock from 1900 to 2037, with the offsets that hold then, and those of
  /// the middle of each stretch between.
  private func zdump(_ identifier: String) throws -> [(seconds: Int, offset: Int)] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zdump")
    process.arguments = ["-v", "-c", "1900,2037", identifier]
    process.environment = ["LC_ALL": "C"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    var moments: [(seconds: Int, offset: Int)] = []
    for line in text.split(separator: "\n") {
      // Pacific/Apia  Fri Dec 30 09:59:59 2011 UT = Thu Dec 29 23:59:59 2011 -10 isdst=1 gmtoff=-36000
      let words = line.split(separator: " ")
      guard words.count > 6, let month = months.firstIndex(of: String(words[2])), let day = Int(words[3]),
        let year = Int(words[5]), (1900...2037).contains(year), let offset = words.last?.split(separator: "=").last
      else { continue }
      let clock = words[4].split(separator: ":").compactMap { Int($0) }
      let civil = try #require(CivilDay(year: year, month: month + 1, day: day))
      let seconds = civil.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
      let found = (seconds: seconds, offset: try #require(Int(offset)))
      if let last = moments.last, last.offset == found.offset {
        moments.append(((last.seconds + found.seconds) / 2, found.offset))
      }
      moments.append(found)
    }
    return moments
  }

  @Test(arguments: ["Europe/Paris", "Europe/Dublin", "America/Nuuk", "Asia/Jerusalem", "Australia/Sydney"])
  func `every time that is shown leads back to itself`(identifier: String) throws {
    let zone = try Zone(identifier)
    var missing = 0
    for day in try CivilDay("2044-01-01").number..<CivilDay("2046-01-01").number {
      for quarter in 0..<96 {
        let time = CivilDateTime(day: CivilDay(number: day), minuteOfDay: quarter * 15)
        if zone.dateTime(at: zone.instant(of: time)) == time { continue }
        #expect(!zone.shows(time))
        missing += 1
      }
    }
    #expect(missing == 8)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", 3600, 7200), ("<-03>3", -10_800, nil), ("<+0545>-5:45", 20_700, nil),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 3600, 0), ("EST5EDT,0/0,J365/25", -18_000, -14_400),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, -3600), ("AAA-1BBB-3,J60,365/167:59:59", 3600, 10_800),
  ])
  func `a rule is read`(text: String, standard: Int, daylight: Int?) throws {
    let rule = try #require(TZStringReader.rule(Array(text.utf8)[...]))
    #expect(rule.standard.offset == standard)
    #expect(rule.daylight?.localTime.offset == daylight)
  }

  @Test(arguments: [
    "", "C-1", "CET", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0/3", "CET-1 ", "<CET-1",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,J0,J5", "CET-1CEST,366,J5", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60",
    "CET-99999999999999999999",
  ])
  func `what is no rule is refused`(text: String) {
    #expect(TZStringReader.rule(Array(text.utf8)[...]) == nil)
  }

  @Test func `days of a rule are counted with and without 29 February`() throws {
    let without = ZoneRule.Onset(day: .withoutLeapDay(60), time: 0)
    let with = ZoneRule.Onset(day: .fromZero(59), time: 0)
    #expect(without.day(in: 2023).iso == "2023-03-01" && without.day(in: 2024).iso == "2024-03-01")
    #expect(with.day(in: 2023).iso == "2023-03-01" && with.day(in: 2024).iso == "2024-02-29")
    let week = ZoneRule.Onset(day: .weekday(.sunday, week: 5, month: 3), time: 0)
    #expect(week.day(in: 2024).iso == "2024-03-31")
  }

  @Test func `daylight time all year has no gap at New Year`() throws {
    let rule = try #require(TZStringReader.rule(Array("XXX3EDT4,0/0,J365/23".utf8)[...]))
    for year in 2023...2026 {
      let newYear = try CivilDay("\(year)-01-01").number * 86_400
      for seconds in stride(from: newYear - 86_400, to: newYear + 86_400, by: 1800) {
        #expect(rule.localTime(at: Instant(seconds: seconds)).abbreviation == "EDT")
      }
    }
  }

  @Test func `a file cut anywhere is refused, and garbage never harms`() throws {
    let bytes = try tzif("Europe/Paris")
    for length in 0..<bytes.count {
      #expect(Zone(identifier: "x", tzif: Array(bytes[..<length])) == nil, "cut at \(length)")
    }
    var random = SeededGenerator(seed: 9636)
    for _ in 0..<4000 {
      var broken = bytes
      for _ in 0..<4 {
        broken[Int.random(in: 0..<broken.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if let zone = Zone(identifier: "x", tzif: broken) { _ = zone.instant(of: try dateTime("2026-03-29 02:30")) }
    }
  }

  @Test func `universal time is itself`() throws {
    let time = try dateTime("2026-03-29 02:30")
    #expect(Zone.utc.shows(time) && Zone.utc.instant(of: time).seconds == time.asUTC)
  }

  private func dateTime(_ written: String) throws -> CivilDateTime { try PartialDate(written).firstMinute }
}

extension Zone {
  /// From the system's files.
  init(_ identifier: String) throws {
    self = try #require(Zone(identifier: identifier, tzif: tzif(identifier)))
  }
}

func tzif(_ identifier: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + identifier)))
}
