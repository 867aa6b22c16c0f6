import Reading
import Site
import Testing
import Time

/// What the project's own site has to say, and with what precision.
@Suite struct ContentTests {
  private func readContent() async throws -> (site: Site, result: ReadingResult) {
    let today = CivilDateTime(day: try #require(CivilDay(year: 2019, month: 7, day: 31)), minuteOfDay: 1439)
    let result = await readSite(
      root: Program.projectRoot, options: ReadingOptions(today: today, readsRevisions: false))
    return (try #require(result.site), result)
  }

  @Test func `nothing is to be reported but the values still to be filled in`() async throws {
    let (_, result) = try await readContent()
    let messages = result.diagnostics.filter { $0.severity != .placeholder }
      .map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" }
    #expect(messages == [])
  }

  @Test func `every news item has its date, partner and place`() async throws {
    let (site, _) = try await readContent()
    let facts = site.news.map { item in
      let partners = item.entry.partners.compactMap { site.partner($0)?.title }
      return "\(item.date.iso) | \(item.entry.key.slug) | \(partners.joined(separator: ", ")) | "
        + (item.location.flatMap { name(of: $0, in: site) } ?? "–")
    }
    #expect(
      facts.sorted() == [
        "2018-12 | 2018-12-etude-de-faisabilite | Conseil départemental du Val-de-Marne | –",
        "2019-05 | 2019-05-programme-emergence | France Active | –",
        "2019-05 | 2019-05-visite-lucie-aubrac | Conseil départemental du Val-de-Marne | Ancien collège Lucie Aubrac",
        "2019-07 | 2019-07-appel-creation-de-tiers-lieux | Conseil régional d’Île-de-France | –",
        "2019-07 | 2019-07-rendez-vous-a-l-atelier | Mairie de Champigny | L’Atelier",
      ])
  }

  @Test func `every event that has been has its month and its place`() async throws {
    let (site, _) = try await readContent()
    let facts = site.events.compactMap { event -> String? in
      guard case .once(let span) = event.schedule.plan else { return nil }
      return "\(span.start.iso) | \(event.location.flatMap { name(of: $0, in: site) } ?? "–") | "
        + (event.series?.slug ?? "–")
    }
    #expect(
      facts == [
        "2017-06 | Maison des Acteurs du Paris Durable | –",
        "2018-03 | Maison de la vie citoyenne et associative | –",
        "2018-06 | Centre Gérard Philipe | champysoupe",
        "2018-11 | Maison pour Tous Youri Gagarine | champysoupe",
        "2019-03 | Salle Jean Morlet | champysoupe",
        "2019-05 | Collège Willy Ronis | champysoupe",
      ])
  }

  @Test func `the monthly meeting has a rhythm in words and no day that nobody knows`() async throws {
    let (site, _) = try await readContent()
    let event = try #require(site.event(EntryKey(kind: .event, slug: "rendez-vous-a-l-atelier")))
    #expect(event.schedule.plan == .undated)
    #expect(event.schedule.rhythm == "un vendredi après-midi par mois")
    #expect(!event.schedule.isDated)
    #expect(event.location == .place(EntryKey(kind: .place, slug: "l-atelier")))
    #expect(event.entry.partners == [EntryKey(kind: .partner, slug: "mairie-de-champigny")])
  }

  @Test func `the aperitif has a rhythm and no date`() async throws {
    let (site, _) = try await readContent()
    let event = try #require(site.event(EntryKey(kind: .event, slug: "aperitif")))
    #expect(event.schedule.plan == .undated)
    #expect(event.schedule.rhythm != nil)
    #expect(event.location == nil)
  }

  @Test func `partners, places and pages are all there`() async throws {
    let (site, _) = try await readContent()
    #expect(site.partners.count == 4)
    #expect(site.places.count == 8)
    let pages = Set(site.pages.map(\.key.slug))
    let expected: Set = [
      "accueil", "etat-d-avancement", "un-lieu-ephemere", "ateliers-journal-du-futur", "mentions-legales",
      "donnees-personnelles", "accessibilite",
    ]
    #expect(expected.isSubset(of: pages))
    // Who it is, by whatever name it is called.
    let region = try #require(site.partners.first { $0.otherNames.contains("IDF") })
    #expect(region.otherNames.contains("Région Île-de-France"))
  }

  private func name(of location: Location, in site: Site) -> String? {
    if case .named(let name) = location { return name }
    return site.place(at: location)?.title
  }
}
