import Diagnostics
import Testing

@testable import Reading

/// What several threads share, shared by many at once: `make sanitize` sees races only where there is a crowd.
@Suite struct ContentionTests {
  private static func news(_ number: Int) -> String {
    "---\ntitre: Nouvelle \(number)\ndate: 2026-05-01\netiquettes: [a, b]\n---\n# Un\n\nUn *texte* [lien](n0.md).\n"
  }

  @Test func `many readings of one project at once find the same`() async throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<60).map { ("nouvelles/n\($0).md", Self.news($0)) })
    let fixture = try ContentFixture(files)
    let alone = await fixture.read()
    let together = await withTaskGroup(of: ReadingResult.self) { group in
      for _ in 0..<8 { group.addTask { await fixture.read() } }
      return await group.reduce(into: [ReadingResult]()) { $0.append($1) }
    }
    #expect(alone.site?.news.count == 60)
    for result in together {
      #expect(result.site?.news == alone.site?.news)
      #expect(result.diagnostics == alone.diagnostics)
    }
  }

  @Test func `copies of a cache are read with at once while files change`() async throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<40).map { ("nouvelles/n\($0).md", Self.news($0)) })
    let fixture = try ContentFixture(files)
    var cache = ReadingCache()
    _ = await readSite(root: fixture.root, options: ContentFixture.options, cache: &cache)
    let known = cache
    try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        for number in 0..<40 { try fixture.write(Array(Self.news(number + 100).utf8), to: "nouvelles/n\(number).md") }
        return 40
      }
      for _ in 0..<6 {
        group.addTask {
          var copy = known
          return await readSite(root: fixture.root, options: ContentFixture.options, cache: &copy).site?.news.count ?? 0
        }
      }
      // A file that is just being written may be read as an empty one.
      for try await count in group { #expect(count <= 40) }
    }
    let after = await readSite(root: fixture.root, options: ContentFixture.options, cache: &cache)
    #expect(Set(after.site?.news.map(\.title) ?? []) == Set((0..<40).map { "Nouvelle \($0 + 100)" }))
  }
}
