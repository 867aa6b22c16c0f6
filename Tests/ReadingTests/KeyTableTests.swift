import Markup
import Site
import Testing
import Text
import Time

@testable import Reading

/// Of each key one table says what may be written; the reader asks it.
@Suite struct KeyTableTests {
  private static let tables: [[KeyDescription]] =
    EntryKind.allCases.map(Schema.keys) + [
      Schema.settings, Schema.publisher, Schema.host, Schema.newsletter, Schema.repetition, Schema.move,
      Schema.cancellation, Schema.callToAction,
    ]

  @Test func `no name means two keys`() {
    for table in Self.tables {
      let names = table.flatMap { Set(([$0.name] + $0.synonyms).map(KeyTable.folded)) }
      #expect(Set(names).count == names.count, "\(names.sorted())")
    }
  }

  @Test func `a name in French is its key with accents`() {
    for key in Set(Self.tables.joined().map(\.key)) where !["id", "image_alt", "logo_alt"].contains(key.rawValue) {
      #expect(KeyTable.folded(key.label.replacing("’", with: "")) == KeyTable.folded(key.rawValue), "\(key.rawValue)")
    }
  }

  @Test(arguments: [
    ("confirmé", WrittenStatus.confirmed), ("A confirmer", .tentative), ("REPORTE", .postponed),
    ("canceled", .cancelled), ("anulé", nil),
  ])
  func `a value is chosen by a word`(word: String, expected: WrittenStatus?) {
    #expect(WordChoice.value(of: word, as: WrittenStatus.self) == expected)
  }

  @Test func `no word means two values`() {
    for choice in [WordChoice(WrittenStatus.self), WordChoice(Period.self), WordChoice(Settings.Provider.self)] {
      let words = choice.words.joined().map(Folding.slug)
      #expect(Set(words).count == words.count)
    }
  }

  @Test func `a key of a number has its range, and a default within it`() {
    for description in Self.tables.joined() {
      guard case .integer(let range, let usual?) = description.type else { continue }
      #expect(range.contains(usual), "\(description.name)")
    }
  }
}
