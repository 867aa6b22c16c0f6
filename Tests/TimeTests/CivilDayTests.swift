import Testing

@testable import Time

@Suite struct CivilDayTests {
  @Test(arguments: [
    (2019, 2, 29, false), (2020, 2, 29, true), (1900, 2, 29, false), (2000, 2, 29, true), (2019, 4, 31, false),
    (2019, 13, 1, false), (0, 1, 1, false), (9999, 12, 31, true),
  ])
  func `a day exists or does not`(year: Int, month: Int, day: Int, exists: Bool) {
    #expect((CivilDay(year: year, month: month, day: day) != nil) == exists)
  }

  @Test func `every day of four centuries comes back from its number`() throws {
    var expected = try #require(CivilDay(year: 1800, month: 1, day: 1))
    for number in expected.number..<(expected.number + 146_097) {
      let day = CivilDay(number: number)
      #expect(day.number == number)
      #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
      #expect(day >= expected)
      expected = day
    }
    #expect(CivilDay(number: 0).iso == "1970-01-01")
    #expect(CivilDay(number: 0).weekday == .thursday)
  }
}
