import Site
import Testing

@testable import Reading

@Suite struct DateTextTests {
  @Test(arguments: ["2018", "2018-12", "2018-12-05", "2018-12-05 18:30", "2018-12-05T18:30"])
  func `standard forms are taken as they are`(text: String) {
    guard case .standard(let date) = DateText.read(text) else {
      Issue.record("\(text) is not taken as standard")
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
  ])
  func `habits are understood`(text: String, standard: String) {
    guard case .habit(let date) = DateText.read(text) else {
      Issue.record("\(text): \(DateText.read(text))")
      return
    }
    #expect(DateText.standard(date) == standard)
  }

  @Test(arguments: [
    "2019-02-30", "30 février 2019", "31/04/2019", "2019-13-01", "13/13/2019", "2019-05-01 24:00", "1 mai 2019 19h75",
  ])
  func `what does not exist is told apart`(text: String) {
    guard case .impossible = DateText.read(text) else {
      Issue.record("\(text): \(DateText.read(text))")
      return
    }
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
