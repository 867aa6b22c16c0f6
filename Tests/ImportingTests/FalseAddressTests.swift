import Markup
import Testing

@testable import Importing

/// Words that the notation makes a link of where the reader takes none: an import would write a file that does not build.
@Suite struct FalseAddressTests {
  private static let long = String(repeating: "a", count: 70)

  /// Words and what is written of them.
  static let cases: [(words: String, markdown: String)] =
    [
      "a..b@exemple.org", ".a@exemple.org", "a.@exemple.org", "a@\(long).fr", "\(long)@exemple.org", "a@-exemple.fr",
      "a@exemple-.fr", "a_@b_.fr", "a@" + String(repeating: "abcdefgh.", count: 28) + "fr", "xmpp:a@exemple.org",
      "xmpp:a@exemple.org/b", "mailto:a..b@exemple.org",
    ].map { ($0, "`\($0)`") } + [
      ("ftp://exemple.org/a", #"ftp\://exemple.org/a"#), ("FTP://exemple.org", #"FTP\://exemple.org"#),
      ("a@exemple.org", "a@exemple.org"), ("mailto:a@exemple.org", "mailto:a@exemple.org"),
      ("https://exemple.org/a_b", "https://exemple.org/a_b"), ("HTTP://Exemple.org", "HTTP://Exemple.org"),
      ("a..b@exemple", "a..b@exemple"), ("a@é.fr", "a@é.fr"),
    ]

  @Test(arguments: cases)
  func `words of a page are no link that is refused`(words: String, markdown: String) {
    for (around, isHeading) in [(("<p>Un ", " deux</p>"), false), (("<h2>Un ", " deux</h2>"), true)] {
      let document = HTMLText.document(around.0 + words + around.1, HTMLTextOptions()).document
      let proved = ProvedMarkdown(document, place: HTMLTextOptions().place)
      #expect(proved.text == (isHeading ? "## " : "") + "Un \(markdown) deux\n")
      #expect(proved.remarks.map(\.code) == (markdown.hasPrefix("`") ? ["import-link-refused"] : []))
      #expect(ProvedMarkdown.isRead(proved.text, as: document) == proved.remarks.isEmpty)
    }
  }

  @Test(arguments: cases)
  func `words of a folder are no link that is refused`(words: String, markdown: String) async throws {
    let project = try ImportProject()
    try project.folder.write("title = \"Essai\"\n", to: "source/hugo.toml")
    try project.folder.write(
      """
      ---
      title: Un billet
      date: 2021-01-02
      ---
      Un \(words) deux *\(words)* trois[^1], **x[^2]** et https://exemple.org/.

      | \(words) | b |
      | --- | --- |
      | 1 | 2 |

      [^1]: Note \(words) ici.

      [^2]: x

      """, to: "source/content/post/essai.md")
    let outcome = try await project.run(project.root + "/source")
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let text = try #require(project.files["Content/nouvelles/2021-01-essai.md"])
    #expect(text.contains("Un \(markdown) deux *\(markdown)* trois[^1], **x[^2]**") || markdown == words, "\(text)")
    #expect(text.contains("[^1]: Note \(markdown) ici.") || markdown == words, "\(text)")
    // For each of the four once.
    #expect(outcome.remarks.count { $0.code == "import-link-refused" } == (markdown == words ? 0 : 4))
  }

  @Test func `an address beside words that only look like one stays a link`() {
    let document = HTMLText.document("<p>a..b@exemple.org ou b@exemple.org</p>", HTMLTextOptions()).document
    let proved = ProvedMarkdown(document, place: HTMLTextOptions().place)
    #expect(proved.text == "`a..b@exemple.org` ou b@exemple.org\n")
  }

  @Test func `a block that needs more care keeps its notes`() {
    // Signs of another notation are only read without a remark where each stands behind a backslash.
    let document = Document(
      blocks: [
        .paragraph([.text("Un"), .footnoteReference(number: 1, occurrence: 1), .text(" a..b@exemple.org")]),
        .paragraph([
          .text("Puis ==x== d..e@exemple.org"),
          .footnoteReference(number: 2, occurrence: 1), .text(" fin"),
        ]),
      ],
      footnotes: [
        Footnote(number: 1, references: 1, blocks: [.paragraph([.text("c..d@exemple.org")])]),
        Footnote(number: 2, references: 1, blocks: [.paragraph([.text("Deux")])]),
      ])
    let proved = ProvedMarkdown(document, place: HTMLTextOptions().place)
    #expect(proved.text.contains(#"Puis \=\=x\=\= `d..e@exemple.org`[^2] fin"#), "\(proved.text)")
    #expect(proved.text.contains("[^1]: `c..d@exemple.org`") && proved.text.contains("[^2]: Deux"), "\(proved.text)")
    #expect(proved.text.contains("Un[^1] `a..b@exemple.org`"), "\(proved.text)")
  }

  @Test func `links and pictures in the notes of a folder lead to where they are now`() async throws {
    let project = try ImportProject()
    try project.folder.write("title = \"Essai\"\n", to: "source/hugo.toml")
    for (name, text) in [
      ("un", "Voir[^1] et[^2].\n\n[^1]: Le [second](/post/deux/).\n\n[^2]: <b>Le</b> [second](deux.md).\n"),
      ("deux", "Fin."),
    ] {
      try project.folder.write(
        "---\ntitle: \(name)\ndate: 2021-01-02\n---\n\(text)", to: "source/content/post/\(name).md")
    }
    let outcome = try await project.run(project.root + "/source")
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let text = try #require(project.files["Content/nouvelles/2021-01-un.md"])
    #expect(text.contains("[^1]: Le [second](2021-01-deux.md)."), "\(text)")
    #expect(text.contains("[^2]: **Le** [second](2021-01-deux.md)."), "\(text)")
  }
}
