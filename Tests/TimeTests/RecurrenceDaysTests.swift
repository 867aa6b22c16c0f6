import Testing

@testable import Time

/// A number of days is computed where it can be: it must be what counting one by one gives.
@Suite struct RecurrenceDaysTests {
  static let frequencies: [(Recurrence.Frequency, Int, Recurrence.WeekParity?)] = [
    (.daily, 3, nil), (.weekly([.tuesday, .sunday]), 1, nil), (.weekly([.monday, .tuesday, .friday]), 2, nil),
    (.weekly([.tuesday]), 1, .odd), (.weekly([.monday, .tuesday, .sunday]), 1, .odd),
    (.weekly([.tuesday, .thursday]), 1, .even), (.monthly([.day(31)]), 1, nil),
    (.monthly([.day(1), .day(29)]), 5, nil),
    (.yearly, 1, nil),
  ]

  @Test(arguments: frequencies.indices)
  func `the one with a number is the one counted to`(index: Int) throws {
    let (frequency, interval, weeks) = Self.frequencies[index]
    // In the weeks before the end of 2020, a year of 53 weeks.
    for number in try #require(CivilDay(year: 2020, month: 12, day: 24)).number...18_630 {
      let days = RecurrenceDays(first: CivilDay(number: number), frequency, interval: interval, weeks: weeks)
      let counted = Array(days.days(from: days.first).prefix(330))
      for (place, day) in counted.enumerated() where days.day(numbered: place) != day {
        Issue.record("\(place) from \(days.first): \(day) counted, \(days.day(numbered: place) as Any) computed")
        return
      }
    }
  }

  @Test(arguments: frequencies.indices)
  func `how many come before a day, and up to the last one, is what counting gives`(index: Int) throws {
    let (frequency, interval, weeks) = Self.frequencies[index]
    for number in try #require(CivilDay(year: 2020, month: 12, day: 24)).number...18_630 {
      var days = RecurrenceDays(first: CivilDay(number: number), frequency, interval: interval, weeks: weeks)
      for after in -3...400 {
        let day = CivilDay(number: number + after)
        let counted = days.days(from: days.first).prefix { $0 < day }.count
        #expect(days.count(before: day) == counted, "before \(day) from \(days.first)")
      }
      days.end(on: CivilDay(number: number + 400))
      let all = days.days(from: days.first).count { _ in true }
      #expect(days.count(upTo: .max) == all && days.count(upTo: 2) == min(2, all), "from \(days.first)")
    }
  }

  @Test(arguments: frequencies.indices)
  func `more of them than there are end with the year 9999`(index: Int) throws {
    let (frequency, interval, weeks) = Self.frequencies[index]
    let first = try #require(CivilDay(year: 9950, month: 12, day: 7))
    let days = RecurrenceDays(first: first, frequency, interval: interval, weeks: weeks)
    let counted = Array(days.days(from: first))
    #expect(days.day(numbered: counted.count - 1) == counted.last)
    #expect(days.day(numbered: counted.count) == nil)
    #expect(days.day(numbered: 3_900_000) == nil)
    #expect(days.count(upTo: .max) == counted.count)
  }

  @Test(arguments: frequencies.indices)
  func `how many are held is what is left when all are gone through`(index: Int) throws {
    let (frequency, interval, weeks) = Self.frequencies[index]
    let first = Span(start: .day(try #require(CivilDay(year: 2020, month: 12, day: 29))))
    let days = RecurrenceDays(first: first.firstDay, frequency, interval: interval, weeks: weeks)
    let start = try #require(days.first(onOrAfter: first.firstDay))
    let later = Span(start: .day(start.adding(days: 100)))
    var recurrence = Recurrence(frequency: frequency, interval: interval, weeks: weeks, bound: .count(60))
    recurrence.changes = [
      Recurrence.Change(start: later.firstDay, first: later, frequency: .daily, interval: 2, weeks: nil)
    ]
    var schedule = Schedule(plan: .rule(first: first.starting(on: start), recurrence))
    let all = Array(start.number...start.number + 400).map { CivilDay(number: $0) }
    for left in [[], [all[0], all[3], all[100], all[101], all[399]], all.filter { $0.number % 3 == 0 }] {
      schedule.excluded.days = Set(left)
      for ranges in [[], [all[50]...all[110]]] {
        schedule.excluded.ranges = ranges
        var held = 0
        EffectivePlan(schedule).forEach(from: .first) { planned in
          if !schedule.excluded.contains(planned.key.day) { held += 1 }
          return true
        }
        #expect(EffectivePlan(schedule).count(without: schedule.excluded) == held)
      }
    }
  }
}
