extension Document {
  /// The document with its pictures that stand alone as figures: a paragraph that holds one image with a title becomes a
  /// figure with that caption, one that holds several images and nothing else a gallery. An image without a title that
  /// stands alone becomes a figure without caption.
  package func formingFigures() -> Document {
    rewriting(blocks: { block in
      guard case .paragraph(let content) = block, let figures = Self.figures(content) else { return nil }
      return [figures.count == 1 ? .figure(figures[0]) : .gallery(figures)]
    })
  }

  /// The figures that `content` consists of; `nil` where there is anything else in it.
  private static func figures(_ content: [Inline]) -> [Figure]? {
    var figures: [Figure] = []
    for inline in content {
      switch inline {
      case .image(var image):
        let caption: [Inline] = image.title.isEmpty ? [] : [.text(image.title)]
        image.title = ""
        figures.append(Figure(image: image, caption: caption))
      case .softBreak, .lineBreak: continue
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: return nil
      }
    }
    return figures.isEmpty ? nil : figures
  }
}
