/// The words of the entries' texts, those of their titles and summaries left out.
struct SearchTexts {
  /// For each entry the numbers of its words, ascending, and how often it has them.
  private var words: [[(word: Int, count: Int)]] = []
  private var table = WordTable()
  /// For each word whether it is worth looking for, and how many entries have it.
  private var isKept: [Bool] = []
  private var frequencies: [Int] = []

  init(entries: [SearchEntry], folding: SearchFolding, acronyms: SearchAcronyms) {
    let limit = SearchBudget.wordsOfText(entries: entries.count)
    words.reserveCapacity(entries.count)
    for entry in entries {
      let own = numbers(of: entry.title, folding) + numbers(of: entry.summary, folding)
      let known = Set(own + numbers(of: entry.kind.rawValue, folding) + numbers(of: entry.when, folding))
      var terms: [Int] = []
      for text in entry.texts() {
        if terms.count >= limit { break }
        terms += numbers(of: Self.start(of: text, words: limit), folding).prefix(limit - terms.count)
      }
      if !acronyms.isEmpty {
        let additions = acronyms.additions(to: (own + terms).map(table.word))
        terms += additions.flatMap { numbers(of: $0, folding) }
      }
      let counted = Self.counted(terms.filter { isKept[$0] && !known.contains($0) })
      for (word, _) in counted { frequencies[word] += 1 }
      words.append(counted)
    }
  }

  /// The words of a text by their numbers.
  private mutating func numbers(of text: String, _ folding: SearchFolding) -> [Int] {
    var numbers: [Int] = []
    folding.eachTerm(in: text) { word in
      let number = table.number(of: word)
      numbers.append(number)
      guard number == frequencies.count else { return }
      frequencies.append(0)
      isKept.append(word.count <= Self.longestWord && folding.isTelling(table.word(number)))
    }
    return numbers
  }

  /// Each word once, ascending, with how often it is there.
  private static func counted(_ words: [Int]) -> [(word: Int, count: Int)] {
    var counted: [(word: Int, count: Int)] = []
    for word in words.sorted() {
      if counted.last?.word == word {
        counted[counted.count - 1].count += 1
      } else {
        counted.append((word, 1))
      }
    }
    return counted
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
    for (number, entries) in places { terms[table.word(number)] = entries }
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
}
