/// Follows the lines of a Markdown text, to know which of them are code between fences (GFM 4.5).
struct CodeFence {
  private var open: Substring?

  /// Whether `line`, the next one, belongs to code; the line that opens a fence and the one that closes it do.
  mutating func holds(_ line: Substring) -> Bool {
    let sign = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
    if let open {
      if sign.hasPrefix(open) { self.open = nil }
      return true
    }
    guard sign.count >= 3 else { return false }
    open = sign
    return true
  }
}
