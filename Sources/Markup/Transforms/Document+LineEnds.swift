extension Document {
  /// Characters of a line of an address or a verse, at most: shorter than where anybody's editor wraps a running text.
  private static let shortLine = 45

  /// The document with the line ends of addresses and verses kept: of each paragraph all of whose lines but the last are
  /// short. Lines of pictures stand apart anyway.
  package func keepingShortLines() -> Document {
    rewriting(blocks: { block in
      guard case .paragraph(let content) = block, content.hasSoftBreak, !content.hasImage else { return nil }
      let lines = content.lineLengths
      guard lines.dropLast().allSatisfy({ $0 < Self.shortLine }) else { return nil }
      return [.paragraph(content.breakingLines)]
    })
  }
}

extension [Inline] {
  fileprivate var hasSoftBreak: Bool {
    contains { inline in
      switch inline {
      case .softBreak: true
      case .emphasis(let content), .strong(let content), .strikethrough(let content): content.hasSoftBreak
      case .link(let link): link.content.hasSoftBreak
      case .text, .lineBreak, .code, .image, .abbreviation, .rawHTML, .footnoteReference: false
      }
    }
  }

  fileprivate var hasImage: Bool {
    contains { inline in
      switch inline {
      case .image: true
      case .emphasis(let content), .strong(let content), .strikethrough(let content): content.hasImage
      case .link(let link): link.content.hasImage
      case .text, .softBreak, .lineBreak, .code, .abbreviation, .rawHTML, .footnoteReference: false
      }
    }
  }

  /// Characters of each line, as they are read.
  fileprivate var lineLengths: [Int] {
    var lengths = [0]
    addLineLengths(to: &lengths)
    return lengths
  }

  private func addLineLengths(to lengths: inout [Int]) {
    for inline in self {
      switch inline {
      case .text(let text), .code(let text), .abbreviation(let text, _): lengths[lengths.count - 1] += text.count
      case .softBreak, .lineBreak: lengths.append(0)
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        content.addLineLengths(to: &lengths)
      case .link(let link): link.content.addLineLengths(to: &lengths)
      case .image, .rawHTML, .footnoteReference: break
      }
    }
  }

  fileprivate var breakingLines: [Inline] {
    map { inline in
      switch inline {
      case .softBreak: return .lineBreak
      case .emphasis(let content): return .emphasis(content.breakingLines)
      case .strong(let content): return .strong(content.breakingLines)
      case .strikethrough(let content): return .strikethrough(content.breakingLines)
      case .link(var link):
        link.content = link.content.breakingLines
        return .link(link)
      case .text, .lineBreak, .code, .image, .abbreviation, .rawHTML, .footnoteReference: return inline
      }
    }
  }
}
