import Markup
import TestSupport
import Testing

@testable import Importing

/// Running text is gathered in stretches of words: what is made of it does not depend on where they begin and end.
@Suite struct WordRunTests {
  private static let words = [
    "un", "deux", "l’été", "« oui »", "«", "!", "?", ".", "(a)", "cœur", "a\u{A0}b", "co\u{AD}op", "\u{200B}",
    "1\u{202F}000",
    "a\u{2028}b", "…", "–", "x\u{2060}y", "\u{7F}", "é\u{301}", "🙂", "日本", "•", "- ", "<b>gras</b>", "<b>gras !</b>",
    "<i>de</i>hors", "pré<b>fixe</b>", "<b>a, b</b>,", "<a href=\"https://x.fr/\">là</a>", "<br>", "<br><br>",
    "<code>c</code>",
    "<img src=\"a.jpg\" alt=\"A\">",
  ]

  @Test(arguments: 0..<6)
  func `a text is the same one in one piece and in a piece for each word`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      let tokens = (0..<Int.random(in: 1...40, using: &generator)).flatMap { _ in
        [
          Self.words[Int.random(in: 0..<Self.words.count, using: &generator)],
          [" ", " ", " ", "  ", "\n", ""][Int.random(in: 0..<6, using: &generator)],
        ]
      }
      expectSame(tokens)
    }
  }

  /// Paragraphs of more than the reader takes end at a space.
  @Test(arguments: [1, 5, 40, 700])
  func `long paragraphs end at the same words`(length: Int) {
    let word = String(repeating: "m", count: length)
    let tokens = (0..<(40_000 / (length + 1))).flatMap { ["\(word)\($0)", " "] }
    expectSame(tokens)
    #expect(HTMLText.document(tokens.joined(), HTMLTextOptions()).document.blocks.count > 2)
  }

  private func expectSame(_ tokens: [String]) {
    let whole = HTMLText.document("<p>" + tokens.joined() + "</p>", HTMLTextOptions()).document
    // A remark between two texts makes two of them.
    let parted = HTMLText.document("<p>" + tokens.joined(separator: "<!-- -->") + "</p>", HTMLTextOptions()).document
    #expect(whole == parted, "\(tokens.joined())")
  }
}
