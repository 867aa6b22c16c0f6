import Testing

@testable import Time

@Suite struct OpeningHoursTests {
  private func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }

  @Test(arguments: [
    ("9h-19h", "de 9 h à 19 h"), ("9h-12h, 14h-19h", "de 9 h à 12 h et de 14 h à 19 h"),
    ("14:00-19:30; 9:00 - 12:00", "de 9 h à 12 h et de 14 h à 19 h 30"), ("10h à minuit", "de 10 h à minuit"),
    ("de 9h à 12h et de 14h à 19h", "de 9 h à 12 h et de 14 h à 19 h"), ("18h30 – 2h", "de 18 h 30 à 2 h"),
    ("fermé", "fermé"), ("Fermée", "fermé"), ("closed", "fermé"),
  ])
  func `hours are read as people write them`(written: String, said: String) throws {
    let hours = try #require(OpeningText.hours(written))
    #expect(plain(French.hours(hours)) == said)
    #expect(OpeningText.hours(French.hours(hours)) == hours, "what is said can be pasted back")
  }

  @Test(arguments: ["", "le matin", "9h", "25h-26h", "9h-12h-14h", "tous les mardis de 9h à 12h", "9h-12h sauf août"])
  func `what says no hours is not understood`(written: String) { #expect(OpeningText.hours(written) == nil) }

  @Test(arguments: [
    ("mardi", "mardi"), ("Samedi et dimanche", "samedi et dimanche"),
    ("du mercredi au vendredi", "du mercredi au vendredi"),
    ("lundi, mercredi", "lundi et mercredi"), ("lundi-vendredi", "du lundi au vendredi"),
    ("tous les jours", "du lundi au dimanche"),
  ])
  func `days are read as people write them`(written: String, said: String) throws {
    let days = try #require(OpeningText.days(written))
    #expect(French.days(days) == said)
  }

  @Test(arguments: ["", "férié", "le 15", "un mardi sur deux", "mardi matin", "week-end prochain"])
  func `what names no days of the week is not understood`(written: String) { #expect(OpeningText.days(written) == nil) }

  private static func day(_ iso: String) -> CivilDay {
    guard case .day(let day)? = PartialDate(iso: iso) else { return .first }
    return day
  }

  private static let week = OpeningHours(
    days: [.tuesday: [.init(start: 540, end: 1140)], .monday: []],
    closures: Exclusions(
      days: [day("2027-05-03"), day("2027-05-04")], ranges: [day("2027-07-15")...day("2027-08-31")]))

  @Test(arguments: [
    ("2027-04-01", []), ("2027-04-06", ["fermé du 3 au 4 mai 2027"]), ("2027-05-04", ["fermé du 3 au 4 mai 2027"]),
    ("2027-05-05", []), ("2027-06-16", []), ("2027-06-17", ["fermé du 15 juillet au 31 août 2027"]),
    ("2027-08-31", ["fermé du 15 juillet au 31 août 2027"]), ("2027-09-01", []),
  ])
  func `a closure is announced four weeks before and until its end`(today: String, said: [String]) {
    let found = Self.week.closures(from: Self.day(today), days: 28)
    #expect(found.map { plain(French.closed($0)) } == said)
  }

  @Test func `a day that is closed anyhow is no closure`() {
    let hours = OpeningHours(
      days: [.tuesday: [.init(start: 540, end: 1140)]], closures: Exclusions(days: [Self.day("2027-05-03")]))
    #expect(hours.closures(from: Self.day("2027-05-01"), days: 28).isEmpty)
    #expect(plain(French.opening(Self.week)) == "mardi, de 9 h à 19 h")
  }
}
