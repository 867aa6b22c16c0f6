extension TypographicRun {
  /// Words that no line end may part from what belongs to them: « 6 mars », « M. Dupont », « p. 12 », telephone numbers.
  mutating func setBonds() {
    var start = 0
    while start < cells.count {
      guard !cells[start].isKept, !isGap(start) else {
        start += 1
        continue
      }
      var end = start
      while end < cells.count, !isGap(end) { end += 1 }
      if end + 1 < cells.count, cells[end].scalar == " ", !cells[end].isKept {
        // No longer word bonds: it is not looked for where it begins.
        let opening = (max(start, end - Self.longest - 1)..<end).last { Self.opens(cells[$0].scalar) }
        let word = (opening.map { $0 + 1 } ?? start)..<end
        if bonds(word, cells[end + 1].scalar, at: end + 1) { cells[end].scalar = Self.noBreak }
      }
      start = end + 1
    }
    setTelephoneNumbers()
  }

  /// Scalars of the longest word that bonds.
  static let longest = 5

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "«", "“", "’", "'": true
    default: false
    }
  }

  private func isGap(_ position: Int) -> Bool { cells[position].scalar.isLineSpace || cells[position].scalar == "\n" }

  static let titles: Set<String> = ["M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr", "Me", "St", "Ste"]
  static let parts: Set<String> = ["p.", "pp.", "art.", "chap.", "fig.", "vol.", "t.", "§", "al.", "éd."]
  static let months: Set<String> = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  /// Whether `word` keeps together with what begins with `next`.
  private func bonds(_ word: Range<Int>, _ next: Unicode.Scalar, at start: Int) -> Bool {
    guard word.count <= Self.longest, let first = scalar(word.lowerBound), let last = scalar(word.upperBound - 1) else {
      return false
    }
    // Most words are none of these, and making a text of each would take longer than all else here.
    guard first.isDigit || last == "." || last == "§" || first.properties.isUppercase else { return false }
    let text = text(word)
    if Self.titles.contains(text) { return next.properties.isUppercase }
    if Self.parts.contains(text) { return next.isDigit || next.isRomanDigit }
    // « 6 mars », « 1er mai ».
    guard let day = Int(text.hasSuffix("er") ? String(text.dropLast(2)) : text), (1...31).contains(day),
      text.first != "0"
    else { return false }
    var end = start
    while end < cells.count, cells[end].scalar.isLetter { end += 1 }
    return Self.months.contains(self.text(start..<end))
  }

  /// `01 99 00 44 55`, `+33 1 99 00 44 55`: ten digits in pairs, or those behind the sign of a country.
  private mutating func setTelephoneNumbers() {
    var start = 0
    while start < cells.count {
      let isStart =
        start == 0
        || !(cells[start - 1].scalar.isDigit || cells[start - 1].scalar.isLetter
          || "+.,".unicodeScalars.contains(cells[start - 1].scalar))
      guard isStart, !cells[start].isKept, cells[start].scalar == "0" || cells[start].scalar == "+" else {
        start += 1
        continue
      }
      var groups: [Int] = []
      var spaces: [Int] = []
      var position = cells[start].scalar == "+" ? start + 1 : start
      while true {
        var end = position
        while end < cells.count, cells[end].scalar.isDigit, !cells[end].isKept { end += 1 }
        guard end > position else { break }
        groups.append(end - position)
        position = end
        guard end + 1 < cells.count, cells[end].scalar.isLineSpace, !cells[end].isKept, cells[end + 1].scalar.isDigit
        else { break }
        spaces.append(end)
        position = end + 1
      }
      let isNational = groups == [2, 2, 2, 2, 2] && cells[start].scalar == "0"
      let isForeign =
        cells[start].scalar == "+" && groups.count >= 4 && (1...3).contains(groups[0])
        && (8...13).contains(groups.reduce(0, +))
      if isNational || isForeign { for space in spaces { cells[space].scalar = Self.noBreak } }
      start = max(position, start + 1)
    }
  }
}
