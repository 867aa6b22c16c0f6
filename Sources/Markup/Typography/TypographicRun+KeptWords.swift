extension TypographicRun {
  /// Marks the words that no rule may touch.
  mutating func keepWords() {
    var start = 0
    while start < cells.count {
      guard !isBetweenWords(start) else {
        start += 1
        continue
      }
      var end = start
      while end < cells.count, !isBetweenWords(end) { end += 1 }
      if isKeptWord(start..<end) {
        for position in start..<end { cells[position].isKept = true }
      }
      start = end
    }
  }

  private func isBetweenWords(_ position: Int) -> Bool {
    cells[position].scalar.isLineSpace || cells[position].scalar == "\n"
  }

  private func isKeptWord(_ word: Range<Int>) -> Bool {
    guard word.count > 1 else { return false }
    let first = cells[word.lowerBound].scalar
    switch first {
    case ":", ";": if isEmoticon(word) || isEmojiName(word) { return true }
    case "&": if cells[word].contains(where: { $0.scalar == ";" }) { return true }
    default: break
    }
    var hasDot = false
    for position in word {
      switch cells[position].scalar {
      case "@":
        if position > word.lowerBound, position + 1 < word.upperBound { return true }
      case ":":
        if scalar(position + 1) == ":" || (scalar(position + 1) == "/" && scalar(position + 2) == "/") { return true }
        if isScheme(word.lowerBound..<position), position + 1 < word.upperBound { return true }
      case "/", "\\": if hasDot || first == "/" || first == "\\" || scalar(position + 1) == "." { return true }
      case ".": if let next = scalar(position + 1), next.isLetter || next.isDigit || next == "/" { hasDot = true }
      case "_": return true
      default: break
      }
    }
    return hasDot && [first, scalar(word.lowerBound + 1), scalar(word.lowerBound + 2)].allSatisfy { $0 == "w" }
  }

  /// `mailto`, `tel` …
  private func isScheme(_ range: Range<Int>) -> Bool {
    let name = text(range).lowercased()
    return ["mailto", "tel", "geo", "webcal", "data", "urn", "javascript"].contains(name)
  }

  /// `:)`, `;-)`, `:'(`, `:D`.
  private func isEmoticon(_ word: Range<Int>) -> Bool {
    guard word.count <= 4 else { return false }
    for position in word.dropFirst() {
      switch cells[position].scalar {
      case "-", "'", "’", "^", "o": continue
      case ")", "(", "D", "P", "p", "O", "/", "\\", "|", "*", "3", "]", "[", "S", "s", "x", "X": return true
      default: return false
      }
    }
    return false
  }

  /// `:tada:`.
  private func isEmojiName(_ word: Range<Int>) -> Bool {
    guard word.count > 2 else { return false }
    let name = cells[word].dropFirst().prefix { $0.scalar != ":" }
    return !name.isEmpty && name.endIndex < word.upperBound
      && name.allSatisfy { $0.scalar.isLetter || $0.scalar.isDigit || ["_", "-", "+"].contains($0.scalar) }
  }
}
