extension Document {
  /// All headings, in order.
  package var headings: [Heading] {
    var found: [Heading] = []
    visit { if case .heading(let heading) = $0 { found.append(heading) } }
    return found
  }

  /// All links, in order, those of footnotes last.
  package var links: [Link] {
    var found: [Link] = []
    visit(blocks: { _ in }, inlines: { if case .link(let link) = $0 { found.append(link) } })
    return found
  }

  /// All images, in order, those of footnotes last.
  package var images: [Image] {
    var found: [Image] = []
    visit(
      blocks: { block in
        switch block {
        case .figure(let figure): found.append(figure.image)
        case .gallery(let figures): found += figures.map(\.image)
        default: break
        }
      },
      inlines: { if case .image(let image) = $0 { found.append(image) } })
    return found
  }

  /// The HTML that the author wrote, which is never published, with its places, in order.
  package var rawHTML: [(text: String, position: TextPosition)] {
    var found: [(text: String, position: TextPosition)] = []
    visit(
      blocks: { if case .rawHTML(let text, let position) = $0 { found.append((text, position)) } },
      inlines: { if case .rawHTML(let text, let position) = $0 { found.append((text, position)) } })
    return found
  }

  /// Calls `blocks` and `inlines` with every block and every piece of running text, each before what it holds.
  package func visit(blocks: (Block) -> Void, inlines: (Inline) -> Void) {
    visit(blocks: blocks, inlines: inlines, looksIntoInlines: true)
  }

  /// Calls `blocks` with every block, each before what it holds.
  package func visit(blocks: (Block) -> Void) {
    visit(blocks: blocks, inlines: { _ in }, looksIntoInlines: false)
  }

  private func visit(
    blocks visitBlock: (Block) -> Void, inlines visitInline: (Inline) -> Void, looksIntoInlines: Bool
  ) {
    func visit(_ inlines: [Inline]) {
      guard looksIntoInlines else { return }
      for inline in inlines {
        visitInline(inline)
        switch inline {
        case .emphasis(let content), .strong(let content), .strikethrough(let content): visit(content)
        case .link(let link): visit(link.content)
        case .text, .softBreak, .lineBreak, .code, .image, .abbreviation, .rawHTML, .footnoteReference: break
        }
      }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        visitBlock(block)
        switch block {
        case .paragraph(let content): visit(content)
        case .heading(let heading): visit(heading.content)
        case .quote(let blocks): visit(blocks)
        case .list(let list): for item in list.items { visit(item.blocks) }
        case .table(let table): for cell in ([table.header] + table.rows).joined() { visit(cell) }
        case .figure(let figure): visit(figure.caption)
        case .gallery(let figures): for figure in figures { visit(figure.caption) }
        case .code, .thematicBreak, .rawHTML: break
        }
      }
    }
    visit(blocks)
    for footnote in footnotes { visit(footnote.blocks) }
  }
}

extension [Inline] {
  /// Whether there is anything to see in it.
  var hasSubstance: Bool {
    contains { inline in
      switch inline {
      case .text(let text), .code(let text), .abbreviation(let text, _): text.contains { !$0.isWhitespace }
      case .softBreak, .lineBreak, .rawHTML: false
      case .emphasis(let content), .strong(let content), .strikethrough(let content): content.hasSubstance
      case .link, .image, .footnoteReference: true
      }
    }
  }
}
