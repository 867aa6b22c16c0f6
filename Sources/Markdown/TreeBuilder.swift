import CCmarkGFM
import Markup

/// Turns the tree of cmark-gfm into ours. It walks with an iterator and a stack of its own: however deep the tree is, this
/// does not recurse.
struct TreeBuilder {
  /// A node whose children are being read, with what they gave.
  private struct Frame {
    let node: OpaquePointer
    let kind: NodeKind
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [ListItem] = []
    var cells: [[Inline]] = []
    var rows: [[[Inline]]] = []
  }

  private var source: SourceLines
  private var parents: [Frame] = []
  private var footnotes: [Footnote] = []
  /// Where the last bare address was found.
  private var lastAddress = TextPosition(line: 0, column: 0)
  /// References to each footnote so far.
  private var references: [Int: Int] = [:]
  private var inlineDepth = 0
  /// See ``MarkdownReading``.
  private var passages: [Passage] = []
  private var codeLines: [ClosedRange<Int>] = []

  private init(_ source: SourceLines) { self.source = source }

  /// The tree under `root`, which was made of `source` and stays the caller's to free.
  static func reading(_ root: OpaquePointer, source: SourceLines) throws(MarkdownLimit) -> MarkdownReading {
    guard let iterator = cmark_iter_new(root) else { return MarkdownReading() }
    defer { cmark_iter_free(iterator) }
    var builder = TreeBuilder(source)
    var top = Frame(node: root, kind: .document)
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let kind = NodeKind(node)
      if kind == .document { continue }
      if event == CMARK_EVENT_ENTER {
        if kind.isLeaf {
          builder.addLeaf(node, kind, to: &top)
        } else {
          try builder.enter(node, kind, &top)
        }
      } else if !kind.isLeaf {
        builder.leave(&top)
      }
    }
    for number in builder.footnotes.indices {
      builder.footnotes[number].references = builder.references[number + 1] ?? 0
    }
    return MarkdownReading(
      document: Document(blocks: top.blocks, footnotes: builder.footnotes), passages: builder.passages,
      codeLines: builder.codeLines)
  }

  private mutating func enter(_ node: OpaquePointer, _ kind: NodeKind, _ top: inout Frame) throws(MarkdownLimit) {
    if kind.isInline {
      inlineDepth += 1
      if inlineDepth > MarkdownLimit.Kind.inlineNesting.allowed {
        let block = parents.last { !$0.kind.isInline }
        let line = block.map { Int(cmark_node_get_start_line($0.node)) } ?? 1
        throw MarkdownLimit(kind: .inlineNesting, found: inlineDepth, line: line)
      }
    }
    parents.append(top)
    top = Frame(node: node, kind: kind)
  }

  private mutating func leave(_ top: inout Frame) {
    guard var parent = parents.popLast() else { return }
    let node = top.node
    if top.kind.isInline { inlineDepth -= 1 }
    switch top.kind {
    case .quote: parent.blocks.append(.quote(top.blocks))
    case .list: parent.blocks.append(.list(list(node, top.items)))
    case .item: parent.items.append(ListItem(blocks: top.blocks))
    case .task:
      parent.items.append(
        ListItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node), blocks: top.blocks))
    case .paragraph:
      addPassage(top.inlines, from: node, .paragraph, in: parent)
      parent.blocks.append(.paragraph(top.inlines))
    case .heading:
      addPassage(top.inlines, from: node, .heading, in: parent)
      let level = Int(cmark_node_get_heading_level(node))
      parent.blocks.append(.heading(Heading(level: level, content: top.inlines, position: position(of: node))))
    case .table: parent.blocks.append(.table(table(node, top.rows)))
    case .tableRow: parent.rows.append(top.cells)
    case .tableCell:
      addPassage(top.inlines, from: node, .cell, in: parent)
      parent.cells.append(top.inlines)
    case .footnote:
      let place = position(of: node)
      let label = source.footnoteLabel(line: place.line, column: place.column) ?? String(footnotes.count + 1)
      footnotes.append(
        Footnote(number: footnotes.count + 1, label: label, references: 0, blocks: top.blocks))
    case .emphasis: parent.inlines.append(.emphasis(top.inlines))
    case .strong: parent.inlines.append(.strong(top.inlines))
    case .strikethrough: parent.inlines.append(.strikethrough(top.inlines))
    case .link:
      let link = Link(
        target: .written(string(cmark_node_get_url(node))), title: string(cmark_node_get_title(node)),
        content: top.inlines, position: inlinePosition(of: node, in: parent, content: top.inlines))
      parent.inlines.append(.link(link))
    case .image:
      let image = Image(
        target: .written(string(cmark_node_get_url(node))), alternative: Self.alternative(top.inlines),
        title: string(cmark_node_get_title(node)), position: inlinePosition(of: node, in: parent))
      parent.inlines.append(.image(image))
    case .document, .other, .text, .softBreak, .lineBreak, .code, .rawInline, .rawBlock, .codeBlock, .thematicBreak,
      .footnoteReference:
      // Not known to be of use; what it holds is kept.
      parent.blocks += top.blocks
      parent.inlines += top.inlines
    }
    top = parent
  }

  private mutating func addLeaf(_ node: OpaquePointer, _ kind: NodeKind, to top: inout Frame) {
    switch kind {
    case .text:
      // cmark-gfm cuts text at every character that might have meant something.
      if case .text(let before)? = top.inlines.last {
        top.inlines[top.inlines.count - 1] = .text(before + literal(node))
      } else {
        top.inlines.append(.text(literal(node)))
      }
    case .softBreak: top.inlines.append(.softBreak)
    case .lineBreak: top.inlines.append(.lineBreak)
    case .code: top.inlines.append(.code(literal(node)))
    case .rawInline: top.inlines.append(.rawHTML(literal(node), inlinePosition(of: node, in: top)))
    case .footnoteReference:
      // By now cmark-gfm has put the number into the place of the name.
      guard let number = Int(literal(node)) else { return }
      references[number, default: 0] += 1
      top.inlines.append(.footnoteReference(number: number, occurrence: references[number, default: 1]))
    case .rawBlock: top.blocks.append(.rawHTML(literal(node), position(of: node)))
    case .codeBlock:
      let first = position(of: node).line
      codeLines.append(first...max(first, Int(cmark_node_get_end_line(node))))
      top.blocks.append(.code(CodeBlock(info: string(cmark_node_get_fence_info(node)), text: literal(node))))
    case .thematicBreak: top.blocks.append(.thematicBreak)
    default: break
    }
  }

  private mutating func addPassage(
    _ content: [Inline], from node: OpaquePointer, _ kind: Passage.Kind, in parent: Frame
  ) {
    guard !content.isEmpty else { return }
    let first = position(of: node).line
    let isQuoted = parent.kind == .quote || parents.contains { $0.kind == .quote }
    passages.append(
      Passage(
        kind: kind, content: content, lines: first...max(first, Int(cmark_node_get_end_line(node))),
        isQuoted: isQuoted))
  }

  /// Where a piece of running text begins that stands in `parent`. cmark-gfm takes every line of a paragraph to begin at
  /// the column of the first, and does not know where the bare addresses are that it made links of.
  private mutating func inlinePosition(
    of node: OpaquePointer, in parent: Frame, content: [Inline] = []
  ) -> TextPosition {
    let block = parent.kind.isInline ? parents.last { !$0.kind.isInline } ?? parent : parent
    let start = position(of: block.node)
    var place = position(of: node)
    if place.line > start.line, block.kind == .paragraph || block.kind == .heading {
      place.column = source.columnOfMark(place.column - start.column, bytesIntoTextOfLine: place.line)
    }
    if source.isMark(at: place) { return place }
    let end = max(start.line, Int(cmark_node_get_end_line(block.node)))
    if case .text(let address)? = content.first, content.count == 1,
      let found = source.find(address, from: max(start, lastAddress), through: end)
    {
      lastAddress = TextPosition(line: found.line, column: found.column + address.utf8.count)
      return found
    }
    return TextPosition(line: max(place.line, start.line), column: 0)
  }
}
