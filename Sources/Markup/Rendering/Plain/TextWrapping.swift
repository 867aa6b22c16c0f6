/// Breaking running text into lines.
enum TextWrapping {
  /// `text` in lines of at most `width` characters, broken at plain spaces alone, which leave no-break spaces where they
  /// are; words longer than a line stay whole. Runs of spaces count as one; a line feed begins a line.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n").flatMap { wrapped($0, width: max(width, 1)) }
  }

  private static func wrapped(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      let count = word.count
      if length > 0, length + 1 + count <= width {
        line += " "
        length += 1
      } else if length > 0 {
        lines.append(line)
        line = ""
        length = 0
      }
      line += word
      length += count
    }
    if length > 0 { lines.append(line) }
    return lines
  }
}
