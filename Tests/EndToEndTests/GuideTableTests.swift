import Foundation
import Reading
import Site
import Testing

/// The tables of the guide say what the reader's table of keys says.
@Suite struct GuideTableTests {
  /// A row: the names in its first cell, and the rest.
  private struct Row {
    var name: String
    var synonyms: [String]
    var rest: String
  }

  /// The rows of the first table below `heading` that begin with a key.
  private func rows(below heading: String) throws -> [Row] {
    let guide = try String(contentsOfFile: Program.projectRoot + "/Content/LISEZMOI.md", encoding: .utf8)
    let lines = guide.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == heading }, "\(heading)")
    let table = lines[(start + 1)...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
    return table.flatMap { line -> [Row] in
      let cells = line.split(separator: "|", maxSplits: 1).map(String.init)
      // « `depot` (`repository`), `branche` (`branch`) » is two.
      return cells[0].matches(of: /`([a-z_]+)`(?: \(((?:`[a-z_]+`(?:, )?)+)\))?/).map { match in
        let synonyms = (match.output.2.map(String.init) ?? "").matches(of: /[a-z_]+/).map { String($0.output) }
        return Row(name: String(match.output.1), synonyms: synonyms, rest: cells.dropFirst().joined())
      }
    }
  }

  private func check(_ keys: [KeyDescription], below heading: String) throws {
    let rows = try rows(below: heading)
    #expect(Set(rows.map(\.name)) == Set(keys.map(\.name)), "\(heading)")
    for row in rows {
      guard let key = keys.first(where: { $0.name == row.name }) else { continue }
      // English names that only add to the usual one need not be reported.
      let usual = key.synonyms.isEmpty ? [key.name] : Array(key.synonyms.prefix(1))
      #expect(row.synonyms.prefix(1) == usual[...] || row.synonyms.isEmpty && usual == [key.name], "\(row.name)")
      #expect(Set(row.synonyms).isSubset(of: key.synonyms + [key.name]), "\(row.name)")
      #expect(row.rest.contains("**obligatoire**") == isRequired(key), "\(row.name)")
    }
  }

  private func isRequired(_ key: KeyDescription) -> Bool {
    switch key.presence {
    case .required, .requiredUnless: return true
    case .optional, .requiredWith: return false
    }
  }

  @Test func `what every entry can say`() throws {
    try check(Schema.keys(of: .series), below: "## Ce que toute entrée peut dire")
  }

  /// A series says nothing but what every entry can.
  @Test(arguments: EntryKind.allCases.filter { $0 != .series })
  func `what a kind can say`(kind: EntryKind) throws {
    let common = Set(Schema.keys(of: .series).map(\.key))
    let plural = kind.row.noun.plural
    let heading = "## " + plural.prefix(1).uppercased() + plural.dropFirst()
    try check(Schema.keys(of: kind).filter { !common.contains($0.key) }, below: heading)
  }

  @Test func `how an event comes again`() throws {
    let key = try #require(Schema.keys(of: .event).first { $0.key == .repetition })
    let keys = CompleteFixtureTests.all(in: [key]).dropFirst()
    let rows = try rows(below: "### Un événement qui revient")
    #expect(Set(rows.map(\.name)) == Set(keys.map(\.name)))
    for row in rows {
      let synonyms = keys.filter { $0.name == row.name }.flatMap { [$0.name] + $0.synonyms }
      #expect(Set(row.synonyms).isSubset(of: synonyms), "\(row.name)")
    }
  }

  @Test func `the settings of the site`() throws {
    let rows = try rows(below: "## Les réglages du site")
    #expect(rows.map(\.name) == Schema.settings.map(\.name))
    for (row, key) in zip(rows, Schema.settings) {
      #expect(row.synonyms.prefix(1) == key.synonyms.prefix(1), "\(row.name)")
    }
  }
}
