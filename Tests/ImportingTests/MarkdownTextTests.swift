import Testing

@testable import Importing

/// Markdown as other programs and editors write it, and what is made of it. Each case is read back to the same tree.
@Suite struct MarkdownTextTests {
  static let cases: [(markdown: String, written: String, remarks: [String])] = [
    // Editors that show the text as it will be write spaces at the ends of marks as references.
    ("Un **mot&#x20;**&#x64;e plus", "Un **mot** de plus", []),
    ("un&#x65;**&#x20;note** **globale**", "une **note** **globale**", []),
    ("**Tout d&#x65;*&#x20;***&#x73;uite", "**Tout de** suite", []),
    ("*a&#x20;*&#x62; ~~c&#xA0;~~&#x64;", "*a* b ~~c~~\u{A0}d", []),
    ("**le [site](https://exemple.org/)&#x20;**, l’outil", "**le [site](https://exemple.org/)** , l’outil", []),
    ("- **15 %&#x20;**&#x64;es postes", "- **15 %** des postes", []),
    ("| **a&#x20;** | b |\n| --- | --- |\n| *c&#x20;* | d |", "| **a** | b |\n| --- | --- |\n| *c* | d |", []),
    ("Un\n\u{A0}\n\nDeux", "Un\n\nDeux", []), ("Un **mot\n&#x20;**&#x64;e plus", "Un **mot** de plus", []),
    ("Un\n\n\u{A0}\n\nDeux", "Un\n\nDeux", []),
    // Signs of other programs at the starts of lines are lists.
    ("•\tUn\n\n•\tDeux", "- Un\n- Deux", []),
    ("Voici :\n•\tun,\n•\tdeux.", "Voici :\n\n- un,\n- deux.", []),
    ("Voici :\n    • un,\n    • deux.", "Voici :\n\n- un,\n- deux.", []),
    ("●\u{A0}**Un** de plus\\\n●\u{A0}Deux", "- **Un** de plus\n- Deux", []),
    ("Un\ndeux", "Un\ndeux", []),
    ("Un\n\\- deux\n\\- trois", "Un\n\\- deux\n\\- trois", []),
    // A link that was to be filled in leads nowhere.
    ("Voir [https://exemple.org/a]()", "Voir https://exemple.org/a", ["link-refused"]),
    ("Voir [https://exemple.org/a ]().", "Voir https://exemple.org/a .", ["link-refused"]),
    ("Voir [ici](< >) ou là", "Voir ici ou là", ["link-refused"]),
    // The names of headings are written in other ways elsewhere.
    ("[a](#un-réseau)\n\n## Un réseau", "[a](#un-reseau)\n\n## Un réseau", []),
    ("[a](#un-r%C3%A9seau)\n\n## Un réseau", "[a](#un-reseau)\n\n## Un réseau", []),
    ("[a](#autre)\n\n## Un réseau", "a\n\n## Un réseau", ["fragment"]),
    // Notes that are explained before the text goes on.
    (
      "Un[^a].\n\n[^a]: A[^b].\n\n[^b]: B.\n\nDeux[^c].\n\n[^c]: C.",
      "Un[^a].\n\nDeux[^c].\n\n[^a]: A[^b].\n\n[^c]: C.\n\n[^b]: B.", []
    ),
    ("Un[^a].\n\n[^a]: A.\n\n[^b]: Deux\n  mots.", "Un[^a].\n\n[^a]: A.", ["unused-note"]),
    ("```\n[^b]: Deux\n```", "```\n[^b]: Deux\n```", []),
    ("Un[^a].\n\n[^a]: A.\n\n## Fin", "Un[^a].\n\n## Fin\n\n[^a]: A.", []),
  ]

  @Test(arguments: cases)
  func `Markdown of other programs becomes ours`(markdown: String, written: String, remarks: [String]) async throws {
    let project = try ImportProject()
    try project.folder.write("title = \"Essai\"\n", to: "source/hugo.toml")
    try project.folder.write(
      "---\ntitle: Le titre\ndate: 2021-01-02\n---\n\(markdown)\n", to: "source/content/post/essai.md")
    let outcome = try await project.run(project.root + "/source")
    #expect(outcome.check.errors == 0)
    let text = try #require(project.files["Content/nouvelles/2021-01-essai.md"])
    #expect(text.firstRange(of: "\n---\n").map { text[$0.upperBound...] } ?? "" == written + "\n")
    #expect(outcome.remarks.map(\.code) == remarks.map { "import-" + $0 })
  }
}
