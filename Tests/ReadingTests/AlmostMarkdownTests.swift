import Diagnostics
import Markdown
import Testing

@testable import Reading

/// Signs in texts that were meant as notation.
@Suite struct AlmostMarkdownTests {
  private static func slips(_ body: String) throws -> [Diagnostic] {
    let source = SourceText(path: "a.md", bytes: Array(body.utf8))
    let reading = try MarkdownParser().read(utf8: source.bytes)
    return ProseReader.diagnostics(of: reading, in: source, firstLine: 1)
  }

  /// The text with what is advised done.
  private static func mended(_ body: String) throws -> String {
    var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let source = SourceText(path: "a.md", bytes: Array(body.utf8))
    for diagnostic in try slips(body).reversed() {
      guard let place = diagnostic.place, let fix = diagnostic.fix, fix.scope == .marked else { continue }
      let report = DiagnosticReport([diagnostic], sources: ["a.md": source])
      // Of two on one line the last is done.
      if lines[place.line - 1] == source.line(place.line) {
        lines[place.line - 1] = report.lines(of: fix, for: diagnostic).joined()
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: [
    ("Voir [le bal](../evenements/bal des saules.md) ici", "Voir [le bal](<../evenements/bal des saules.md>) ici"),
    ("![La table](Photo de la table.png)", "![La table](<Photo de la table.png>)"),
    ("![La table](La table.png \"Une table\")", "![La table](<La table.png> \"Une table\")"),
    ("[ici] (https://exemple.org)", "[ici](https://exemple.org)"), ("[ici] (../a.md)", "[ici](../a.md)"),
    ("(ici)[https://exemple.org]", "[ici](https://exemple.org)"), ("Un (lien)[a.md].", "Un [lien](a.md)."),
    ("(ici)[../nouvelles/a.md]", "[ici](../nouvelles/a.md)"),
    ("[ici]{https://exemple.org}", "[ici](https://exemple.org)"),
    (
      "[ok](https://exemple.org) puis [ici] (https://exemple.org/b)",
      "[ok](https://exemple.org) puis [ici](https://exemple.org/b)"
    ),
    ("le [programme] (programme.pdf)", "le [programme](programme.pdf)"),
    ("![affiche] (affiche.png)", "![affiche](affiche.png)"),
    ("- voir [a](b c.md)", "- voir [a](<b c.md>)"), ("> voir [a](b c.md)", "> voir [a](<b c.md>)"),
    ("| a |\n|---|\n| [a](b c.md) |", "| a |\n|---|\n| [a](<b c.md>) |"),
  ])
  func `a link that is none is an error with the link to write`(body: String, mended: String) throws {
    let found = try Self.slips(body)
    #expect(found.map(\.code) == ["almost-link"] && found.first?.severity == .error, "\(found.map(\.message))")
    #expect(try Self.mended(body) == mended)
    #expect(try Self.slips(mended).isEmpty)
  }

  @Test(arguments: ["[le site](https://exemple.org", "[le bal](bal des saules", "[x](a b.md \"c"])
  func `a link that is not closed is an error`(body: String) throws {
    #expect(try Self.slips(body).map(\.code) == ["almost-link"])
  }

  @Test(arguments: [
    ("##Le soir", "heading-without-space", "## Le soir"),
    ("###Le soir et après", "heading-without-space", "### Le soir et après"),
    ("-un\n-deux", "item-without-space", "- un\n- deux"),
    ("Apportez :\n-un pull\n-une lampe", "item-without-space", "Apportez :\n- un pull\n- une lampe"),
    ("1.Venir\n2.Manger", "item-without-space", "1. Venir\n2. Manger"),
    ("*un\n*deux", "item-without-space", "- un\n- deux"),
    ("• des dés\n• des cartes", "bullet-sign", "- des dés\n- des cartes"), ("•\tdes dés", "bullet-sign", "- des dés"),
    ("\u{F0B7} des dés", "bullet-sign", "- des dés"), ("◦des dés", "bullet-sign", "- des dés"),
    ("C’est ==surligné== ici", "highlight", "C’est **surligné** ici"),
    ("![[photo.jpg]]", "wiki-link", "![photo.jpg](photo.jpg)"),
    ("[[le bal.md|Le bal]]", "wiki-link", "[Le bal](<le bal.md>)"), ("Bravo :tada: !", "emoji-name", "Bravo 🎉 !"),
    (":smile: bonjour", "emoji-name", "😄 bonjour"), ("[ ] à faire", "task-without-dash", "- [ ] à faire"),
    ("**Attention ** : venez", "bold-with-space", "**Attention** : venez"),
    ("** gras **", "bold-with-space", "**gras**"),
    ("[^1] la note", "note-without-colon", "[^1]: la note"),
  ])
  func `what was meant is reported with the line to write`(body: String, code: String, mended: String) throws {
    let found = try Self.slips(body)
    #expect(Set(found.map(\.code)) == [code], "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(try Self.mended(body) == mended)
  }

  @Test(arguments: [
    ("::: note\nAttention\n:::", "foreign-block"), ("!!! note\n    Attention", "foreign-block"), ("$$x^2$$", "formula"),
    ("> [!NOTE]\n> Attention", "callout"), ("> [!note] Titre\n> Attention", "callout"), ("Un mot[^x].", "missing-note"),
    ("Voir [[Le bal]].", "wiki-link"), ("Un texte.\n\n[^perdue]: La note.", "unused-note"),
    ("[TOC]", "table-of-contents"),
    ("Un mot[^1], un autre[^1].\n\n[^1] la note", "note-without-colon"),
    ("| Jour | Heure |\n| Lundi | 14h |", "table-without-rule"),
    ("Jour\tHeure\tLieu\nLundi\t14h\tSalle", "table-of-tabs"),
  ])
  func `what is notation elsewhere is reported`(body: String, code: String) throws {
    let found = try Self.slips(body).map(\.code)
    #expect(Set(found) == [code], "\(found)")
  }

  @Test(arguments: ["Jour\tHeure\nLundi\t14h\nMardi\t15h", "| Jour | Heure |\n| Lundi | 14h |"])
  func `the table to paste is one`(body: String) throws {
    let table = try #require(try Self.slips(body).first?.fix?.replacement)
    guard case .table(let read)? = try MarkdownParser().parse(table).blocks.first else {
      Issue.record("\(table)")
      return
    }
    #expect(read.header.count == 2 && read.rows.count == body.split(separator: "\n").count - 1)
  }

  @Test func `ordinary texts give no alarm`() throws {
    #expect(OrdinaryTexts.all.count > 100)
    for text in OrdinaryTexts.all {
      for body in [text, "Un texte.\n\n" + text + "\n\nUn autre."] {
        let found = try Self.slips(body)
        #expect(found.isEmpty, "\(text): \(found.map(\.message))")
      }
    }
  }

  @Test func `each slip stands at its own place`() throws {
    let body = "`[x] (https://a.org)` et \\[x] (https://a.org) et [x] (https://a.org)"
    let place = try #require(try Self.slips(body).first?.place)
    #expect(try Self.slips(body).count == 1)
    #expect(place.column == 50 && place.length == 19, "\(place)")
  }

  @Test(arguments: [
    ("Voir [x] (https://a.org) et ==f==.", ["highlight", "almost-link"]),
    (
      "Voir [x] (https://a.org), [[halle]], ** b ** et :smile: [^2].",
      ["almost-link", "bold-with-space", "emoji-name", "missing-note", "wiki-link"]
    ),
    ("[a](b c.md) et (x)[https://a.org] avant ==x== et $$a$$", ["almost-link", "almost-link", "formula", "highlight"]),
    ("==a== ==b== ==a==", ["highlight", "highlight", "highlight"]),
  ])
  func `no slip hides another that stands before it`(body: String, codes: [String]) throws {
    let found = try Self.slips(body)
    #expect(found.map(\.code).sorted() == codes.sorted())
    #expect(Set(found.compactMap(\.place)).count == codes.count, "each at its own place")
  }
}
