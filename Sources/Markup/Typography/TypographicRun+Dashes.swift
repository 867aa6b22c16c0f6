extension TypographicRun {
  /// ` - ` and ` -- ` between words are dashes, `<<` and `>>` guillemets.
  mutating func setDashes() {
    var position = 0
    while position < cells.count {
      defer { position += 1 }
      guard !cells[position].isKept else { continue }
      let sign = cells[position].scalar
      switch sign {
      case "-":
        let isDouble = scalar(position + 1) == "-" && !cells[position + 1].isKept
        let end = isDouble ? position + 2 : position + 1
        guard isBetweenWords(before: position, behind: end) else { continue }
        cells[position].scalar = "–"
        if isDouble { cells.remove(at: position + 1) }
      case "<", ">":
        guard scalar(position + 1) == sign, !cells[position + 1].isKept, scalar(position + 2) != sign,
          scalar(position - 1) != sign, isGuillemet(position, opens: sign == "<")
        else { continue }
        cells[position].scalar = sign == "<" ? "«" : "»"
        cells.remove(at: position + 1)
      default: continue
      }
    }
  }

  /// Whether a space and a word stand on both sides; between two numbers it may be a minus sign or « until ».
  private func isBetweenWords(before start: Int, behind end: Int) -> Bool {
    guard scalar(start - 1)?.isLineSpace == true, scalar(end)?.isLineSpace == true else { return false }
    guard let left = cells.prefix(start).last(where: { !$0.scalar.isLineSpace })?.scalar,
      let right = cells.dropFirst(end).first(where: { !$0.scalar.isLineSpace })?.scalar
    else { return false }
    let isWord: (Unicode.Scalar) -> Bool = { $0.isLetter || "»«”“\"'’)(!?.,…;:".unicodeScalars.contains($0) }
    return isWord(left) && (isWord(right) || right.isDigit) || left.isDigit && isWord(right)
  }

  /// Whether `<<` opens, or `>>` closes, a quotation on its line.
  private func isGuillemet(_ position: Int, opens: Bool) -> Bool {
    let line =
      opens
      ? Array(cells.dropFirst(position + 2).prefix { $0.scalar != "\n" })
      : Array(cells.prefix(position).reversed().prefix { $0.scalar != "\n" })
    guard let near = line.first(where: { !$0.scalar.isLineSpace })?.scalar,
      near.isLetter || near.isDigit || "!?.…\u{202F}".unicodeScalars.contains(near)
    else { return false }
    if opens { return zip(line, line.dropFirst()).contains { $0.scalar == ">" && $1.scalar == ">" } }
    // What it closes was made a guillemet before.
    return line.contains { $0.scalar == "«" }
  }
}
