import Foundation
import Site
import Testing
import Time

/// A date that is moved onto another one of the same event: the two are one, and the first does not take place by itself.
@Suite struct MovedDatesTests {
  @Test(arguments: [
    // What is written; the days on which it takes place in December, those that are cancelled, how many remarks.
    ("- {prevue: 2026-12-08, nouvelle: 2026-12-15, motif: Salle prise}", [1, 15, 22, 29], [8], 1),
    ("- {prevue: 2026-12-08, nouvelle: 2026-12-15 18:00}", [1, 15, 22, 29], [8], 1),
    ("- {prevue: 2026-12-08, nouvelle: 2026-12-15 20:00}", [1, 15, 15, 22, 29], [], 0),
    // Elsewhere it is another one.
    ("- {prevue: 2026-12-08, nouvelle: 2026-12-15, lieu: Au parc}", [1, 15, 15, 22, 29], [], 1),
    // Two that are put off to one evening.
    (
      "- {prevue: 2026-12-08, nouvelle: 2026-12-17}\n    - {prevue: 2026-12-15, nouvelle: 2026-12-17}",
      [1, 17, 22, 29],
      [8], 1
    ),
    // One takes the place of another that goes away.
    (
      "- {prevue: 2026-12-08, nouvelle: 2026-12-15}\n    - {prevue: 2026-12-15, nouvelle: 2026-12-16}",
      [1, 15, 16, 22, 29], [], 0
    ),
  ])
  func `two at one time are one`(moves: String, held: [Int], cancelled: [Int], remarks: Int) async throws {
    let fixture = try ContentFixture([
      "evenements/yoga.md":
        "---\ntitre: Yoga\ndebut: 2026-12-01 18:00\nfin: 2026-12-01 19:00\nrepetition:\n  chaque: semaine\n  deplacees:\n    \(moves)\n---\nVenez.\n"
    ])
    let result = await fixture.read()
    #expect(result.diagnostics.count { $0.code == "moved-onto-another" } == remarks)
    let schedule = try #require(result.site?.events.first?.schedule)
    let (first, last) = (
      try #require(CivilDay(year: 2026, month: 12, day: 1)), CivilDay(year: 2026, month: 12, day: 31)
    )
    let all = schedule.occurrences(in: first...(try #require(last)))
    #expect(all.filter { !$0.isOff }.map(\.span.firstDay.day) == held)
    #expect(all.filter(\.isOff).map(\.span.firstDay.day) == cancelled)
    if moves.contains("motif") { #expect(all.first(where: \.isOff)?.reason == "Salle prise") }
  }
}
