import Testing

@testable import Time

@Suite struct DateTextTests {
  @Test(arguments: ["2018", "2018-12", "2018-12-05", "2018-12-05 18:30", "2018-12-05T18:30"])
  func `standard forms are taken as they are`(text: String) {
    guard case .standard(let date) = DateText.read(text) else {
      Testing.Issue.record("\(text) is not taken as standard")
      return
    }
    #expect(DateText.standard(date) == text.replacing("T", with: " "))
  }

  @Test(arguments: [
    ("24 mai 2019", "2019-05-24"), ("mai 2019", "2019-05"), ("1er juin 2019", "2019-06-01"),
    ("24/05/2019 19h", "2019-05-24 19:00"), ("2026-3-5", "2026-03-05"), ("2026-03-05 19h30", "2026-03-05 19:30"),
    ("2026-03-05 19.30", "2026-03-05 19:30"), ("2026-03-05 9:05", "2026-03-05 09:05"),
    ("Vendredi 24 mai 2019 à 19 h 30", "2019-05-24 19:30"), ("le 3 août 2020", "2020-08-03"),
    ("3 AOÛT 2020", "2020-08-03"), ("24.05.2019", "2019-05-24"), ("24-05-2019", "2019-05-24"), ("5/2019", "2019-05"),
    ("24/05/19", "2019-05-24"), ("2019/05/24", "2019-05-24"),
    ("12 sept. 2019", "2019-09-12"), ("July 5, 2019", "2019-07-05"), ("5th of July 2019", "2019-07-05"),
    ("dim. 12 janv. 2020 14h", "2020-01-12 14:00"), ("13 septembre 2019 14h", "2019-09-13 14:00"),
    ("24 mai 2019", "2019-05-24"), ("2019-5", "2019-05"), ("mars 2020", "2020-03"), ("mar. 3 mars 2020", "2020-03-03"),
    ("31 décembre 2026 à midi", "2026-12-31 12:00"),
  ])
  func `habits are understood`(text: String, standard: String) {
    guard case .habit(let date) = DateText.read(text) else {
      Testing.Issue.record("\(text): \(DateText.read(text))")
      return
    }
    #expect(DateText.standard(date) == standard)
  }

  @Test(arguments: [
    "2019-02-30", "30 février 2019", "31/04/2019", "2019-13-01", "13/13/2019", "2019-05-01 24:00", "1 mai 2019 19h75",
    "31 décembre 2026 à minuit",
  ])
  func `what does not exist is reported apart`(text: String) {
    guard case .impossible = DateText.read(text) else {
      Testing.Issue.record("\(text): \(DateText.read(text))")
      return
    }
  }

  @Test(arguments: [
    "vendredi 7 mars 2026", "Ven. 7 mars 2026 14h", "mar. 4 mars 2026", "friday 7 march 2026", "le dimanche 07/03/2026",
    "lundi 2026-03-03", "sam 8/3/26", "vendredi 7 mars 2026 de 14h à 17h",
  ])
  func `a day of the week that is not the day's is reported`(text: String) {
    guard case .impossible(.weekday) = DateText.read(text) else {
      Testing.Issue.record("\(text): \(DateText.read(text))")
      return
    }
  }

  @Test(arguments: [
    "samedi 7 mars 2026", "Sam. 7 mars 2026 14h", "mar. 3 mars 2026", "mar 2026", "saturday 7 march 2026", "sam 7/3/26",
  ])
  func `the day's own is not`(text: String) {
    guard case .habit = DateText.read(text) else {
      Testing.Issue.record("\(text): \(DateText.read(text))")
      return
    }
  }

  @Test(arguments: [
    ("2026-03-05 18:30 - 20:30", "2026-03-05 18:30", "2026-03-05 20:30", true),
    ("2026-03-05 18:30-20:30", "2026-03-05 18:30", "2026-03-05 20:30", true),
    ("2026-03-05T18:30-05:00", "2026-03-05 18:30", "2026-03-06 05:00", true),
    ("2026-03-05 22:00 - 02:00", "2026-03-05 22:00", "2026-03-06 02:00", true),
    ("2026-03-05 au 2026-03-07", "2026-03-05", "2026-03-07", true),
    ("2026-03-05 - 2026-03-07", "2026-03-05", "2026-03-07", true),
    ("2026-03-05 18:30 au 2026-03-07 12:00", "2026-03-05 18:30", "2026-03-07 12:00", true),
    ("2026-03 au 2026-05", "2026-03", "2026-05", true),
    ("du 7 au 9 mars 2026", "2026-03-07", "2026-03-09", false),
    ("7-9 mars 2026", "2026-03-07", "2026-03-09", false), ("7 – 9 mars 2026", "2026-03-07", "2026-03-09", false),
    ("Du samedi 7 au lundi 9 mars 2026", "2026-03-07", "2026-03-09", false),
    ("du 28 février au 2 mars 2026", "2026-02-28", "2026-03-02", false),
    ("du 28 décembre au 2 janvier 2027", "2026-12-28", "2027-01-02", false),
    ("du 28 décembre 2026 au 2 janvier 2027", "2026-12-28", "2027-01-02", false),
    ("du 07/03/2026 au 09/03/2026", "2026-03-07", "2026-03-09", false),
    ("les 7 et 8 mars 2026", "2026-03-07", "2026-03-08", false),
    ("samedi 7 et dimanche 8 mars 2026", "2026-03-07", "2026-03-08", false),
    ("de mars à mai 2026", "2026-03", "2026-05", false),
    ("samedi 7 mars 2026 de 14h à 17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("le 7 mars 2026, 14h - 17h30", "2026-03-07 14:00", "2026-03-07 17:30", false),
    ("7 mars 2026 14h-17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("7 mars 2026 14-17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("7/3/2026 de 14 h à 17 h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("2026-03-07 14h/17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("2026-03-07 entre 14h et 17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("7 mars 2026 à 14h jusqu’à 17h", "2026-03-07 14:00", "2026-03-07 17:00", false),
    ("samedi 7 mars 2026 22:00 → 02:00", "2026-03-07 22:00", "2026-03-08 02:00", false),
    ("2026-03-07 de 20h à minuit", "2026-03-07 20:00", "2026-03-08 00:00", false),
    ("from 2026-03-05 to 2026-03-07", "2026-03-05", "2026-03-07", false),
    ("du 7 mars 2026 14h au 9 mars 2026 17h", "2026-03-07 14:00", "2026-03-09 17:00", false),
  ])
  func `a range gives both ends`(text: String, start: String, end: String, isStandard: Bool) throws {
    let span = try #require(WrittenSpan(text), "\(DateText.read(text))")
    let dates = try span.outcome.get()
    #expect(DateText.standard(dates.start) == start && DateText.standard(dates.end) == end)
    #expect(span.isStandard == isStandard)
    // The standard form of it is read as the same.
    let again = try #require(WrittenSpan(WrittenSpan.standard(dates.start, dates.end)))
    #expect(try again.outcome.get() == dates)
    #expect(again.isStandard)
  }

  @Test(arguments: [
    "du vendredi 7 au 9 mars 2026", "du 7 au samedi 9 mars 2026", "du 30 au 31 février 2026",
  ])
  func `a range of days that do not exist is reported`(text: String) {
    guard case .failure? = WrittenSpan(text)?.outcome else {
      Testing.Issue.record("\(text): \(String(describing: WrittenSpan(text)))")
      return
    }
  }

  @Test(arguments: [
    "2026-03-05", "2026-03-05 18:30", "24 mai 2019", "les 7 et 14 mars 2026", "du 7 au 9 mars 2026 de 14h à 17h",
    "bientôt", "de 14h à 17h", "2026-03-05-07", "samedi 7 mars 2026 de 9h à 12h et de 14h à 17h", "tous les mardis",
    "mars ou avril 2026", "",
  ])
  func `what is no range is not guessed`(text: String) {
    #expect(WrittenSpan(text) == nil)
  }

  @Test(arguments: [
    "", "bientôt", "du 3 au 5 mai 2019", "24 mai", "vendredi", "20190524", "2019-05-24-12", "19h", "0000", "mai",
    "2019 ?",
    "99999999999999999999", "24 mai 2019 soir", "1/2/3/4", "2019-",
  ])
  func `what is no date is not guessed`(text: String) {
    #expect(DateText.read(text) == .unknown)
  }

  @Test(arguments: [("18:30", 18, 30), ("18h30", 18, 30), ("18 h", 18, 0), ("9h", 9, 0), ("19.30", 19, 30)])
  func `an hour alone`(text: String, hour: Int, minute: Int) {
    let time = DateText.time(text)
    #expect(time?.hour == hour && time?.minute == minute)
  }
}
