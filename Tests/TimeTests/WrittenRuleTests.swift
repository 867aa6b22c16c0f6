import Foundation
import TestSupport
import Testing

@testable import Time

/// What is understood of rules in words.
@Suite struct WrittenRuleTests {
  private static let path = (#filePath as NSString).deletingLastPathComponent + "/phrases.txt"

  /// `phrase | first day | next ten days`. The days were computed by other programs from an RRULE for each phrase: PyPI
  /// `python-dateutil`, `holidays` and `vacances-scolaires-france`.
  private static func phrases() throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      line.components(separatedBy: " | ")
    }
  }

  static func read(_ text: String, first: Span) throws -> Schedule {
    let rule = try WrittenRule.read(text).get()
    let resolved = try rule.resolved(
      first: first, schoolHolidays: SchoolHolidays(zone: .c), publicHolidays: PublicHolidays()
    ).get()
    return Schedule(plan: resolved.plan, excluded: resolved.excluded)
  }

  private static func days(_ schedule: Schedule) -> [String] {
    schedule.next(at: CivilDateTime(day: .first, minuteOfDay: 0), limit: 10).map(\.span.firstDay.iso)
  }

  @Test func `each phrase gives its next ten days`() throws {
    let phrases = try Self.phrases()
    #expect(phrases.count >= 120)
    for phrase in phrases {
      try #require(phrase.count == 3, "\(phrase)")
      do {
        let found = Self.days(try Self.read(phrase[0], first: Span(start: .day(CivilDay(phrase[1])))))
        #expect(found == phrase[2].split(separator: " ").map(String.init), "\(phrase[0])")
      } catch {
        Issue.record("\(phrase[0]): \(error)")
      }
    }
  }

  @Test(arguments: [
    "quand il fait beau", "tous les", "mardi ou jeudi, c’est selon", "une semaine impaire sur trois",
    "tous les mardis et parfois le jeudi", "le 32 du mois", "tous les mardis sauf imprévu",
    "chaque 6e vendredi du mois",
    "tous les mardis pluvieux", "deux fois par mois", "tous les mardis, 0 fois", "", "un jour",
  ])
  func `what is not understood is no rule`(text: String) {
    #expect(throws: (any Error).self) { try Self.read(text, first: Span(start: .day(day(2026, 3, 3)))) }
    #expect(RuleForms.nearest(to: text).count == 3)
  }

  @Test func `the forms that are named are understood`() throws {
    for form in RuleForms.all { _ = try WrittenRule.read(form).get() }
    #expect(RuleForms.nearest(to: "semaine impaire, le mardi").contains("tous les mardis des semaines impaires"))
  }

  /// What the program says of a rule can be pasted back, and means the same days.
  @Test(arguments: 0..<1500)
  func `a rule that is said is the rule that is read`(seed: Int) throws {
    var maker = RandomRule(seed: seed)
    let schedule = maker.schedule()
    // What is never held is said as such, and can't be read: « 0 fois ».
    guard case .rule(let first, _) = schedule.plan, schedule.firstDay != nil else { return }
    // On the page, and in the file beside `debut` and `fin`.
    for text in [French.schedule(schedule).joined(separator: ", "), try #require(French.repetition(schedule))] {
      let read: Schedule
      do { read = try Self.read(text, first: first) } catch {
        Issue.record("\(text): \(error)")
        return
      }
      let range = day(2020, 1, 1)...day(2034, 12, 31)
      let (said, again) = (schedule.occurrences(in: range).map(\.span), read.occurrences(in: range).map(\.span))
      #expect(said == again, "\(text)")
      #expect(schedule.lastDay == read.lastDay, "\(text)")
    }
  }
}

/// Rules of every kind with what can be said beside them.
private struct RandomRule {
  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: UInt64(seed)) }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func schedule() -> Schedule {
    let frequency = frequency()
    let weeks: Recurrence.WeekParity?
    if case .weekly = frequency, number(0...2) == 0 { weeks = number(0...1) == 0 ? .odd : .even } else { weeks = nil }
    let wished = day(2024, 1, 1).adding(days: number(0...1400))
    let start = Recurrence.firstDay(of: frequency, weeks: weeks, onOrAfter: wished) ?? wished
    let first = span(on: start)
    let interval = weeks == nil ? [1, 1, 1, 2, 3, 4, 12, 24][number(0...7)] : 1
    var recurrence = Recurrence(frequency: frequency, interval: interval, weeks: weeks)
    switch number(0...3) {
    case 0: recurrence.bound = .until(start.adding(days: number(1...1500)))
    case 1: recurrence.bound = .count(number(2...40))
    default: break
    }
    var excluded = Exclusions()
    if number(0...3) == 0 { excluded.publicHolidays = PublicHolidays() }
    if number(0...3) == 0 { excluded.schoolHolidays = SchoolHolidays(zone: .c) }
    let planned = Schedule(plan: .rule(first: first, recurrence)).next(
      at: CivilDateTime(day: start, minuteOfDay: 0), limit: 12
    ).map(\.plannedDay)
    if number(0...2) == 0, planned.count > 3 { excluded.days = Set(planned.shuffled(using: &random).prefix(2)) }
    if number(0...3) == 0, let one = planned.randomElement(using: &random) {
      excluded.ranges = [one.adding(days: -number(0...9))...one.adding(days: number(0...20))]
    }
    return Schedule(plan: .rule(first: first, recurrence), excluded: excluded)
  }

  private mutating func frequency() -> Recurrence.Frequency {
    switch number(0...6) {
    case 0: return .daily
    case 1, 2: return .weekly(Set((0...number(0...4)).map { _ in Weekday.allCases[number(0...6)] }))
    case 3: return .monthly(Array(Set((0...number(0...2)).map { _ in .day(number(1...31)) })).sorted())
    case 4:
      let days: [Recurrence.MonthlyDay] = (0...number(0...1)).map { _ in
        .weekday(Weekday.allCases[number(0...6)], nth: [1, 2, 3, 4, 5, -1][number(0...5)])
      }
      return .monthly(Array(Set(days)).sorted())
    case 5: return .monthly(.last)
    default: return .yearly
    }
  }

  private mutating func span(on day: CivilDay) -> Span {
    switch number(0...3) {
    case 0: return Span(start: .day(day))
    case 1: return Span(start: .day(day), end: .day(day.adding(days: number(1...4))))
    default:
      let start = CivilDateTime(day: day, minuteOfDay: number(16...80) * 15)
      return Span(start: .minute(start), end: .minute(start.adding(minutes: number(1...40) * 15)))
    }
  }
}
