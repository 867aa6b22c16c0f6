import TestSupport
import Testing

@testable import Importing

/// HTML that nobody wrote: whatever it is, what is made of it is read back to the same tree.
@Suite struct RandomHTMLTests {
  private static let pieces = [
    "un", " ", "deux ", "*", "_", "**", "#", "# ", "- ", "1. ", "> ", "`", "``", "[", "]", "(", ")", "!", "!", "<",
    "&lt;b&gt;", "&amp;",
    "&amp;lt;", "~", "~~", "|", "\\", ":", "=", "---", "===", "\n", "\n\n", "\t", "«", "»", "’", "é", "🙂", "&nbsp;",
    "<br>", "<p>",
    "</p>", "<b>", "</b>", "<i>", "</i>", "<s>", "</s>", "<u>", "</u>", "<code>", "</code>",
    "<a href=\"https://x.fr/a_b\">", "</a>",
    "<a href=\"#x\">", "<img src=\"a.jpg\" alt=\"A [b]\">", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<h2>",
    "</h2>",
    "<h4 id=\"x\">", "</h4>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<hr>", "<table>", "</table>", "<tr>",
    "<td>", "<th>",
    "<td colspan=2>", "<div>", "</div>", "<span style=\"font-weight:bold\">", "</span>", "<sup>2</sup>", "<figure>",
    "</figure>",
    "<figcaption>", "</figcaption>", "https://exemple.org/x", "www.exemple.org", "a@exemple.org", "ftp://exemple.org/x",
    "{{< x >}}", "[[x]]",
    "==x==", ":smile:",
    "• ", "$$x$$", "<dl><dt>", "</dt><dd>", "</dd></dl>", "[^1]", "```", "+ ", "<details><summary>", "</summary>",
    "</details>",
  ]

  @Test(arguments: 0..<8)
  func `what is written is read as it was meant`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<250 {
      let count = Int.random(in: 1...14, using: &generator)
      let html = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)] }.joined()
      var options = HTMLTextOptions()
      options.breaksAtLineEnds = Bool.random(using: &generator)
      let document = HTMLText.document(html, options).document
      let proved = ProvedMarkdown(document, place: options.place)
      if proved.remarks.isEmpty {
        #expect(ProvedMarkdown.isRead(proved.text, as: document), "\(html)")
      } else {
        plain += 1
      }
    }
    // What has to give up its marks is an exception.
    #expect(plain <= 5)
  }
}
