import Markdown
import Markup
import Testing

@Suite struct PositionTests {
  /// Each `‸` stands right before what has a position; the rest is the text.
  @Test(arguments: [
    "‸# Un *titre* ‸[lien](a)",
    "Été ‸[b](b) et\nlà ‸![c](c) ‸<b>x‸</b> **é ‸[d](d)** ‸[e][e]\n\n[e]: /e",
    "- é ‸[f](f)\n  g ‸[g](g)\n  > z ‸[h](h)\n  é ‸[i](i)",
    "| é ‸[j](j) | ‸[k](k) |\n|--|--|\n| é ‸[l](l) | ‸[m](m) |",
    "‸https://x.fr et ‸<https://y.fr> ‸a@b.fr\net ‸https://x.fr, ‸www.z.fr",
    "‸Titre ‸[n](n)\nsuite ‸[o](o)\n====",
    "1. > - a\n     é ‸[o](o)  \n     ‸[p](p)",
    "> a\né ‸[o](o)\n>   ‸[q](q)\n> > z ‸[r](r)\nx ‸[s](s)",
    "Note[^é].\n\n[^é]: é ‸[q](q)\n    ‸[r](r)\n    s ‸[s](s)",
    "a\r\nb ‸[c](c)\r\n\r\n‸## d\r\n",
    "a\n\n‸<div>\n</div>\n\n- x\n\n  ‸<div>\n  </div>",
    "\tcode\n\n‸[a](b)\n\t‸[c](d)",
    "‸[![x](y)](z)".replacing("![", with: "‸!["),
  ])
  func `links, pictures, headings and raw HTML know where they stand`(marked: String) throws {
    var expected: [TextPosition] = []
    for (number, line) in marked.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var column = 1
      for (index, part) in line.split(separator: "‸", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { expected.append(TextPosition(line: number + 1, column: column)) }
        column += part.utf8.count
      }
    }
    let document = try MarkdownParser().parse(marked.replacing("‸", with: ""))
    var found: [TextPosition] = []
    for block in document.blocks + document.footnotes.flatMap(\.blocks) { Self.collect(block, &found) }
    #expect(found.sorted() == expected)
  }

  @Test func `a link over two lines is known by the line where it ends`() throws {
    var found: [TextPosition] = []
    for block in try MarkdownParser().parse("a [b\nc](d)").blocks { Self.collect(block, &found) }
    #expect(found == [TextPosition(line: 2, column: 0)])
  }

  private static func collect(_ block: Block, _ found: inout [TextPosition]) {
    switch block {
    case .paragraph(let content): collect(content, &found)
    case .heading(let heading):
      found.append(heading.position)
      collect(heading.content, &found)
    case .quote(let blocks): blocks.forEach { collect($0, &found) }
    case .list(let list): list.items.flatMap(\.blocks).forEach { collect($0, &found) }
    case .table(let table): ([table.header] + table.rows).joined().forEach { collect($0, &found) }
    case .rawHTML(_, let position): found.append(position)
    case .code, .thematicBreak, .figure, .gallery: break
    }
  }

  private static func collect(_ inlines: [Inline], _ found: inout [TextPosition]) {
    for inline in inlines {
      switch inline {
      case .link(let link):
        found.append(link.position)
        collect(link.content, &found)
      case .image(let image): found.append(image.position)
      case .rawHTML(_, let position): found.append(position)
      case .emphasis(let content), .strong(let content), .strikethrough(let content): collect(content, &found)
      case .text, .softBreak, .lineBreak, .code, .abbreviation, .footnoteReference: break
      }
    }
  }
}
