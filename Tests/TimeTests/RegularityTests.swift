import Testing

@testable import Time

/// What counts as a regular meeting, and when.
@Suite struct RegularityTests {
  private static func day(_ month: Int, _ day: Int) -> CivilDay {
    CivilDay(year: 2026, month: month, day: day) ?? CivilDay.last
  }

  private static func rule(
    _ frequency: Recurrence.Frequency, every interval: Int = 1, _ bound: Recurrence.Bound = .never,
    status: Schedule.Status = .confirmed
  ) -> Schedule {
    Schedule(
      plan: .rule(
        first: Span(start: .day(day(1, 6))), Recurrence(frequency: frequency, interval: interval, bound: bound)),
      status: status)
  }

  @Test(arguments: [
    (rule(.weekly([.tuesday])), true), (rule(.weekly([.tuesday]), every: 2), true),
    (rule(.weekly([.tuesday]), every: 3), false), (rule(.daily), true), (rule(.monthly(.day(6))), false),
    (rule(.yearly), false), (rule(.weekly([.tuesday]), .until(day(3, 1))), false),
    (rule(.weekly([.tuesday]), status: .cancelled), false), (rule(.weekly([.tuesday]), status: .tentative), true),
    (Schedule(plan: .undated, rhythm: "parfois"), true), (Schedule(plan: .undated), false),
    (Schedule(plan: .once(Span(start: .day(day(3, 20))))), false),
    (Schedule(plan: .dates([day(3, 3), day(3, 10), day(3, 17)], hours: Span(start: .day(day(3, 3))))), false),
  ])
  func `a rule every two weeks that goes on is regular`(schedule: Schedule, isRegular: Bool) {
    #expect(schedule.isRegular(on: Self.day(3, 12)) == isRegular)
  }

  @Test func `what begins much later is still an announcement`() {
    let weekly = Self.rule(.weekly([.tuesday]))
    #expect(!weekly.isRegular(on: CivilDay(number: Self.day(1, 6).number - 20)))
    #expect(weekly.isRegular(on: CivilDay(number: Self.day(1, 6).number - 10)))
  }

  @Test func `days left out are known`() {
    var weekly = Self.rule(.weekly([.tuesday]))
    weekly.excluded = Exclusions(days: [Self.day(3, 17), Self.day(3, 18), Self.day(5, 5)])
    let skipped = weekly.skippedDays(in: Self.day(3, 12)...Self.day(4, 30))
    #expect(skipped == [Self.day(3, 17)])
    #expect(French.except(skipped) == "sauf le mardi 17\u{A0}mars")
  }

  @Test func `an evening after midnight does not go on, an exhibition does`() {
    func occurrence(_ span: Span) -> Occurrence {
      Occurrence(key: OccurrenceKey(span.firstDay), span: span, state: .confirmed)
    }
    let night = Span(
      start: .minute(CivilDateTime(day: Self.day(3, 11), minuteOfDay: 1320)),
      end: .minute(CivilDateTime(day: Self.day(3, 12), minuteOfDay: 240)))
    #expect(!occurrence(night).goesOn(on: Self.day(3, 12)))
    let exhibition = occurrence(Span(start: .day(Self.day(3, 1)), end: .day(Self.day(3, 31))))
    #expect(exhibition.goesOn(on: Self.day(3, 12)))
    #expect(!exhibition.goesOn(on: Self.day(3, 1)))
    #expect(!occurrence(Span(start: .month(Self.day(3, 1).civilMonth))).goesOn(on: Self.day(3, 12)))
  }
}
