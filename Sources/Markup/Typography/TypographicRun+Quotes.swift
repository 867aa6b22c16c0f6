extension TypographicRun {
  private struct Pair {
    var start: Int
    var end: Int
    var isFrench: Bool
  }

  /// “ ” and `" "` in pairs become « »; within another pair they become, or stay, “ ”.
  mutating func setQuotes() {
    var enclosing: [Int] = []
    for pair in quotePairs().sorted(by: { $0.start < $1.start }) {
      while let end = enclosing.last, end < pair.start { enclosing.removeLast() }
      if !pair.isFrench {
        cells[pair.start].scalar = enclosing.isEmpty ? "«" : "“"
        cells[pair.end].scalar = enclosing.isEmpty ? "»" : "”"
      }
      enclosing.append(pair.end)
    }
  }

  /// The quotes that belong together, none across another.
  private func quotePairs() -> [Pair] {
    var pairs: [Pair] = []
    var open: [(position: Int, scalar: Unicode.Scalar)] = []
    for position in cells.indices where !cells[position].isKept {
      let opening: Unicode.Scalar
      switch cells[position].scalar {
      case "«", "“":
        open.append((position, cells[position].scalar))
        continue
      case "»": opening = "«"
      case "”": opening = "“"
      case "\"":
        opening = "\""
        if !closes(position) || !open.contains(where: { $0.scalar == opening }) {
          if opens(position) { open.append((position, opening)) }
          continue
        }
      default: continue
      }
      guard let last = open.lastIndex(where: { $0.scalar == opening }) else { continue }
      pairs.append(Pair(start: open[last].position, end: position, isFrench: opening == "«"))
      open.removeSubrange(last...)
    }
    return pairs
  }

  private func opens(_ position: Int) -> Bool {
    guard let after = scalar(position + 1), !after.isLineSpace, after != "\n" else { return false }
    guard let before = scalar(position - 1) else { return true }
    return before.isLineSpace || before == "\n" || "([{«“’'-–—/".unicodeScalars.contains(before)
  }

  private func closes(_ position: Int) -> Bool {
    guard let before = scalar(position - 1), !before.isLineSpace, before != "\n" else { return false }
    guard let after = scalar(position + 1) else { return true }
    return !after.isLetter && !after.isDigit
  }
}
