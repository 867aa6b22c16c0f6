import Diagnostics
import Foundation
import Markup
import Site
import Testing
import Time

@testable import Reading

@Suite struct ReadSiteTests {
  private func title(_ line: String) async throws -> String? {
    let fixture = try ContentFixture(["pages/a.md": "---\n\(line)\nresume: x\n---\nTexte.\n"])
    return await fixture.read().site?.pages.first?.title
  }

  @Test(arguments: [
    ("titre: Champy : la soupe", "soupe"), ("titre: Atelier #3", "#3"), ("titre: *gras*", "*gras*"),
    ("titre: - tiret", "- tiret"), ("titre: \"Entre guillemets\"", "Entre guillemets"), ("titre: 'C''est'", "est"),
    ("titre: \"a \\\"b\\\"\"", "b"), ("titre: >-\n  un\n  deux", "un deux"),
    ("Titre : avec une espace", "avec une espace"),
    ("TITLE: anglais", "anglais"), ("titre: &ancre", "&ancre"), ("titre: [a] b", "[a] b"), ("\"titre\": cité", "cité"),
    ("titre: {accolade", "{accolade"), ("titre: 100 % @x !tag", "!tag"),
  ])
  func `a text is taken as written`(line: String, expected: String) async throws {
    let title = try #require(try await title(line))
    #expect(title.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").contains(expected), "\(title)")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines may end as they like, with a byte order mark`(end: String) async throws {
    let text = "\u{FEFF}---\ntitre: A\ndate: 2019-05\netiquettes:\n- un\n- deux\n---\nTexte.\n"
    let fixture = try ContentFixture(["nouvelles/a.md": text.replacing("\n", with: end)])
    let result = await fixture.read()
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    #expect(result.site?.news.first?.entry.tags.map(\.slug) == ["un", "deux"])
    #expect(result.site?.news.first?.date.iso == "2019-05")
  }

  @Test(arguments: [
    "IDF", "région", "region", "[idf]", "[\"Région\"]", "\n  - IDF", "region.md", "../partenaires/region.md",
  ])
  func `a partner goes by slug, title or other name`(name: String) async throws {
    let fixture = try ContentFixture([
      "nouvelles/a.md": "---\ntitre: A\ndate: 2019\npartenaires: \(name)\n---\nTexte.\n",
      "partenaires/region.md": "---\ntitre: Région\nautres_noms: IDF, Île-de-France\n---\nTexte.\n",
    ])
    let result = await fixture.read()
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics)")
    #expect(result.site?.news.first?.entry.partners == [EntryKey(kind: .partner, slug: "region")])
  }

  @Test func `links and files become addresses of the site`() async throws {
    let fixture = try ContentFixture([
      "nouvelles/a.md":
        "---\ntitre: A\ndate: 2019\n---\n[b](../pages/x/b.md#accès) [p](plan%20du%20lieu.PDF) [q](/documents/q.pdf) [s](/s-abonner) [y](/nouvelles/2019/)\n",
      "nouvelles/plan du lieu.PDF": "%PDF-1.7", "documents/q.pdf": "%PDF-1.7",
      "pages/x/b.md": "---\ntitre: B\n---\n## Accès\n\nTexte.\n",
    ])
    let result = await fixture.read()
    let codes = result.diagnostics.map(\.code)
    #expect(codes.allSatisfy { $0 == "broken-fragment" }, "\(codes)")
    let site = try #require(result.site)
    let targets = site.news.flatMap(\.entry.body.links).map(\.target)
    #expect(targets.contains(.site("/nouvelles/a/plan-du-lieu.pdf")))
    #expect(targets.contains(.site("/fichiers/documents/q.pdf")))
    #expect(targets.contains(.site("/s-abonner")))
    #expect(targets.contains(.site("/nouvelles/2019/")))
    #expect(result.links.map(\.value) == ["/s-abonner", "/nouvelles/2019/"], "whether they stand, the plan knows")
    #expect(site.attachments.map(\.source) == ["Content/documents/q.pdf", "Content/nouvelles/plan du lieu.PDF"])
  }

  @Test(arguments: [
    ("[![Un four](https://ailleurs.example/a.png)](https://exemple.org/)", "Un four"),
    ("[![](https://ailleurs.example/a.png \"Le four\")](https://exemple.org/)", "Le four"),
    ("[Voir ![Un four](https://ailleurs.example/a.png) *ici*](https://exemple.org/)", "Voir Un four ici"),
  ])
  func `a picture from elsewhere that stands in a link is its words`(text: String, words: String) async throws {
    let fixture = try ContentFixture(["nouvelles/a.md": "---\ntitre: A\ndate: 2019\n---\n\(text)\n"])
    let body = try #require(await fixture.read().site?.news.first?.entry.body)
    #expect(body.links.map(\.target) == [.written("https://exemple.org/")])
    #expect(PlainTextRenderer.text(of: body) == words)
  }

  @Test(arguments: [
    ("![Un four](https://ailleurs.example/a.png \"Le four en mai\")", ["Un four Le four en mai"]),
    ("![](https://ailleurs.example/a.png \"Le four en mai\")", ["Le four en mai"]),
    (
      "![Un](https://ailleurs.example/a.png \"Ici\")\n![Deux](https://ailleurs.example/b.png)",
      ["Un Ici", "Deux"]
    ),
  ])
  func `what stood below a picture from elsewhere stays`(text: String, lines: [String]) async throws {
    let fixture = try ContentFixture(["nouvelles/a.md": "---\ntitre: A\ndate: 2019\n---\nDébut.\n\n\(text)\n"])
    let body = try #require(await fixture.read().site?.news.first?.entry.body)
    #expect(body.blocks.dropFirst().map { PlainTextRenderer.text(of: Document(blocks: [$0])) } == lines)
  }

  @Test func `with keep going, entries with errors are left out and their names are reported once`() async throws {
    let fixture = try ContentFixture([
      "nouvelles/a.md": "---\ntitre: A\ndate: 2019\nevenements: [e]\nlieu: l\n---\nVoir [e](../evenements/e.md).\n",
      "evenements/e.md": "---\ntitre: E\ndebut: 2019-02-30\n---\nTexte.\n",
      "lieux/l.md": "pas de fiche\n",
    ])
    var options = ContentFixture.options
    options.keepsGoing = true
    let result = await fixture.read(options)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.code) == ["impossible-date", "missing-front-matter"])
    let news = try #require(result.site?.news.first)
    #expect(news.events.isEmpty && news.entry.body.links.isEmpty)
    #expect(result.site?.events.isEmpty == true)
  }

  @Test func `drafts and what waits for its day are held back`() async throws {
    let fixture = try ContentFixture([
      "nouvelles/a.md": "---\ntitre: A\ndate: 2019\nbrouillon: oui\n---\nTexte.\n",
      "nouvelles/b.md": "---\ntitre: B\ndate: 2019\npublier_le: 2026-06-15 12:01\n---\nTexte.\n",
      "nouvelles/c.md": "---\ntitre: C\ndate: 2019\npublier_le: 2026-06-15 12:00\n---\nTexte.\n",
    ])
    let result = await fixture.read()
    #expect(result.site?.news.map(\.key.slug) == ["c"])
    #expect(result.heldBack.map(\.key.slug) == ["a", "b"])
    #expect(result.nextPublishing == PartialDate(iso: "2026-06-15T12:01")?.firstMinute)
    var options = ContentFixture.options
    options.includesDrafts = true
    #expect(await fixture.read(options).site?.news.map(\.key.slug).sorted() == ["a", "c"])
  }

  @Test func `links, pipes, strange names and foreign encodings are reported and not followed`() async throws {
    let fixture = try ContentFixture(["pages/a.md": "---\ntitre: A\n---\nTexte.\n"])
    let folder = fixture.root + "/Content/nouvelles"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(mkfifo(folder + "/pipe.md", 0o600) == 0)
    #expect(symlink("/etc/passwd", folder + "/lien.md") == 0)
    try fixture.write(
      Array("---\ntitre: ".utf8) + [0xE9, 0x74, 0xE9] + Array("\ndate: 2019\n---\n".utf8), to: "nouvelles/old.md")
    try fixture.write([0xFF, 0xFE, 0x2D, 0x00], to: "nouvelles/utf16.md")
    try fixture.write([UInt8](repeating: 0x61, count: 300_000), to: "nouvelles/long.md")
    try fixture.write(Array("x\u{0}y".utf8), to: "nouvelles/zero.md")
    try fixture.write(Array("x".utf8), to: "nouvelles/a\u{202E}b.md")
    let result = await fixture.read()
    #expect(
      Set(result.diagnostics.map(\.code)) == [
        "special-file", "symbolic-link", "not-utf-8", "utf-16", "file-too-large", "nul-byte", "file-name-controls",
      ])
    #expect(result.site?.pages.count == 1)
    #expect(result.diagnostics.first { $0.code == "not-utf-8" }?.message.contains("é") == true)
  }

  @Test(arguments: [
    String(repeating: "[", count: 20_000), String(repeating: "- ", count: 20_000),
    String(repeating: "{a: ", count: 9_000),
  ])
  func `nesting without end is refused`(value: String) async throws {
    let fixture = try ContentFixture([
      "nouvelles/a.md": "---\ntitre: A\ndate: 2019\netiquettes:\n  \(value)\n---\nTexte.\n"
    ])
    #expect(await fixture.read().diagnostics.map(\.code) == ["yaml-too-deep"])
  }

  @Test func `revisions are taken from the log of git`() {
    let log = "\u{1}1700000000\0\nContent/a.md\0Content/é b.md\0\0\u{1}1600000000\0\nContent/a.md\0Content/c.md\0"
    let dates = Revisions.newest(GitCommit.list(in: Array(log.utf8)))
    #expect(dates["Content/a.md"] == Instant(seconds: 1_700_000_000))
    #expect(dates["Content/é b.md"] == Instant(seconds: 1_700_000_000))
    #expect(dates["Content/c.md"] == Instant(seconds: 1_600_000_000))
  }

  @Test(arguments: ["/a", "/a/", "/a.html", "/É", "/a%20b/"])
  func `former addresses`(alias: String) { #expect((try? AliasPath.read(alias).get()) != nil) }

  @Test(arguments: ["a", "//x", "/../x", "/a?<b", "/a#b", "https://x.fr/", "/", "/a b", "/%0a", "/.git/"])
  func `former addresses that can't be`(alias: String) { #expect((try? AliasPath.read(alias).get()) == nil) }

  @Test(arguments: [
    ("nouvelles/a.md", "date:", "empty-required"), ("nouvelles/a.md", "date: # plus tard", "empty-required"),
    ("nouvelles/a.md", "date: [\"\"]", "empty-required"), ("evenements/a.md", "debut:", "missing-debut"),
    ("evenements/a.md", "debut: [\"\"]", "missing-debut"),
    ("evenements/a.md", "debut: 2026-03-06\nrepetition:\n  cha\u{1}que: mois", "control-character"),
    ("evenements/a.md", "debut: 2026-03-06\nrepetition: {chaque: mois, le: }", ""),
    ("evenements/a.md", "debut: 2026-03-06\nrepetition: {chaque: , le: lundi}", "missing-member"),
    ("evenements/a.md", "debut: 2026-03-06\nrepetition: {chaque: }", ""),
    (
      "infolettres/2026-03.md", "accroche: Ce mois-ci, deux rendez-vous et une nouvelle.\ndate_envoi:",
      "empty-required"
    ),
  ])
  func `what keeps an entry from the site is an error`(path: String, lines: String, code: String) async throws {
    let fixture = try ContentFixture([path: "---\ntitre: A\nresume: x\n\(lines)\n---\nTexte.\n"])
    let result = await fixture.read()
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.code)
    #expect(errors == (code.isEmpty ? [] : [code]))
    #expect(result.site?.entries.count == (code.isEmpty ? 1 : 0))
  }
}
