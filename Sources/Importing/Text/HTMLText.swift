import Diagnostics
import Markup

/// Makes a text of ours of HTML: what was meant by it, without the marks of the programs that it went through. What our
/// notation has no form for becomes a link or a remark, never HTML, and is never left out without a word.
struct HTMLText {
  let options: HTMLTextOptions
  var remarks: [Diagnostic] = []
  var footnotes: [Footnote] = []
  var notes = Notes()

  /// What is written to at the moment.
  var flow = Flow()
  /// How deep in what: lists, cells, headings.
  var state = State()
  /// How many texts of others were put in.
  var parts = 0
  /// The next number of a link; see `InlineRun.Target`.
  var nextLink = 0
  /// The headings that fragments may lead to, by the names they had.
  private(set) var headingTexts: [String: [Inline]] = [:]

  /// Blocks that are done, and running text that still goes on.
  struct Flow {
    var blocks: [Block] = []
    var run = InlineRun()
  }

  struct State {
    var style = InlineRun.Style()
    /// Whether ends of lines and blanks are kept.
    var isPreformatted = false
    /// Whether blocks are of no use: in a heading, in a cell.
    var isInline = false
    /// What the picture at hand is said to be below it.
    var caption: [Inline]?
  }

  init(_ options: HTMLTextOptions) { self.options = options }

  /// The text of `html`, and what is to be reported about it.
  static func document(_ html: String, _ options: HTMLTextOptions) -> (document: Document, remarks: [Diagnostic]) {
    let reading = HTMLReader.fragment(html)
    var text = HTMLText(options)
    if reading.isCut { text.remarks.append(.importCut(options.place)) }
    return text.document(reading.nodes)
  }

  /// The text of pieces that were read.
  mutating func document(_ nodes: [MarkupNode]) -> (document: Document, remarks: [Diagnostic]) {
    notes.nodes = nodes
    let blocks = tidied(self.blocks(of: nodes))
    var document = Document(blocks: blocks, footnotes: footnotes)
    if options.notesBefore == 0, !footnotes.isEmpty {
      document = Self.settlingNotes(in: document)
      document.removeEmptyEnd()
    }
    document = document.levellingHeadings(from: 2)
    leadFragments(in: &document)
    return (document, remarks)
  }

  // MARK: Flow

  /// What `nodes` are as blocks of their own.
  mutating func blocks(of nodes: [MarkupNode], _ change: (inout State) -> Void = { _ in }) -> [Block] {
    let outer = (flow, state)
    flow = Flow()
    change(&state)
    visit(nodes)
    flush()
    let blocks = flow.blocks
    (flow, state) = outer
    return blocks
  }

  /// What `nodes` are as running text on one line.
  mutating func inlines(of nodes: [MarkupNode], separator: String = "", style: InlineRun.Style? = nil) -> [Inline] {
    run(of: nodes, style: style).line(separator: separator)
  }

  private mutating func run(of nodes: [MarkupNode], style: InlineRun.Style? = nil) -> InlineRun {
    let outer = (flow, state)
    flow = Flow()
    state.isInline = true
    if let style { state.style = style }
    visit(nodes)
    let run = flow.run
    (flow, state) = outer
    return run
  }

  /// Ends the running text.
  mutating func flush() {
    guard !state.isInline else {
      // Blocks that stand in running text are apart from each other.
      flow.run.addBreak()
      return
    }
    guard !flow.run.isEmpty else { return }
    for content in flow.run.paragraphs() { flow.blocks.append(.paragraph(Self.withPicturesApart(content))) }
    flow.run = InlineRun()
  }

  /// Pictures side by side stand on a line each.
  private static func withPicturesApart(_ content: [Inline]) -> [Inline] {
    let isGallery = content.allSatisfy { if case .image = $0 { true } else { $0 == .text(" ") || $0 == .lineBreak } }
    guard isGallery, content.count > 1 else { return content }
    return Array(
      content.filter { if case .image = $0 { true } else { false } }.map { [$0] }.joined(separator: [.softBreak]))
  }

  mutating func add(_ block: Block) {
    flush()
    flow.blocks.append(block)
  }

  mutating func styled(_ change: (inout InlineRun.Style) -> Void, _ nodes: [MarkupNode]) {
    let outer = state.style
    change(&state.style)
    visit(nodes)
    state.style = outer
  }

  mutating func linked(to address: String, _ nodes: [MarkupNode]) {
    nextLink += 1
    let target = InlineRun.Target(address: MarkdownAddress.written(address), number: nextLink)
    styled({ $0.link = target }, nodes)
  }

  /// A link of words of ours.
  mutating func addLink(_ words: String, to address: String) { linked(to: address, [.text(words)]) }

  mutating func remark(_ make: (SourceLocation) -> Diagnostic) { remarks.append(make(options.place)) }

  mutating func remember(_ identity: String, of heading: [Inline]) { headingTexts[identity] = heading }

  // MARK: Text

  mutating func visit(_ nodes: [MarkupNode]) {
    for node in nodes {
      switch node {
      case .text(let text): add(text)
      case .comment(let text): visitComment(text)
      case .element(let element): if !notes.contains(element) { visit(element) }
      }
    }
  }

  private mutating func add(_ text: String) {
    guard options.breaksAtLineEnds || state.isPreformatted else { return addWords(text) }
    var isFirst = true
    for line in Self.lines(of: text) {
      if !isFirst { flow.run.addBreak(state.style) }
      isFirst = false
      addWords(String(line))
    }
  }

  private static func lines(of text: String) -> [Substring] {
    // By scalars, as to go through characters takes far longer. Only CR LF is one end of two of them.
    text.replacingEach("\r\n", with: "\n").unicodeScalars.split(omittingEmptySubsequences: false) { scalar in
      switch scalar {
      case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
    .map(Substring.init)
  }
}
