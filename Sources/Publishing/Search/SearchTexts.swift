/// The words of the entries' texts, those of their titles and summaries left out.
struct SearchTexts {
  /// For each entry the numbers of its words and how often it has them.
  private var words: [[(word: Int, count: Int)]] = []
  private var numbers: [String: Int] = [:]
  /// How many entries have each word.
  private var frequencies: [Int] = []

  init(entries: [SearchEntry], folding: SearchFolding, acronyms: SearchAcronyms) {
    let limit = SearchBudget.wordsOfText(entries: entries.count)
    words.reserveCapacity(entries.count)
    for entry in entries {
      let own = folding.terms(in: entry.title) + folding.terms(in: entry.summary)
      let known = Set(own + folding.terms(in: entry.kind.rawValue) + folding.terms(in: entry.when))
      var terms: [String] = []
      for text in entry.texts() {
        if terms.count >= limit { break }
        terms += folding.terms(in: Self.start(of: text, words: limit)).prefix(limit - terms.count)
      }
      terms += acronyms.additions(to: own + terms)
      var counts: [Int: Int] = [:]
      for term in terms where folding.isTelling(term) && term.utf8.count <= Self.longestWord && !known.contains(term) {
        counts[number(of: term), default: 0] += 1
      }
      for word in counts.keys { frequencies[word] += 1 }
      words.append(counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// As much of a text as may be looked at.
  private static func start(of text: String, words: Int) -> String {
    let bytes = text.utf8.prefix(words * 12)
    return bytes.endIndex == text.endIndex ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// Nobody types longer ones.
  private static let longestWord = 40

  /// All words, or as many of each text as make an index of about so many bytes: first those that tell most for what they
  /// cost.
  func terms(size: Int) -> SearchTerms {
    let ranked = words.map { entry in
      entry.sorted { (weight($1), $0.word) < (weight($0), $1.word) }.map(\.word)
    }
    var limit = ranked.map(\.count).max() ?? 0
    while limit > Self.fewestWords, Self.bytes(of: ranked, limit: limit) > size { limit -= max(1, limit / 12) }

    var places: [Int: [Int]] = [:]
    for (entry, words) in ranked.enumerated() {
      for word in words.prefix(limit) { places[word, default: []].append(entry) }
    }
    var terms: [String: [Int]] = [:]
    for (word, number) in numbers { terms[word] = places[number] }
    return SearchTerms(terms)
  }

  private static let fewestWords = 8

  /// How often the text has the word, times how rare it is elsewhere (the whole logarithm of how many entries there are for
  /// one that has it), for each byte.
  private func weight(_ word: (word: Int, count: Int)) -> Int {
    let frequency = max(1, frequencies[word.word])
    let rareness = Int.bitWidth - (words.count / frequency).leadingZeroBitCount
    return 1000 * word.count * rareness / SearchBudget.cost(entries: frequency)
  }

  private static func bytes(of ranked: [[Int]], limit: Int) -> Int {
    var seen: Set<Int> = []
    var places = 0
    for words in ranked {
      seen.formUnion(words.prefix(limit))
      places += min(limit, words.count)
    }
    return SearchBudget.bytes(words: seen.count, places: places)
  }

  private mutating func number(of word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = frequencies.count
    frequencies.append(0)
    return frequencies.count - 1
  }
}
