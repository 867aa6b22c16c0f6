import Site
import Text
import Time

/// The file that the search page's script searches in (JSON):
///
/// - `folding`: the tables of ``SearchFolding``, by which queries are folded like the texts were;
/// - `points`: how good it is to find a word in the title, the summary or the text: `whole` (or its plural or feminine),
///   as the `beginning` of a longer word, or `near`, with one letter wrong;
/// - `kinds`: what entries are, in words; `event` is the one of events;
/// - `entries`: `[address, title, kind, when, summary, day]`; `day` as in ``SearchEntry/day``, ISO 8601 or empty;
/// - `days`: what takes place on single days to come, soonest first: `[day, its name in words, address, entry, entry …]`,
///   entries by their number;
/// - `terms` and `places`: the words of the texts and, in the same order, the entries that have each
///   (see ``SearchTerms``). Words of titles and summaries are not among them: whoever reads the index finds these itself.
package struct SearchIndex: Sendable {
  package let entries: [SearchEntry]
  private let days: [SearchDay]
  package let folding: SearchFolding
  let terms: SearchTerms
  private let settings: Settings

  /// Words that a hit in the title, the summary and the text is worth; sums decide between entries.
  private static let points = JSON.object([
    ("whole", .array([12, 9, 6].map { .integer($0) })),
    ("beginning", .array([11, 8, 5].map { .integer($0) })),
    ("near", .array([3, 2, 1].map { .integer($0) })),
  ])

  /// Characters of a summary that are kept.
  private static let summaryLength = 120

  package init(entries: [SearchEntry], days: [SearchDay] = [], settings: Settings, folding: SearchFolding = .french) {
    self.entries = entries.map { entry in
      var entry = entry
      entry.summary = Self.shortened(entry.summary)
      return entry
    }
    self.days = days
    self.folding = folding
    self.settings = settings
    let acronyms = SearchAcronyms(settings.acronyms, folding: folding)
    let titles = self.entries.reduce(0) { $0 + $1.title.utf8.count + $1.summary.utf8.count + $1.path.text.utf8.count }
    let texts = SearchTexts(entries: self.entries, folding: folding, acronyms: acronyms)
    terms = texts.terms(
      size: SearchBudget.bytesOfTerms(entries: entries.count, bytesOfTitles: titles, days: days.count))
  }

  /// The file.
  package var text: String {
    let numbers = Dictionary(entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    return JSON.object([
      ("folding", folding.json),
      ("points", Self.points),
      ("kinds", .array(SearchEntry.Kind.allCases.map { .string($0.label) })),
      ("event", .integer(Self.number(of: .entry(.event)))),
      ("entries", .array(entries.map(json))),
      ("days", .array(days.map { $0.json(settings, numbers: numbers) })),
      ("terms", .string(terms.words)),
      ("places", .string(terms.places)),
    ]).text()
  }

  private func json(of entry: SearchEntry) -> JSON {
    .array([
      .string(settings.address(of: entry.path)), .string(entry.title), .integer(Self.number(of: entry.kind)),
      .string(entry.when), .string(entry.summary), .string(entry.day?.iso ?? ""),
    ])
  }

  private static func number(of kind: SearchEntry.Kind) -> Int { SearchEntry.Kind.allCases.firstIndex(of: kind) ?? 0 }

  /// At most so many characters, cut between words.
  private static func shortened(_ summary: String) -> String {
    guard summary.utf8.count > summaryLength, summary.count > summaryLength else { return summary }
    let start = summary.prefix(summaryLength)
    return start.prefix(upTo: start.lastIndex(of: " ") ?? start.endIndex) + "…"
  }
}

/// How large an index may grow. Sizes are those of the compressed file, estimated from French texts.
enum SearchBudget {
  /// What is left of 56 kB (with 350 entries and more: 160 bytes an entry) after titles, addresses and summaries, which
  /// make 0.44 of their size, and the days, of eight bytes each.
  static func bytesOfTerms(entries: Int, bytesOfTitles: Int, days: Int) -> Int {
    160 * max(350, entries) - bytesOfTitles * 44 / 100 - days * 8
  }

  /// Three bytes for a word and 1.35 for each entry that has it.
  static func bytes(words: Int, places: Int) -> Int { 3 * words + places * 135 / 100 }

  /// Hundredths of bytes that one more entry costs for a word that so many have.
  static func cost(entries: Int) -> Int { 135 + 300 / max(1, entries) }

  /// How many words of a text are looked at: all of them in a site of some hundred pages, the first ones in a large one.
  static func wordsOfText(entries: Int) -> Int { max(60, 300_000 / max(1, entries)) }
}
