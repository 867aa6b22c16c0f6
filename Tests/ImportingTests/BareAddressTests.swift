import Testing

@testable import Importing

/// Addresses of the old site that stand in a text as they are, which the reader makes links of.
@Suite struct BareAddressTests {
  private static func post(_ number: Int, _ title: String, _ text: String) -> String {
    """
    <item><title>\(title)</title><link>https://ancien.exemple.org/\(number)/</link>
    <content:encoded><![CDATA[\(text)]]></content:encoded><wp:post_id>\(number)</wp:post_id>
    <wp:post_date>2019-05-03 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
    """
  }

  private static let there = "[Deux](2019-05-deux.md)"

  @Test(arguments: [
    ("<p>Voir https://ancien.exemple.org/2/.</p>", "Voir \(there)."),
    ("<p>(https://ancien.exemple.org/2/)</p>", "(\(there))"),
    ("<p>www.ancien.exemple.org/2 et http://ancien.exemple.org/2/</p>", "\(there) et \(there)"),
    ("<p><b>Voir https://ancien.exemple.org/2/ ici</b></p>", "**Voir \(there) ici**"),
    ("Un\nhttps://ancien.exemple.org/2/\nDeux", "Un\\\n\(there)\\\nDeux"),
    // A link that shows its address would show one that it does not lead to.
    ("<p><a href=\"https://ancien.exemple.org/2/\">https://ancien.exemple.org/2/</a></p>", there),
    ("<p><a href=\"https://ancien.exemple.org/2/\">ancien.exemple.org/2</a></p>", there),
    ("<p><a href=\"https://ancien.exemple.org/2/\">Là</a></p>", "[Là](2019-05-deux.md)"),
    ("<p><a href=\"https://ancien.exemple.org/2/\">Voir https://ancien.exemple.org/2/</a></p>", nil),
    // What is elsewhere, or not here, stays where it is.
    ("<p>https://ailleurs.exemple.org/2/</p>", "https://ailleurs.exemple.org/2/"),
    ("<p>https://ancien.exemple.org.ailleurs.fr/2/</p>", "https://ancien.exemple.org.ailleurs.fr/2/"),
    ("<p>https://ancien.exemple.org/9/</p>", "https://ancien.exemple.org/9/"),
    ("<p><code>https://ancien.exemple.org/2/</code></p>", "`https://ancien.exemple.org/2/`"),
    ("<p>xhttps://ancien.exemple.org/2/</p>", "xhttps://ancien.exemple.org/2/"),
  ])
  func `an address of the old site leads to the new page`(text: String, markdown: String?) async throws {
    let project = try ImportProject()
    let source = try project.source(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:wp="http://wordpress.org/export/1.2/">
      <channel><title>Ancien</title><link>https://ancien.exemple.org</link>
      <wp:base_blog_url>https://ancien.exemple.org</wp:base_blog_url>
      \(Self.post(1, "Un", text))\(Self.post(2, "Deux", "<p>Un texte.</p>"))
      </channel></rss>
      """)
    let outcome = try await project.run(source)
    #expect(!outcome.hasErrors)
    let file = try #require(project.files["Content/nouvelles/2019-05-un.md"])
    let body = file.split(separator: "\n---\n", maxSplits: 1).last.map(String.init)
    if let markdown { #expect(body == markdown + "\n") }
    #expect(markdown == nil || outcome.check.diagnostics.allSatisfy { $0.code != "misleading-link" })
  }
}
