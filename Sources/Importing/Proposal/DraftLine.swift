import Reading

/// The line by which an entry is a draft.
enum DraftLine {
  private static let line = "\(FieldKey.draft.rawValue): oui"

  /// `text` as a draft, whatever it said of that.
  static func added(to text: String) -> String {
    var lines = removed(from: text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let end = front(of: lines)?.upperBound else { return text }
    lines.insert(line, at: end)
    return lines.joined(separator: "\n")
  }

  static func removed(from text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let front = front(of: lines) else { return text }
    let drafts = front.filter { hides(lines[$0]) }
    for index in drafts.reversed() { lines.remove(at: index) }
    return lines.joined(separator: "\n")
  }

  /// Whether a line says in some way that the entry is not to be published.
  private static func hides(_ line: String) -> Bool {
    if MailedLine.key(of: line, .news)?.key == .draft { return true }
    guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else { return false }
    let value = WrittenText.cleaned(String(line[line.index(after: colon)...]))
    return ForeignFrontMatter.hiding(String(line[..<colon]), value)?.key == .draft
  }

  /// The lines between the fences; ends with the second.
  private static func front(of lines: [String]) -> Range<Int>? {
    let fences = Array(lines.indices.lazy.filter { MailedLine.isFence(lines[$0]) }.prefix(2))
    return fences.count == 2 ? (fences[0] + 1)..<fences[1] : nil
  }
}
