import Diagnostics
import Markdown
import Markup
import Reading

/// Makes a text of ours of Markdown that was written for another program: its links and pictures lead to where they are now,
/// and HTML in it becomes what it meant.
struct MarkdownText {
  private let options: HTMLTextOptions

  init(_ options: HTMLTextOptions) { self.options = options }

  func document(_ markdown: String) -> (document: Document, remarks: [Diagnostic]) {
    guard var document = try? MarkdownParser().parse(markdown) else {
      return (Document(blocks: [.paragraph([.text(markdown)])]), [])
    }
    var remarks: [Diagnostic] = []
    var footnotes = document.footnotes
    func settled(_ block: Block) -> [Block] {
      let part = Document(blocks: [block])
      guard part.rawHTML.isEmpty else {
        var options = options
        options.notesBefore = footnotes.count
        let (inner, found) = HTMLText.document(HTMLRenderer.source(of: part), options)
        remarks += found
        footnotes += inner.footnotes
        return inner.blocks
      }
      return part.mapTargets(link: link, image: image).blocks.flatMap(withoutEmptyPictures)
    }
    document.blocks = document.blocks.flatMap(settled)
    for index in document.footnotes.indices {
      let blocks = document.footnotes[index].blocks.flatMap(settled)
      document.footnotes[index].blocks = blocks
      footnotes[index].blocks = blocks
    }
    if footnotes.count > document.footnotes.count {
      document.footnotes = footnotes
      document = HTMLText.settlingNotes(in: document)
    }
    var text = HTMLText(options)
    document.blocks = text.tidied(document.blocks)
    document = document.untangled().levellingHeadings(from: 2)
    return (withKnownFragments(document), remarks + text.remarks)
  }

  private func link(_ link: Link) -> [Inline] {
    guard case .written(let address) = link.target, !address.hasPrefix("#") else { return [.link(link)] }
    switch options.link(address) {
    case .to(let target):
      var link = link
      link.target = .written(MarkdownAddress.written(target))
      if case .text(let text)? = link.content.first, link.content.count == 1,
        let words = HTMLText(options).words(of: text, leadingFrom: address, to: target)
      {
        link.content = [.text(words)]
      }
      return [.link(link)]
    case .words: return link.content
    }
  }

  /// The mark of a picture that is not shown.
  private static let nothing = Target.written("")

  private func image(_ image: Image) -> Image {
    guard case .written(let address) = image.target else { return image }
    var image = image
    if case .shown(let target, let known, _) = options.picture(address, nil) {
      image.target = .written(MarkdownAddress.written(target))
      if image.alternative.isEmpty { image.alternative = known ?? "" }
    } else {
      image.target = Self.nothing
    }
    return image
  }

  private func withoutEmptyPictures(_ block: Block) -> [Block] {
    let document = Document(blocks: [block])
    guard document.images.contains(where: { $0.target == Self.nothing }) else { return [block] }
    return document.rewriting(
      blocks: { block in
        if case .paragraph(let content) = block, content.isEmpty { [] } else { nil }
      },
      inlines: { inline in
        if case .image(let image) = inline, image.target == Self.nothing {
          return image.alternative.isEmpty ? [] : [.text(image.alternative)]
        }
        return nil
      }
    ).blocks
  }

  /// Links within the text lead to a heading of it, or are their words.
  private func withKnownFragments(_ document: Document) -> Document {
    let anchors = Set(document.arranged().headings.compactMap(\.anchor))
    return document.mapTargets(
      link: { link in
        guard case .written(let address) = link.target, address.hasPrefix("#") else { return [.link(link)] }
        return anchors.contains(String(address.dropFirst())) ? [.link(link)] : link.content
      }, image: { $0 })
  }
}
