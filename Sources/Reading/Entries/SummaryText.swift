import Markup

/// What stands for an entry in lists where its author wrote no summary.
enum SummaryText {
  /// Characters at most, the mark of omission among them.
  static let longest = 160

  /// The first paragraph as plain text, cut between words.
  static func start(of document: Document) -> String {
    for block in document.blocks {
      guard case .paragraph(let content) = block else { continue }
      let text = TextCleaner.trimmed(singleSpaced(PlainTextRenderer.text(of: content)))
      if !text.isEmpty { return shortened(text) }
    }
    return ""
  }

  static func shortened(_ text: String) -> String {
    guard text.count > longest else { return text }
    var result = String(text.prefix(longest - 1))
    if let space = result.lastIndex(of: " ") { result = String(result[..<space]) }
    while let last = result.last, last.isWhitespace || ",;:–—-«(".contains(last) { result.removeLast() }
    return result + "…"
  }

  private static func singleSpaced(_ text: String) -> String {
    text.utf8.split { $0.isBlank || $0 == .lineFeed }.map { String(Substring($0)) }.joined(separator: " ")
  }
}
