import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Reading

/// What a project goes through between two readings, by path from `Content/`; `nil` removes.
private struct Step: Sendable, CustomTestStringConvertible {
  var name: String
  var files: [String: String?]
  var testDescription: String { name }
}

/// A site whose entries name each other in every way.
private let files = [
  "nouvelles/a.md": news(
    "A", "Voir [B](b.md#suite), [E](../evenements/e.md), [plan](plan.pdf), ![carte](/images/c.png)."),
  "nouvelles/b.md": news("B", "Texte.\n\n## Suite\n\nTexte."),
  "nouvelles/plan.pdf": "%PDF-1.7 plan", "images/c.png": "carte",
  "evenements/e.md": "---\ntitre: E\ndebut: 2026-03-01\nlieu: Grange\nserie: s\n---\nTexte.\n",
  "series/s.md": "---\ntitre: S\n---\nTexte.\n", "lieux/grange.md": "---\ntitre: Grange\n---\n",
  "partenaires/region.md": "---\ntitre: Région\nautres_noms: IDF\n---\nTexte.\n",
  "pages/x/y.md": "---\ntitre: Y\n---\nVoir [la région](/partenaires/region).\n",
]

private func news(_ title: String, _ body: String, _ fields: String = "partenaires: IDF\nlieu: grange\n") -> String {
  "---\ntitre: \(title)\ndate: 2026-01-05\n\(fields)---\n\(body)\n"
}

private let steps = [
  Step(name: "a text", files: ["nouvelles/b.md": news("B", "Autre texte.\n\n## Suite\n\nTexte.")]),
  Step(name: "a title that others name", files: ["lieux/grange.md": "---\ntitre: La ferme\n---\n"]),
  Step(name: "a heading that others lead to", files: ["nouvelles/b.md": news("B", "## Fin\n\nTexte.")]),
  Step(name: "another name of a partner", files: ["partenaires/region.md": "---\ntitre: Région\n---\nTexte.\n"]),
  Step(
    name: "a partner's file is renamed",
    files: ["partenaires/region.md": nil, "partenaires/idf.md": "---\ntitre: Région\nautres_noms: IDF\n---\nTexte.\n"]),
  Step(name: "what is named is removed", files: ["evenements/e.md": nil]),
  Step(name: "a file is removed", files: ["nouvelles/plan.pdf": nil]),
  Step(name: "a picture is replaced", files: ["images/c.png": "une autre carte"]),
  Step(name: "a picture is removed", files: ["images/c.png": nil]),
  Step(name: "a new entry that takes an address", files: ["pages/nouvelles/a.md": "---\ntitre: A\n---\nTexte.\n"]),
  Step(name: "a new entry of the same name", files: ["lieux/autre.md": "---\ntitre: Grange\n---\n"]),
  Step(name: "a draft", files: ["evenements/e.md": "---\ntitre: E\ndebut: 2026-03-01\nbrouillon: oui\n---\nTexte.\n"]),
  Step(name: "a mistake", files: ["evenements/e.md": "---\ntitre: E\ndebut: 2026-02-30\n---\nTexte.\n"]),
  Step(name: "no front matter", files: ["series/s.md": "Texte.\n"]),
  Step(name: "the settings", files: ["site.yml": ContentFixture.settings + "fuseau: America/Martinique\n"]),
  Step(name: "no settings", files: ["site.yml": nil]),
  Step(name: "a new folder", files: ["pages/z/z/z.md": "---\ntitre: Z\n---\nVoir [B](/nouvelles/b.md).\n"]),
  Step(name: "a former address", files: ["nouvelles/b.md": news("B", "## Suite\n", "alias: /ancien\n")]),
]

@Suite struct ReadingCacheTests {
  /// Whether two readings of one project gave the same.
  private func expectSame(_ a: ReadingResult, _ b: ReadingResult, _ comment: Comment) {
    #expect(a.diagnostics == b.diagnostics, comment)
    #expect(a.heldBack == b.heldBack, comment)
    #expect(a.today == b.today, comment)
    #expect(a.sources.mapValues(\.bytes) == b.sources.mapValues(\.bytes), comment)
    #expect(a.site?.settings == b.site?.settings, comment)
    #expect(a.site?.news == b.site?.news, comment)
    #expect(a.site?.events == b.site?.events, comment)
    #expect(a.site?.series == b.site?.series, comment)
    #expect(a.site?.places == b.site?.places, comment)
    #expect(a.site?.partners == b.site?.partners, comment)
    #expect(a.site?.pages == b.site?.pages, comment)
    #expect(a.site?.issues == b.site?.issues, comment)
    #expect(a.site?.attachments == b.site?.attachments, comment)
  }

  private func make(_ files: [String: String?], in fixture: ContentFixture) throws {
    for (path, text) in files {
      if let text {
        try fixture.write(Array(text.utf8), to: path)
      } else {
        try? FileManager.default.removeItem(atPath: fixture.root + "/Content/" + path)
      }
    }
  }

  private func read(_ fixture: ContentFixture, _ cache: inout ReadingCache) async -> ReadingResult {
    await readSite(root: fixture.root, options: ContentFixture.options, cache: &cache)
  }

  @Test(arguments: steps)
  fileprivate func `what was kept changes nothing in what is found`(step: Step) async throws {
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    let before = await read(fixture, &cache)
    #expect(before.diagnostics.isEmpty, "\(before.diagnostics)")
    try make(step.files, in: fixture)
    expectSame(await read(fixture, &cache), await fixture.read(), "after the change")
    expectSame(await read(fixture, &cache), await fixture.read(), "once more")
    for path in step.files.keys {
      try make([path: files[path] ?? (path == "site.yml" ? ContentFixture.settings : nil)], in: fixture)
    }
    expectSame(await read(fixture, &cache), before, "and back")
  }

  /// Many changes, one upon the other, in an order that nobody thought of.
  @Test(arguments: [1, 2, 3])
  func `nor do many changes`(seed: UInt64) async throws {
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    var random = SeededGenerator(seed: seed)
    for number in 1...60 {
      let change = steps.randomElement(using: &random).map(\.files) ?? [:]
      let isBack = Bool.random(using: &random)
      for (path, text) in change { try make([path: isBack ? files[path] : text], in: fixture) }
      expectSame(await read(fixture, &cache), await fixture.read(), "change \(number)")
    }
  }

  @Test func `only what changed is read again`() async throws {
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    _ = await read(fixture, &cache)
    let first = cache.drafts
    try make(["nouvelles/b.md": news("B", "Autre.\n\n## Suite")], in: fixture)
    _ = await read(fixture, &cache)
    let changed = cache.drafts.filter { identity($0.value) != first[$0.key].flatMap(identity) }
    #expect(changed.map(\.key) == ["nouvelles/b.md"])
  }

  /// Tells a draft from one that was read anew.
  private func identity(_ draft: ReadingCache.Draft) -> ObjectIdentifier? {
    if case .draft(let draft) = draft.outcome { ObjectIdentifier(draft) } else { nil }
  }

  /// Saved again within the time that the file system's clock stands still, as long as before, with the old time put back.
  @Test func `a change that leaves size and times alone is seen`() async throws {
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    for title in ["un", "deux", "trois", "cinq", "neuf"] {
      let file = fixture.root + "/Content/nouvelles/b.md"
      let descriptor = open(file, O_WRONLY)
      let text = news(title + String(repeating: ".", count: 6 - title.count), "Texte.\n\n## Suite")
      _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
      ftruncate(descriptor, off_t(text.utf8.count))
      close(descriptor)
      var times = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
      #expect(utimes(file, &times) == 0)
      let titles = await read(fixture, &cache).site?.news.map(\.title) ?? []
      #expect(titles.contains { $0.hasPrefix(title) }, "\(titles)")
    }
  }

  /// The program may run for days.
  @Test func `a thousand edits leave no more than the content holds`() async throws {
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    _ = await read(fixture, &cache)
    let entries = cache.drafts.count
    for number in 1...1000 {
      try make(
        ["nouvelles/b.md": news("B\(number)", "## Suite"), "nouvelles/neuf-\(number).md": news("N", "x")], in: fixture)
      try make(["nouvelles/neuf-\(number - 1).md": nil], in: fixture)
      _ = await read(fixture, &cache)
    }
    #expect(cache.drafts.count == entries + 1)
    #expect(cache.resolution?.entries.count == entries + 1)
  }
}
