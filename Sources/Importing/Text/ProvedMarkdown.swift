import Diagnostics
import Markdown
import Markup
import Reading
import Text

/// Writes a text as Markdown that is read back to the same tree, and in which the reader sees no sign that was meant
/// otherwise. Each block is written as plainly as that allows; what can't be written at all is written without its marks,
/// which is reported. Words that the notation itself makes a link of (an address of mail, however it is escaped), where the
/// reader takes no such link, are written as code.
struct ProvedMarkdown {
  /// Behind each line a line feed.
  private(set) var text = ""
  /// What ``text`` was read as; `nil` where it was not proved.
  private(set) var sound: SoundText?
  private(set) var remarks: [Diagnostic] = []
  private let place: SourceLocation

  private static let styles = MarkdownRenderer.Escaping.allCases.flatMap { escaping in
    MarkdownRenderer.EmphasisSign.allCases.map { MarkdownRenderer.Style(escaping: escaping, emphasis: $0) }
  }

  /// - Parameter place: where the text is going to stand.
  init(_ document: Document, place: SourceLocation) {
    self.place = place
    var document = document
    if prove(&document, MarkdownRenderer()) { return }
    var styles: [Int: MarkdownRenderer.Style] = [:]
    for index in document.blocks.indices {
      let (block, numbers) = Self.alone(document.blocks[index])
      var proved = block
      if let style = Self.styles.first(where: { prove(&proved, MarkdownRenderer(style: $0)) }) {
        styles[index] = style
        if proved != block { document.blocks[index] = Self.together(proved, numbers) ?? document.blocks[index] }
      } else {
        let plain = Self.plain(document.blocks[index])
        remarks.append(.importPlain(place, text: PlainTextRenderer.text(of: Document(blocks: [plain]))))
        document.blocks[index] = plain
        styles[index] = MarkdownRenderer.Style(escaping: .all)
      }
    }
    document = document.untangled()
    if prove(&document, MarkdownRenderer(styles: styles)) { return }
    // Blocks that are right alone and not together: nothing is risked.
    let all = MarkdownRenderer(style: MarkdownRenderer.Style(escaping: .all))
    if prove(&document, all) { return }
    var plain = Document(blocks: document.blocks.map(Self.plain))
    if prove(&plain, all) {
      remarks.append(.importPlain(place, text: PlainTextRenderer.text(of: plain)))
      return
    }
    // No text that was written to be read: its beginning shows what it is.
    let words = PlainTextRenderer.text(of: plain).prefix(2000).filter { !"[]@".contains($0) }
    remarks.append(.importCut(place))
    sound = nil
    text = all.render(
      Document(blocks: [Self.plain(.paragraph([.text(words.isEmpty ? "…" : String(words))]))]))
  }

  /// Bytes of a text, at most: its file has a front matter besides.
  private static let longest = MarkdownLimit.Kind.textSize.allowed - (16 << 10)

  /// A block as a document, with notes of no words in the place of those that it refers to: only the marks count here.
  /// `numbers` has what their numbers are now, by what they were.
  private static func alone(_ block: Block) -> (document: Document, numbers: [Int: Int]) {
    var numbers: [Int: Int] = [:]
    var document = Document(blocks: [block]).rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .footnoteReference(let number, let occurrence) = inline else { return nil }
        numbers[number] = numbers[number] ?? numbers.count + 1
        return [.footnoteReference(number: numbers[number] ?? 1, occurrence: occurrence)]
      }
    ).untangled()
    document.footnotes = (0..<numbers.count).map {
      Footnote(number: $0 + 1, references: 1, blocks: [.paragraph([.text("x")])])
    }
    return (document.untangled(), numbers)
  }

  /// The first block of what ``alone(_:)`` gave, with the numbers that its notes had.
  private static func together(_ document: Document, _ numbers: [Int: Int]) -> Block? {
    let earlier = Dictionary(numbers.map { ($0.value, $0.key) }) { first, _ in first }
    return document.rewriting(
      blocks: { _ in nil },
      inlines: { inline in
        guard case .footnoteReference(let number, let occurrence) = inline else { return nil }
        return [.footnoteReference(number: earlier[number] ?? number, occurrence: occurrence)]
      }
    ).blocks.first
  }

  /// The words of a block, a paragraph for each line.
  private static func plain(_ block: Block) -> Block {
    let lines = PlainTextRenderer.text(of: Document(blocks: [block])).split(separator: "\n").map { line in
      [Inline.text(line.collapsingWhitespace)]
    }
    return .paragraph(Array(lines.joined(separator: [.lineBreak])))
  }

  // MARK: Proof

  /// Keeps what `renderer` writes of `document` where that is read as it; what would be a link that leads nowhere has become
  /// code in `document` then. Changes nothing where it is read otherwise.
  private mutating func prove(_ document: inout Document, _ renderer: MarkdownRenderer) -> Bool {
    var candidate = document
    var refused: [String] = []
    // More than once: what became code may part an address from letters that were taken for its own.
    for _ in 0..<4 {
      let text = renderer.render(candidate)
      guard text.utf8.count <= Self.longest, let sound = Self.reading(of: text, as: candidate) else { return false }
      let read = sound.reading.document
      let found = Self.refusedAddresses(in: read)
      if found.isEmpty {
        (self.text, self.sound, document) = (text, sound, candidate)
        remarks += refused.map { .importLinkRefused(place, address: $0) }
        return true
      }
      refused += found
      candidate = Self.withRefusedAsCode(read)
    }
    return false
  }

  /// Whether `text` is read as `document`, without a remark about its signs, and without a link that the reader refuses.
  static func isRead(_ text: String, as document: Document) -> Bool {
    reading(of: text, as: document).map { refusedAddresses(in: $0.reading.document).isEmpty } ?? false
  }

  /// What `text` is read as, where that is `document`; links that say themselves may be where it has words.
  private static func reading(of text: String, as document: Document) -> SoundText? {
    guard let sound = SoundText(text),
      CanonicalText.blocks(sound.reading.document) == CanonicalText.blocks(document),
      sound.reading.document.rawHTML.isEmpty
    else { return nil }
    return sound
  }

  /// Where the links lead that the notation made of words and the reader does not take.
  private static func refusedAddresses(in document: Document) -> [String] {
    document.links.compactMap { link in
      guard case .written(let address) = link.target, CanonicalText.words(of: link) != nil,
        !TextConversion.canLead(address)
      else { return nil }
      return address
    }
  }

  private static func withRefusedAsCode(_ document: Document) -> Document {
    document.mapTargets(
      link: { link in
        guard case .written(let address) = link.target, let words = CanonicalText.words(of: link) else {
          return [.link(link)]
        }
        return [TextConversion.canLead(address) ? .text(words) : .code(words)]
      }, image: { $0 })
  }
}

/// A tree without what two trees of the same text may differ in: places, how text is cut into pieces, whether an address
/// stands there as text or as a link that says itself.
enum CanonicalText {
  static func blocks(_ document: Document) -> [Block] {
    blocks(document.blocks) + document.footnotes.flatMap { [.thematicBreak] + blocks($0.blocks) }
  }

  private static func blocks(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      switch block {
      case .paragraph(let content): return .paragraph(inlines(content))
      case .heading(let heading):
        return .heading(Heading(level: heading.level, content: inlines(heading.content), position: nowhere))
      case .quote(let inner): return .quote(self.blocks(inner))
      case .list(var list):
        list.items = list.items.map { ListItem(isChecked: $0.isChecked, blocks: self.blocks($0.blocks)) }
        return .list(list)
      case .table(var table):
        table.header = table.header.map(inlines)
        table.rows = table.rows.map { $0.map(inlines) }
        return .table(table)
      case .figure(let figure): return .paragraph(inlines([image(figure)]))
      case .gallery(let figures):
        return .paragraph(inlines(Array(figures.map { [image($0)] }.joined(separator: [.softBreak]))))
      case .code, .thematicBreak, .rawHTML: return block
      }
    }
  }

  private static let nowhere = TextPosition(line: 0, column: 0)

  private static func image(_ figure: Figure) -> Inline {
    var image = figure.image
    if !figure.caption.isEmpty { image.title = PlainTextRenderer.text(of: figure.caption) }
    return .image(image)
  }

  private static func inlines(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    func append(_ text: String) {
      guard !text.isEmpty else { return }
      if case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(.text(text))
      }
    }
    for inline in inlines {
      switch inline {
      case .text(let text): append(text)
      case .softBreak: append(" ")
      case .emphasis(let content): result.append(.emphasis(self.inlines(content)))
      case .strong(let content): result.append(.strong(self.inlines(content)))
      case .strikethrough(let content): result.append(.strikethrough(self.inlines(content)))
      case .link(var link):
        link.content = self.inlines(link.content)
        link.position = nowhere
        if let words = words(of: link) { append(words) } else { result.append(.link(link)) }
      case .image(var image):
        image.position = nowhere
        result.append(.image(image))
      case .lineBreak, .code, .abbreviation, .rawHTML, .footnoteReference: result.append(inline)
      }
    }
    return result
  }

  /// The words of a link that says where it leads.
  static func words(of link: Link) -> String? {
    guard case .written(let address) = link.target, case .text(let words)? = link.content.first,
      link.content.count == 1, link.title.isEmpty,
      [words, "http://" + words, "mailto:" + words].contains(address) || address == MarkdownAddress.written(words)
    else { return nil }
    return words
  }
}
