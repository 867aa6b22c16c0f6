import Testing
import Time

@testable import Importing

/// Rules of calendars, by the days they mean and by what is written for them.
@Suite struct ImportedRuleTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var rule: String
    var start: String
    var days: [String]
    /// `nil`: no rule of ours says it.
    var members: [String]?

    init(_ rule: String, _ start: String, _ days: String, _ members: [String]?) {
      self.rule = rule
      self.start = start
      self.days = days.split(separator: " ").map(String.init)
      self.members = members
    }

    var testDescription: String { rule }
  }

  static let examples: [Example] = [
    Example("FREQ=DAILY;COUNT=3", "2026-01-30", "2026-01-30 2026-01-31 2026-02-01", ["chaque: jour", "nombre: 3"]),
    Example(
      "FREQ=DAILY;INTERVAL=10", "2026-01-30", "2026-01-30 2026-02-09 2026-02-19", ["chaque: jour", "tous_les: 10"]),
    Example("FREQ=WEEKLY", "2026-01-30", "2026-01-30 2026-02-06 2026-02-13", ["chaque: semaine"]),
    Example(
      "FREQ=WEEKLY;BYDAY=TU,TH", "2026-01-06", "2026-01-06 2026-01-08 2026-01-13",
      ["chaque: semaine", "le: [mardi, jeudi]"]),
    Example(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-01-05", "2026-01-05 2026-01-09 2026-01-19",
      ["chaque: semaine", "le: [lundi, vendredi]", "tous_les: 2"]),
    Example("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2026-01-04", "2026-01-04 2026-01-05 2026-01-18", nil),
    Example(
      "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260113", "2026-01-06", "2026-01-06 2026-01-13",
      ["chaque: semaine", "le: mardi", "jusqu_au: 2026-01-13"]),
    Example(
      "FREQ=MONTHLY;BYDAY=1FR", "2026-01-02", "2026-01-02 2026-02-06 2026-03-06", ["chaque: mois", "le: 1er vendredi"]),
    Example(
      "FREQ=MONTHLY;BYDAY=2TU,4TU", "2026-01-13", "2026-01-13 2026-01-27 2026-02-10",
      ["chaque: mois", "le: [2e mardi, 4e mardi]"]),
    Example(
      "FREQ=MONTHLY;BYDAY=SA;BYSETPOS=-1", "2026-01-31", "2026-01-31 2026-02-28 2026-03-28",
      ["chaque: mois", "le: dernier samedi"]),
    Example(
      "FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-01-01", "2026-01-01 2026-01-15 2026-02-01", ["chaque: mois", "le: [1, 15]"]),
    Example(
      "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-01-31 2026-02-28 2026-03-31",
      ["chaque: mois", "le: dernier jour"]),
    Example("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31", ["chaque: mois", "le: 31"]),
    Example("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30", "2026-01-30 2026-02-27 2026-03-31", nil),
    // The first one counts, whatever the rule says.
    Example("FREQ=MONTHLY;BYDAY=1FR;COUNT=2", "2026-01-12", "2026-01-12 2026-02-06", nil),
    Example("FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=14", "2026-01-14", "2026-01-14 2026-07-14 2027-01-14", nil),
    Example("FREQ=YEARLY", "2026-06-21", "2026-06-21 2027-06-21 2028-06-21", ["chaque: an"]),
    Example("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21", "2026-06-21", "2026-06-21 2027-06-21 2028-06-21", ["chaque: an"]),
    Example("FREQ=YEARLY", "2028-02-29", "2028-02-29 2032-02-29 2036-02-29", ["chaque: an"]),
    Example("FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU", "2026-05-31", "2026-05-31 2027-05-30 2028-05-28", nil),
    Example("FREQ=YEARLY;BYDAY=1MO", "2026-01-05", "2026-01-05 2027-01-04 2028-01-03", nil),
    Example(
      "FREQ=WEEKLY;BYHOUR=10;BYMINUTE=0;BYSECOND=0;RSCALE=GREGORIAN", "2026-01-05", "2026-01-05 2026-01-12 2026-01-19",
      ["chaque: semaine"]),
  ]

  @Test(arguments: [
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;BYYEARDAY=100", "FREQ=DAILY;BYHOUR=10,14", "FREQ=HOURLY",
    "FREQ=MONTHLY;BYDAY=-9223372036854775808MO", "FREQ=WEEKLY;BYDAY=LU", "FREQ=MONTHLY;RSCALE=HEBREW", "",
  ]) func `a rule of which something is not understood is none`(rule: String) {
    #expect(ImportedRule(rule) { _ in nil } == nil)
  }

  @Test(arguments: [
    "FREQ=MONTHLY;BYMONTHDAY=-9223372036854775808",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-9223372036854775808,9223372036854775807",
    "FREQ=YEARLY;BYMONTH=9223372036854775807", "FREQ=DAILY;COUNT=9223372036854775807;INTERVAL=9223372036854775807",
  ]) func `numbers that mean no day end in no rule of ours`(rule: String) throws {
    let start = try #require(CivilDay(year: 2026, month: 1, day: 5))
    let rule = try #require(ImportedRule(rule) { _ in nil })
    #expect(rule.days(from: start, limit: 3).first == start)
    if let members = rule.members(from: start) { #expect(!members.joined().contains("9223372036854775807")) }
  }

  @Test(arguments: examples)
  func `a rule means its days, and is written as one of ours where there is one`(_ example: Example) throws {
    let rule = try #require(
      ImportedRule(example.rule) { text in
        CalendarEvent(clocks: CalendarClocks(zone: .utc)).date(text, [:]).map {
          CivilDateTime(day: $0.lastDay, minuteOfDay: 1439)
        }
      })
    let start = try #require(PartialDate(iso: example.start)).firstDay
    #expect(rule.days(from: start, limit: 3).map(\.iso) == example.days)
    #expect(rule.members(from: start) == example.members)
  }

  @Test(arguments: ["", "FREQ=HOURLY", "FREQ=", "INTERVAL=2", "FREQ=SECONDLY;COUNT=99999999999999999999"])
  func `what is no rule of days is none`(_ text: String) { #expect(ImportedRule(text) { _ in nil } == nil) }

  @Test func `a rule that never falls on a day ends`() {
    let rule = ImportedRule("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2") { _ in nil }
    #expect(rule?.days(from: CivilDay(number: 20_000), limit: 10).count == 1)
  }
}
