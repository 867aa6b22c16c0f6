/// Breaks running text into lines.
struct TextWrapping: Sendable {
  /// Characters in a line at most; a word that is longer, such as an address, stands on a line of its own.
  let width: Int

  /// The lines of `text`, each beginning with `indent`. Lines are broken at plain spaces only: a no-break space keeps its
  /// words together.
  func lines(_ text: String, indent: String = "") -> [String] {
    var lines: [String] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      var line = indent
      var length = indent.count
      var isEmpty = true
      for word in paragraph.split(separator: " ") {
        let count = word.count
        if !isEmpty, length + 1 + count > width {
          lines.append(line)
          line = indent
          length = indent.count
          isEmpty = true
        }
        if !isEmpty {
          line += " "
          length += 1
        }
        line += word
        length += count
        isEmpty = false
      }
      if !isEmpty { lines.append(line) }
    }
    return lines
  }
}
