extension Document {
  /// The document as HTML can have it, where the norm of Markdown allows more: a link in a link (`[a <https://b>](c)`) is
  /// its words alone, and the mark of a footnote in a link, a link itself, stands behind it (HTML, « a »: no interactive
  /// content inside). Marks in the text of a picture, which show nowhere, don't count as references.
  package func untangled() -> Document {
    var result = rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .link(var link) = inline, link.content.contains(where: \.holdsLink) else { return nil }
        var marks: [Inline] = []
        link.content = link.content.flatMap { $0.withoutLinks(&marks) }
        return [.link(link)] + marks
      })
    if !footnotes.isEmpty { result.countReferences() }
    return result
  }

  private mutating func countReferences() {
    var counts: [Int: Int] = [:]
    self = rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .footnoteReference(let number, _) = inline else { return nil }
        counts[number, default: 0] += 1
        return [.footnoteReference(number: number, occurrence: counts[number, default: 1])]
      })
    for index in footnotes.indices { footnotes[index].references = counts[footnotes[index].number] ?? 0 }
  }
}

extension Inline {
  fileprivate var holdsLink: Bool {
    switch self {
    case .link, .footnoteReference: true
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content.contains(where: \.holdsLink)
    case .text, .softBreak, .lineBreak, .code, .image, .abbreviation, .rawHTML: false
    }
  }

  /// This piece without the links in it; the marks of footnotes are put into `marks`.
  fileprivate func withoutLinks(_ marks: inout [Inline]) -> [Inline] {
    func inside(_ content: [Inline]) -> [Inline] { content.flatMap { $0.withoutLinks(&marks) } }
    switch self {
    case .link(let link): return inside(link.content)
    case .footnoteReference:
      marks.append(self)
      return []
    case .emphasis(let content): return [.emphasis(inside(content))]
    case .strong(let content): return [.strong(inside(content))]
    case .strikethrough(let content): return [.strikethrough(inside(content))]
    case .text, .softBreak, .lineBreak, .code, .image, .abbreviation, .rawHTML: return [self]
    }
  }
}
