import Site
import Testing
import Time

/// The front matter of an event with a plan of dates: what is meant, however it is written.
@Suite struct WrittenSchedulesTests {
  /// `lines` of an event as it was read; `nil` where it is none.
  private func event(_ lines: String) async throws -> (schedule: Schedule?, codes: [String]) {
    let fixture = try ContentFixture([
      "site.yml": ContentFixture.settings + "departement: \"94\"\n",
      "evenements/essai.md": "---\ntitre: Essai\n\(lines)\n---\nVenez.\n",
    ])
    let result = await fixture.read()
    return (result.site?.events.first?.schedule, result.diagnostics.map(\.code))
  }

  /// Its starts of 2026 and 2027, at most `count`: `3/3 19:00`, one that does not take place as `(10/3 19:00)`.
  private func dates(of schedule: Schedule?, _ count: Int) throws -> String {
    let schedule = try #require(schedule)
    let first = try #require(CivilDay(year: 2026, month: 1, day: 1))
    let last = first.adding(days: 729)
    return schedule.occurrences(in: first...last).prefix(count).map { occurrence in
      let day = occurrence.span.firstDay
      var said = "\(day.day)/\(day.month)"
      if case .minute(let start) = occurrence.span.start { said += " " + start.timeOfDay }
      return occurrence.isOff ? "(\(said))" : said
    }.joined(separator: " ")
  }

  /// From a day on the rule is another one. What it does not name stays as it was last, not as it was first.
  @Test(arguments: [
    // The hours alone: every other week goes on as it did.
    (
      "  chaque: semaine\n  tous_les: 2\n  changements:\n    - {a_partir_du: 2026-03-18, debut: 19:00}",
      "3/3 18:00 17/3 18:00 31/3 19:00 14/4 19:00 28/4 19:00"
    ),
    // A rhythm, then the hours alone.
    (
      "  chaque: semaine\n  tous_les: 2\n  changements:\n    - {a_partir_du: 2026-03-18, chaque: mois, le: 13}\n"
        + "    - {a_partir_du: 2026-06-01, debut: 19:00}",
      "3/3 18:00 17/3 18:00 13/4 18:00 13/6 19:00 13/8 19:00"
    ),
    // No parity of weeks any more, then the hours alone: the parity of the beginning does not come back.
    (
      "  chaque: semaine\n  semaines: paires\n  changements:\n    - {a_partir_du: 2026-03-18, tous_les: 1}\n"
        + "    - {a_partir_du: 2026-04-06, debut: 19:00}",
      "3/3 18:00 17/3 18:00 24/3 18:00 31/3 18:00 7/4 19:00 14/4 19:00 21/4 19:00"
    ),
    (
      "  chaque: semaine\n  semaines: paires\n  changements:\n    - {a_partir_du: 2026-03-18, chaque: mois, le: 1er jeudi}\n"
        + "    - {a_partir_du: 2026-05-01, fin: 19:30}",
      "3/3 18:00 17/3 18:00 2/4 18:00 7/5 18:00 4/6 18:00"
    ),
    // Another day, then the parity alone.
    (
      "  chaque: semaine\n  changements:\n    - {a_partir_du: 2026-03-09, le: jeudi}\n"
        + "    - {a_partir_du: 2026-03-23, semaines: impaires}",
      "3/3 18:00 12/3 18:00 19/3 18:00 26/3 18:00 9/4 18:00 23/4 18:00"
    ),
    // In words, with changes behind.
    (
      "  regle: un mardi sur deux jusqu'au 30 avril 2026\n  changements:\n    - {a_partir_du: 2026-03-18, debut: 10:00, fin: 11:00}\n"
        + "  annulees: [2026-03-31]\n  deplacees:\n    - {prevue: 2026-04-14, nouvelle: 2026-04-15}",
      "3/3 18:00 17/3 18:00 (31/3 10:00) 15/4 10:00 28/4 10:00"
    ),
  ])
  func `what changes in the course of time`(rule: String, expected: String) async throws {
    let read = try await event("debut: 2026-03-03 18:00\nfin: 2026-03-03 19:00\nrepetition:\n" + rule)
    #expect(try dates(of: read.schedule, expected.split(separator: " ").count).hasPrefix(expected))
  }

  /// Where calendars are odd.
  @Test(arguments: [
    // 2026 has 53 weeks: two odd ones behind each other, two even ones never.
    (
      "debut: 2026-12-15\nrepetition: le mardi les semaines impaires", nil,
      "15/12 29/12 5/1 19/1"
    ),
    ("debut: 2026-12-08\nrepetition: le mardi les semaines paires", nil, "8/12 22/12 12/1 26/1"),
    // Labour Day, always; a day that most years lack.
    (
      "debut: 2026-04-03\nrepetition: tous les vendredis jusqu'au 22 mai 2026, hors jours fériés", nil,
      "3/4 10/4 17/4 24/4 15/5 22/5"
    ),
    ("debut: 2026-01-31\nrepetition: le 31 de chaque mois", nil, "31/1 31/3 31/5 31/7 31/8"),
    ("debut: 2026-01-30\nrepetition: le 29 et le 30 du mois", nil, "30/1 29/3 30/3 29/4 30/4"),
    // Both clock changes: the hour is that of the clock.
    (
      "debut: 2026-03-22 18:00\nfin: 2026-03-22 19:00\nrepetition: tous les dimanches", nil,
      "22/3 18:00 29/3 18:00 5/4 18:00"
    ),
    (
      "debut: 2026-10-18 18:00\nfin: 2026-10-18 19:00\nrepetition: tous les dimanches", nil,
      "18/10 18:00 25/10 18:00 1/11 18:00"
    ),
    // Another rule from a day within the holidays on (zone C: 21 February to 8 March, 18 April to 3 May).
    (
      "debut: 2026-02-03 18:00\nfin: 2026-02-03 19:00",
      "  chaque: semaine\n  sauf: vacances scolaires\n  changements:\n    - {a_partir_du: 2026-02-25, le: jeudi, debut: 10:00}",
      "3/2 18:00 10/2 18:00 17/2 18:00 12/3 10:00 19/3 10:00"
    ),
    (
      "debut: 2026-02-03\n",
      "  chaque: semaine\n  sauf: vacances scolaires\n  nombre: 8\n  changements:\n    - {a_partir_du: 2026-02-25, le: jeudi}",
      "3/2 10/2 17/2 12/3 19/3"
    ),
  ])
  func `what is odd about calendars`(head: String, rule: String?, expected: String) async throws {
    let read = try await event(head + (rule.map { "\nrepetition:\n" + $0 } ?? ""))
    #expect(try dates(of: read.schedule, 20).hasPrefix(expected))
  }

  /// Quotes, block or flow, one text or a list, in French or English, as a map or in words: one plan.
  @Test(arguments: [
    [
      "debut: 2026-03-03 18:00\nfin: 2026-03-03 19:00\nrepetition:\n  chaque: semaine\n  le: mardi",
      "debut: \"2026-03-03 18:00\"\nfin: '2026-03-03T19:00'\nrepetition: {chaque: 'semaine', le: \"mardi\"}",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition:\n  chaque: semaine",
      "start: 2026-03-03 18:00 - 19:00\nrepeat:\n  every: week\n  on: tuesday",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition: tous les mardis",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition: \"tous les mardis\"",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition: >-\n  tous\n  les mardis",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition:\n  regle: chaque mardi de 18h à 19h",
      "debut: 2026-03-03 18:00 - 19:00\nrepetition: {regle: le mardi}",
    ],
    [
      "debut: 2026-03-03\nrepetition:\n  chaque: semaine\n  le: [mardi, jeudi]\n  tous_les: 2\n  nombre: 10",
      "debut: '2026-03-03'\nrepetition:\n  chaque: \"semaine\"\n  le:\n    - \"mardi\"\n    - jeudi\n  toutes_les: '2'\n  nombre: \"10\"",
      "debut: 2026-03-03\nrepetition: {chaque: semaine, le: [mardi, 'jeudi'], tous_les: \"2\", nombre: 10}",
      "start: 2026-03-03\nrepeat: {every: week, on: [tuesday, thursday], interval: 2, count: 10}",
      "debut: 2026-03-03\nrepetition: toutes les deux semaines, le mardi et le jeudi, 10 fois",
    ],
    [
      "debut: 2026-03-03\nrepetition:\n  chaque: semaine\n  le: du mardi au vendredi\n  sauf: [vacances scolaires, jours fériés, 2026-03-10 au 2026-03-12]\n  jusqu_au: 2026-12-31",
      "debut: 2026-03-03\nrepetition:\n  chaque: semaine\n  le: [mardi, mercredi, jeudi, vendredi]\n  sauf:\n    - \"vacances scolaires\"\n    - 'jours fériés'\n    - \"2026-03-10 au 2026-03-12\"\n  jusqu_au: \"2026-12-31\"",
      "debut: 2026-03-03\nrepetition:\n  chaque: semaine\n  le: \"du mardi au vendredi\"\n  sauf: vacances scolaires, jours fériés, du 10 au 12 mars 2026\n  jusqu_au: 2026-12-31",
      "start: 2026-03-03\nrepeat:\n  every: week\n  on: [tuesday, wednesday, thursday, friday]\n  except: [school holidays, public holidays, 2026-03-10 to 2026-03-12]\n  until: 2026-12-31",
      "debut: 2026-03-03\nrepetition: du mardi au vendredi jusqu'au 31 décembre 2026 sauf vacances scolaires, jours fériés et du 10 au 12 mars 2026",
    ],
    [
      "debut: 2026-03-10\nrepetition: {chaque: mois, le: [2e mardi, 4e mardi]}",
      "debut: 2026-03-10\nrepetition:\n  chaque: mois\n  le:\n    - '2e mardi'\n    - \"4e mardi\"",
      "debut: 2026-03-10\nrepetition:\n  chaque: mois\n  le: [deuxième mardi, quatrième mardi]",
      "start: 2026-03-10\nrepeat: {every: month, on: [second tuesday, fourth tuesday]}",
      "debut: 2026-03-10\nrepetition: 2e et 4e mardi du mois",
      "debut: 2026-03-10\nrepetition: le 2e et le 4e mardi du mois",
    ],
    [
      "debut: 2026-03-31\nrepetition: {chaque: mois, le: dernier jour}",
      "debut: 2026-03-31\nrepetition:\n  chaque: \"mois\"\n  le: \"dernier jour\"",
      "start: 2026-03-31\nrepeat: {every: month, on: last day}",
      "debut: 2026-03-31\nrepetition: dernier jour du mois",
    ],
    [
      "debut: 2026-03-01\nrepetition: {chaque: mois, le: [1, 15]}",
      "debut: 2026-03-01\nrepetition:\n  chaque: mois\n  le:\n    - \"1\"\n    - '15'",
      "debut: 2026-03-01\nrepetition: le 1er et le 15 du mois",
    ],
    [
      "debut: 2026-03-03\nrepetition: {chaque: semaine, semaines: paires, annulees: [2026-03-17]}",
      "debut: 2026-03-03\nrepetition:\n  chaque: semaine\n  semaines: 'paires'\n  annulees:\n    - \"2026-03-17\"",
      "start: 2026-03-03\nrepeat: {every: week, weeks: even, cancelled: [2026-03-17]}",
      "debut: 2026-03-03\nrepetition:\n  regle: le mardi les semaines paires\n  annulees: [2026-03-17]",
      "debut: 2026-03-03\nrepetition:\n  regle: le mardi les semaines paires\n  annulees: 2026-03-17",
    ],
    [
      "debut: 2026-03-06 18:00\nfin: 2026-03-06 19:00\nrepetition:\n  dates: [2026-03-06, 2026-03-13 19:30 - 21:00]",
      "debut: 2026-03-06 18:00\nfin: 2026-03-06 19:00\nrepetition:\n  dates:\n    - \"2026-03-06\"\n    - '2026-03-13 19:30 - 21:00'",
      "debut: 2026-03-06 18:00 - 19:00\nrepetition: {dates: [\"2026-03-06\", \"2026-03-13 19:30 - 21:00\"]}",
      "start: 2026-03-06 18:00 - 19:00\nrepeat: {dates: [2026-03-06, 2026-03-13 19:30 - 21:00]}",
      "seances:\n  - 2026-03-06 18:00 - 19:00\n  - 2026-03-13 19:30 - 21:00",
      "seances: [2026-03-06 18:00 - 19:00, \"2026-03-13 19:30 - 21:00\"]",
      "sessions:\n  - {date: 2026-03-06 18:00, end: 19:00}\n  - date: \"2026-03-13 19:30 - 21:00\"",
      "seances:\n  - date: '2026-03-06 18:00'\n    fin: \"2026-03-06 19:00\"\n  - date: 2026-03-13 19:30 - 21:00",
    ],
  ])
  func `one plan, however it is written`(forms: [String]) async throws {
    var plans: [String: Set<String>] = [:]
    for form in forms {
      let read = try await event(form)
      #expect(!read.codes.contains { $0.contains("unknown") || $0.contains("not-") }, "\(form): \(read.codes)")
      plans[try dates(of: read.schedule, 200), default: []].insert(form)
    }
    #expect(plans.count == 1, "\(plans)")
  }
}
