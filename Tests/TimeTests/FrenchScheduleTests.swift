import Testing

@testable import Time

/// In the tables `~` stands for a no-break space.
@Suite struct FrenchScheduleTests {
  @Test(arguments: [
    (Recurrence.Frequency.daily, 1, "tous les jours"), (.daily, 2, "tous les deux jours"),
    (.daily, 20, "tous les 20 jours"), (.weekly([.tuesday]), 1, "tous les mardis"),
    (.weekly([.thursday, .tuesday]), 1, "tous les mardis et jeudis"),
    (.weekly([.monday, .wednesday, .friday]), 1, "tous les lundis, mercredis et vendredis"),
    (.weekly([.monday, .tuesday, .wednesday, .thursday, .friday]), 1, "du lundi au vendredi"),
    (.weekly(Set(Weekday.allCases)), 1, "tous les jours"),
    (.weekly([.tuesday]), 2, "toutes les deux semaines, le mardi"),
    (.weekly([.tuesday, .sunday]), 3, "toutes les trois semaines, le mardi et le dimanche"),
    (.monthly(.weekday(.friday, nth: 1)), 1, "chaque premier vendredi du mois"),
    (.monthly(.weekday(.saturday, nth: -1)), 1, "chaque dernier samedi du mois"),
    (.monthly(.weekday(.tuesday, nth: 4)), 1, "chaque quatrième mardi du mois"),
    (.monthly(.weekday(.tuesday, nth: 5)), 1, "chaque cinquième mardi du mois"),
    (.monthly(.weekday(.friday, nth: 2)), 3, "tous les trois mois, le deuxième vendredi"),
    (.monthly(.weekday(.friday, nth: 2)), 12, "chaque année, le deuxième vendredi de mars"),
    (.monthly(.day(15)), 24, "tous les deux ans, le 15~mars"), (.monthly(.day(1)), 1, "le 1er de chaque mois"),
    (.monthly(.day(15)), 1, "le 15 de chaque mois"), (.monthly(.day(31)), 1, "le 31 de chaque mois qui en a un"),
    (.monthly(.day(15)), 2, "tous les deux mois, le 15"), (.yearly, 1, "chaque année, le 6~mars"),
    (.yearly, 4, "tous les quatre ans, le 6~mars"),
  ])
  func `a rule is said in words`(frequency: Recurrence.Frequency, interval: Int, expected: String) {
    #expect(French.rule(frequency, interval: interval, from: day(2026, 3, 6)) == unbroken(expected))
  }

  @Test func `leap days are reported`() {
    #expect(
      French.rule(.yearly, from: day(2024, 2, 29))
        == unbroken("chaque année bissextile, le 29~février"))
  }

  @Test(arguments: [
    (Recurrence.Bound.never, [day(2026, 5, 1)], "sauf le 1er~mai 2026", "à partir du 6~mars 2026"),
    (
      .until(day(2026, 12, 4)), [day(2026, 5, 1)], "sauf le 1er~mai",
      "à partir du 6~mars 2026, jusqu’au 4~décembre 2026"
    ),
    (.count(10), [], "", "10~fois, à partir du 6~mars 2026"),
    (.count(10), [day(2026, 5, 1), day(2026, 6, 5)], "sauf les 1er~mai et 5~juin", "8~fois, à partir du 6~mars 2026"),
    // A day that is none of its own is not said.
    (.count(3), [day(2026, 5, 2)], "", "3~fois, à partir du 6~mars 2026"),
  ])
  func `hours, exclusions and bounds follow`(
    bound: Recurrence.Bound, excluded: [CivilDay], exclusions: String, bounds: String
  ) throws {
    let schedule = Schedule(
      plan: .rule(
        first: try Span("2026-03-06 14:00/2026-03-06 18:00"),
        Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)), bound: bound)),
      excluded: Exclusions(days: Set(excluded)))
    let rule = "chaque premier vendredi du mois, de 14~h à 18~h" + (exclusions.isEmpty ? "" : ", " + exclusions)
    #expect(French.schedule(schedule) == [unbroken(rule), unbroken(bounds)])
  }

  @Test(arguments: [
    (
      "2026-04-10 15:00/2026-04-10 18:30", nil,
      "la date du 3~avril 2026 est déplacée au vendredi 10~avril 2026, de 15~h à 18~h~30"
    ),
    ("2026-04-10/2026-04-12", nil, "la date du 3~avril 2026 est déplacée~: du 10 au 12~avril 2026"),
    ("2026-04-03 15:00/2026-04-03 18:00", nil, "changement d’horaire le 3~avril 2026~: de 15~h à 18~h"),
    ("2026-04-03 14:00", Location.named("Salle des fêtes"), "changement de lieu le 3~avril 2026~: Salle des fêtes"),
    (
      "2026-04-04 14:00", .place(slug: "x"),
      "la date du 3~avril 2026 est déplacée au samedi 4~avril 2026, à 14~h, changement de lieu"
    ),
  ])
  func `what moves is said`(span: String, location: Location?, expected: String) throws {
    let schedule = Schedule(
      plan: .rule(first: try Span("2026-03-06 14:00"), Recurrence(frequency: .weekly([.friday]))),
      cancelled: [OccurrenceKey(day(2026, 11, 6)), OccurrenceKey(day(2026, 12, 4))],
      moved: [Schedule.Move(planned: OccurrenceKey(day(2026, 4, 3)), span: try Span(span), location: location)])
    #expect(
      French.schedule(schedule).dropFirst(2)
        == [unbroken("dates annulées~: 6~novembre et 4~décembre 2026"), unbroken(expected)])
  }

  @Test(arguments: [
    (Schedule.Status.tentative, nil, "à confirmer"), (.cancelled, nil, "annulé"),
    (.cancelled, "grève", "annulé~: grève"), (.postponed(to: nil), nil, "reporté, nouvelle date à venir"),
    (.postponed(to: nil), "météo", "reporté, nouvelle date à venir~: météo"),
  ])
  func `a status is said`(status: Schedule.Status, reason: String?, expected: String) throws {
    let schedule = Schedule(plan: .once(try Span("2026-03-06")), status: status, reason: reason)
    #expect(French.schedule(schedule) == [unbroken("vendredi 6~mars 2026"), unbroken(expected)])
  }

  @Test func `what is put off says both dates`() throws {
    let schedule = Schedule(
      plan: .once(try Span("2026-03-06 14:00/2026-03-06 18:00")), status: .postponed(to: try PartialDate("2026-04-10")))
    #expect(
      French.schedule(schedule) == [
        unbroken("vendredi 10~avril 2026, de 14~h à 18~h"),
        unbroken("reporté (au lieu de~: vendredi 6~mars 2026, de 14~h à 18~h)"),
      ])
  }

  @Test func `a rhythm in words is said as it was written`() {
    #expect(French.schedule(Schedule(plan: .undated, rhythm: "un vendredi par mois")) == ["un vendredi par mois"])
  }

  @Test func `dates given one by one are listed, many are counted`() throws {
    let hours = try Span("2026-02-06 14:00/2026-02-06 18:00")
    let few = Schedule(plan: .dates([day(2026, 2, 6), day(2026, 2, 13), day(2027, 1, 1)], hours: hours))
    #expect(French.schedule(few) == [unbroken("les 6, 13~février 2026 et 1er~janvier 2027, de 14~h à 18~h")])
    let many = Schedule(plan: .dates((0..<20).map { day(2026, 2, 6).adding(days: $0 * 7) }, hours: hours))
    #expect(French.schedule(many) == [unbroken("20~dates, du 6~février 2026 au 19~juin 2026, de 14~h à 18~h")])
    let stay = Schedule(plan: .dates([day(2026, 2, 6)], hours: try Span("2026-02-06/2026-02-08")))
    #expect(French.schedule(stay) == [unbroken("le 6~février 2026, pendant trois jours")])
  }
}
