import Foundation

import Text
@testable import Search

/// The index of a built site, read as the search page's script reads it: by nothing but what stands in the file.
struct PublishedIndex {
  struct Entry {
    var address: String
    var title: String
    var kind: Int
    var when: String
    var summary: String
    /// ISO 8601; may be empty.
    var day: String
  }

  /// A word and who has it: entry and field (0 title, 1 summary, 2 text).
  struct Term {
    var stem: String
    var hits: [(entry: Int, field: Int)] = []
  }

  /// What takes place on a day to come.
  struct Day: Decodable {
    /// ISO 8601.
    var day: String
    var name: String
    var address: String
    /// Numbers of entries.
    var held: [Int] = []

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      day = try row.decode(String.self)
      name = try row.decode(String.self)
      address = try row.decode(String.self)
      while !row.isAtEnd { held.append(try row.decode(Int.self)) }
    }
  }

  /// Points for a hit in each field.
  struct Points: Decodable {
    var whole: [Int]
    var beginning: [Int]
    var near: [Int]
  }

  var folding: SearchFolding
  /// What characters fold to.
  var letters: [Character: String] = [:]
  var points: Points
  var event: Int
  var entries: [Entry]
  var days: [Day]
  private(set) var terms: [String: Term] = [:]
  /// Letters of the telling words of each title.
  private(set) var titleLengths: [Int] = []

  init(_ data: Data) throws {
    let file = try JSONDecoder().decode(File.self, from: data)
    func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    folding = SearchFolding(
      elisions: set(file.folding.elisions), whole: set(file.folding.whole), ignored: set(file.folding.ignored),
      endings: file.folding.endings.map(\.ending), shortestMisspelt: file.folding.shortestMisspelt)
    for (folded, written) in file.folding.letters where !folded.isEmpty {
      for character in written { letters[character] = folded }
    }
    points = file.points
    event = file.event
    entries = file.entries.map(\.entry)
    days = file.days

    for (number, entry) in entries.enumerated() {
      let texts = [entry.title, entry.summary, file.kinds[entry.kind] + " " + entry.when]
      for (field, text) in texts.enumerated() {
        for term in folding.terms(in: text) { add(term, entry: number, field: field) }
      }
      let telling = folding.compounds(in: entry.title).joined().filter(folding.isTelling)
      titleLengths.append(telling.joined().count)
    }
    var word = ""
    for (written, places) in zip(file.terms.split(separator: " "), file.places.split(separator: " ")) {
      word = String(word.prefix(written.first?.digit36 ?? 0) + written.dropFirst())
      for entry in Self.numbers(places) { add(word, entry: entry, field: 2) }
    }
  }

  private mutating func add(_ word: String, entry: Int, field: Int) {
    var term = terms[word] ?? Term(stem: folding.stem(word))
    if term.hits.last?.entry != entry { term.hits.append((entry, field)) }
    terms[word] = term
  }

  /// Undoes what `SearchTerms.places` does.
  private static func numbers(_ places: Substring) -> [Int] {
    var numbers: [Int] = []
    var last = -1
    var gap = 0
    for digit in places {
      if digit.isUppercase {
        gap = gap * 26 + Int(digit.asciiValue ?? 65) - 65
      } else {
        last += gap * 36 + (digit.digit36 ?? 0) + 1
        gap = 0
        numbers.append(last)
      }
    }
    return numbers
  }
}

extension Character {
  /// Its value as a digit of base 36.
  fileprivate var digit36: Int? { Int(String(self), radix: 36) }
}

// MARK: The file

private struct File: Decodable {
  struct Folding: Decodable {
    var letters: [String: String]
    var elisions: String
    var whole: String
    var ignored: String
    var endings: [EndingRow]
    var shortestMisspelt: Int
  }

  struct EndingRow: Decodable {
    var ending: SearchFolding.Ending

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      ending = SearchFolding.Ending(
        text: try row.decode(String.self), replacement: try row.decode(String.self),
        shortestRest: try row.decode(Int.self))
    }
  }

  struct EntryRow: Decodable {
    var entry: PublishedIndex.Entry

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      entry = PublishedIndex.Entry(
        address: try row.decode(String.self), title: try row.decode(String.self), kind: try row.decode(Int.self),
        when: try row.decode(String.self), summary: try row.decode(String.self), day: try row.decode(String.self))
    }
  }

  var folding: Folding
  var points: PublishedIndex.Points
  var kinds: [String]
  var event: Int
  var entries: [EntryRow]
  var days: [PublishedIndex.Day]
  var terms: String
  var places: String
}
