import Markup
import Text

/// What stands for an entry in lists where its author wrote no summary.
package enum SummaryText {
  /// Characters at most, the mark of omission among them.
  package static let longest = 160

  /// The first paragraph that says something as plain text, cut between words; empty where there is none.
  ///
  /// - Parameter longest: characters at most, the mark of omission among them; at least 2.
  package static func start(of document: Document, longest: Int = longest) -> String {
    opening(of: document).map { shortened($0.text, longest) } ?? ""
  }

  /// The first paragraph that says something, which block it is and its words; `nil` where there is none. A greeting says
  /// something where nothing else does.
  static func opening(of document: Document) -> (index: Int, text: String)? {
    var greeting: (index: Int, text: String)?
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(let content) = block else { continue }
      let text = TextCleaner.trimmed(singleSpaced(PlainTextRenderer.text(of: content)))
      if text.isEmpty { continue }
      guard greeting == nil, isGreeting(text) else { return (index, text) }
      greeting = (index, text)
    }
    return greeting
  }

  /// Whether a paragraph is what a letter begins with: « Bonjour, », « Chères voisines, chers voisins, », « Bonjour à tous ! ».
  private static func isGreeting(_ text: String) -> Bool {
    guard text.utf8.count <= 64, let last = text.last else { return false }
    if last == "," { return true }
    let words = text.split(whereSeparator: \.isWhitespace)
    return last == "!" && words.count <= 7
      && ["bonjour", "bonsoir", "salut", "coucou"].contains(Folding.slug(String(words[0])))
  }

  static func shortened(_ text: String, _ longest: Int = longest) -> String {
    guard text.dropFirst(longest).first != nil else { return text }
    var result = String(text.prefix(longest - 1))
    if let space = result.lastIndex(of: " ") { result = String(result[..<space]) }
    while let last = result.last, last.isWhitespace || ",;:–—-«(".contains(last) { result.removeLast() }
    return result + "…"
  }

  /// `text` with one space in the place of blanks and line ends, and none around it.
  private static func singleSpaced(_ text: String) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    var isBehindSpace = true
    for byte in text.utf8 {
      let isSpace = byte.isBlank || byte == .lineFeed
      if !isSpace { words.append(byte) } else if !isBehindSpace { words.append(UInt8(ascii: " ")) }
      isBehindSpace = isSpace
    }
    if isBehindSpace, !words.isEmpty { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
