import Publishing

extension PublishedIndex {
  /// What a query gives, best first, as the search page shows it.
  ///
  /// - Parameter today: ISO 8601.
  func search(_ query: String, today: String) -> [Entry] {
    let found = searchTexts(query, today: today)
    guard let day = day(of: query, today: today) else { return found }
    let held = day.held.map { entries[$0] }
    let addresses = Set(held.map(\.address))
    let head = Entry(address: day.address, title: day.name, kind: event, when: "", summary: "", day: day.day)
    return [head] + held + found.filter { !addresses.contains($0.address) }
  }

  /// The day that a query means.
  private func day(of query: String, today: String) -> Day? {
    let words = folding.compounds(in: query).joined().filter { !folding.ignored.contains($0) }.map(Self.plain)
    let asked = words.joined(separator: " ")
    if ["aujourdhui", "soir"].contains(asked) { return days.first { $0.day >= today } }
    if asked == "demain" { return days.first { $0.day > today } }
    return days.first { day in
      let said = folding.compounds(in: day.name).joined().map(Self.plain)
      let digits = day.day.split(separator: "-").reversed().map { Self.plain(String($0)) }
      let isNamed =
        words.allSatisfy(said.contains) && (words.contains(said[0]) || Set(words).isSuperset(of: said[1...2]))
      return day.day >= today && (isNamed || words.count > 1 && words == Array(digits.prefix(words.count)))
    }
  }

  /// A number as it is said: « 1 » for « 1er » and « 01 ».
  private static func plain(_ word: String) -> String {
    let digits = word.hasSuffix("er") ? String(word.dropLast(2)) : word
    return Int(digits).map(String.init) ?? word
  }

  private func searchTexts(_ query: String, today: String) -> [Entry] {
    var words = folding.compounds(in: query).flatMap { $0 }
    if words.contains(where: folding.isTelling) { words = words.filter(folding.isTelling) }
    var finds = words.map(find)
    for (position, pair) in zip(words, words.dropFirst()).enumerated() {
      for (entry, value) in written(pair.0 + pair.1) {
        finds[position][entry] = max(value, finds[position][entry] ?? 0)
        finds[position + 1][entry] = max(value, finds[position + 1][entry] ?? 0)
      }
    }

    let titles = Set([points.whole, points.beginning, points.near].compactMap(\.first))
    let length = words.joined().count + 2
    let ranks = entries.indices.map { number in
      let values = finds.compactMap { $0[number] }
      let isInTitle = finds.allSatisfy { titles.contains($0[number] ?? 0) }
      return Rank(
        entry: number, count: values.count, sum: values.reduce(0, +),
        isAll: isInTitle && titleLengths[number] <= length,
        time: time(of: entries[number], today: today), day: entries[number].day)
    }
    let most = max(1, ranks.map(\.count).max() ?? 0)
    return ranks.filter { $0.count == most }.sorted().map { entries[$0.entry] }
  }

  /// 0 for events to come, 2 for those past, 1 for all else.
  private func time(of entry: Entry, today: String) -> Int {
    if entry.kind != event || entry.day.isEmpty { return 1 }
    return entry.day >= today ? 0 : 2
  }

  private struct Rank: Comparable {
    var entry: Int
    var count: Int
    var sum: Int
    /// Whether the title says hardly more than the query.
    var isAll: Bool
    var time: Int
    var day: String

    static func < (a: Rank, b: Rank) -> Bool {
      if a.sum != b.sum { return a.sum > b.sum }
      if a.isAll != b.isAll { return a.isAll }
      if a.time != b.time { return a.time < b.time }
      if a.day != b.day { return (a.day < b.day) == (a.time == 0) }
      return a.entry < b.entry
    }
  }

  // MARK: One word

  private func find(_ word: String) -> [Int: Int] {
    for way in [written, split, near] {
      let found = way(word)
      if !found.isEmpty { return found }
    }
    return [:]
  }

  /// The entries of the words that have a worth, with their points.
  private func take(_ worth: (String, Term) -> [Int]?) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (word, term) in terms {
      guard let values = worth(word, term) else { continue }
      for hit in term.hits { found[hit.entry] = max(values[hit.field], found[hit.entry] ?? 0) }
    }
    return found
  }

  /// As it is, in the plural or the feminine, or as the beginning of a word.
  private func written(_ word: String) -> [Int: Int] {
    let stem = folding.stem(word)
    return take { other, term in term.stem == stem ? points.whole : other.hasPrefix(word) ? points.beginning : nil }
  }

  /// As two words written together, or one with its article.
  private func split(_ word: String) -> [Int: Int] {
    var found: [Int: Int] = [:]
    guard word.count > 2 else { return found }
    for length in 1..<word.count - 1 {
      let left = String(word.prefix(length))
      let isElision = folding.elisions.contains(left)
      let before = length > 1 && terms[left] != nil ? written(left) : [:]
      guard isElision || !before.isEmpty else { continue }
      for (entry, value) in written(String(word.dropFirst(length))) where isElision || before[entry] != nil {
        found[entry] = max(found[entry] ?? 0, min(value, before[entry] ?? value))
      }
    }
    return found
  }

  /// With one letter wrong, in a whole word, else in the beginning of one.
  private func near(_ word: String) -> [Int: Int] {
    guard word.count >= folding.shortestMisspelt else { return [:] }
    let stem = folding.stem(word)
    let found = take { other, term in
      Self.isNear(word, other) || Self.isNear(stem, term.stem) ? points.near : nil
    }
    if !found.isEmpty { return found }
    return take { other, _ in
      [-1, 0, 1].contains { Self.isNear(word, String(other.prefix(word.count + $0))) } ? points.near : nil
    }
  }

  /// One letter wrong, missing or too many, or two swapped.
  private static func isNear(_ a: String, _ b: String) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let x = Array(a.dropFirst(shared))
    let y = Array(b.dropFirst(shared))
    let swapped = x.count > 1 ? [x[1], x[0]] + x.dropFirst(2) : x
    return x.dropFirst() == y.dropFirst() || x.dropFirst() == y[...] || x[...] == y.dropFirst() || swapped == y
  }
}
