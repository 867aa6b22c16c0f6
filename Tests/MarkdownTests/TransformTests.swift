import Markdown
import Markup
import Testing

@Suite struct TransformTests {
  private func parse(_ text: String) throws -> Document { try MarkdownParser().parse(text) }

  @Test func `anchors are slugs, each once, in the order of the text`() throws {
    let document = try parse("# L'été à Cœur\n\n> ## A\n\n## A\n\n- ### A\n\n## !\n\n## A-2\n").anchoringHeadings(
      taken: ["menu"])
    #expect(document.headings.map(\.anchor) == ["l-ete-a-coeur", "a", "a-2", "a-3", "section", "a-2-2"])
  }

  @Test func `headings lose their gaps`() throws {
    let document = try parse("# a\n\n### b\n\n###### c\n\n## d")
    #expect(document.levellingHeadings(from: 2).headings.map(\.level) == [2, 3, 4, 3])
  }

  @Test func `pictures that stand alone are figures`() throws {
    let document = try parse("![a](b.png \"Une légende\")\n\n![c](d.png)\n![e](f.png \"g\")\n\ntexte ![h](i.png)")
      .formingFigures()
    guard case .figure(let figure) = document.blocks[0], case .gallery(let figures) = document.blocks[1] else {
      Issue.record("\(document.blocks)")
      return
    }
    #expect(figure.caption == [.text("Une légende")] && figure.image.title.isEmpty && figure.image.alternative == "a")
    #expect(figures.map(\.image.alternative) == ["c", "e"])
    #expect(document.blocks.count == 3 && document.images.count == 4)
    #expect(
      HTMLRenderer().render(document).text.hasPrefix(
        "<figure>\n<img src=\"b.png\" alt=\"a\" decoding=\"async\">\n<figcaption>Une légende</figcaption>\n</figure>\n")
    )
  }

  @Test(arguments: [(500, false), (1600, true)])
  func `a photograph wider than the column opens large, by a plain link`(width: Int, opens: Bool) throws {
    var document = try parse("![Le « quai »](b.png)\n\n![c](d.png)\n![](f.png)").formingFigures()
    let widths = [480, width]
    let variants = [Picture.Variant.Format.webp, .jpeg].flatMap { format in
      widths.map { Picture.Variant(format: format, width: $0, height: $0 / 2, path: "/\($0).\(format.rawValue)") }
    }
    document = document.rewriting(blocks: { block in
      func shown(_ figure: Figure) -> Figure {
        var image = figure.image
        image.picture = Picture(width: width, height: width / 2, variants: variants)
        return Figure(image: image, caption: figure.caption)
      }
      switch block {
      case .figure(let figure): return [.figure(shown(figure))]
      case .gallery(let figures): return [.gallery(figures.map(shown))]
      default: return nil
      }
    })
    let html = HTMLRenderer(link: { "/x" + $0 }).render(document).text
    #expect(html.components(separatedBy: "<a href=\"/x/1600.jpeg\"").count == (opens ? 4 : 1))
    #expect(html.contains("aria-label=\"Voir en grand\u{A0}: Le « quai »\"><picture>") == opens)
    #expect(html.contains("aria-label=\"Voir en grand\"><picture>") == opens)
    #expect(html.components(separatedBy: HTMLRenderer.columnSizes).count == 3)
    #expect(html.components(separatedBy: HTMLRenderer.halfSizes).count == 5)
  }

  @Test func `links and pictures lead elsewhere`() throws {
    let document = try parse("[a](b.md) **[c](d.md)** ![e](f.png)\n\n- [g](b.md)\n\nh[^1]\n\n[^1]: [i](b.md)")
      .mapTargets(
        link: { link in
          guard case .written("b.md") = link.target else { return link.content }
          var link = link
          link.target = .site("/b/")
          return [.link(link)]
        },
        image: { image in
          var image = image
          image.target = .site("/f.png")
          return image
        })
    #expect(document.links.map(\.target) == [.site("/b/"), .site("/b/"), .site("/b/")])
    #expect(document.images.map(\.target) == [.site("/f.png")])
    #expect(
      HTMLRenderer(link: { "/x" + $0 }).render(document).text.contains("<a href=\"/x/b/\">a</a> <strong>c</strong>"))
  }

  @Test(arguments: [
    (
      "Le PADIE et le PADIE.",
      "Le <abbr title=\"Programme\">PADIE</abbr> (Programme) et le <abbr title=\"Programme\">PADIE</abbr>."
    ),
    ("Le programme (PADIE).", "Le programme (<abbr title=\"Programme\">PADIE</abbr>)."),
    (
      "PADIE (programme), ESS",
      "<abbr title=\"Programme\">PADIE</abbr> (programme), <abbr title=\"économie\">ESS</abbr> (économie)"
    ),
    ("`ESS` [ESS](x) ESSAI ESS-2 ess", "<code>ESS</code> <a href=\"x\">ESS</a> ESSAI ESS-2 ess"),
    ("## ESS\n\n*ESS*", "<h2>ESS</h2>\n<p><em><abbr title=\"économie\">ESS</abbr> (économie)</em></p>\n"),
  ])
  func `acronyms are said in full once`(text: String, expected: String) throws {
    let document = try parse(text).expandingAcronyms(["PADIE": "Programme", "ESS": "économie"])
    let html = HTMLRenderer().render(document).text
    #expect(html == (expected.hasPrefix("<h2>") ? expected : "<p>\(expected)</p>\n"))
  }

  @Test(arguments: [
    ("[a <https://b.fr> *c <d@e.fr>*](f)", "<a href=\"f\">a https://b.fr <em>c d@e.fr</em></a>"),
    ("[a](b) <https://c.fr>", "<a href=\"b\">a</a> <a href=\"https://c.fr\">https://c.fr</a>"),
  ])
  func `no link stands in a link`(text: String, expected: String) throws {
    #expect(HTMLRenderer().render(try parse(text).untangled()).text == "<p>\(expected)</p>\n")
  }

  @Test func `marks of footnotes stand behind a link, and not in the text of a picture`() throws {
    let document = try parse("[a[^1] *b[^2]*](c) d[^1] ![e[^1]](f.png)\n\n[^1]: Un.\n\n[^2]: Deux.").untangled()
    #expect(document.footnotes.map(\.references) == [2, 1])
    guard case .paragraph(let content)? = document.blocks.first else { return #expect(Bool(false), "\(document)") }
    let marks = content.compactMap { inline -> [Int]? in
      if case .footnoteReference(let number, let occurrence) = inline { [number, occurrence] } else { nil }
    }
    #expect(marks == [[1, 1], [2, 1], [1, 2]])
    let html = HTMLRenderer().render(document).text
    #expect(html.contains("<a href=\"c\">a <em>b</em></a><sup"))
    #expect(!html.contains("#renvoi-1-3"))
  }

  @Test(arguments: [
    // An address, verses; in a quotation, in a list, in bold, with a link.
    ("La Halle\n12 rue des Saules\n94500 Champigny", "<p>La Halle<br>\n12 rue des Saules<br>\n94500 Champigny</p>"),
    ("> Oui\n> Non", "<blockquote>\n<p>Oui<br>\nNon</p>\n</blockquote>"),
    ("- La Halle\n  12 rue", "<ul>\n<li>La Halle<br>\n12 rue</li>\n</ul>"),
    ("**La Halle\n12 rue**", "<p><strong>La Halle<br>\n12 rue</strong></p>"),
    ("[La Halle\n12 rue](a)\nici", "<p><a href=\"a\">La Halle<br>\n12 rue</a><br>\nici</p>"),
    // The last line may be long; the signs of notation and of addresses do not count.
    (
      "Un vers\net une suite qui est bien plus longue que quarante-cinq signes.",
      "<p>Un vers<br>\net une suite qui est bien plus longue que quarante-cinq signes.</p>"
    ),
    (
      "[Le site](https://exemple.org/une/adresse/bien/trop/longue)\nici",
      "<p><a href=\"https://exemple.org/une/adresse/bien/trop/longue\">Le site</a><br>\nici</p>"
    ),
    // A running text that is wrapped, by 44 characters and by 45 in its first line.
    (String(repeating: "a", count: 44) + "\nb", "<p>" + String(repeating: "a", count: 44) + "<br>\nb</p>"),
    (String(repeating: "a", count: 45) + "\nb", "<p>" + String(repeating: "a", count: 45) + "\nb</p>"),
    (
      "Court\nUne ligne qui est bien plus longue que quarante-cinq signes\nfin",
      "<p>Court\nUne ligne qui est bien plus longue que quarante-cinq signes\nfin</p>"
    ),
    ("Une seule ligne", "<p>Une seule ligne</p>"), ("Une\\\nautre\net", "<p>Une<br>\nautre<br>\net</p>"),
    ("![a](b.png)\nsous l’image", "<p><img src=\"b.png\" alt=\"a\" decoding=\"async\">\nsous l’image</p>"),
  ])
  func `the line ends of addresses and verses are kept`(text: String, expected: String) throws {
    #expect(HTMLRenderer().render(try parse(text).typeset()).text == expected + "\n")
  }

  @Test func `a text as the site sets it`() throws {
    let html = HTMLRenderer().render(try parse("## L'été !\n\n\"Oui\" à 14h30 : `l'eau !`").typeset()).text
    #expect(
      html
        == "<h2 id=\"l-ete\">L’été\u{202F}!</h2>\n<p>«\u{A0}Oui\u{A0}» à 14\u{A0}h\u{A0}30\u{A0}: <code>l'eau !</code></p>\n"
    )
  }
}
