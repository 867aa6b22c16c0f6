import Markdown
import Markup
import Testing

@Suite struct SiteHTMLTests {
  private func html(_ markdown: String, prefix: String = "") throws -> String {
    let document = try MarkdownParser().parse(markdown)
    return HTMLRenderer(idPrefix: prefix).render(document).text
  }

  @Test(arguments: [
    ("a & \"b\" <i>c</i>\nd  \ne", "<p>a &amp; &quot;b&quot; c\nd<br>\ne</p>\n"),
    ("<div>\nx\n</div>\n\n<b></b>", ""),
    ("## *é*", "<h2><em>é</em></h2>\n"), ("##", ""),
    ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
    ("a&#1;\u{1}\u{C}b `\u{1B}c`", "<p>ab <code>c</code></p>\n"),
    ("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"),
    ("> a\n\n***\n", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"),
    ("```swift x\n<\n```", "<pre tabindex=\"0\"><code class=\"language-swift\">&lt;\n</code></pre>\n"),
    ("`<` ~~a~~ **b**", "<p><code>&lt;</code> <del>a</del> <strong>b</strong></p>\n"),
    ("[a](/b \"c\") [](d)", "<p><a href=\"/b\" title=\"c\">a</a> <a href=\"d\">d</a></p>\n"),
    ("[a](javascript:alert(1)) [b](java&#10;script:x) [c](data:text/html,x) [d](&#1;vbscript:x)", "<p>a b c d</p>\n"),
    (
      "[a](HTTPS://x) [b](mailto:a@b.fr) [c](tel:+33) [d](x/y:z) [e](?a:b) [f](file:///etc)",
      "<p><a href=\"HTTPS://x\">a</a> <a href=\"mailto:a@b.fr\">b</a> <a href=\"tel:+33\">c</a> <a href=\"x/y:z\">d</a> "
        + "<a href=\"?a:b\">e</a> f</p>\n"
    ),
    (
      "![a \"b\"](c.png \"d\") ![e](javascript:x) ![](f.png)",
      "<p><img src=\"c.png\" alt=\"a &quot;b&quot;\" title=\"d\" decoding=\"async\"> e "
        + "<img src=\"f.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n"
    ),
    (
      "- [ ] a\n- [x] b",
      "<ul class=\"task-list\">\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"à faire\"> a</li>\n"
        + "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"fait\"> b</li>\n</ul>\n"
    ),
    (
      "| A | |\n|:-:|--:|\n| 1 | 2 |",
      "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau 1\u{A0}: A\">\n<table>\n<thead>\n<tr>\n"
        + "<th scope=\"col\" class=\"align-center\">A</th>\n<td class=\"align-right\"></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        + "<td class=\"align-center\">1</td>\n<td class=\"align-right\">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    ),
  ])
  func `the site's HTML`(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test func `footnotes speak French, and two texts stand on one page`() throws {
    let text = try html("a[^n] b[^n]\n\n[^n]: note", prefix: "n2-")
    #expect(text.contains("<a id=\"n2-renvoi-1\" href=\"#n2-note-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a>"))
    #expect(text.contains("<a id=\"n2-renvoi-1-2\" href=\"#n2-note-1\""))
    #expect(text.contains("<li id=\"n2-note-1\">\n<p>note <a class=\"footnote-backref\" href=\"#n2-renvoi-1\""))
    #expect(text.contains("aria-label=\"Retour au texte, note 1\""))
    #expect(text.contains("aria-label=\"Retour au texte, note 1, renvoi 2\""))
  }

  @Test func `tables on a page have names of their own`() throws {
    let text = try html("|a|\n|-|\n\n|a|\n|-|\n")
    #expect(text.contains("aria-label=\"Tableau 1\u{A0}: a\"") && text.contains("aria-label=\"Tableau 2\u{A0}: a\""))
  }
}
