import Markup

extension Document {
  /// The same text with `change` made to every heading.
  func mapHeadings(_ change: (Heading) -> Heading) -> Document {
    withoutActuallyEscaping(change) { change in
      rewritten(by: Rewriter(heading: change, link: { [.link($0)] }, image: { $0 }))
    }
  }

  /// The same text with every link and picture replaced; a link may become several inlines, or its own text.
  func mapTargets(link: (Link) -> [Inline], image: (Image) -> Image) -> Document {
    withoutActuallyEscaping(link) { link in
      withoutActuallyEscaping(image) { image in
        rewritten(by: Rewriter(heading: { $0 }, link: link, image: image))
      }
    }
  }

  private func rewritten(by rewriter: Rewriter) -> Document {
    var result = self
    result.blocks = rewriter.rewritten(blocks)
    for index in result.footnotes.indices {
      result.footnotes[index].blocks = rewriter.rewritten(result.footnotes[index].blocks)
    }
    return result
  }
}

private struct Rewriter {
  let heading: (Heading) -> Heading
  let link: (Link) -> [Inline]
  let image: (Image) -> Image

  func rewritten(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      switch block {
      case .paragraph(let content): return .paragraph(rewritten(content))
      case .heading(var heading):
        heading.content = rewritten(heading.content)
        return .heading(self.heading(heading))
      case .quote(let blocks): return .quote(rewritten(blocks))
      case .list(var list):
        for index in list.items.indices { list.items[index].blocks = rewritten(list.items[index].blocks) }
        return .list(list)
      case .table(var table):
        table.header = table.header.map(rewritten)
        table.rows = table.rows.map { $0.map(rewritten) }
        return .table(table)
      case .figure(let figure): return .figure(rewritten(figure))
      case .gallery(let figures): return .gallery(figures.map(rewritten))
      case .code, .thematicBreak, .rawHTML: return block
      }
    }
  }

  func rewritten(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .emphasis(let content): return [.emphasis(rewritten(content))]
      case .strong(let content): return [.strong(rewritten(content))]
      case .strikethrough(let content): return [.strikethrough(rewritten(content))]
      case .link(var link):
        link.content = rewritten(link.content)
        return self.link(link)
      case .image(let image): return [.image(self.image(image))]
      default: return [inline]
      }
    }
  }

  private func rewritten(_ figure: Figure) -> Figure {
    Figure(image: image(figure.image), caption: rewritten(figure.caption))
  }
}
