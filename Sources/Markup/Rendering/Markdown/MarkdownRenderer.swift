/// Writes a text as GitHub-flavoured Markdown, as somebody would have typed it: one line for each paragraph, `-` and `1.`
/// for lists, `\` at the end of a line that is broken by hand.
///
/// Signs that would be notation are escaped as far as that can be seen without reading the whole; who needs to be sure reads
/// what was written and compares. HTML is left out.
package struct MarkdownRenderer: Sendable {
  /// Which signs of running text stand behind a backslash.
  package enum Escaping: Sendable, Hashable, CaseIterable {
    /// Those that would mean something where they stand.
    case needed
    /// All signs of ASCII.
    case all
  }

  /// The sign of emphasis: the one reads well within a word, the other beside the stars of strong text.
  package enum EmphasisSign: String, Sendable, Hashable, CaseIterable {
    case star = "*"
    case underscore = "_"
  }

  /// How one block is written.
  package struct Style: Sendable, Hashable {
    package var escaping: Escaping
    package var emphasis: EmphasisSign

    package init(escaping: Escaping = .needed, emphasis: EmphasisSign = .star) {
      self.escaping = escaping
      self.emphasis = emphasis
    }
  }

  /// For blocks that ``styles`` says nothing of.
  private let style: Style
  /// By the index of a block in the document.
  private let styles: [Int: Style]

  package init(style: Style = Style(), styles: [Int: Style] = [:]) {
    self.style = style
    self.styles = styles
  }

  /// Lines with a line feed behind each; empty for a text of nothing.
  package func render(_ document: Document) -> String {
    var lines = lines(document.blocks, isTight: false, footnotes: document.footnotes, isTop: true)
    for footnote in document.footnotes {
      if !lines.isEmpty { lines.append("") }
      let text = self.lines(footnote.blocks, isTight: false, footnotes: document.footnotes)
      lines += Self.indented(text, first: "[^\(Self.label(footnote))]: ", rest: "    ")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  static func label(_ footnote: Footnote) -> String {
    footnote.label.isEmpty ? String(footnote.number) : footnote.label
  }

  // MARK: Blocks

  /// - Parameters:
  ///   - isTight: whether no blank line stands between blocks.
  ///   - isTop: whether they are the document's own.
  private func lines(_ blocks: [Block], isTight: Bool, footnotes: [Footnote], isTop: Bool = false) -> [String] {
    var lines: [String] = []
    // Lists of one sort that follow each other would be one: the second has another sign.
    var lastList: (isOrdered: Bool, isSecond: Bool)?
    for (index, block) in blocks.enumerated() {
      let style = isTop ? styles[index] ?? style : style
      let writer = MarkdownInlineWriter(escaping: style.escaping, emphasis: style.emphasis, footnotes: footnotes)
      let inner = MarkdownRenderer(style: style)
      var isSecond = false
      if case .list(let list) = block {
        let isOrdered = list.start != nil
        isSecond = lastList.map { $0.isOrdered == isOrdered && !$0.isSecond } ?? false
        lastList = (isOrdered, isSecond)
      } else {
        lastList = nil
      }
      let text = inner.lines(block, writer, isSecondList: isSecond)
      guard !text.isEmpty else { continue }
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += text
    }
    return lines
  }

  private func lines(_ block: Block, _ writer: MarkdownInlineWriter, isSecondList: Bool) -> [String] {
    switch block {
    case .paragraph(let content): writer.lines(content)
    case .heading(let heading): [String(repeating: "#", count: heading.level) + " " + writer.heading(heading.content)]
    case .quote(let blocks):
      lines(blocks, isTight: false, footnotes: writer.footnotes).map { $0.isEmpty ? ">" : "> " + $0 }
    case .list(let list): lines(list, writer, isSecond: isSecondList)
    case .code(let code): Self.lines(code)
    case .table(let table): lines(table, writer)
    case .thematicBreak: ["***"]
    case .rawHTML: []
    case .figure(let figure): writer.lines([.image(Self.image(figure))])
    case .gallery(let figures): figures.flatMap { writer.lines([.image(Self.image($0))]) }
    }
  }

  /// A picture with its caption in the place where the notation has it.
  private static func image(_ figure: Figure) -> Image {
    var image = figure.image
    if !figure.caption.isEmpty { image.title = PlainTextRenderer.text(of: figure.caption) }
    return image
  }

  private func lines(_ list: List, _ writer: MarkdownInlineWriter, isSecond: Bool) -> [String] {
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { lines.append("") }
      let sign = list.start.map { "\($0 + index)" + (isSecond ? ")" : ".") } ?? (isSecond ? "*" : "-")
      let box = item.isChecked.map { $0 ? "[x] " : "[ ] " } ?? ""
      let text = self.lines(item.blocks, isTight: list.isTight, footnotes: writer.footnotes)
      let indent = String(repeating: " ", count: sign.utf8.count + 1)
      lines += Self.indented(text.isEmpty ? [""] : text, first: sign + " " + box, rest: indent)
    }
    return lines
  }

  private static func indented(_ lines: [String], first: String, rest: String) -> [String] {
    lines.enumerated().map { index, line in
      index == 0 ? (line.isEmpty ? String(first.dropLast()) : first + line) : line.isEmpty ? "" : rest + line
    }
  }

  private static func lines(_ code: CodeBlock) -> [String] {
    var (longest, run) = (2, 0)
    for byte in code.text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    var text = code.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if text.last == "" { text.removeLast() }
    return [fence + code.info.filter { $0 != "`" && !$0.isNewline }] + text + [fence]
  }

  private func lines(_ table: Table, _ writer: MarkdownInlineWriter) -> [String] {
    func row(_ cells: [[Inline]]) -> String {
      "| " + cells.map(writer.cell).joined(separator: " | ") + " |"
    }
    let rule = table.alignments.map { alignment in
      switch alignment {
      case .none: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return [row(table.header), "| " + rule.joined(separator: " | ") + " |"] + table.rows.map(row)
  }
}
