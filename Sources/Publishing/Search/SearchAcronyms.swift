/// Acronyms and their long forms: who looks for one finds the texts that have the other.
struct SearchAcronyms: Sendable {
  private let longForms: [String: [String]]
  /// By the first word of the long form: the acronym and all words.
  private let shortForms: [String: [(short: String, words: [String])]]
  private let folding: SearchFolding

  init(_ acronyms: [String: String], folding: SearchFolding) {
    var longForms: [String: [String]] = [:]
    var shortForms: [String: [(short: String, words: [String])]] = [:]
    for (short, long) in acronyms {
      let words = folding.compounds(in: long).joined().map { $0 }
      guard let term = folding.terms(in: short).last, let first = words.first else { continue }
      longForms[term] = words
      shortForms[first, default: []].append((term, words))
    }
    self.longForms = longForms
    self.shortForms = shortForms
    self.folding = folding
  }

  var isEmpty: Bool { longForms.isEmpty }

  /// What is to be added to the words of a text.
  func additions(to words: [String]) -> [String] {
    var additions: [String] = []
    for (position, word) in words.enumerated() {
      if let long = longForms[word] { additions += long }
      for (short, long) in shortForms[word] ?? [] where words[position...].starts(with: long, by: isSame) {
        additions.append(short)
      }
    }
    return additions
  }

  private func isSame(_ a: String, _ b: String) -> Bool { a == b || folding.stem(a) == folding.stem(b) }
}
