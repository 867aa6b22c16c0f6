import Testing

@testable import Importing

/// Tags of news that stand as links in their texts.
@Suite struct FeedTagsTests {
  private func imported(_ item: String) async throws -> [Substring] {
    let project = try ImportProject()
    let outcome = try await project.run(
      project.source(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <link>https://x.exemple.org/</link><item><title>Titre</title><link>https://x.exemple.org/a</link>
        <pubDate>Sat, 14 Mar 2026 08:00:00 +0100</pubDate>\(item)</item></channel></rss>
        """))
    let text = project.files[try #require(outcome.written.first).path] ?? ""
    return text.split(separator: "\n").filter {
      !["---", "# I", "ali", "  -"].contains($0.prefix(3)) || $0.hasPrefix("  - ") && !$0.contains("/")
    }
  }

  private static let tags = """
    - <a href="https://x.exemple.org/-Actualites-" rel="directory">Actualités</a> / <a href="https://x.exemple.org/+-velo-+" rel="tag">vélo</a>
    """

  @Test func `what stands behind the words of SPIP's summary are tags, and no words`() async throws {
    let lines = try await imported(
      "<description><![CDATA[<p>Réparer.</p>\n\(Self.tags)]]></description><content:encoded><![CDATA[<p>Venez.</p>]]></content:encoded>"
    )
    #expect(lines.contains("resume: Réparer."))
    #expect(lines.contains("  - Actualités") && lines.contains("  - vélo"))
  }

  @Test func `where there is no other text, that has them no more`() async throws {
    let lines = try await imported("<description><![CDATA[<p>Réparer.</p>\n\(Self.tags)]]></description>")
    #expect(lines.last == "Réparer.")
    #expect(lines.contains("  - Actualités") && lines.contains("  - vélo"))
  }

  @Test func `links within a text are links`() async throws {
    let lines = try await imported(
      "<description><![CDATA[<p>Voir <a href=\"https://y.fr/\" rel=\"tag\">là</a> ou <a href=\"https://y.fr/\" rel=\"nofollow\">ici</a></p>]]></description>"
    )
    #expect(lines.last == "Voir [là](https://y.fr/) ou [ici](https://y.fr/)")
  }
}
