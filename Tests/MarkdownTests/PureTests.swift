import Markdown
import Markup
import Testing

/// Texts that the fuzzer found, beside what cmark-gfm 0.29.0.gfm.6 writes for them.
@Suite struct PureTests {
  @Test(arguments: [
    ("~~~\u{B}\n", "<pre><code class=\"language-\u{B}\"></code></pre>\n"),
    ("~~~ a\u{A0}b c\n", "<pre><code class=\"language-a\u{A0}b\"></code></pre>\n"),
    ("a\u{1}&#2;b", "<p>a\u{1}\u{2}b</p>\n"),
  ])
  func `pure GFM is what cmark-gfm writes`(markdown: String, expected: String) throws {
    #expect(HTMLRenderer(flavour: .gfm).render(try MarkdownParser().parse(markdown)).text == expected)
  }
}
