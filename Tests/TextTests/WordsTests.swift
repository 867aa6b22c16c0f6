import TestSupport
import Testing
import Text

/// Words and parts of a text, found by bytes.
@Suite struct WordsTests {
  private static let pieces = [
    "a", "é", "œ", "ÿ", "’", "«", " ", " ", "  ", "\t", "\n", "\r\n", "\u{A0}", "\u{202F}", "\u{2003}", "\u{3000}",
    "\u{85}",
    "\u{301}", " \u{301}", "\u{2018}", "\u{2028}", "\u{0}", "\u{7F}", "🙂", "|", "||",
  ]

  private static func texts(_ seed: Int) -> [String] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return (0..<400).map { _ in
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
    }
  }

  @Test(arguments: 0..<4)
  func `words have one space between them`(seed: Int) {
    for text in Self.texts(seed) {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        Array(text.collapsingWhitespace.unicodeScalars) == Array(words.unicodeScalars), "\(text.debugDescription)")
      #expect(text.dropFirst().collapsingWhitespace == String(text.dropFirst()).collapsingWhitespace)
    }
  }

  @Test(arguments: 0..<4)
  func `a text parts at a byte`(seed: Int) {
    for text in Self.texts(seed) {
      let parts = text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { Array($0) }
      #expect(text[...].parts(at: UInt8(ascii: "|")).map { Array($0.utf8) } == parts, "\(text.debugDescription)")
      let rest = text.dropFirst()
      #expect(rest.parts(at: UInt8(ascii: "|")).joined(separator: "|") == String(rest))
    }
  }
}
