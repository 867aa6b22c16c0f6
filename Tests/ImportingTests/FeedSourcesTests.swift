import Building
import Foundation
import Testing

@testable import Importing

/// Feeds as programs give them out: what is no text of a volunteer's in them is left out, what is one is kept whole.
@Suite struct FeedSourcesTests {
  /// What is written, by path and without its sign of origin, and what is left to do.
  private func imported(_ source: String) async throws -> (texts: [String: String], outcome: ImportOutcome) {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(source))
    #expect(outcome.check.errors == 0)
    let texts = outcome.written.map { file in
      let lines = (project.files[file.path] ?? "").split(separator: "\n")
      return (
        file.path, lines.filter { $0 != "---" && !$0.hasPrefix("# Importé") }.joined(separator: "\n")
      )
    }
    return (Dictionary(uniqueKeysWithValues: texts), outcome)
  }

  private func leftOut(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.leftOut.map { ($0.noun.plural, $0.count) })
  }

  // MARK: Blogger

  private static func post(
    _ number: Int, _ kind: String, _ title: String, _ html: String, _ more: String = ""
  ) -> String {
    """
    <entry><id>tag:blogger.com,1999:blog-77.post-\(number)</id><published>2023-05-0\(number)T10:00:00.000+02:00</published>
    <category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#\(kind)'/>
    <title type='text'>\(title)</title><content type='html'>\(html.replacing("<", with: "&lt;"))</content>
    <link rel='self' type='application/atom+xml' href='https://www.blogger.com/feeds/77/posts/default/\(number)'/>\(more)
    <author><name>Marie</name><email>noreply@blogger.com</email></author></entry>
    """
  }

  @Test func `an archive of Blogger gives posts, pages and drafts, and no person`() async throws {
    let label = "<category scheme='http://www.blogger.com/atom/ns#' term='Vie du lieu'/>"
    func page(_ path: String) -> String {
      "<link rel='alternate' type='text/html' href='https://jardins.blogspot.com/\(path)'/>"
    }
    let (texts, outcome) = try await imported(
      """
      <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'
        xmlns:thr='http://purl.org/syndication/thread/1.0' xmlns:app='http://purl.org/atom/app#'>
      <id>tag:blogger.com,1999:blog-77.archive</id><title>Les jardins</title>
      <link rel='alternate' type='text/html' href='https://jardins.blogspot.com/'/>
      \(Self.post(1, "template", "Template: Les jardins", "<b:skin/>"))
      \(Self.post(2, "settings", "The list of administrators' emails for the blog.", "marie@exemple.org"))
      \(Self.post(3, "post", "Fête du compost", "<p>Voir <a href=\"https://jardins.blogspot.fr/2023/05/avant.html\">avant</a>.</p>", label + page("2023/05/fete.html")))
      \(Self.post(4, "post", "", "<p>Un matin de brume.</p>", page("2023/05/avant.html")))
      \(Self.post(5, "post", "Secret", "<p>Chut.</p>", "<app:control><app:draft>yes</app:draft></app:control>"))
      \(Self.post(6, "comment", "Bravo", "Bravo, dit Paul.", page("2023/05/fete.html?showComment=1#c6")))
      \(Self.post(7, "post", "Re", "Merci, dit Lise.", "<thr:in-reply-to ref='tag:blogger.com,1999:blog-77.post-3'/>"))
      \(Self.post(8, "page", "Nous écrire", "<p>12 rue des Lilas</p>", page("p/nous-ecrire.html")))
      </feed>
      """)
    #expect(
      texts == [
        "Content/nouvelles/2023-05-fete-du-compost.md": """
        titre: Fête du compost
        date: 2023-05-03
        etiquettes:
          - Vie du lieu
        alias:
          - /2023/05/fete.html
        Voir [avant](2023-05-un-matin-de-brume.md).
        """,
        "Content/nouvelles/2023-05-un-matin-de-brume.md": """
        titre: Un matin de brume
        date: 2023-05-04
        alias:
          - /2023/05/avant.html
        Un matin de brume.
        """,
        "Content/nouvelles/2023-05-secret.md": """
        titre: Secret
        date: 2023-05-05
        # Brouillon : il n’était pas publié sur l’ancien site.
        brouillon: oui
        Chut.
        """,
        "Content/pages/nous-ecrire.md": """
        titre: Nous écrire
        alias:
          - /p/nous-ecrire.html
        12 rue des Lilas
        """,
      ])
    #expect(leftOut(outcome) == ["commentaires": 2, "réglages de l’ancien site": 2, "noms d’auteurs": 4])
    #expect(outcome.remarks.filter { $0.code == "import-title-made" }.count == 1)
    #expect(outcome.redirections.map(\.from) == ["/search/label/Vie%20du%20lieu", "/feeds/posts/default"])
  }

  /// An entry as Takeout gives it (2025), which has no address but its path.
  private static func takeout(_ number: Int, _ type: String, _ state: String, _ title: String, _ more: String) -> String
  {
    """
    <entry><id>tag:blogger.com,1999:blog-9.post-\(number)</id><blogger:type>\(type)</blogger:type>
    <blogger:status>\(state)</blogger:status><author><name>M</name><blogger:type>BLOGGER</blogger:type></author>
    <title>\(title)</title><published>2023-01-0\(number)T10:00:00Z</published>\(more)</entry>
    """
  }

  @Test func `what Takeout gives of Blogger has paths, states and what was thrown away`() async throws {
    let (texts, outcome) = try await imported(
      """
      <?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'
        xmlns:blogger='http://schemas.google.com/blogger/2018'><id>tag:blogger.com,1999:blog-9</id>
      \(Self.takeout(1, "POST", "LIVE", "Soupe", """
        <content type='html'>&lt;p&gt;Voir &lt;a href="https://www.jardins.fr/2023/01/deux.html"&gt;la suite&lt;/a&gt;.&lt;/p&gt;</content>
        <blogger:metaDescription>Une soupe.</blogger:metaDescription><blogger:filename>/2023/01/soupe.html</blogger:filename><blogger:trashed/>
        """))
      \(Self.takeout(2, "POST", "LIVE", "Deux", "<content>La suite.</content><blogger:filename>/2023/01/deux.html</blogger:filename>"))
      \(Self.takeout(3, "POST", "DRAFT", "Secret", "<content>Chut.</content><blogger:filename/>"))
      \(Self.takeout(4, "POST", "SOFT_TRASHED", "Jeté", "<content>Poubelle.</content>"))
      \(Self.takeout(5, "COMMENT", "LIVE", "", "<content>Miam !</content>"))
      \(Self.takeout(6, "POST", "SCHEDULED", "Demain", "<content>Bientôt.</content>"))
      \(Self.takeout(7, "PAGE", "LIVE", "Contact", "<content>Écrire.</content><blogger:filename>/p/contact.html</blogger:filename>"))
      </feed>
      """)
    #expect(
      texts == [
        "Content/nouvelles/2023-01-soupe.md": """
        titre: Soupe
        date: 2023-01-01
        resume: Une soupe.
        alias:
          - /2023/01/soupe.html
        Voir [la suite](2023-01-deux.md).
        """,
        "Content/nouvelles/2023-01-deux.md": """
        titre: Deux
        date: 2023-01-02
        alias:
          - /2023/01/deux.html
        La suite.
        """,
        "Content/nouvelles/2023-01-secret.md": """
        titre: Secret
        date: 2023-01-03
        # Brouillon : il n’était pas publié sur l’ancien site.
        brouillon: oui
        Chut.
        """,
        "Content/nouvelles/2023-01-demain.md": """
        titre: Demain
        date: 2023-01-06
        publier_le: 2023-01-06 11:00
        Bientôt.
        """,
        "Content/pages/contact.md": """
        titre: Contact
        alias:
          - /p/contact.html
        Écrire.
        """,
      ])
    #expect(leftOut(outcome) == ["commentaires": 1, "textes à la corbeille": 1, "noms d’auteurs": 5])
  }

  @Test func `the folder of Takeout gives its blog, and not its look`() async throws {
    let project = try ImportProject()
    func feed(_ title: String) -> String {
      """
      <feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
      \(Self.takeout(1, "POST", "LIVE", title, "<content>Miam.</content>"))</feed>
      """
    }
    try project.folder.write(feed("Soupe"), to: "source/Takeout/Blogger/Blogs/Jardins/feed.atom")
    try project.folder.write(
      "<html><body>look</body></html>", to: "source/Takeout/Blogger/Blogs/Jardins/theme-classic.html")
    try await project.run(project.root + "/source")
    #expect(project.files.keys.filter { $0.hasPrefix("Content/") } == ["Content/nouvelles/2023-01-soupe.md"])
    try project.folder.write(feed("Pain"), to: "source/Takeout/Blogger/Blogs/Pain/feed.atom")
    let fault = await #expect(throws: Fault.self) { try await project.run(project.root + "/source") }
    #expect(fault?.hint?.contains("Blogs/Pain/feed.atom") == true)
  }

  @Test(arguments: [
    (
      """
      <div class="separator"><a href="https://x.googleusercontent.com/img/b/A/s4032/IMG_1.jpg" imageanchor="1"><img alt="Le bac" src="https://x.googleusercontent.com/img/b/A/s320/IMG_1.jpg"></a></div>
      """, "![Le bac](https://x.googleusercontent.com/img/b/A/s4032/IMG_1.jpg)"
    ),
    (
      """
      <a href="https://x.googleusercontent.com/img/a/AVv=s1024"><img alt="Le bac" src="https://x.googleusercontent.com/img/a/AVv=s320"></a>
      """, "![Le bac](https://x.googleusercontent.com/img/a/AVv%3Ds1024)"
    ),
    (
      """
      <table class="tr-caption-container"><tbody><tr><td><img src="https://x.fr/bac.jpg"></td></tr><tr><td class="tr-caption">Le bac neuf</td></tr></tbody></table>
      """, "![Le bac neuf](https://x.fr/bac.jpg \"Le bac neuf\")"
    ),
  ]) func `pictures of Blogger are had in their full size, with their captions`(html: String, text: String) async throws
  {
    let (texts, _) = try await imported(
      """
      <?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom'>
      \(Self.post(1, "post", "Le bac", html.replacing("&", with: "&amp;")))</feed>
      """)
    #expect(texts.values.first?.split(separator: "\n").last == text[...])
  }

  // MARK: Others

  private static func feed(_ item: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
      xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Tiers-lieu</title><link>https://x.fr/</link><item>\(item)<link>https://x.fr/1</link>
    <pubDate>Thu, 05 Feb 2026 10:00:00 +0000</pubDate></item></channel></rss>
    """
  }

  /// The text of an item, and which files it has besides are to be fetched.
  @Test(arguments: [
    // Mastodon: no title, the picture beside the text.
    (
      """
      <description>&lt;p&gt;Atelier vélo. Venez !&lt;/p&gt;</description>
      <media:content url="https://x.fr/1.jpg" type="image/jpeg" medium="image"><media:rating>nonadult</media:rating><media:description type="plain">Un vélo</media:description></media:content>
      """, "Atelier vélo. Venez !", ["https://x.fr/1.jpg"]
    ),
    // WordPress.com: the face of the author is none of the text.
    (
      """
      <title>Vélo</title><description>Résumé</description><content:encoded>&lt;p&gt;Tout.&lt;/p&gt;</content:encoded>
      <media:content url="https://1.gravatar.com/avatar/a" medium="image"><media:title type="html">marie</media:title></media:content>
      """, "Tout.", []
    ),
    // A picture in several sizes, and another.
    (
      """
      <title>Vélo</title><description>Voyez.</description>
      <media:content url="https://x.fr/1.jpg?width=140" type="image/jpeg"/><media:content url="https://x.fr/1.jpg?width=460" type="image/jpeg"/>
      <media:content url="https://x.fr/1-300x200.jpg" type="image/jpeg"/><media:content url="https://x.fr/2.jpg" type="image/jpeg"/>
      """, "Voyez.\n![](https://x.fr/2.jpg)", ["https://x.fr/2.jpg", "https://x.fr/1.jpg"]
    ),
    // A podcast: its own summary and title are none of the feed's.
    (
      """
      <itunes:title>Épisode</itunes:title><itunes:summary>Autre.</itunes:summary><title>Vélo</title><description>Écoutez.</description>
      <enclosure url="https://x.fr/1.mp3" length="1" type="audio/mpeg"/>
      """, "Écoutez.\n[Écouter sur x.fr](https://x.fr/1.mp3)", []
    ),
    // A document.
    (
      """
      <title>Vélo</title><description>Lisez.</description><enclosure url="https://y.fr/le%20plan.pdf" type="application/pdf"/>
      """, "Lisez.\n[le plan.pdf](https://y.fr/le%20plan.pdf)", []
    ),
    // Of a film in several sizes, one; and a picture that the text shows already is none besides.
    (
      """
      <title>Vélo</title><description>&lt;p&gt;Voyez.&lt;/p&gt;&lt;img src="https://x.fr/1.jpg" alt="Un vélo"&gt;</description>
      <enclosure url="https://x.fr/1-150x150.jpg" type="image/jpeg"/>
      <media:group><media:content url="https://x.fr/1080.mp4" type="video/mp4"/><media:content url="https://x.fr/480.mp4" type="video/mp4"/></media:group>
      """, "Voyez.\n![Un vélo](https://x.fr/1.jpg)\n[Voir la vidéo sur x.fr](https://x.fr/1080.mp4)",
      ["https://x.fr/1.jpg"]
    ),
  ]) func `what other modules call by the same names is no text, and what stands beside a text is kept`(
    item: String, text: String, pictures: [String]
  ) async throws {
    let (texts, outcome) = try await imported(Self.feed(item))
    let file = try #require(texts.values.first)
    #expect(file.hasSuffix("\n" + text), "\(file)")
    #expect(outcome.missing.filter { $0.hasSuffix("jpg") || $0.contains("gravatar") }.sorted() == pictures.sorted())
  }

  @Test func `elements of Atom within RSS are understood`() async throws {
    let (texts, _) = try await imported(
      """
      <rss version="2.0" xmlns:a10="http://www.w3.org/2005/Atom"><channel><link>https://x.fr/</link><item><title>Vélo</title>
      <link>https://x.fr/1</link><a10:updated>2026-02-05T10:00:00Z</a10:updated><description>Résumé</description>
      <a10:content type="html">&lt;p&gt;Tout.&lt;/p&gt;</a10:content></item></channel></rss>
      """)
    #expect(texts.values.first == "titre: Vélo\ndate: 2026-02-05\nresume: Résumé\nalias:\n  - '/1'\nTout.")
  }

  @Test func `a text without a title is called by its first words, wherever it comes from`() async throws {
    let words =
      "Nous vous attendons nombreuses et nombreux samedi matin devant la halle du marché pour fêter le printemps."
    let (texts, _) = try await imported(Self.feed("<description>\(words)</description>"))
    #expect(
      texts.values.first?.hasPrefix("titre: Nous vous attendons nombreuses et nombreux samedi matin…\n") == true)
    let (posts, _) = try await imported(
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><wp:base_blog_url>https://x.fr</wp:base_blog_url><item><title></title><link>https://x.fr/?p=1</link>
      <content:encoded><![CDATA[<p>Bonjour,</p><p>Le <b>four</b> est réparé.</p>]]></content:encoded><wp:post_id>1</wp:post_id>
      <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2026-02-05 10:00:00</wp:post_date></item></channel></rss>
      """)
    #expect(posts.keys.first == "Content/nouvelles/2026-02-le-four-est-repare.md")
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", "\u{FEFF}<?xml version=\"1.0\"?><!-- fait à la main -->", "",
  ])
  func `names of signs that a feed borrows from HTML are the signs`(beginning: String) async throws {
    let (texts, _) = try await imported(
      beginning + """
        <rss version="2.0"><channel><title>Le four</title><link>https://four.exemple.org/</link>
        <item><title>La f&ecirc;te&nbsp;: &foo; &amp; bilan</title><link>https://four.exemple.org/a</link>
        <pubDate>Thu, 05 Mar 2026 10:00:00 +0100</pubDate><description>Apr&egrave;s &lt;b&gt;tout&lt;/b&gt;.</description></item>
        </channel></rss>
        """)
    let text = try #require(texts.values.first)
    #expect(text.contains("La fête : &foo; & bilan\n"), "\(text)")
    #expect(text.contains("\nAprès **tout**."), "\(text)")
  }
}
