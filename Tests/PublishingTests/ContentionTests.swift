import Site
import Synchronization
import Testing
import Threads

@testable import Publishing

/// What several threads share, shared by many at once: `make sanitize` sees races only where there is a crowd.
@Suite struct ContentionTests {
  @Test func `a value is worked out once, whoever asks`() async {
    for _ in 0..<50 {
      let made = Atomic<Int>(0)
      let once = Once { made.add(1, ordering: .relaxed).newValue }
      let values = await withTaskGroup(of: Int.self) { group in
        for _ in 0..<32 { group.addTask { once() } }
        return await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(values == [1])
    }
  }

  @Test func `files that share what they are made of can be made all at once`() async throws {
    let events = (1...20).map { Sample.event("e\($0)", Sample.once(.day(Sample.day(2026, 7, $0)))) }
    let site = Site(settings: Sample.settings, news: [Sample.news("a", .day(Sample.day(2026, 7, 1)))], events: events)
    func published() -> [PublishedFile] {
      publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today).0.files
    }
    func bytes(_ file: PublishedFile) throws -> [UInt8] {
      guard case .rendered(let render) = file.content else { return [] }
      return try render()
    }
    let alone = try published().map(bytes)
    let files = published()
    // Each one three times, the same at the same time.
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for index in files.indices { for _ in 0..<3 { group.addTask { (index, try bytes(files[index])) } } }
      return try await group.reduce(into: [Int: Set<[UInt8]>]()) { $0[$1.0, default: []].insert($1.1) }
    }
    for index in files.indices { #expect(together[index] == [alone[index]], "\(files[index].path)") }
  }
}
