import Site
import Testing
import Time

@testable import Reading

/// When an event takes place, said at once: what is written into the file for it.
@Suite struct SpokenScheduleTests {
  private static let settings = Settings(
    title: "Un lieu", baseURL: "https://exemple.org", identifier: "x", schoolHolidays: SchoolHolidays(zone: .c))

  /// Sunday, 2026-11-29.
  private static let today = CivilDay(number: 20786)

  @Test(arguments: [
    ("13 septembre 2027 14h", "2027-09-13 14:00", nil, nil),
    ("samedi 7 mars 2026 de 14h à 17h", "2026-03-07 14:00", "2026-03-07 17:00", nil),
    ("tous les jeudis de 18h à 20h dès le 5 mars", "2027-03-11 18:00", "2027-03-11 20:00", "tous les jeudis"),
    ("tous les jeudis de 18h à 20h dès le 5 mars 2026", "2026-03-05 18:00", "2026-03-05 20:00", "tous les jeudis"),
    (
      "2e et 4e mardi du mois à 19h30, 10 fois, hors vacances scolaires", "2026-12-08 19:30", nil,
      "le 2e et le 4e mardi du mois, hors vacances scolaires (zone C), 10 fois"
    ),
    (
      "un mardi sur deux à partir du 12 janvier 2027 de 14h à 16h jusqu'au 30 juin", "2027-01-12 14:00",
      "2027-01-12 16:00", "toutes les deux semaines, le mardi, jusqu’au 30 juin 2027"
    ),
    ("du lundi au vendredi 9h - 17h", "2026-11-30 09:00", "2026-11-30 17:00", "du lundi au vendredi"),
    ("tous les samedis de 22h à 2h", "2026-12-05 22:00", "2026-12-06 02:00", "tous les samedis"),
    ("chaque année, le 21 juin", "2027-06-21", nil, "chaque année, le 21 juin"),
    ("chaque année, le 29 février", "2028-02-29", nil, "chaque année bissextile, le 29 février"),
    (
      "chaque année le 1er samedi de juin à 14h", "2027-06-05 14:00", nil, "chaque année, le premier samedi de juin"
    ),
    ("les 6 février et 13 mars à 20h", "2027-02-06 20:00", nil, "les 6 février et 13 mars 2027"),
    (
      "semaines paires, le jeudi de 9h à 12h", "2026-12-10 09:00", "2026-12-10 12:00",
      "tous les jeudis des semaines paires"
    ),
    ("le dernier jour du mois", "2026-11-30", nil, "le dernier jour du mois"),
    ("tous les dimanches", "2026-11-29", nil, "tous les dimanches"),
  ])
  func `what is said is what is written`(text: String, start: String, end: String?, repetition: String?) throws {
    let spoken = try SpokenSchedule.read(text, today: Self.today, settings: Self.settings).get()
    #expect(SpokenDate.written(spoken.first.start) == start)
    #expect(spoken.first.end.map(SpokenDate.written) == end)
    #expect(spoken.repetition == repetition)
    #expect(spoken.schedule.occurrences(in: spoken.first.firstDay...spoken.first.firstDay).count == 1)
  }

  @Test(arguments: [
    ("mardis impairs bizarres", "n’est pas une date"),
    ("31 décembre 2026 à minuit", "minuit s’écrit 00:00, au jour suivant"),
    ("31 février 2027", "il n’y a pas de 31 en février 2027"),
    ("tous les mardis pairs du mois", "n’est pas un rythme"), ("tous les mardis sauf en août", "l’année de « août »"),
    ("tous les mardis sauf le 1er mai", "l’année de « 1er mai »"), ("", "n’est pas une date"),
    ("tous les mardis jusqu'au 3 mars 2025", "2025-03-03"), ("le 31 février de chaque année", "n’est pas un rythme"),
  ])
  func `what is not understood is refused with a reason`(text: String, reason: String) {
    switch SpokenSchedule.read(text, today: Self.today, settings: Self.settings) {
    case .success(let spoken): Issue.record("\(spoken)")
    case .failure(let problem):
      let message = problem.message.replacing("\u{A0}", with: " ")
      #expect(message.contains(reason), "\(message)")
    }
  }

  @Test func `school holidays that nobody knows`() {
    let settings = Settings(title: "Un lieu", baseURL: "https://exemple.org", identifier: "x")
    let read = SpokenSchedule.read(
      "tous les mardis hors vacances scolaires", today: Self.today, settings: settings)
    guard case .failure(let problem) = read else {
      Issue.record("read")
      return
    }
    #expect(problem.hint?.contains("departement") == true)
  }
}
