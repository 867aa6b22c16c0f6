/// The words of the entries' texts, those of their titles and summaries left out.
struct SearchTexts {
  /// For each entry the numbers of its words, each once, and how often it has them.
  private var words: [[(word: Int, count: Int)]] = []
  private var table = WordTable()
  /// For each word whether it is worth looking for, whether acronyms speak of it, and how many entries have it.
  private var isKept: [Bool] = []
  private var isOfAcronym: [Bool] = []
  private var frequencies: [Int] = []

  init(entries: [SearchEntry], folding: SearchFolding, acronyms: SearchAcronyms) {
    let limit = SearchBudget.wordsOfText(entries: entries.count)
    words.reserveCapacity(entries.count)
    // Of the entry at hand: how often it has each word, -1 for those of its title, summary and kind.
    var counts: [Int] = []
    for entry in entries {
      let own = numbers(of: entry.title, folding, acronyms) + numbers(of: entry.summary, folding, acronyms)
      let known =
        own + numbers(of: entry.kind.label, folding, acronyms) + numbers(of: entry.when, folding, acronyms)
      var terms: [Int] = []
      for text in entry.texts() {
        if terms.count >= limit { break }
        terms += numbers(of: Self.start(of: text, words: limit), folding, acronyms).prefix(limit - terms.count)
      }
      if own.contains(where: { isOfAcronym[$0] }) || terms.contains(where: { isOfAcronym[$0] }) {
        let additions = acronyms.additions(to: (own + terms).map(table.word))
        terms += additions.flatMap { numbers(of: $0, folding, acronyms) }
      }
      counts += [Int](repeating: 0, count: table.count - counts.count)
      for word in known { counts[word] = -1 }
      var found: [Int] = []
      for word in terms where isKept[word] && counts[word] >= 0 {
        if counts[word] == 0 { found.append(word) }
        counts[word] += 1
      }
      words.append(found.map { ($0, counts[$0]) })
      for word in found {
        frequencies[word] += 1
        counts[word] = 0
      }
      for word in known { counts[word] = 0 }
    }
  }

  /// The words of a text by their numbers.
  private mutating func numbers(of text: String, _ folding: SearchFolding, _ acronyms: SearchAcronyms) -> [Int] {
    var numbers: [Int] = []
    folding.eachTerm(in: text) { term in
      let number = table.number(of: term)
      numbers.append(number)
      guard number == frequencies.count else { return }
      let word = table.word(number)
      frequencies.append(0)
      isKept.append(term.count <= Self.longestWord && folding.isTelling(word))
      isOfAcronym.append(acronyms.concerns(word))
    }
    return numbers
  }

  /// As much of a text as may be looked at.
  private static func start(of text: String, words: Int) -> String {
    let bytes = text.utf8.prefix(words * 12)
    return bytes.endIndex == text.endIndex ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// Nobody types longer ones.
  private static let longestWord = 40

  /// All words, or as many of each text as make an index of about so many bytes: first those that say most for what they
  /// cost.
  func terms(size: Int) -> SearchTerms {
    let ranked = words.map { entry in
      // One number is compared faster than two: above how little the word says, below which it is.
      entry.map { UInt64(UInt32.max - UInt32(clamping: weight($0))) << 32 | UInt64($0.word) }.sorted()
        .map { Int(truncatingIfNeeded: $0 & UInt64(UInt32.max)) }
    }
    let limit = limit(of: ranked, size: size)

    var places = [[Int]](repeating: [], count: table.count)
    for (entry, words) in ranked.enumerated() {
      for word in words.prefix(limit) { places[word].append(entry) }
    }
    var terms: [String: [Int]] = [:]
    for (number, entries) in places.enumerated() where !entries.isEmpty { terms[table.word(number)] = entries }
    return SearchTerms(terms)
  }

  /// How many words of each entry, of those ranked, make an index of about so many bytes.
  private func limit(of ranked: [[Int]], size: Int) -> Int {
    let longest = ranked.map(\.count).max() ?? 0
    // How many different words, and how many in all, come in when one more of each entry does.
    var newWords = [Int](repeating: 0, count: longest + 1)
    var newPlaces = newWords
    var ranks = [Int](repeating: .max, count: table.count)
    for words in ranked {
      for (rank, word) in words.enumerated() {
        ranks[word] = min(ranks[word], rank)
        newPlaces[rank + 1] += 1
      }
    }
    for rank in ranks where rank < .max { newWords[rank + 1] += 1 }
    var sizes: [Int] = []
    var (words, places) = (0, 0)
    for (more, morePlaces) in zip(newWords, newPlaces) {
      words += more
      places += morePlaces
      sizes.append(SearchBudget.bytes(words: words, places: places))
    }
    var limit = longest
    while limit > Self.fewestWords, sizes[limit] > size { limit -= max(1, limit / 12) }
    return limit
  }

  private static let fewestWords = 8

  /// How often the text has the word, times how rare it is elsewhere (the whole logarithm of how many entries there are for
  /// one that has it), for each byte.
  private func weight(_ word: (word: Int, count: Int)) -> Int {
    let frequency = max(1, frequencies[word.word])
    let rareness = Int.bitWidth - (words.count / frequency).leadingZeroBitCount
    return 1000 * word.count * rareness / SearchBudget.cost(entries: frequency)
  }
}
