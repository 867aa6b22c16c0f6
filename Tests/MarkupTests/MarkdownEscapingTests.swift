import TestSupport
import Testing

@testable import Markup

/// Signs that stand behind a backslash.
@Suite struct MarkdownEscapingTests {
  private static let pieces = [
    "un", " ", "é", "’", "`", "*", "[", "]", "\\", "<", "</", "<b>", "& ", "&amp;", "&#39;", "&é;", "~", "~~", "!", "|",
    "w", "/",
    "/ ", ".", "w.", "://", "http:/", "_", "1", "\u{301}",
  ]

  /// Most texts are written by bytes; those with `_` in them, which does not change what stands before it, by scalars.
  @Test(arguments: 0..<6)
  func `a sign is escaped or not whatever stands further on`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<400 {
      let text =
        (0..<Int.random(in: 1...10, using: &generator)).map { _ in
          Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        }.joined() + " fin"
      for isInTable in [false, true] {
        for isInLink in [false, true] {
          let escaper = MarkdownEscaper(.needed, isInTable: isInTable, isInLink: isInLink)
          let short = escaper.escaped(text, isBeforeLink: false, isAlone: false)
          let long = escaper.escaped(text + " a_b", isBeforeLink: false, isAlone: false)
          #expect(Array(long.utf8) == Array((short + " a_b").utf8), "\(text.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: [
    ("un!", true, "un\\!"), ("un!", false, "un!"), ("a <", false, "a <"), ("\\", false, "\\\\"),
    ("a\\é", false, "a\\é"),
    ("~ un ~", false, "\\~ un \\~"), ("~ un", false, "~ un"), ("a & b;", false, "a & b;"),
    ("&eacute;", false, "\\&eacute;"),
    ("www.a*b.fr", false, "www.a*b.fr"), ("w.a*b", false, "w.a\\*b"), ("http://a.fr/*", false, "http://a.fr/*"),
  ])
  func `signs at the end and in addresses`(text: String, isBeforeLink: Bool, written: String) {
    let escaper = MarkdownEscaper(.needed, isInTable: false, isInLink: false)
    #expect(escaper.escaped(text, isBeforeLink: isBeforeLink, isAlone: true) == written)
  }
}
