import TestSupport
import Testing

@testable import Time

@Suite struct ScheduleTests {
  @Test(arguments: [
    RuleCase("2026-03-06", .monthly(.weekday(.friday, nth: 1)), "2026-03-06 2026-04-03 2026-05-01 2026-06-05"),
    RuleCase("2026-01-31", .monthly(.day(31)), "2026-01-31 2026-03-31 2026-05-31 2026-07-31"),
    RuleCase("2026-01-31", .monthly(.day(31)), interval: 3, "2026-01-31 2026-07-31 2026-10-31 2027-01-31"),
    RuleCase("2024-02-29", .yearly, "2024-02-29 2028-02-29 2032-02-29"),
    RuleCase("2096-02-29", .yearly, "2096-02-29 2104-02-29"),
    RuleCase("2026-01-30", .monthly(.weekday(.friday, nth: 5)), "2026-01-30 2026-05-29 2026-07-31 2026-10-30"),
    RuleCase("2026-01-31", .monthly(.weekday(.saturday, nth: -1)), "2026-01-31 2026-02-28 2026-03-28"),
    RuleCase("2026-03-05", .weekly([.tuesday, .thursday]), interval: 2, "2026-03-05 2026-03-17 2026-03-19 2026-03-31"),
    RuleCase("2026-03-01", .weekly([.sunday, .monday]), interval: 2, "2026-03-01 2026-03-09 2026-03-15 2026-03-23"),
    RuleCase("2026-03-30", .daily, interval: 3, "2026-03-30 2026-04-02 2026-04-05"),
    RuleCase("2026-03-06", .weekly([.friday]), bound: .count(3), "2026-03-06 2026-03-13 2026-03-20 ."),
    RuleCase("2026-03-06", .weekly([.friday]), bound: .until(day(2026, 3, 13)), "2026-03-06 2026-03-13 ."),
    RuleCase("2026-03-06", .weekly([.friday]), bound: .until(day(2026, 3, 12)), "2026-03-06 ."),
    RuleCase("2026-01-31", .monthly(.day(31)), bound: .count(3), "2026-01-31 2026-03-31 2026-05-31 ."),
    RuleCase(
      "2026-03-05", .weekly([.tuesday, .thursday]), bound: .count(4), "2026-03-05 2026-03-10 2026-03-12 2026-03-17 ."),
    RuleCase("2026-03-06", .daily, interval: 1_000_000, "2026-03-06 4764-02-01 7501-12-29 ."),
    RuleCase("2026-03-06", .yearly, interval: Int.max, bound: .count(Int.max), "2026-03-06 ."),
    // The first day does not fit: the rule alone counts.
    RuleCase("2026-03-05", .weekly([.friday]), bound: .count(2), "2026-03-06 2026-03-13 ."),
  ])
  func `a rule gives these days`(example: RuleCase) throws {
    let expected = example.expected.split(separator: " ").map(String.init)
    let isWhole = expected.last == "."
    let wanted = isWhole ? Array(expected.dropLast()) : expected
    let found = try example.schedule.next(
      at: PartialDate("2000-01-01").firstMinute, limit: wanted.count + (isWhole ? 1 : 0))
    #expect(found.map(\.plannedDay.iso) == wanted)
    for text in wanted { #expect(EffectivePlan(example.schedule).contains(OccurrenceKey(try CivilDay(text)))) }
    if isWhole { #expect(example.schedule.isEndless || example.schedule.lastDay?.iso == wanted.last) }
  }

  @Test func `any range far from the start is found at once`() throws {
    let daily = Schedule(plan: .rule(first: try Span("0001-01-01 10:00"), Recurrence(frequency: .daily)))
    let range = try CivilDay("9998-01-01")...CivilDay("9998-01-03")
    for _ in 0..<2000 { #expect(daily.occurrences(in: range).count == 3) }
    let endless = try Schedule(plan: .rule(first: Span("9999-12-30"), Recurrence(frequency: .weekly([.friday]))))
    #expect(
      try endless.next(at: PartialDate("9999-12-31").firstMinute, limit: 9).map(\.plannedDay.iso) == ["9999-12-31"])
  }

  @Test func `nothing ends later than the year 9999`() throws {
    #expect(try Span("9999-12-31 23:00").endMinute == CivilDateTime.last)
    let long = try Span("2026-01-01 22:00/9999-12-31 03:00")
    #expect(try long.moved(to: PartialDate("2027-06-01")).endMinute == CivilDateTime.last)
    #expect(try Span("2026-01-01/9999-12-30").moved(to: PartialDate("9999-12-31")).lastDay == .last)
    #expect(try Span("2026-01/2026-12").moved(to: PartialDate("9999-10")).lastDay == .last)
    let nights = Schedule(
      plan: .rule(first: try Span("9999-12-30 22:00/9999-12-31 02:00"), Recurrence(frequency: .daily)))
    #expect(
      try nights.occurrences(in: CivilDay("9999-12-30")...CivilDay("9999-12-31")).map(\.span.lastDay.iso)
        == ["9999-12-31", "9999-12-31"])
    #expect(Schedule(plan: .once(long)).lastDay?.iso == "9999-12-31")
  }

  @Test func `exclusions are counted, cancelled ones stay, moved ones are found by their new time`() throws {
    let schedule = Schedule(
      plan: .rule(
        first: try Span("2026-03-06 14:00/2026-03-06 18:00"),
        Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)), bound: .count(5))),
      excluded: Exclusions(days: [day(2026, 5, 1)]), cancelled: [OccurrenceKey(day(2026, 6, 5))],
      moved: [
        Schedule.Move(
          planned: OccurrenceKey(day(2026, 4, 3)), span: try Span("2026-05-10 15:00/2026-05-10 18:30"),
          location: .named("Salle"))
      ])
    let all = schedule.occurrences(in: day(2026, 1, 1)...day(2027, 1, 1))
    #expect(all.map(\.plannedDay.iso) == ["2026-03-06", "2026-04-03", "2026-06-05", "2026-07-03"])
    #expect(all.map(\.state) == [.confirmed, .confirmed, .cancelled, .confirmed])
    #expect(all.map(\.isMoved) == [false, true, false, false])
    #expect(all[1].announced == (try Span("2026-04-03 14:00/2026-04-03 18:00")))
    #expect(all[1].location == .named("Salle"))
    #expect(schedule.occurrences(in: day(2026, 4, 1)...day(2026, 4, 30)).isEmpty)
    #expect(schedule.occurrences(in: day(2026, 5, 10)...day(2026, 5, 10)).count == 1)
    #expect(schedule.firstDay?.iso == "2026-03-06" && schedule.lastDay?.iso == "2026-07-03")
  }

  @Test func `the last ones excluded or moved are not the last day`() throws {
    let rule = Schedule.Plan.rule(
      first: try Span("2026-03-02"), Recurrence(frequency: .weekly([.monday]), bound: .until(day(2026, 3, 16))))
    var schedule = Schedule(plan: rule, excluded: Exclusions(days: [day(2026, 3, 16), day(2026, 3, 2)]))
    #expect(schedule.firstDay?.iso == "2026-03-09" && schedule.lastDay?.iso == "2026-03-09")
    schedule.moved = [Schedule.Move(planned: OccurrenceKey(day(2026, 3, 9)), span: try Span("2026-02-01/2026-02-03"))]
    #expect(schedule.firstDay?.iso == "2026-02-01" && schedule.lastDay?.iso == "2026-02-03")
    schedule.excluded.days.insert(day(2026, 3, 9))
    #expect(schedule.firstDay == nil && schedule.lastDay == nil)
    #expect(schedule.next(at: CivilDateTime(day: day(2026, 1, 1), minuteOfDay: 0), limit: 5).isEmpty)
  }

  @Test func `explicit dates take hours and length from the first`() throws {
    let schedule = Schedule(
      plan: .dates([day(2026, 2, 6), day(2026, 3, 13)], hours: try Span("2026-02-06 22:00/2026-02-07 02:00")),
      cancelled: [OccurrenceKey(day(2026, 3, 13))])
    let all = schedule.occurrences(in: day(2026, 1, 1)...day(2026, 12, 31))
    #expect(
      all.map(\.span) == [try Span("2026-02-06 22:00/2026-02-07 02:00"), try Span("2026-03-13 22:00/2026-03-14 02:00")])
    #expect(all.map(\.state) == [.confirmed, .cancelled])
    // What began the day before still runs.
    #expect(schedule.occurrences(in: day(2026, 2, 7)...day(2026, 2, 7)).count == 1)
    #expect(
      schedule.next(at: try PartialDate("2026-02-07 01:59").firstMinute, limit: 1).first?.plannedDay == day(2026, 2, 6))
    #expect(
      schedule.next(at: try PartialDate("2026-02-07 02:00").firstMinute, limit: 1).first?.plannedDay == day(2026, 3, 13)
    )
    let plan = EffectivePlan(schedule)
    #expect(plan.contains(OccurrenceKey(day(2026, 2, 6))) && !plan.contains(OccurrenceKey(day(2026, 2, 7))))
  }

  @Test(arguments: [
    ("2026-03-06 14:00/2026-03-06 18:00", "2026-04-10 15:00", "2026-04-10 15:00/2026-04-10 19:00"),
    ("2026-03-06 14:00/2026-03-06 18:00", "2026-04-10", "2026-04-10 14:00/2026-04-10 18:00"),
    ("2026-03-06/2026-03-08", "2026-04-10", "2026-04-10/2026-04-12"),
    ("2026-03-06", "2026-04-10 15:00", "2026-04-10 15:00"),
    ("2026-03", "2026-04-10", "2026-04-10"), ("2026-03-06", "2026-05", "2026-05"),
    ("2026-03/2026-05", "2026-12", "2026-12/2027-02"),
  ])
  func `put off to a new date, it keeps its length`(old: String, new: String, expected: String) throws {
    let schedule = Schedule(plan: .once(try Span(old)), status: .postponed(to: try PartialDate(new)))
    let found = schedule.occurrences(in: day(2026, 1, 1)...day(2027, 12, 31))
    #expect(
      found == [
        Occurrence(
          key: OccurrenceKey(try Span(old).firstDay), span: try Span(expected), announced: try Span(old),
          state: .confirmed,
          isRescheduled: true)
      ])
    #expect(schedule.firstDay == (try Span(expected)).firstDay)
  }

  @Test(arguments: [
    (Schedule.Status.tentative, Occurrence.State.tentative), (.cancelled, .cancelled),
    (.postponed(to: nil), .postponed),
    (.confirmed, .confirmed), (.postponed(to: .month(day(2026, 9, 1).civilMonth)), .postponed),
  ])
  func `a status holds for every occurrence`(status: Schedule.Status, state: Occurrence.State) throws {
    let rule = Recurrence(frequency: .weekly([.friday]))
    for plan in [
      Schedule.Plan.rule(first: try Span("2026-03-06 14:00"), rule),
      .dates([day(2026, 3, 6), day(2026, 3, 13)], hours: try Span("2026-03-06 14:00")),
    ] {
      let found = Schedule(plan: plan, status: status).next(
        at: CivilDateTime(day: day(2026, 1, 1), minuteOfDay: 0), limit: 2)
      #expect(found.map(\.state) == [state, state])
      #expect(found.map(\.span.firstDay.iso) == ["2026-03-06", "2026-03-13"])
    }
  }

  @Test(arguments: [
    (Recurrence.Frequency.weekly([.friday]), "2026-03-20", "2026-03-20 2026-03-27"),
    (.weekly([.friday]), "2026-03-19", "2026-03-19 2026-03-26"),
    (.weekly([.monday, .friday]), "2026-03-10", "2026-03-10 2026-03-13"),
    (.monthly(.weekday(.friday, nth: 1)), "2026-04-03", "2026-04-03 2026-05-01"),
    (.monthly(.weekday(.friday, nth: 1)), "2026-04-14", "2026-04-14 2026-05-12"),
    (.monthly(.weekday(.friday, nth: -1)), "2026-04-25", "2026-04-25 2026-05-30"),
    (.monthly(.day(6)), "2026-04-08", "2026-04-08 2026-05-08"), (.yearly, "2026-04-08", "2026-04-08 2027-04-08"),
  ])
  func `a rule put off begins anew on its new date`(
    frequency: Recurrence.Frequency, to new: String, expected: String
  ) throws {
    let schedule = Schedule(
      plan: .rule(first: try Span("2026-03-06 14:00"), Recurrence(frequency: frequency)),
      status: .postponed(to: try PartialDate(new)))
    let found = schedule.next(at: CivilDateTime(day: day(2026, 1, 1), minuteOfDay: 0), limit: 2)
    #expect(found.map(\.span.firstDay.iso) == expected.split(separator: " ").map(String.init))
    #expect(found[0].announced == (try Span("2026-03-06 14:00")) && found[1].announced == nil)
    #expect(EffectivePlan(schedule).contains(found[1].key))
  }

  @Test func `dates put off are all put off by as much, and keep their names`() throws {
    let schedule = Schedule(
      plan: .dates([day(2026, 2, 6), day(2026, 3, 13)], hours: try Span("2026-02-06 14:00")),
      status: .postponed(to: try PartialDate("2026-02-08")))
    let found = schedule.occurrences(in: day(2026, 1, 1)...day(2026, 12, 31))
    #expect(found.map(\.plannedDay.iso) == ["2026-02-06", "2026-03-13"])
    #expect(found.map(\.span.firstDay.iso) == ["2026-02-08", "2026-03-15"])
    #expect(schedule.occurrences(in: day(2026, 2, 6)...day(2026, 2, 6)).isEmpty)
  }

  @Test func `known by the month, it is found in its month; undated, never`() throws {
    let month = Schedule(plan: .once(try Span("2017-06")))
    #expect(month.occurrences(in: day(2017, 6, 30)...day(2017, 7, 30)).count == 1)
    #expect(month.occurrences(in: day(2017, 7, 1)...day(2017, 7, 30)).isEmpty)
    #expect(month.next(at: try PartialDate("2017-06-30 23:59").firstMinute, limit: 2).count == 1)
    #expect(month.next(at: try PartialDate("2017-07-01 00:00").firstMinute, limit: 2).isEmpty)
    let undated = Schedule(plan: .undated, rhythm: "un vendredi par mois")
    #expect(undated.occurrences(in: day(1, 1, 1)...day(9999, 12, 31)).isEmpty && undated.firstDay == nil)
  }

  @Test func `a time that the clock skips is reported`() throws {
    let zone = try Zone("Europe/Paris")
    let night = Schedule(
      plan: .rule(first: try Span("2026-01-04 02:30/2026-01-04 04:00"), Recurrence(frequency: .weekly([.sunday]))))
    #expect(
      night.firstMissingTime(in: zone, through: day(2026, 12, 31)) == (try PartialDate("2026-03-29 02:30").firstMinute))
    #expect(night.firstMissingTime(in: zone, through: day(2026, 3, 28)) == nil)
    let evening = Schedule(plan: .once(try Span("2026-03-28 20:00/2026-03-29 02:00")))
    #expect(evening.firstMissingTime(in: zone, through: day(2030, 1, 1))?.day == day(2026, 3, 29))
  }

  /// The rules followed again, day by day, without any arithmetic on periods.
  @Test(arguments: 0..<400) func `occurrences equal those found by looking at every day`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let first = day(2019, 1, 1).adding(days: Int.random(in: 0..<900, using: &random))
    let weekdays = Set(Weekday.allCases.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
    let frequency: Recurrence.Frequency =
      [
        .daily, .weekly(weekdays), .monthly(.day(Int.random(in: 1...31, using: &random))), .yearly,
        .monthly(.weekday(weekdays.first ?? .monday, nth: [-1, 1, 2, 3, 4, 5].randomElement(using: &random) ?? 1)),
      ].randomElement(using: &random) ?? .daily
    let interval = Int.random(in: 1...5, using: &random)
    let count = Int.random(in: 1...40, using: &random)
    let until = first.adding(days: Int.random(in: 0...2000, using: &random))
    let bound = [Recurrence.Bound.never, .count(count), .until(until)].randomElement(using: &random) ?? .never
    let length = Int.random(in: 0...3, using: &random)
    let schedule = Schedule(
      plan: .rule(
        first: Span(start: .day(first), end: .day(first.adding(days: length))),
        Recurrence(frequency: frequency, interval: interval, bound: bound)))

    let end = day(2031, 12, 31)
    var days: [CivilDay] = []
    for number in first.number...end.number {
      let day = CivilDay(number: number)
      if case .count(count) = bound, days.count == count { break }
      if case .until(let last) = bound, day > last { break }
      if fits(day, frequency, interval, first) { days.append(day) }
    }
    let lower = first.adding(days: Int.random(in: -100...3000, using: &random))
    let range = lower...max(lower, min(end, lower.adding(days: Int.random(in: 0...800, using: &random))))
    let expected = days.filter { $0 <= range.upperBound && $0.adding(days: length) >= range.lowerBound }
    #expect(schedule.occurrences(in: range).map(\.plannedDay) == expected)
    let now = CivilDateTime(day: range.lowerBound, minuteOfDay: 600)
    #expect(
      Array(schedule.next(at: now, limit: 7).map(\.plannedDay).filter { $0 <= end })
        == Array(days.filter { $0.adding(days: length) >= now.day }.prefix(7)))
    if bound != .never, days.count < 40 || bound == .until(until) {
      if days.last.map({ $0.adding(days: 1500) < end }) ?? false {
        #expect(schedule.lastDay == days.last?.adding(days: length))
      }
    }
  }

  private func fits(_ day: CivilDay, _ frequency: Recurrence.Frequency, _ interval: Int, _ first: CivilDay) -> Bool {
    let months = (day.year - first.year) * 12 + day.month - first.month
    switch frequency {
    case .daily: return (day.number - first.number) % interval == 0
    case .weekly(let weekdays):
      return weekdays.contains(day.weekday) && (day.monday.number - first.monday.number) / 7 % interval == 0
    case .yearly: return (day.year - first.year) % interval == 0 && day.month == first.month && day.day == first.day
    case .monthly(let days): return months % interval == 0 && days.contains { fits(day, $0) }
    }
  }

  private func fits(_ day: CivilDay, _ named: Recurrence.MonthlyDay) -> Bool {
    switch named {
    case .day(let number): return day.day == number
    case .last: return day.adding(days: 1).month != day.month
    case .weekday(let weekday, let nth):
      guard day.weekday == weekday else { return false }
      return nth == -1 ? day.adding(days: 7).month != day.month : (day.day - 1) / 7 == nth - 1
    }
  }
}

struct RuleCase: Sendable, CustomTestStringConvertible {
  var schedule: Schedule
  var expected: String

  /// `expected` ends with a point where no more follow.
  init(
    _ first: String, _ frequency: Recurrence.Frequency, interval: Int = 1, bound: Recurrence.Bound = .never,
    _ expected: String
  ) {
    let numbers = first.split(separator: "-").compactMap { Int($0) }
    schedule = Schedule(
      plan: .rule(
        first: Span(start: .day(day(numbers[0], numbers[1], numbers[2]))),
        Recurrence(frequency: frequency, interval: interval, bound: bound)))
    self.expected = expected
  }

  var testDescription: String { expected }
}

/// A day that the test's author knows to exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay { CivilDay(uncheckedYear: year, month: month, day: day) }
