/// Acronyms and their long forms: who looks for one finds the texts that have the other.
struct SearchAcronyms: Sendable {
  private let longForms: [String: [String]]
  /// By the first word of the long form and the stem of the second: the acronym and all words.
  private let shortForms: [Start: [(short: String, words: [String])]]
  private let firstWords: Set<String>
  private let folding: SearchFolding

  private struct Start: Hashable {
    var first: String
    /// `nil` for a form of one word.
    var second: String?
  }

  init(_ acronyms: [String: String], folding: SearchFolding) {
    var longForms: [String: [String]] = [:]
    var shortForms: [Start: [(short: String, words: [String])]] = [:]
    for (short, long) in acronyms.sorted(by: { $0.key < $1.key }) {
      let words = folding.compounds(in: long).joined().map { $0 }
      guard let term = folding.terms(in: short).last, let first = words.first else { continue }
      longForms[term] = words
      let start = Start(first: first, second: words.count > 1 ? folding.stem(words[1]) : nil)
      shortForms[start, default: []].append((term, words))
    }
    firstWords = Set(shortForms.keys.map(\.first))
    self.longForms = longForms
    self.shortForms = shortForms
    self.folding = folding
  }

  /// Whether a text with this word may need additions.
  func concerns(_ word: String) -> Bool { longForms[word] != nil || firstWords.contains(word) }

  /// What is to be added to the words of a text.
  func additions(to words: [String]) -> [String] {
    var additions: [String] = []
    for (position, word) in words.enumerated() {
      if let long = longForms[word] { additions += long }
      guard firstWords.contains(word) else { continue }
      var starts = [Start(first: word)]
      if position + 1 < words.count { starts.append(Start(first: word, second: folding.stem(words[position + 1]))) }
      for start in starts {
        for (short, long) in shortForms[start] ?? [] where words[position...].starts(with: long, by: isSame) {
          additions.append(short)
        }
      }
    }
    return additions
  }

  private func isSame(_ a: String, _ b: String) -> Bool { a == b || folding.stem(a) == folding.stem(b) }
}
