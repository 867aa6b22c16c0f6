import Site
import Testing

@Suite struct EntryKeyTests {
  @Test(arguments: EntryKind.allCases)
  func `the address of an entry leads back to it`(kind: EntryKind) {
    for slug in ["un-nom", "2019-06-fete"] + (kind == .page ? ["ateliers/cuisine", "inconnu/2019"] : []) {
      let key = EntryKey(kind: kind, slug: slug)
      #expect(EntryKey(at: SitePath.entry(key)) == key)
    }
  }

  @Test(arguments: [
    "/", "/nouvelles/", "/nouvelles/2019/", "/agenda/", "/agenda/2019/", "/agenda/2026-03/", "/agenda/a-venir/",
    "/agenda/series/", "/lieux/", "/partenaires/", "/infolettres/", "/etiquettes/velo/", "/plan-du-site/",
    "/recherche/",
    "/s-abonner/", "/proposer/nouvelle/", "/nouvelles/atom.xml", "/agenda/x/evenement.ics", "/404.html",
  ])
  func `an address of the program's own leads to no entry`(address: String) {
    #expect(EntryKey(at: SitePath(address)) == nil)
  }

  @Test func `what lies deeper than an entry can is a page`() {
    #expect(EntryKey(at: SitePath("/nouvelles/a/b/")) == EntryKey(kind: .page, slug: "nouvelles/a/b"))
    #expect(EntryKey(at: SitePath("/agenda/series/a/")) == EntryKey(kind: .series, slug: "a"))
  }
}
