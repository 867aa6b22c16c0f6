import Foundation
import Testing

/// Whatever one output says of an event, the others say in the same words.
@Suite struct EventTableTests {
  /// An output, as a reader sees it: one line, without tags.
  private static let outputs = [
    "page", "agenda", "letter page", "mail", "text mail", "calendar", "feed", "structured data",
  ]

  // MARK: Facts

  private static let facts: [(label: String, value: String)] = [
    ("En ligne", "https://visio.example.org/repas"), ("Prix", "De 3 à 5 €, selon ce qu’on peut"),
    ("Inscription", "https://example.org/repas"), ("Organisé par", "Les bénévoles du four"),
    ("Série", "Les soirées du préau"),
  ]

  @Test func `every fact of an event is said by every output`() async throws {
    let site = try await Site(
      """
      debut: 2027-04-09 19:00
      fin: 2027-04-09 22:00
      lieu: Hangar bleu
      resume: Chacun apporte un plat.
      en_ligne: https://visio.example.org/repas
      prix: De 3 à 5 €, selon ce qu’on peut
      inscription: https://example.org/repas
      organisateurs: [Les bénévoles du four]
      serie: soirees
      """)
    // A list leads on to the page.
    for output in Self.outputs where output != "agenda" {
      let (seen, raw) = try site.text(output)
      for fact in Self.facts {
        // What machines are told has names of its own for some.
        if output != "structured data" || !["En ligne", "Organisé par"].contains(fact.label) {
          #expect(seen.contains(fact.label), "\(output): \(fact.label)")
        }
        #expect(seen.contains(fact.value) || raw.contains(fact.value), "\(output): \(fact.value)")
      }
      // A calendar has room for the whole text.
      #expect(seen.contains("Chacun apporte un plat.") == (output != "calendar"), "\(output)")
      #expect(raw.contains("Hangar bleu"), "\(output)")
    }
  }

  // MARK: States

  struct State: Sendable, CustomTestStringConvertible {
    var word: String
    var reason: String?
    var announced = ""
    var matter: String
    var testDescription: String { word }

    init(_ word: String, reason: String? = "La salle est inondée", announced: String = "", _ matter: String) {
      self.word = word
      self.reason = reason
      self.announced = announced
      self.matter = matter
    }
  }

  private static let once = "debut: 2027-04-09 19:00\nfin: 2027-04-09 22:00\n"
  private static let weekly = once + "repetition:\n  chaque: semaine\n  nombre: 3\n"
  private static let ninth = "vendredi 9 avril 2027, de 19 h à 22 h"

  @Test(arguments: [
    State("À confirmer", reason: nil, once + "etat: à confirmer"),
    State("Annulé", once + "etat: annulé\nmotif: La salle est inondée"),
    State("Reporté, nouvelle date à venir", once + "etat: reporté\nmotif: La salle est inondée"),
    State(
      "Reporté", announced: ninth, once + "etat: reporté\nreporte_au: 2027-04-16\nmotif: La salle est inondée"),
    State("Annulé", weekly + "  annulees: [2027-04-09]\nmotif: La salle est inondée"),
    State("Annulé", weekly + "  annulees: [{date: 2027-04-09, motif: La salle est inondée}]\nmotif: Autre chose"),
    State(
      "Date déplacée", announced: ninth,
      weekly + "  deplacees:\n    - prevue: 2027-04-09\n      nouvelle: 2027-04-10\n      motif: La salle est inondée"),
    State(
      "Changement d’horaire", announced: ninth,
      weekly + "  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-09 18:00}]\nmotif: La salle est inondée"),
    State(
      "Changement de lieu",
      weekly + "  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-09, lieu: La cour}]\nmotif: La salle est inondée"),
    State(
      "Date déplacée, changement de lieu", announced: ninth,
      weekly + "  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-10, lieu: La cour}]\nmotif: La salle est inondée"),
    State(
      "Changement d’horaire et de lieu, à confirmer", announced: ninth,
      weekly
        + "  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-09 18:00, lieu: La cour}]\n"
        + "etat: à confirmer\nmotif: La salle est inondée"),
  ])
  func `the state of an occurrence is said by every output in the same words`(state: State) async throws {
    let site = try await Site(state.matter)
    for output in Self.outputs {
      let (seen, _) = try site.text(output)
      // Behind a date it stands in small letters.
      #expect(seen.contains(state.word) || seen.contains(": " + state.word.lowercased()), "\(output)")
      if let reason = state.reason { #expect(seen.contains(reason), "\(output)") }
      #expect(!seen.contains("Autre chose"), "\(output)")
      guard !state.announced.isEmpty, output != "structured data" else { continue }
      #expect(seen.lowercased().contains("au lieu de"), "\(output)")
      #expect(seen.contains(state.announced), "\(output)")
    }
  }

  @Test func `what stands as planned has nothing to report`() async throws {
    let site = try await Site(
      Self.weekly + "  deplacees: [{prevue: 2027-04-09, nouvelle: 2027-04-09, lieu: Hangar bleu}]\nlieu: Hangar bleu")
    for output in Self.outputs {
      #expect(try !site.text(output).seen.contains("Changement d"), "\(output)")
    }
  }

  // MARK: A site with one event

  private struct Site {
    private let site: OneEventSite

    init(_ matter: String) async throws { site = try await OneEventSite(matter, series: "Les soirées du préau") }

    /// What a reader sees, and what is written.
    func text(_ output: String) throws -> (seen: String, raw: String) {
      switch output {
      case "page": return try web("agenda/x/index.html")
      case "agenda": return try web("agenda/index.html")
      case "letter page": return try web("infolettres/2027-04/index.html")
      case "mail": return try web("infolettres/2027-04/courriel.html")
      case "text mail": return plain(try site.file("infolettres/2027-04/courriel.txt"))
      case "calendar":
        return plain(
          try site.file("agenda/x/evenement.ics").replacing("\r\n ", with: "").replacing("\\,", with: ",")
            .replacing("\\n", with: " "))
      case "feed":
        let feed = try site.file("infolettres/atom.xml").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        return (seen(feed), feed.replacing("&amp;", with: "&"))
      default:
        let page = try site.file("agenda/x/index.html")
        let data = page.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/).map { String($0.output.1) }
        return plain(data.joined(separator: " ").replacing("\\n", with: " "))
      }
    }

    private func web(_ path: String) throws -> (String, String) {
      let page = try site.file(path).replacing(/<script.*?<\/script>/.dotMatchesNewlines(), with: "")
      return (seen(page), page)
    }

    private func seen(_ page: String) -> String { plain(page.replacing(/<[^>]*>/, with: " ")).0 }

    private func plain(_ text: String) -> (String, String) {
      let line = text.split { $0.isWhitespace }.joined(separator: " ")
      return (line, line)
    }
  }
}
