extension Document {
  /// The document with its running text, the texts of its pictures and the titles of its links set in French; see
  /// ``Typography``.
  package func frenchTypography() -> Document {
    var result = self
    result.blocks = blocks.map(\.inFrench)
    for index in footnotes.indices { result.footnotes[index].blocks = footnotes[index].blocks.map(\.inFrench) }
    return result
  }
}

extension Block {
  /// The same with its running text, the texts of its pictures and the titles of its links set in French.
  package var inFrench: Block {
    switch self {
    case .paragraph(let content): return .paragraph(content.inFrench)
    case .heading(var heading):
      heading.content = heading.content.inFrench
      return .heading(heading)
    case .quote(let blocks): return .quote(blocks.map(\.inFrench))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map(\.inFrench) }
      return .list(list)
    case .table(var table):
      table.header = table.header.map(\.inFrench)
      table.rows = table.rows.map { $0.map(\.inFrench) }
      return .table(table)
    case .figure(let figure): return .figure(figure.inFrench)
    case .gallery(let figures): return .gallery(figures.map(\.inFrench))
    case .code, .thematicBreak, .rawHTML: return self
    }
  }
}

extension Figure {
  fileprivate var inFrench: Figure { Figure(image: image.inFrench, caption: caption.inFrench) }
}

extension Image {
  fileprivate var inFrench: Image {
    var image = self
    image.alternative = Typography.french(alternative)
    image.title = Typography.french(title)
    return image
  }
}

extension [Inline] {
  /// The same text set in French: the rules look at it as a whole, then each piece gets its part back.
  package var inFrench: [Inline] {
    var texts: [RunningText.Piece] = []
    var run = RunningText()
    let needsCare = collect(into: &run, &texts)
    guard needsCare else { return rebuilt(nil) }
    run.set()
    return rebuilt(run.texts(texts)[...])
  }

  /// Whether there is anything in them that the rules speak of.
  private func collect(into run: inout RunningText, _ texts: inout [RunningText.Piece]) -> Bool {
    var needsCare = false
    for inline in self {
      switch inline {
      case .text(let text):
        needsCare = needsCare || Typography.needsCare(text)
        let text = text.composed
        texts.append((text, run.count))
        run.append(text)
      case .softBreak, .lineBreak: run.appendBreak()
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        if content.collect(into: &run, &texts) { needsCare = true }
      case .link(let link): if link.content.collect(into: &run, &texts) { needsCare = true }
      case .code, .image, .abbreviation, .footnoteReference: run.appendObject()
      case .rawHTML: break
      }
    }
    return needsCare
  }

  private func rebuilt(_ texts: ArraySlice<String>?) -> [Inline] {
    var texts = texts
    return rebuilt(&texts)
  }

  private func rebuilt(_ texts: inout ArraySlice<String>?) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(count)
    for inline in self {
      switch inline {
      case .text(let text):
        let set = texts?.popFirst() ?? text
        if !set.isEmpty { result.append(.text(set)) }
      case .emphasis(let content): result.append(.emphasis(content.rebuilt(&texts)))
      case .strong(let content): result.append(.strong(content.rebuilt(&texts)))
      case .strikethrough(let content): result.append(.strikethrough(content.rebuilt(&texts)))
      case .link(var link):
        link.content = link.content.rebuilt(&texts)
        link.title = Typography.french(link.title)
        result.append(.link(link))
      case .image(let image): result.append(.image(image.inFrench))
      case .softBreak, .lineBreak, .code, .abbreviation, .rawHTML, .footnoteReference: result.append(inline)
      }
    }
    return result
  }
}
