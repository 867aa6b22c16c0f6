import Foundation
import Testing

/// One row for each state an event can be in: what its page says and offers, what machines are told, and what the letter and
/// the calendar say.
@Suite struct EventStateTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What stands out above the title; nothing where the event simply takes place.
    var label: String
    var reason = ""
    var look = "date"
    var registers = false
    var notes = true
    var status = "EventScheduled"
    var availability: String?
    var hasOffers = true
    /// In front of the title in programs.
    var summary = "Le rendez-vous"
    var letter = ""
    var matter: String
  }

  private static let once = "debut: 2027-04-09 19:00\nfin: 2027-04-09 22:00\n"
  private static let flood = "motif: La salle est inondée\n"
  private static let reason = "La salle est inondée"

  private static let rows = [
    Row(testDescription: "to come", label: "", registers: true, availability: "InStock", matter: once),
    Row(
      testDescription: "full", label: "Complet", availability: "SoldOut", summary: "[Complet] Le rendez-vous",
      letter: "Complet", matter: once + "complet: oui\n"),
    Row(
      testDescription: "registration closed", label: "Inscriptions closes",
      letter: "closes depuis le jeudi 1er avril 2027",
      matter: once + "inscription_jusqu_au: 2027-04-01\n"),
    Row(
      testDescription: "tentative", label: "À confirmer", registers: true, availability: "InStock",
      summary: "[À confirmer] Le rendez-vous", letter: "À confirmer", matter: once + "etat: à confirmer\n"),
    Row(
      testDescription: "put off to a day", label: "Reporté au vendredi 16 avril 2027", reason: reason, registers: true,
      status: "EventRescheduled", availability: "InStock", letter: "Reporté",
      matter: once + flood + "etat: reporté\nreporte_au: 2027-04-16\n"),
    Row(
      testDescription: "put off", label: "Reporté, nouvelle date à venir", reason: reason, look: "date date-off",
      notes: false, status: "EventPostponed", hasOffers: false, summary: "[Reporté] Le rendez-vous",
      letter: "Reporté, nouvelle date à venir", matter: once + flood + "etat: reporté\n"),
    Row(
      testDescription: "cancelled", label: "Annulé", reason: reason, look: "date date-off", notes: false,
      status: "EventCancelled", hasOffers: false, summary: "[Annulé] Le rendez-vous", letter: "Annulé",
      matter: once + flood + "etat: annulé\n"),
    Row(
      testDescription: "running", label: "En ce moment, jusqu’au 12 avril 2027", registers: true,
      availability: "InStock",
      letter: "du 30 mars au 12 avril 2027", matter: "debut: 2027-03-30\nfin: 2027-04-12\n"),
    Row(
      testDescription: "over", label: "Terminé", look: "date date-over", notes: false, hasOffers: false,
      matter: "debut: 2027-03-09 19:00\nfin: 2027-03-09 22:00\n"),
    Row(
      testDescription: "over, never confirmed", label: "Non confirmé", look: "", notes: false, hasOffers: false,
      summary: "[À confirmer] Le rendez-vous",
      matter: "debut: 2027-03-09 19:00\nfin: 2027-03-09 22:00\netat: à confirmer\n"),
    Row(
      testDescription: "moved", label: "", registers: true, status: "EventRescheduled", availability: "InStock",
      letter: "Date déplacée",
      matter: once
        + "repetition:\n  chaque: semaine\n  nombre: 2\n  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-10}]\n"),
    Row(
      testDescription: "all dates of a rule full", label: "Complet", availability: "SoldOut",
      summary: "[Complet] Le rendez-vous", letter: "Complet",
      matter: once + "repetition:\n  chaque: semaine\n  nombre: 2\n  completes: [2027-04-09, 2027-04-16]\n"),
    Row(
      testDescription: "all dates of a rule cancelled", label: "Annulé", reason: reason, look: "date date-off",
      notes: false, status: "EventCancelled", hasOffers: false, summary: "[Annulé] Le rendez-vous", letter: "Annulé",
      matter: once + flood + "repetition:\n  chaque: semaine\netat: annulé\n"),
  ]

  /// A site whose event has a price, a way to register, and another one of its series to come.
  private static func site(_ matter: String) async throws -> OneEventSite {
    try await OneEventSite(
      "prix: 5 €\ninscription: https://example.org/i\n" + matter,
      others: [
        "evenements/suivante.md": "---\ntitre: La suivante\ndebut: 2027-06-01\nserie: soirees\n---\nVenez.\n"
      ])
  }

  @Test(arguments: rows)
  func `a state decides label, date, buttons, words and structured data`(row: Row) async throws {
    let site = try await Self.site(row.matter)
    let page = try site.file("agenda/x/index.html")
    let seen = OneEventSite.seen(page)

    // The page: the label, the look of the date, the two actions.
    let label = page.firstMatch(of: /<p class="status-line">(.*?)<\/p>/)?.output.1
    #expect(label.map { OneEventSite.seen(String($0)).hasPrefix(row.label) } ?? row.label.isEmpty, "\(seen)")
    let look = page.firstMatch(of: /<header class="poster">\s*<span class="([^"]*)"/)?.output.1 ?? ""
    #expect(look == row.look)
    #expect(page.contains("class=\"button\" href=\"https://example.org/i\"") == row.registers)
    #expect((page.contains("Ajouter à mon agenda") || page.contains("S’abonner à toutes ces dates")) == row.notes)
    if !row.reason.isEmpty {
      let text = OneEventSite.seen(String(page[(page.firstRange(of: "<main")?.lowerBound ?? page.startIndex)...]))
      #expect(text.ranges(of: row.reason).count == 1, "said once: \(text)")
      #expect(text.ranges(of: row.label.prefix(7)).count == 1, "said once: \(text)")
    }

    // What search engines show.
    let meta = page.firstMatch(of: /<meta name="description" content="([^"]*)"/)?.output.1 ?? ""
    let description = OneEventSite.seen(String(meta))
    #expect(description.hasPrefix(row.label) && description.hasSuffix("Venez."), "\(description)")
    #expect(says(description, row.reason))

    // Programs that search.
    let data = try #require(site.structuredData(of: page).first { $0["@type"] as? String == "Event" } ?? [:])
    if row.look.isEmpty {
      #expect(data.isEmpty)
    } else {
      #expect(data["eventStatus"] as? String == "https://schema.org/" + row.status)
      #expect((data["previousStartDate"] != nil) == (row.status == "EventRescheduled"))
      let offer = data["offers"] as? [String: Any]
      #expect((offer != nil) == row.hasOffers)
      #expect(offer?["availability"] as? String == row.availability.map { "https://schema.org/" + $0 })
      #expect(says(data["description"] as? String ?? "", row.label.isEmpty ? "Venez." : row.label))
    }

    // Calendars and letters.
    let calendar = try site.file("agenda/x/evenement.ics").replacing("\r\n ", with: "")
    #expect(calendar.contains("SUMMARY:\(row.summary)\r\n"), "\(calendar)")
    let mail = try site.file("infolettres/2027-04/courriel.html")
    let text = try site.file("infolettres/2027-04/courriel.txt")
    #expect(says(mail, row.letter) && says(text, row.letter))
    #expect(says(mail, row.reason))
  }

  private func says(_ text: String, _ words: String) -> Bool {
    words.isEmpty || OneEventSite.seen(text).contains(words)
  }

  @Test func `what is over about a rule is not shown, and each exception to come is shown once`() async throws {
    let site = try await Self.site(
      """
      debut: 2027-01-08 19:00
      fin: 2027-01-08 22:00
      repetition:
        chaque: semaine
        sauf: [2027-02-26, 2027-05-14]
        annulees: [{date: 2027-02-05, motif: Neige}, {date: 2027-04-16, motif: Salle prise}]
        completes: [2027-02-12, 2027-04-23]
        deplacees:
          - {prevue: 2027-02-19, nouvelle: 2027-02-20, motif: Match}
          - {prevue: 2027-12-03, nouvelle: 2027-12-04, motif: Marché de Noël}
      """)
    let page = try site.file("agenda/x/index.html")
    let facts = try #require(page.firstMatch(of: /<div class="facts panel">(.*?)<\/dl>/.dotMatchesNewlines())).output.1
    let seen = OneEventSite.seen(String(facts))
    for word in ["Neige", "Match", "février", "Salle prise"] { #expect(!seen.contains(word), "\(seen)") }
    #expect(seen.contains("sauf le 14 mai 2027"), "\(seen)")
    #expect(seen.contains("La date du 3 décembre 2027 est déplacée"), "\(seen)")
    #expect(OneEventSite.seen(page).ranges(of: "Salle prise").count == 1)
    let events = site.structuredData(of: page).filter { $0["@type"] as? String == "Event" }
    #expect(events.count == 3, "the next date with its rule, a cancelled one, a full one")
    #expect(events.compactMap { $0["eventSchedule"] }.count == 1)
  }

  @Test func `what is cancelled leads to what is to come of its series`() async throws {
    let site = try await Self.site(Self.once + "etat: annulé\nserie: soirees\n")
    #expect(
      try OneEventSite.seen(site.file("agenda/x/index.html")).contains("À venir dans la même série : La suivante"))
  }
}
