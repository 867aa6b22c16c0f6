import Site
import Testing

@testable import Publishing

@Suite struct WebsitePartsTests {
  @Test(arguments: [
    ([["a"], ["b"]], ["a", "b"]), ([["a", "a1"], ["A", "a2"], ["b", "b1"]], ["a1", "a2", "b"]),
    ([["a", "x", "x1"], ["a", "x", "x2"]], ["x1", "x2"]), ([["a", "b"], ["a", "c"], ["b", "d"]], ["b", "c", "d"]),
    ([["a"], ["a"]], ["a", "a"]), ([["Été", "1"], ["ete", "2"]], ["1", "2"]), ([[]], [""]),
  ])
  func `texts take the shortest form that no other bears`(forms: [[String]], expected: [String]) {
    let changes = DistinctTexts.changes(count: forms.count) { $1 < forms[$0].count ? forms[$0][$1] : nil }
    let chosen = forms.indices.map { changes[$0] ?? forms[$0].first ?? "" }
    if forms == [["a", "b"], ["a", "c"], ["b", "d"]] {
      #expect(Set(chosen).count == 3)
    } else {
      #expect(chosen == expected)
    }
  }

  @Test(arguments: [
    ("https://github.com/o/r", "https://github.com/o/r/edit/main/Content/%C3%A9t%C3%A9.md"),
    ("https://github.com/o/r.git/", "https://github.com/o/r/edit/main/Content/%C3%A9t%C3%A9.md"),
    ("https://gitlab.com/o/r", "https://gitlab.com/o/r/-/edit/main/Content/%C3%A9t%C3%A9.md"),
    ("https://framagit.org/o/r", "https://framagit.org/o/r/-/edit/main/Content/%C3%A9t%C3%A9.md"),
    ("https://codeberg.org/o/r", "https://codeberg.org/o/r/_edit/main/Content/%C3%A9t%C3%A9.md"),
    ("git@github.com:o/r.git", nil), (nil, nil),
  ])
  func `a file is edited in its forge`(repository: String?, address: String?) {
    var settings = Sample.settings
    settings.repository = repository
    #expect(Forge(settings)?.address(of: .file("Content/été.md")) == address)
  }

  @Test(arguments: [3, 4, 5, 60])
  func `of more tags than a list has room for, it shows those that most bear`(limit: Int) {
    let bearers = ["d", "a", "a", "a", "b", "b", "c", "e", "e"].enumerated()
    let news = bearers.map { Sample.news("n\($0)", .year(2019), tags: [$1]) }
    let tags = TagIndex(site: Site(settings: Sample.settings, news: news), today: Sample.today)
    let list = tags.list(atMost: limit) { $0.news.count }
    let expected = [3: ["a", "b", "e"], 4: ["a", "b", "c", "e"]][limit] ?? ["a", "b", "c", "d", "e"]
    #expect(list.shown.map(\.tag.slug) == expected && list.areMore == (limit < 5))
    #expect(tags.list(atMost: limit) { $0.events.count }.shown.isEmpty)
  }

  @Test func `entries are related by what they share, nearest first`() {
    let tag = RelatedEntries.Tie.tag("t")
    let partner = RelatedEntries.Tie.entry(EntryKey(kind: .partner, slug: "p"))
    let related = RelatedEntries(ties: [[tag], [], [tag, partner], [partner], [tag], [tag]])
    #expect(related.nearest(to: 2, limit: 4) == [0, 4, 5, 3])
    #expect(related.nearest(to: 2, limit: 1) == [0])
    #expect(related.nearest(to: 1, limit: 4) == [])
  }

  @Test(arguments: [
    ("Gratuit", ["0"]), ("Entrée libre", ["0"]), ("Prix libre", []), ("Prix libre, 5 € conseillés", []), ("5 €", ["5"]),
    ("5\u{A0}€", ["5"]), ("7,50 €", ["7.50"]), ("7,5 euros", ["7.50"]), ("12€", ["12"]), ("8 € / 5 €", ["8", "5"]),
    ("8 € ou 5 € (réduit)", ["8", "5"]), ("Plein tarif : 8 € / réduit : 5 €", ["8", "5"]), ("10 € la journée", ["10"]),
    ("5 à 10 €", []), ("5 € à 10 €", []), ("5 € (3 € réduit)", []), ("À partir de 5 €", []), ("5 € minimum", []),
    ("8 € / prix libre", []), ("5 € + adhésion", []), ("adhésion", []), ("", []), (",5 €", []), ("1.2.3 €", []),
    ("5, €", []), ("Entrée gratuite, repas 10 €", []), ("Gratuit pour les habitants, 8 € sinon", []),
    ("10 € de consigne, rendus", []), ("5 € (gratuit pour les enfants)", []),
  ])
  func `a price is read where the words leave no doubt`(text: String, euros: [String]) {
    #expect(PriceReading.euros(text) == euros)
  }

  @Test func `a name always has the same UUID`() {
    // RFC 9562, A.4: the name « www.example.com » in the namespace of domain names.
    #expect(
      NamedUUID.text(of: "www.example.com", in: "6ba7b810-9dad-11d1-80b4-00c04fd430c8")
        == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }
}
