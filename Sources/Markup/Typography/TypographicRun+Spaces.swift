extension TypographicRun {
  /// The spaces before and behind signs.
  mutating func setSpaces() {
    var result: [Cell] = []
    result.reserveCapacity(cells.count + 16)
    for position in cells.indices {
      let cell = cells[position]
      if !cell.isKept {
        if let space = spaceBefore(position) { Self.put(space, before: cell, in: &result) }
      }
      // A space behind « is put there already.
      if cell.scalar.isLineSpace, !cell.isKept, result.last?.scalar == Self.noBreak, followsOpeningQuote(result) {
        continue
      }
      result.append(cell)
      if cell.scalar == "«", !cell.isKept, let next = nextSolid(position), cells[next].scalar != "\n" {
        result.append(Cell(scalar: Self.noBreak, owner: cell.owner))
      }
    }
    cells = result
  }

  private func followsOpeningQuote(_ result: [Cell]) -> Bool {
    result.count > 1 && result[result.count - 2].scalar == "«"
  }

  /// The position of the next cell behind `position` that is no space.
  private func nextSolid(_ position: Int) -> Int? {
    cells.indices.dropFirst(position + 1).first { !cells[$0].scalar.isLineSpace }
  }

  /// The space that belongs before the sign at `position`; `nil` where none does, or it is not known.
  private func spaceBefore(_ position: Int) -> Unicode.Scalar? {
    let sign = cells[position].scalar
    switch sign {
    case ":", ";", "!", "?", "»", "%", "€": break
    default: return nil
    }
    guard let before = cells.indices.prefix(position).last(where: { !cells[$0].scalar.isLineSpace }) else { return nil }
    let word = cells[before].scalar
    let isApart = before + 1 < position
    if word == "\n" || "«([{".unicodeScalars.contains(word) { return nil }
    switch sign {
    case "»": return Self.noBreak
    case "%", "€":
      guard word.isDigit, !isFollowedByWord(position) else { return nil }
      return Self.narrow
    default:
      if isFollowedByWord(position) || scalar(position + 1) == sign && sign == ":" || word == ":" && sign == ":" {
        return nil
      }
      if !isApart {
        // Signs in a row stand together, and so do those behind an opening quote.
        if "!?;:.,“‘\"'’-–—/\\=<>*_".unicodeScalars.contains(word), !(word == "." && sign != ":" && sign != ";") {
          return nil
        }
        if word == "." || cells[before].isKept && cells[before].owner >= 0 { return nil }
      }
      return sign == ":" ? Self.noBreak : Self.narrow
    }
  }

  /// Whether what is behind the sign at `position` belongs to the same word, so that the sign is no punctuation.
  private func isFollowedByWord(_ position: Int) -> Bool {
    guard let after = scalar(position + 1) else { return false }
    if after.isLineSpace || after == "\n" || after == "\u{FFFC}" { return false }
    return !")]}»”\"’'…,.!?;:—–*".unicodeScalars.contains(after)
  }

  /// Puts one `space` at the end of `result` in the place of the spaces there.
  private static func put(_ space: Unicode.Scalar, before cell: Cell, in result: inout [Cell]) {
    var owner = cell.owner
    while let last = result.last, last.scalar.isLineSpace {
      owner = last.owner
      result.removeLast()
    }
    result.append(Cell(scalar: space, owner: owner))
  }
}
