extension Document {
  /// The document with `block` and `inline` put in the place of each block and each piece of running text, in the order of
  /// the text, each after what it holds.
  package func rewriting(
    blocks block: (Block) -> [Block] = { [$0] }, inlines inline: (Inline) -> [Inline] = { [$0] }
  ) -> Document {
    func rewrite(_ inlines: [Inline]) -> [Inline] {
      inlines.flatMap { value -> [Inline] in
        switch value {
        case .emphasis(let content): return inline(.emphasis(rewrite(content)))
        case .strong(let content): return inline(.strong(rewrite(content)))
        case .strikethrough(let content): return inline(.strikethrough(rewrite(content)))
        case .link(var link):
          link.content = rewrite(link.content)
          return inline(.link(link))
        case .text, .softBreak, .lineBreak, .code, .image, .abbreviation, .rawHTML, .footnoteReference:
          return inline(value)
        }
      }
    }
    func rewrite(_ figure: Figure) -> Figure { Figure(image: figure.image, caption: rewrite(figure.caption)) }
    func rewrite(_ blocks: [Block]) -> [Block] {
      blocks.flatMap { value -> [Block] in
        switch value {
        case .paragraph(let content): return block(.paragraph(rewrite(content)))
        case .heading(var heading):
          heading.content = rewrite(heading.content)
          return block(.heading(heading))
        case .quote(let blocks): return block(.quote(rewrite(blocks)))
        case .list(var list):
          for index in list.items.indices { list.items[index].blocks = rewrite(list.items[index].blocks) }
          return block(.list(list))
        case .table(var table):
          table.header = table.header.map(rewrite)
          table.rows = table.rows.map { $0.map(rewrite) }
          return block(.table(table))
        case .figure(let figure): return block(.figure(rewrite(figure)))
        case .gallery(let figures): return block(.gallery(figures.map(rewrite)))
        case .code, .thematicBreak, .rawHTML: return block(value)
        }
      }
    }
    var result = self
    result.blocks = rewrite(blocks)
    for index in footnotes.indices { result.footnotes[index].blocks = rewrite(footnotes[index].blocks) }
    return result
  }

  /// The document with `change` made to every heading, in the order of the text.
  package func mapHeadings(_ change: (Heading) -> Heading) -> Document {
    rewriting(blocks: { block in
      if case .heading(let heading) = block { [.heading(change(heading))] } else { [block] }
    })
  }

  /// The document with every link and picture replaced, in the order of the text; a link may become several pieces of text,
  /// or its own words.
  package func mapTargets(link: (Link) -> [Inline], image: (Image) -> Image) -> Document {
    rewriting(
      blocks: { block in
        switch block {
        case .figure(var figure):
          figure.image = image(figure.image)
          return [.figure(figure)]
        case .gallery(let figures):
          return [.gallery(figures.map { Figure(image: image($0.image), caption: $0.caption) })]
        default: return [block]
        }
      },
      inlines: { inline in
        switch inline {
        case .link(let value): link(value)
        case .image(let value): [.image(image(value))]
        default: [inline]
        }
      })
  }
}
