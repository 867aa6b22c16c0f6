import Markdown
import Markup
import Testing

@Suite struct PlainTextTests {
  private func plain(_ markdown: String, width: Int? = 40) throws -> String {
    PlainTextRenderer(width: width, link: { "https://x.fr" + $0 }).render(try MarkdownParser().parse(markdown))
  }

  @Test(arguments: [
    ("# Été\n\n## Deux\n\n### Trois", "Été\n===\n\nDeux\n----\n\nTrois\n....."),
    ("un deux trois quatre cinq six sept huit neuf", "un deux trois quatre cinq six sept huit\nneuf"),
    ("un deux trois quatre cinq six sept huit\u{A0}!", "un deux trois quatre cinq six sept\nhuit\u{A0}!"),
    ("éééééééééé éééééééééé éééééééééé éééééééé", "éééééééééé éééééééééé éééééééééé\néééééééé"),
    ("a\nb  \nc", "a b\nc"), ("a&#1;\u{1B}b\n\n    \u{1}c", "ab\n\n    c"),
    ("- a\n- b\n  - c\n- [ ] d\n- [x] e", "- a\n- b\n  - c\n- ☐ d\n- ☑ e"),
    ("9. a\n\n10. b\n\n    c", "9. a\n\n10. b\n\n    c"),
    ("> a\n>\n> b", "> a\n>\n> b"),
    ("    x  y\n\n    z", "    x  y\n\n    z"),
    ("[texte](https://a.fr/b) fin", "texte <https://a.fr/b> fin"),
    ("https://a.fr/b <a@b.fr> [a@b.fr](mailto:a@b.fr) www.z.fr", "https://a.fr/b a@b.fr a@b.fr\nhttp://www.z.fr"),
    ("[a](#b) [c](javascript:x)", "a c"),
    (
      "mot [lien](https://exemple.fr/une/adresse/bien/trop/longue/pour/la/ligne)",
      "mot lien\n<https://exemple.fr/une/adresse/bien/trop/longue/pour/la/ligne>"
    ),
    (
      "| Lieu | Jour | |\n|-|-|-|\n| **L'Atelier** | lundi | x |\n| Mairie | | |",
      "Lieu\u{A0}: L'Atelier\nJour\u{A0}: lundi\nx\n\nLieu\u{A0}: Mairie"
    ),
    ("a[^1].\n\n[^1]: b", "a\u{A0}(note\u{A0}1).\n\nNote 1. b"),
    ("<b>x</b>\n\n<div>\n</div>\n\n---\n\n![photo](a.png)", "x\n\n* * *\n\nphoto"), ("", ""), ("-", "-"),
    ("L’entrée est ~~gratuite~~ à 5 €, ~~samedi~~.", "L’entrée est à 5 €."),
    ("~~Gratuit~~, puis payant", "puis payant"),
    ("(~~oui~~) non", "non"), ("Il dit «\u{A0}~~oui~~\u{A0}» et part", "Il dit et part"),
    ("- ~~pain~~\n- sel", "- sel"), ("1. ~~un~~\n2. deux", "2. deux"), ("~~tout~~", ""),
  ])
  func `plain text`(markdown: String, expected: String) throws {
    #expect(try plain(markdown) == expected)
  }

  @Test func `no line is wider than asked for`() throws {
    let text = String(repeating: "> - mot après mot, et une note d’été\n>   1. encore\n>\n", count: 30)
    for width in [20, 40, 72] {
      for line in try plain(text, width: width).split(separator: "\n") { #expect(line.count <= width) }
    }
  }

  @Test func `search takes all that can be read`() throws {
    let document = try MarkdownParser().parse(
      "# T\n\n<b></b>\n\nUn [deux](x) *trois*\nquatre.\n\n- cinq\n\n|a|\n|-|\n|b|\n\n`c`[^1]\n\n[^1]: d")
    #expect(PlainTextRenderer.text(of: document) == "T\nUn deux trois quatre.\ncinq\na\nb\nc\nd")
  }
}
