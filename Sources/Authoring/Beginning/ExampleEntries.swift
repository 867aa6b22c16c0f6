import Reading
import Site
import Time

/// One entry of each kind for a new site to begin with, each a draft: to be looked at, written over or thrown away.
package enum ExampleEntries {
  /// All but the letter, which can only be made of a site; see ``issue(of:today:)``.
  package static func files(today: CivilDay, zone: Zone) throws -> [NewFile] {
    let writer = EntryWriter(zone: zone)
    return try EntryKind.allCases.filter { $0 != .issue }.map { try writer.file(for: request($0, today: today)) }
  }

  /// The letter of this month.
  package static func issue(of site: Site, today: CivilDateTime) -> NewFile {
    IssueWriter(site: site, today: today).file(sentOn: today.day.civilMonth.lastDay, isDraft: true)
  }

  /// What the home page says until somebody writes it.
  package static func home(title: String) -> NewFile {
    var matter = FrontMatterText()
    matter.add(.title, text: title)
    return NewFile(
      key: .home,
      text: matter.text(
        body: "Ce site vient d’ouvrir\u{A0}: les premières nouvelles et les premiers rendez-vous arrivent.\n"))
  }

  private static func request(_ kind: EntryKind, today: CivilDay) -> EntryRequest {
    let noun = kind.row.noun.singular
    var request = EntryRequest(kind: kind, title: "Exemple " + French.of(noun), summary: "En une phrase.")
    request.isDraft = true
    request.body = body(kind)
    switch kind {
    case .news: request.date = .day(today)
    case .event:
      let day = today.adding(days: 21)
      let start = CivilDateTime(day: day, minuteOfDay: 14 * 60)
      (request.start, request.end) = (.minute(start), .minute(start.adding(minutes: 180)))
      request.place = "exemple-de-lieu"
    default: break
    }
    return request
  }

  private static func body(_ kind: EntryKind) -> String {
    switch kind {
    case .news: "Écrivez comme un courriel. Une ligne vide sépare deux paragraphes.\n"
    case .event: "Dites ici de quoi il s’agit, à qui cela s’adresse, ce qu’il faut apporter.\n"
    case .series: "Dites ici ce que les rendez-vous de la série ont en commun. Chacun la nomme\u{A0}: `serie: …`.\n"
    case .place: "Dites ici comment venir, et ce que l’on y trouve.\n"
    case .partner: "Dites ici ce que vous faites ensemble.\n"
    case .page:
      """
      ## Un intertitre

      Un paragraphe, avec des mots **importants** et un [lien](https://example.org).

      - une liste,
      - de deux lignes.

      """
    case .issue: ""
    }
  }
}
