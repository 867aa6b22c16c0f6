import Diagnostics
import Markdown
import Markup
import Reading
import Text

/// Makes a text of ours of Markdown that was written for another program: its links and pictures lead to where they are now,
/// and HTML in it becomes what it meant.
struct MarkdownText {
  private let options: HTMLTextOptions

  init(_ options: HTMLTextOptions) { self.options = options }

  func document(_ markdown: String) -> (document: Document, remarks: [Diagnostic]) {
    guard let reading = try? MarkdownParser().read(utf8: Array(markdown.utf8)) else {
      return (Document(blocks: [.paragraph([.text(markdown)])]), [])
    }
    var document = reading.document
    var remarks = UnusedNotes.lines(of: reading, in: markdown).map {
      Diagnostic.importUnusedNote(options.place, text: $0)
    }
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
      document.removeEmptyEnd()
    }
    // Notes that stood between the paragraphs stand behind them from now on, which changes the order of those that notes call.
    document = HTMLText.settlingNotes(in: document).partingSpaces()
    var text = HTMLText(options)
    document.blocks = text.tidied(document.blocks)
    document = document.untangled().levellingHeadings(from: 2)
    document = withKnownFragments(document, &remarks)
    return (document, remarks + text.remarks)
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

  /// Links within the text lead to a heading of it, however the other program wrote its name, or are their words.
  private func withKnownFragments(_ document: Document, _ remarks: inout [Diagnostic]) -> Document {
    guard document.links.contains(where: { $0.fragment != nil }) else { return document }
    let anchors = Set(document.arranged().headings.compactMap(\.anchor))
    var lost: [String] = []
    let result = document.mapTargets(
      link: { link in
        guard let fragment = link.fragment else { return [.link(link)] }
        let folded = Folding.slug(PercentCoding.decoded(fragment))
        guard let anchor = [fragment, folded].first(where: anchors.contains) else {
          lost.append(fragment)
          return link.content
        }
        var link = link
        link.target = .written("#" + anchor)
        return [.link(link)]
      }, image: { $0 })
    remarks += lost.map { .importFragment(options.place, fragment: PercentCoding.decoded($0)) }
    return result
  }
}

extension Document {
  /// Spaces at the ends of marks moved out of them, and those at the ends of paragraphs, headings and cells left out: where
  /// editors write them as references (`**so&#x20;**`) they stay in, and nothing can be written so that begins or ends with
  /// one (GFM 4.2, 4.8, 4.10, 6.4).
  fileprivate func partingSpaces() -> Document {
    func trimmed(_ content: [Inline]) -> [Inline] { Self.parted(content)?.inner ?? content }
    return rewriting { block in
      switch block {
      case .paragraph(let content):
        return Self.parted(content).map { $0.inner.isEmpty ? [] : [.paragraph($0.inner)] }
      case .heading(var heading):
        heading.content = trimmed(heading.content)
        return [.heading(heading)]
      case .table(var table):
        table.header = table.header.map(trimmed)
        table.rows = table.rows.map { $0.map(trimmed) }
        return [.table(table)]
      default: return nil
      }
    } inlines: { inline in
      func marked(_ content: [Inline], _ mark: ([Inline]) -> Inline) -> [Inline]? {
        Self.parted(content).map { before, inner, after in
          [.text(before)] + (inner.isEmpty ? [] : [mark(inner)]) + [.text(after)]
        }
      }
      switch inline {
      case .strong(let content): return marked(content) { .strong($0) }
      case .emphasis(let content): return marked(content) { .emphasis($0) }
      case .strikethrough(let content): return marked(content) { .strikethrough($0) }
      default: return nil
      }
    }
  }

  /// `content` without the spaces at its ends, and these; `nil` where there are none.
  private static func parted(_ content: [Inline]) -> (before: String, inner: [Inline], after: String)? {
    var inner = content[...]
    var (before, after) = ("", "")
    func isBreak(_ inline: Inline) -> Bool { inline == .softBreak || inline == .lineBreak }
    while let first = inner.first {
      guard case .text(let text) = first else {
        guard isBreak(first) else { break }
        before += " "
        inner.removeFirst()
        continue
      }
      let start = text.unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
      before += text[..<start]
      inner[inner.startIndex] = .text(String(text[start...]))
      guard start == text.endIndex else { break }
      inner.removeFirst()
    }
    while let last = inner.last {
      guard case .text(let text) = last else {
        guard isBreak(last) else { break }
        after = " " + after
        inner.removeLast()
        continue
      }
      let end = text.unicodeScalars.lastIndex { !$0.properties.isWhitespace }.map(text.unicodeScalars.index(after:))
      after = text[(end ?? text.startIndex)...] + after
      inner[inner.endIndex - 1] = .text(String(text[..<(end ?? text.startIndex)]))
      guard end == nil else { break }
      inner.removeLast()
    }
    if before.isEmpty, after.isEmpty { return nil }
    // Several in a row, breaks among them, are as good as one.
    func single(_ spaces: String) -> String { spaces.count > 1 ? " " : spaces }
    return (single(before), Array(inner), single(after))
  }
}
