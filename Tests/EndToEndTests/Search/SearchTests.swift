import Foundation
import Testing

/// What residents find. The same file of queries is asked of the page itself, in a browser, by `make audit`.
@Suite struct SearchTests {
  struct Query: Decodable, CustomStringConvertible {
    var asked: String
    /// Addresses of the first results without the site's sub-folder, at most three.
    var first: [String]

    var description: String { "« \(asked) »" }
  }

  struct Queries: Decodable {
    /// ISO 8601.
    var today: String
    var base: String
    var queries: [Query]
  }

  private static let fixture = Program.projectRoot + "/Tests/Fixtures/recherche"
  private static let queries = Result {
    try JSONDecoder().decode(Queries.self, from: Data(contentsOf: URL(fileURLWithPath: fixture + "/queries.json")))
  }
  private static let index = Task {
    let folder = try ScratchFolder()
    let today = try queries.get().today
    _ = try await Program.run([
      "build", "--root", fixture, "--themes", Program.projectRoot + "/Themes", "--date", today, "--output", folder.path,
    ])
    return try PublishedIndex(Data(contentsOf: URL(fileURLWithPath: folder.path + "/recherche/index.json")))
  }

  @Test func `there are queries of every kind`() throws {
    #expect(try Self.queries.get().queries.count >= 40)
  }

  @Test(arguments: (try? queries.get().queries) ?? [])
  func `a query finds what is wanted first`(query: Query) async throws {
    let queries = try Self.queries.get()
    let found = try await Self.index.value.search(query.asked, today: queries.today)
    let addresses = found.prefix(3).map { String($0.address.dropFirst(queries.base.count)) }
    #expect(addresses == query.first)
  }

  @Test func `the letters of the index fold like the texts did`() async throws {
    let index = try await Self.index.value
    for (letter, folded) in index.letters where letter.isLetter && folded.allSatisfy(\.isLetter) {
      #expect(index.folding.compounds(in: "a\(letter)") == [["a" + folded]])
    }
  }
}
