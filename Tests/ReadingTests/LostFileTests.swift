import Diagnostics
import Site
import Testing

@testable import Reading

/// Where people put their files, and what they call them: each is published, or reported as an error.
@Suite struct LostFileTests {
  private static let text = "---\ntitre: Essai\ndate: 2026-01-05\n---\nUn texte.\n"

  @Test(arguments: [
    ("nouvelles/2026/a.md", "/nouvelles/a/"), ("nouvelles/2026/janvier/A.MD", "/nouvelles/a/"),
    ("Nouvelles/a.md", "/nouvelles/a/"), ("NOUVELLES/a.Md", "/nouvelles/a/"),
    ("Pages/Projet/Le lieu.MD", "/projet/le-lieu/"),
    ("lieux/paris/a.md", "/lieux/a/"), ("Partenaires/a.md", "/partenaires/a/"),
  ])
  func `a sub-folder and capitals do not show`(path: String, address: String) async throws {
    let matter = path.lowercased().hasPrefix("nouvelles") ? Self.text : "---\ntitre: Essai\n---\nUn texte.\n"
    let result = await (try ContentFixture([path: matter])).read()
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    #expect(result.site?.entries.map { SitePath.entry($0.entry.key).text } == [address])
  }

  @Test func `events keep their sub-folders to themselves, and accents of folders do not count`() async throws {
    let event = "---\ntitre: Essai\ndebut: 2026-07-05\n---\nUn texte.\n"
    for folder in ["evenements", "Evenements", "Événements", "e\u{301}ve\u{301}nements", "evenements/2026/ete"] {
      let result = await (try ContentFixture(["\(folder)/a.md": event])).read()
      #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
      #expect(result.site?.events.map(\.entry.key.slug) == ["a"])
    }
  }

  @Test(arguments: [
    "nouvelles/brouillons/a.md", "nouvelles/Drafts/a.md", "nouvelles/2026/brouillon/a.md", "pages/brouillons/a.md",
  ])
  func `a folder for drafts holds drafts`(path: String) async throws {
    let fixture = try ContentFixture([path: Self.text])
    let result = await fixture.read()
    #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(result.site?.entries.isEmpty == true)
    #expect(result.heldBack.map(\.reason) == [.draft])
  }

  @Test func `of two in different sub-folders that would share an address both are named`() async throws {
    let result = await (try ContentFixture(["nouvelles/2025/a.md": Self.text, "nouvelles/2026/a.md": Self.text])).read()
    let error = result.diagnostics.first { $0.code == "same-address" }
    #expect(error?.message.contains("Content/nouvelles/2025/a.md") == true)
    #expect(error?.place?.file == "Content/nouvelles/2026/a.md")
  }

  @Test(arguments: [
    "nouvelles/a", "nouvelles/2026-01-rentree", "nouvelles/a.md.txt", "nouvelles/a.txt", "nouvelles/a.markdown",
    "nouvelles/a.mdx", "nouvelles/a.md (copie)", "nouvelles/2026/a", "evenements/a.m", "pages/projet/a",
    "nouvelles/a.yml",
  ])
  func `a text with a front matter under another ending is an error`(path: String) async throws {
    let result = await (try ContentFixture([path: Self.text])).read()
    #expect(result.diagnostics.map(\.code) == ["entry-with-other-ending"])
    #expect(result.diagnostics.first?.severity == .error && result.diagnostics.first?.place?.file == "Content/" + path)
  }

  @Test(arguments: [
    "actualites/a.md", "nouvelle/a.md", "Events/a.md", "agenda/a.md", "articles/2026/a.md", "page/a.md", "lieu/a.md",
    "newsletter/a.md",
  ])
  func `a folder that is almost one of ours is an error`(path: String) async throws {
    let result = await (try ContentFixture([path: Self.text])).read()
    #expect(result.diagnostics.map(\.code) == ["wrong-folder"])
  }

  @Test(arguments: ["docx", "odt", "rst", "html", "DOC", "rtf", "pages", "adoc"])
  func `a text of another program to which nothing leads is an error`(ending: String) async throws {
    let result = await (try ContentFixture(["nouvelles/a.\(ending)": "x"])).read()
    #expect(result.diagnostics.map(\.code) == ["lost-manuscript"])
    // Beside the entries it is nobody's.
    let apart = await (try ContentFixture(["documents/a.\(ending)": "x", "a.\(ending)": "x"])).read()
    #expect(apart.diagnostics.isEmpty)
  }

  @Test func `a document that an entry leads to is none, be it a draft`() async throws {
    for line in ["", "brouillon: oui\n"] {
      let files = [
        "nouvelles/a.md": "---\ntitre: A\ndate: 2026-01-05\n\(line)---\n[Le dossier](Le%20dossier.odt)\n",
        "nouvelles/Le dossier.odt": "x",
      ]
      let result = await (try ContentFixture(files)).read()
      #expect(!result.diagnostics.contains { $0.code == "lost-manuscript" })
    }
  }

  @Test(arguments: [
    "nouvelles/a.md~", "nouvelles/a.md.bak", "nouvelles/a.md.orig", "nouvelles/.a.md.swp", "nouvelles/_modele",
    "nouvelles/LISEZMOI.md", "nouvelles/photo.jpg", "documents/a",
  ])
  func `what editors leave behind and what is no text is left alone`(path: String) async throws {
    let result = await (try ContentFixture([path: Self.text])).read()
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  }

  @Test func `an entry in a sub-folder is found by name, folder and path`() async throws {
    let files = [
      "evenements/2026/bal.md": "---\ntitre: Le bal\ndebut: 2026-07-05\n---\nUn texte.\n",
      "nouvelles/2026/a.md": """
      ---
      titre: A
      date: 2026-01-05
      evenements: [bal, evenements/bal, ../evenements/2026/bal.md]
      ---
      [ici](../../evenements/2026/bal.md)
      """,
    ]
    let result = await (try ContentFixture(files)).read()
    #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty, "\(result.diagnostics.map(\.message))")
    #expect(result.site?.news.first?.events == [EntryKey(kind: .event, slug: "bal")])
  }
}
