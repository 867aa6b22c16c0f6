import Foundation
import Publishing
import Site
import Testing
import ThemeChampigny
import Time

/// What became otherwise of dates that people may have noted is reported: in the calendar of those who subscribed, and on a page
/// and in a feed for the others.
@Suite struct ChangeStories {
  private let story: Story

  init() throws { story = try Story() }

  /// The headlines of the feed of changes, newest first.
  private func headlines(today: String) async throws -> [String] {
    let file = try await file("agenda/changements.xml", today: today)
    return file.matches(of: /<entry>.*?<title>(.*?)<\/title>/.dotMatchesNewlines()).map { match in
      String(match.1).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
  }

  private func file(_ path: String, today: String) async throws -> String {
    let result = try await story.read(today: today)
    let (site, now) = (try #require(result.site), try #require(result.today))
    let (publication, _) = Publishing.publication(of: site, theme: Champigny(), assets: [], today: now)
    guard case .rendered(let render)? = publication.file(at: path)?.content else { return "" }
    return String(decoding: try render(), as: UTF8.self)
  }

  /// Days go by, so that what stands there has been seen.
  private func wait(days: Int = 2) { story.clock += days * 86_400 }

  // MARK: As a whole

  @Test(arguments: [
    ("etat: annulé\nmotif: Grippe\n", "Annulé : Le chœur, tous les mardis, de 18 h à 20 h"),
    ("lieu: Gymnase\n", "Changement de lieu : Le chœur, tous les mardis, de 18 h à 20 h, Gymnase"),
  ])
  func `what becomes of all dates of a rule is one change`(lines: String, headline: String) async throws {
    let rule = "titre: Le chœur\ndebut: 2026-03-03 18:00\nfin: 2026-03-03 20:00\nrepetition: tous les mardis\n"
    try story.write("evenements/choeur", rule)
    try story.commit()
    wait()
    try story.write("evenements/choeur", rule + lines)
    try story.commit()
    #expect(try await headlines(today: "2026-04-02") == [headline])
    wait()
    try story.write("evenements/choeur", rule)
    try story.commit()
    let both = try await headlines(today: "2026-04-02")
    #expect(both.count == 2, "\(both)")
  }

  @Test func `other hours of a rule are one change, with what they were`() async throws {
    let rule = "titre: Le chœur\nrepetition: tous les mardis\n"
    try story.write("evenements/choeur", rule + "debut: 2026-03-03 18:00\nfin: 2026-03-03 20:00\n")
    try story.commit()
    wait()
    try story.write("evenements/choeur", rule + "debut: 2026-03-03 18:30\nfin: 2026-03-03 20:30\n")
    try story.commit()
    #expect(
      try await headlines(today: "2026-04-02") == [
        "Changement d’horaire : Le chœur, tous les mardis, de 18 h 30 à 20 h 30"
      ])
    let page = try await file("agenda/changements.xml", today: "2026-04-02").replacing("\u{A0}", with: " ")
    #expect(page.contains("Au lieu de : tous les mardis, de 18 h à 20 h"), "\(page)")
  }

  @Test func `what was taken away and is there again takes place after all`() async throws {
    wait()
    try story.remove("evenements/bal")
    try story.commit()
    wait()
    try story.write("evenements/bal", Story.event)
    try story.commit()
    #expect(
      try await headlines(today: "2026-04-06") == [
        "Aura bien lieu : Le bal, samedi 20 juin 2026, de 19 h à 21 h",
        "Retiré de l’agenda : Rendez-vous retiré, samedi 20 juin 2026, de 19 h à 21 h",
      ])
  }

  // MARK: Withdrawn

  @Test(arguments: [false, true])
  func `what is removed or hidden is struck out until its day is past, and nothing else is said of it`(
    isHidden: Bool
  ) async throws {
    let first = try await story.calendar()
    wait()
    if isHidden {
      try story.write("evenements/bal", Story.event + "brouillon: oui\n")
    } else {
      try story.remove("evenements/bal")
    }
    try story.commit()
    let second = try await story.calendar(today: "2026-04-02")
    #expect(first.lies(of: second) == [])
    #expect(second.items.keys == first.items.keys)
    #expect(second.only("STATUS") == "CANCELLED" && second.only("SUMMARY") == "Rendez-vous retiré")
    #expect(second.only("DTSTART") == first.only("DTSTART") && second.only("DTEND") == first.only("DTEND"))
    for name in ["LOCATION", "DESCRIPTION", "URL", "CATEGORIES", "GEO"] { #expect(second.only(name) == nil, "\(name)") }
    #expect(try await story.calendar("lieux/salle/agenda.ics", today: "2026-04-02").items == second.items)
    #expect(try await story.calendar(today: "2026-06-20").items.count == 1)
    #expect(try await story.calendar(today: "2026-06-21").items.isEmpty)
    #expect(
      try await headlines(today: "2026-04-02") == [
        "Retiré de l’agenda : Rendez-vous retiré, samedi 20 juin 2026, de 19 h à 21 h"
      ])
    let page = try await file("agenda/changements/index.html", today: "2026-04-02")
    #expect(page.contains("Rendez-vous retiré") && !page.contains("Le bal") && !page.contains("/agenda/bal/"))
  }

  @Test func `what comes back is itself again`() async throws {
    wait()
    try story.remove("evenements/bal")
    try story.commit()
    let away = try await story.calendar(today: "2026-04-02")
    wait()
    try story.write("evenements/bal", Story.event)
    try story.commit()
    let back = try await story.calendar(today: "2026-04-03")
    #expect(away.lies(of: back) == [])
    #expect(back.only("STATUS") == "CONFIRMED" && back.only("SUMMARY") == "Le bal")
  }

  @Test func `what was removed on the day on which it came was never announced`() async throws {
    try story.write("evenements/erreur", Story.event.replacing("Le bal", with: "Une erreur"))
    try story.commit()
    try story.remove("evenements/erreur")
    try story.commit()
    #expect(try await story.calendar().items.count == 1)
    #expect(try await headlines(today: "2026-04-02").isEmpty)
  }

  @Test func `two that become one are no news for residents`() async throws {
    try story.write("evenements/autre-bal", Story.event)
    try story.commit()
    wait()
    try story.remove("evenements/bal")
    try story.commit()
    let calendar = try await story.calendar(today: "2026-04-02")
    #expect(calendar.only("SUMMARY") == "Le bal")
    #expect(try await headlines(today: "2026-04-02").isEmpty)
  }

  @Test func `another name with the lasting one is no news either`() async throws {
    let first = try await story.calendar()
    wait()
    try story.remove("evenements/bal")
    try story.write("evenements/grand-bal", Story.event + "id: evenements/bal\nalias: [/agenda/bal/]\n")
    try story.commit()
    let second = try await story.calendar(today: "2026-04-02")
    #expect(second.items.keys == first.items.keys && second.only("STATUS") == "CONFIRMED")
    #expect(try await headlines(today: "2026-04-02").isEmpty)
    #expect(try await file("agenda/bal/evenement.ics", today: "2026-04-02").contains("UID:"))
  }

  @Test(arguments: [
    // The lasting identity, or the same title on the same day.
    "id: evenements/bal\nalias: [/agenda/bal/]\n", "",
  ])
  func `what had another name and goes is struck out once`(line: String) async throws {
    wait()
    try story.remove("evenements/bal")
    try story.write("evenements/grand-bal", Story.event + line)
    try story.commit()
    let renamed = try await story.calendar(today: "2026-04-02")
    wait()
    try story.remove("evenements/grand-bal")
    try story.commit()
    let struck = try await story.calendar(today: "2026-04-04")
    #expect(renamed.lies(of: struck) == [])
    #expect(struck.items.keys == renamed.items.keys && struck.only("STATUS") == "CANCELLED")
    #expect(try await headlines(today: "2026-04-04").count == 1)
  }

  @Test func `the calendar of a tag stays when nothing bears it any more`() async throws {
    try story.write("evenements/bal", Story.event + "etiquettes: [Vélo]\n")
    try story.commit()
    let borne = try await story.calendar("etiquettes/velo/agenda.ics")
    #expect(borne.items.count == 1)
    wait()
    try story.write("evenements/bal", Story.event + "etiquettes: [Danse]\n")
    try story.commit()
    let left = try await story.calendar("etiquettes/velo/agenda.ics", today: "2026-04-02")
    #expect(left.isWhole && left.items.isEmpty)
    #expect(try await file("etiquettes/velo/index.html", today: "2026-04-02").isEmpty)
    let offered = try await file("s-abonner/index.html", today: "2026-04-02")
    #expect(offered.contains("agenda.ics") && !offered.contains("etiquettes/velo"))
  }

  @Test func `a meeting without end is struck out for twelve months`() async throws {
    try story.write("evenements/bal", Story.event + "repetition:\n  chaque: semaine\n")
    try story.commit()
    wait()
    try story.remove("evenements/bal")
    try story.commit()
    let struck = try await story.calendar(today: "2027-02-01")
    #expect(struck.only("STATUS") == "CANCELLED" && struck.only("RRULE")?.contains("UNTIL=2027") == true)
    #expect(try await story.calendar(today: "2027-04-01").items.isEmpty)
    #expect(try await headlines(today: "2026-04-02").count == 1)
  }

  // MARK: Changed

  @Test(arguments: [
    ("debut: 2026-06-27 19:00\nfin: 2026-06-27 21:00\n", "Date déplacée : Le bal, samedi 27 juin 2026, de 19 h à 21 h"),
    (
      "debut: 2026-06-20 18:00\nfin: 2026-06-20 21:00\n",
      "Changement d’horaire : Le bal, samedi 20 juin 2026, de 18 h à 21 h"
    ),
    (
      "debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\netat: annulé\nmotif: La salle est prise\n",
      "Annulé : Le bal, samedi 20 juin 2026, de 19 h à 21 h"
    ),
    (
      "debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\netat: reporté\n",
      "Reporté, nouvelle date à venir : Le bal, samedi 20 juin 2026, de 19 h à 21 h"
    ),
    (
      "debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\nrepetition:\n  chaque: mois\n", ""
    ),
  ])
  func `a change of a date is reported once, and no longer than for a month`(
    lines: String, headline: String
  ) async throws {
    wait()
    try story.write("evenements/bal", "titre: Le bal\n\(lines)lieu: salle\n")
    try story.commit()
    let expected = headline.isEmpty ? [] : [headline]
    #expect(try await headlines(today: "2026-04-02") == expected)
    #expect(try await headlines(today: "2026-07-20") == expected)
    #expect(try await headlines(today: "2026-07-30").isEmpty)
    let feed = try await file("agenda/changements.xml", today: "2026-04-02")
    #expect(feed.contains("La salle est prise") == lines.contains("motif"))
  }

  @Test func `another place is reported with its name`() async throws {
    wait()
    try story.write("lieux/parc", "titre: Le parc\nadresse: 2 rue du Lac\n")
    try story.write("evenements/bal", Story.event.replacing("lieu: salle", with: "lieu: parc"))
    try story.commit()
    let words = try await headlines(today: "2026-04-02")
    #expect(words.count == 1)
    #expect(words.first?.hasPrefix("Changement de lieu : Le bal, samedi 20 juin 2026, de 19 h à 21 h, Le parc") == true)
  }

  @Test func `a slip that is mended on its day is none, and a text is no date`() async throws {
    wait()
    try story.write("evenements/bal", Story.event.replacing("06-20", with: "07-20"))
    try story.commit()
    try story.write("evenements/bal", Story.event, body: "Autre texte.")
    try story.commit()
    #expect(try await headlines(today: "2026-04-02").isEmpty)
  }

  @Test func `one date of a rule, and then the rule itself`() async throws {
    let rule = Story.event + "repetition:\n  chaque: semaine\n  jusqu_au: 2026-08-31\n"
    try story.write("evenements/bal", rule)
    try story.commit()
    wait()
    try story.write("evenements/bal", rule.replacing("  jusqu_au", with: "  annulees: [2026-06-27]\n  jusqu_au"))
    try story.commit()
    #expect(
      try await headlines(today: "2026-06-02") == ["Annulé : Le bal, samedi 27 juin 2026, de 19 h à 21 h"])
    wait()
    try story.write("evenements/bal", rule.replacing("2026-06-20", with: "2026-06-21"))
    try story.commit()
    let words = try await headlines(today: "2026-06-02")
    #expect(words.count == 2 && words[0].hasPrefix("Nouvel horaire : Le bal, "), "\(words)")
  }

  /// Of a rule that ran before, only what was still to come is lost.
  @Test(arguments: [
    ("rythme: un vendredi après-midi par mois", ["Nouvel horaire : Le bal, un vendredi après-midi par mois"]),
    (
      "debut: 2026-06-27 19:00\nfin: 2026-06-27 21:00", ["Nouvel horaire : Le bal, samedi 27 juin 2026, de 19 h à 21 h"]
    ),
    ("debut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\nrepetition: chaque semaine", []),
  ])
  func `a rule that gives way, reported with the next of its dates`(written: String, expected: [String]) async throws {
    let rule = "titre: Le bal\nlieu: salle\n"
    try story.write(
      "evenements/bal",
      rule + "debut: 2026-05-09 19:00\nfin: 2026-05-09 21:00\nrepetition:\n  chaque: semaine\n  jusqu_au: 2026-07-31\n")
    try story.commit()
    wait(days: 105)
    try story.write("evenements/bal", rule + written + "\n")
    try story.commit()
    let words = try await headlines(today: "2026-06-16")
    #expect(words == expected)
  }
}
