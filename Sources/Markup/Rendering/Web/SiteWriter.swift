import HTML

/// Writes a text as the site shows it: the blocks.
struct SiteWriter {
  var text = TextBuilder()
  let renderer: HTMLRenderer
  /// Pictures and tables so far: the first picture is not fetched late, and every table is named.
  var pictures = 0
  private var tables = 0
  /// The fragments of this text's own headings.
  private(set) var anchors: Set<String> = []

  init(_ renderer: HTMLRenderer) { self.renderer = renderer }

  mutating func write(_ document: Document) {
    if !renderer.idPrefix.isEmpty { anchors = Set(document.headings.compactMap(\.anchor)) }
    write(document.blocks, isTight: false)
    write(document.footnotes)
  }

  mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func startLine() {
    if let last = text.bytes.last, last != UInt8(ascii: "\n") { text += "\n" }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block {
    case .paragraph(let content):
      guard content.hasSubstance else { return }
      if isTight { return write(content) }
      startLine()
      text += "<p>"
      write(content)
      text += "</p>\n"
    case .heading(let heading): write(heading)
    case .quote(let blocks):
      startLine()
      text += "<blockquote>\n"
      write(blocks, isTight: false)
      startLine()
      text += "</blockquote>\n"
    case .list(let list): write(list)
    case .code(let code): write(code)
    case .table(let table): write(table)
    case .thematicBreak:
      startLine()
      text += "<hr>\n"
    case .rawHTML: break
    case .figure(let figure):
      startLine()
      write(figure, sizes: renderer.imageSizes)
    case .gallery(let figures):
      startLine()
      text += "<div class=\"gallery\">\n"
      for figure in figures { write(figure, sizes: renderer.gallerySizes) }
      text += "</div>\n"
    }
  }

  private mutating func write(_ heading: Heading) {
    // An empty heading is a stop without words for those who listen to the page.
    guard heading.content.hasSubstance else { return }
    startLine()
    text += "<h\(heading.level)"
    if let anchor = heading.anchor {
      text += " id=\""
      text.appendEscaped(renderer.idPrefix + anchor)
      text += "\""
    }
    text += ">"
    write(heading.content)
    text += "</h\(heading.level)>\n"
  }

  private mutating func write(_ list: List) {
    startLine()
    let element = list.start == nil ? "ul" : "ol"
    text += "<\(element)"
    if let start = list.start, start != 1 { text += " start=\"\(start)\"" }
    if list.items.contains(where: { $0.isChecked != nil }) { text += " class=\"task-list\"" }
    text += ">\n"
    for item in list.items {
      startLine()
      text += item.isChecked == nil ? "<li>" : "<li class=\"task\">"
      write(item, isTight: list.isTight)
      text += "</li>\n"
    }
    text += "</\(element)>\n"
  }

  private mutating func write(_ item: ListItem, isTight: Bool) {
    guard let isChecked = item.isChecked else { return write(item.blocks, isTight: isTight) }
    let box =
      isChecked
      ? "<input type=\"checkbox\" disabled checked aria-label=\"fait\"> "
      : "<input type=\"checkbox\" disabled aria-label=\"à faire\"> "
    // The box stands on the line of the first paragraph.
    guard !isTight, case .paragraph(let content)? = item.blocks.first else {
      text += box
      return write(item.blocks, isTight: isTight)
    }
    text += "<p>" + box
    write(content)
    text += "</p>\n"
    write(Array(item.blocks.dropFirst()), isTight: isTight)
  }

  private mutating func write(_ code: CodeBlock) {
    startLine()
    // Long lines scroll sideways, with the keyboard too.
    text += "<pre tabindex=\"0\"><code"
    if let language = code.info.split(whereSeparator: \.isWhitespace).first {
      text += " class=\"language-"
      text.appendEscaped(language)
      text += "\""
    }
    text += ">"
    text.appendEscaped(code.text)
    text += "</code></pre>\n"
  }

  private mutating func write(_ table: Table) {
    tables += 1
    startLine()
    text += "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tableau \(tables)"
    let names = table.header.map { PlainTextRenderer.text(of: $0) }.filter { !$0.isEmpty }
    if !names.isEmpty { text.appendEscaped("\u{A0}: " + names.joined(separator: ", ")) }
    text += "\">\n<table>\n<thead>\n<tr>\n"
    for (cell, alignment) in zip(table.header, table.alignments) {
      // What is empty heads nothing.
      let element = cell.isEmpty ? "td" : "th"
      write(cell, element, alignment, attributes: cell.isEmpty ? "" : " scope=\"col\"")
    }
    text += "</tr>\n</thead>\n"
    if !table.rows.isEmpty {
      text += "<tbody>\n"
      for row in table.rows {
        text += "<tr>\n"
        for (cell, alignment) in zip(row, table.alignments) { write(cell, "td", alignment) }
        text += "</tr>\n"
      }
      text += "</tbody>\n"
    }
    text += "</table>\n</div>\n"
  }

  private mutating func write(
    _ cell: [Inline], _ element: String, _ alignment: Table.Alignment, attributes: String = ""
  ) {
    text += "<\(element)\(attributes)"
    switch alignment {
    case .none: break
    case .left: text += " class=\"align-left\""
    case .center: text += " class=\"align-center\""
    case .right: text += " class=\"align-right\""
    }
    text += ">"
    write(cell)
    text += "</\(element)>\n"
  }
}
