extension Document {
  /// The document with `block` and `inline` put in the place of each block and each piece of running text, in the order of
  /// the text, each after what it holds. Where they give `nil`, it stays as it is; what nothing changes in is not made anew.
  package func rewriting(
    blocks block: (Block) -> [Block]?, inlines inline: (Inline) -> [Inline]?
  ) -> Document {
    rewriting(blocks: block, inlines: inline, looksIntoInlines: true)
  }

  /// The document with `block` put in the place of each block, in the order of the text, each after what it holds. Where it
  /// gives `nil`, the block stays as it is; running text is not looked at.
  package func rewriting(blocks block: (Block) -> [Block]?) -> Document {
    rewriting(blocks: block, inlines: { _ in nil }, looksIntoInlines: false)
  }

  private func rewriting(
    blocks block: (Block) -> [Block]?, inlines inline: (Inline) -> [Inline]?, looksIntoInlines: Bool
  ) -> Document {
    func rewritten(_ inlines: [Inline]) -> [Inline]? {
      guard looksIntoInlines else { return nil }
      return inlines.replacing { value -> [Inline]? in
        var inner: Inline?
        switch value {
        case .emphasis(let content): inner = rewritten(content).map { .emphasis($0) }
        case .strong(let content): inner = rewritten(content).map { .strong($0) }
        case .strikethrough(let content): inner = rewritten(content).map { .strikethrough($0) }
        case .link(var link):
          if let content = rewritten(link.content) {
            link.content = content
            inner = .link(link)
          }
        case .text, .softBreak, .lineBreak, .code, .image, .abbreviation, .rawHTML, .footnoteReference: break
        }
        return inline(inner ?? value) ?? inner.map { [$0] }
      }
    }
    func rewritten(_ figure: Figure) -> Figure? {
      rewritten(figure.caption).map { Figure(image: figure.image, caption: $0) }
    }
    func rewritten(_ cells: [[Inline]]) -> [[Inline]]? { cells.replacing { rewritten($0).map { [$0] } } }
    func inside(_ value: Block) -> Block? {
      switch value {
      case .paragraph(let content): return rewritten(content).map { .paragraph($0) }
      case .heading(var heading):
        guard let content = rewritten(heading.content) else { return nil }
        heading.content = content
        return .heading(heading)
      case .quote(let blocks): return rewritten(blocks).map { .quote($0) }
      case .list(var list):
        let items = list.items.replacing { item -> [ListItem]? in
          rewritten(item.blocks).map { [ListItem(isChecked: item.isChecked, blocks: $0)] }
        }
        guard let items else { return nil }
        list.items = items
        return .list(list)
      case .table(var table):
        let (header, rows) = (rewritten(table.header), table.rows.replacing { rewritten($0).map { [$0] } })
        if header == nil, rows == nil { return nil }
        table.header = header ?? table.header
        table.rows = rows ?? table.rows
        return .table(table)
      case .figure(let figure): return rewritten(figure).map { .figure($0) }
      case .gallery(let figures): return figures.replacing { rewritten($0).map { [$0] } }.map { .gallery($0) }
      case .code, .thematicBreak, .rawHTML: return nil
      }
    }
    func rewritten(_ blocks: [Block]) -> [Block]? {
      blocks.replacing { value -> [Block]? in
        let inner = inside(value)
        return block(inner ?? value) ?? inner.map { [$0] }
      }
    }
    var result = self
    if let blocks = rewritten(blocks) { result.blocks = blocks }
    for index in footnotes.indices {
      if let blocks = rewritten(footnotes[index].blocks) { result.footnotes[index].blocks = blocks }
    }
    return result
  }

  /// The document with `change` made to every heading, in the order of the text.
  package func mapHeadings(_ change: (Heading) -> Heading) -> Document {
    rewriting(blocks: { block in
      if case .heading(let heading) = block { [.heading(change(heading))] } else { nil }
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
        default: return nil
        }
      },
      inlines: { inline in
        switch inline {
        case .link(let value): link(value)
        case .image(let value): [.image(image(value))]
        default: nil
        }
      })
  }
}

extension Array {
  /// The array with what `change` gives in the place of each member for which it gives something; `nil` where it gives
  /// nothing for any.
  fileprivate func replacing(_ change: (Element) -> [Element]?) -> [Element]? {
    var result: [Element]?
    for (index, member) in enumerated() {
      if let replacement = change(member) {
        var changed = result ?? Array(self[..<index])
        result = nil
        changed += replacement
        result = changed
      } else {
        result?.append(member)
      }
    }
    return result
  }
}
