import HTML

/// Writes a text for HTML mail: the blocks.
struct MailWriter {
  var text = TextBuilder()
  let renderer: MailRenderer
  /// By how much headings are put down.
  private var shift = 0

  init(_ renderer: MailRenderer) { self.renderer = renderer }

  var style: MailRenderer.Style { renderer.style }

  private var declarations: MailDeclarations { renderer.declarations }

  mutating func write(_ document: Document) {
    let highest = document.headings.map(\.level).min() ?? 2
    shift = max(0, 2 - highest)
    write(document.blocks)
    guard !document.footnotes.isEmpty else { return }
    open("hr", "border:0;border-top:1px solid \(style.tableBorder);margin:24px 0 16px")
    text += "\n"
    open("ol", "margin:0 0 16px 24px;padding:0;" + declarations.small)
    text += "\n"
    for footnote in document.footnotes {
      open("li", "margin:0 0 8px;" + declarations.small, attributes: " value=\"\(footnote.number)\"")
      write(item: footnote.blocks, declarations.small)
      text += "</li>\n"
    }
    text += "</ol>\n"
  }

  mutating func open(_ element: String, _ declarations: String, attributes: String = "") {
    text += "<\(element)\(attributes) style=\""
    text.appendEscaped(declarations)
    text += "\">"
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let content):
      guard content.hasSubstance else { return }
      open("p", "margin:0 0 16px;" + declarations.body)
      write(content)
      text += "</p>\n"
    case .heading(let heading): write(heading)
    case .quote(let blocks):
      open("blockquote", "margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid \(style.quoteBorder)")
      text += "\n"
      write(blocks)
      text += "</blockquote>\n"
    case .list(let list): write(list)
    case .code(let code):
      open("pre", "margin:0 0 16px;padding:12px;white-space:pre-wrap;word-wrap:break-word;" + declarations.code)
      text.appendEscaped(code.text)
      text += "</pre>\n"
    case .table(let table): write(table)
    case .thematicBreak:
      open("hr", "border:0;border-top:1px solid \(style.tableBorder);margin:24px 0")
      text += "\n"
    case .rawHTML: break
    case .figure(let figure): write(figure)
    case .gallery(let figures): for figure in figures { write(figure) }
    }
  }

  private mutating func write(_ heading: Heading) {
    guard heading.content.hasSubstance else { return }
    let level = min(6, heading.level + shift)
    open("h\(level)", declarations.heading(level))
    write(heading.content)
    text += "</h\(level)>\n"
  }

  private mutating func write(_ list: List) {
    let element = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    open(element, "margin:0 0 16px 24px;padding:0;" + declarations.body, attributes: start)
    text += "\n"
    for item in list.items {
      open("li", "margin:0 0 8px;" + declarations.body)
      if let isChecked = item.isChecked { text += isChecked ? "☑ " : "☐ " }
      write(item: item.blocks, declarations.body)
      text += "</li>\n"
    }
    text += "</\(element)>\n"
  }

  /// What an item holds; its first paragraph stands beside its mark.
  private mutating func write(item blocks: [Block], _ type: String) {
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let content) = block else {
        if index > 0 || text.bytes.last != UInt8(ascii: "\n") { text += "\n" }
        write(block)
        continue
      }
      if index == 0 {
        write(content)
      } else {
        open("p", "margin:8px 0 0;" + type)
        write(content)
        text += "</p>\n"
      }
    }
  }

  private mutating func write(_ table: Table) {
    open(
      "table", "width:100%;border-collapse:collapse;margin:0 0 16px",
      attributes: " width=\"100%\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"")
    text += "\n"
    write(table.header, "th", table.alignments)
    for row in table.rows { write(row, "td", table.alignments) }
    text += "</table>\n"
  }

  private mutating func write(_ row: [[Inline]], _ element: String, _ alignments: [Table.Alignment]) {
    text += "<tr>\n"
    for (cell, alignment) in zip(row, alignments) {
      let side =
        switch alignment {
        case .none, .left: "left"
        case .center: "center"
        case .right: "right"
        }
      let name = cell.isEmpty ? "td" : element
      open(
        name,
        "padding:8px;border:1px solid \(style.tableBorder);text-align:\(side);vertical-align:top;"
          + "font-weight:\(name == "th" ? "bold" : "normal");" + declarations.cell,
        attributes: " align=\"\(side)\" valign=\"top\"" + (name == "th" ? " scope=\"col\"" : ""))
      write(cell)
      text += "</\(name)>\n"
    }
    text += "</tr>\n"
  }

  private mutating func write(_ figure: Figure) {
    open("p", "margin:0 0 \(figure.caption.isEmpty ? 16 : 8)px;" + declarations.body)
    write(figure.image)
    text += "</p>\n"
    guard !figure.caption.isEmpty else { return }
    open("p", "margin:0 0 16px;" + declarations.small)
    write(figure.caption)
    text += "</p>\n"
  }
}
