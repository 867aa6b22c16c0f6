extension TypographicRun {
  /// Apostrophes and ellipses.
  mutating func setSigns() {
    var position = 0
    while position < cells.count {
      defer { position += 1 }
      guard !cells[position].isKept else { continue }
      switch cells[position].scalar {
      case "'": setApostrophe(position)
      case ".":
        guard scalar(position + 1) == ".", scalar(position + 2) == "." else { continue }
        if scalar(position - 1) == "." || scalar(position + 3) == "." { continue }
        if cells[position + 1].isKept || cells[position + 2].isKept { continue }
        cells[position].scalar = "…"
        cells.removeSubrange(position + 1...position + 2)
      default: continue
      }
    }
  }

  private mutating func setApostrophe(_ position: Int) {
    // « rock ’n’ roll »: one letter, of which others were left out on both sides.
    if scalar(position + 1) == "n", scalar(position + 2) == "'", scalar(position - 1)?.isLineSpace == true,
      scalar(position + 3)?.isLineSpace == true
    {
      (cells[position].scalar, cells[position + 2].scalar) = ("’", "’")
      return
    }
    let before = scalar(position - 1)
    let after = scalar(position + 1)
    if let before, before.isLetter || before == "\u{FFFC}" {
      // What a straight one opened, a straight one closes.
      if after?.isLetter != true, isInSingleQuotes(position) { return }
      cells[position].scalar = "’"
    } else if opensWord(before), let after, after.isLetter || after.isDigit, closingSingleQuote(from: position) == nil {
      cells[position].scalar = "’"
    }
  }

  private func opensWord(_ before: Unicode.Scalar?) -> Bool {
    guard let before else { return true }
    return before.isLineSpace || before == "\n" || "([{«“".unicodeScalars.contains(before)
  }

  /// The `'` that closes what `'` at `position` opens, on the same line and near.
  private func closingSingleQuote(from position: Int) -> Int? {
    for end in cells.indices.dropFirst(position + 2).prefix(60) {
      if cells[end].scalar == "\n" { return nil }
      guard cells[end].scalar == "'", !cells[end].isKept, scalar(end - 1)?.isLineSpace == false else { continue }
      if scalar(end + 1)?.isLetter != true, scalar(end + 1)?.isDigit != true { return end }
    }
    return nil
  }

  private func isInSingleQuotes(_ position: Int) -> Bool {
    for start in cells.indices.prefix(position).suffix(61).reversed() {
      if cells[start].scalar == "\n" { return false }
      if cells[start].scalar == "'", opensWord(scalar(start - 1)) { return closingSingleQuote(from: start) == position }
    }
    return false
  }
}
