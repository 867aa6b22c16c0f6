import Testing

@testable import Time

/// In the tables `~` stands for a no-break space.
@Suite struct FrenchDateTests {
  @Test(arguments: [
    ("2018", "2018"), ("2018-12", "décembre 2018"), ("2018-12-05", "5~décembre 2018"), ("2019-06-01", "1er~juin 2019"),
    ("2019-08-01", "1er~août 2019"), ("2019-07-05 14:30", "5~juillet 2019 à 14~h~30"),
    ("2019-07-05 00:00", "5~juillet 2019 à minuit"), ("2019-07-05 12:00", "5~juillet 2019 à 12~h"),
    ("2020-02-29 09:05", "29~février 2020 à 9~h~05"), ("2020-02-29 00:30", "29~février 2020 à 0~h~30"),
  ])
  func `a date is said as precisely as it is known`(written: String, expected: String) throws {
    #expect(French.date(try PartialDate(written)) == unbroken(expected))
  }

  @Test(arguments: [
    ("2018", "2018"), ("2018-12", "décembre 2018"), ("2019-07-05", "vendredi 5~juillet 2019"),
    ("2019-06-01 18:00", "samedi 1er~juin 2019 à 18~h"),
  ])
  func `a known day has its weekday`(written: String, expected: String) throws {
    #expect(French.dateWithWeekday(try PartialDate(written)) == unbroken(expected))
  }

  @Test(arguments: [
    ("2019-07-05 14:00", "2019-07-05 18:00", "vendredi 5~juillet 2019, de 14~h à 18~h"),
    ("2019-07-05 14:30", "2019-07-05 18:15", "vendredi 5~juillet 2019, de 14~h~30 à 18~h~15"),
    ("2019-07-05 14:00", "", "vendredi 5~juillet 2019, à 14~h"),
    ("2019-07-05 20:00", "2019-07-06 00:00", "vendredi 5~juillet 2019, de 20~h à minuit"),
    ("2019-07-05 22:00", "2019-07-06 02:00", "vendredi 5~juillet 2019, de 22~h à 2~h, le lendemain"),
    ("2019-07-05 18:00", "2019-07-07 12:00", "du 5~juillet à 18~h au 7~juillet 2019 à 12~h"),
    ("2019-12-31 18:00", "2020-01-02 12:00", "du 31~décembre 2019 à 18~h au 2~janvier 2020 à 12~h"),
    ("2019-07-05 14:00", "2019-07-05 14:00", "vendredi 5~juillet 2019, à 14~h"),
    ("2019-07-05 14:00", "2019-07-05 13:00", "vendredi 5~juillet 2019, à 14~h"),
    ("2019-05-03", "2019-05-05", "du 3 au 5~mai 2019"), ("2019-06-01", "2019-06-02", "du 1er au 2~juin 2019"),
    ("2019-04-30", "2019-05-02", "du 30~avril au 2~mai 2019"),
    ("2019-12-30", "2020-01-02", "du 30~décembre 2019 au 2~janvier 2020"),
    ("2019-05-03", "2019-05-03", "vendredi 3~mai 2019"), ("2019-05-03", "", "vendredi 3~mai 2019"),
    ("2017-06", "", "juin 2017"), ("2017-06", "2017-09", "de juin à septembre 2017"),
    ("2017-04", "2017-06", "d’avril à juin 2017"), ("2017-08", "2017-10", "d’août à octobre 2017"),
    ("2017-12", "2018-01", "de décembre 2017 à janvier 2018"), ("2017", "", "2017"), ("2017", "2019", "de 2017 à 2019"),
  ])
  func `a span says each part once`(start: String, end: String, expected: String) throws {
    let span = Span(start: try PartialDate(start), end: end.isEmpty ? nil : try PartialDate(end))
    #expect(French.span(span) == unbroken(expected))
  }

  @Test func `months and weekdays have short names`() {
    #expect((1...12).allSatisfy { French.shortMonthName($0).count <= 5 && !French.monthName($0).isEmpty })
    #expect(Weekday.allCases.map(French.shortWeekdayName).joined() == "lun.mar.mer.jeu.ven.sam.dim.")
    #expect(French.monthName(0) + French.monthName(13) == "")
  }

  @Test(arguments: [
    (0, "aucune~nouvelle", "nouvelle"), (0, "aucun~lieu", "lieu"), (1, "1~nouvelle", "nouvelle"),
    (2, "2~nouvelles", "nouvelle"), (9999, "9999~nouvelles", "nouvelle"), (12_500, "12~500~nouvelles", "nouvelle"),
    (1_234_567, "1~234~567~nouvelles", "nouvelle"),
  ])
  func `things are counted`(number: Int, expected: String, noun: String) {
    let result = French.count(number, noun)
    #expect(result == (number == 0 ? expected.replacing("~", with: " ") : unbroken(expected)))
  }

  @Test func `a plural of its own is used`() {
    #expect(French.count(3, "lieu", plural: "lieux") == unbroken("3~lieux"))
  }
}

func unbroken(_ text: String) -> String { text.replacing("~", with: "\u{A0}") }
