import HTML

/// Writes what `cmark_render_html` of cmark-gfm 0.29.0.gfm.6 writes for the same tree, byte for byte, raw HTML off.
struct GFMWriter {
  private(set) var text = TextBuilder()
  let footnotes: [Footnote]
  let link: @Sendable (String) -> String
  /// Whether the author's own HTML is part of it: only for who reads it again.
  let keepsRaw: Bool

  init(footnotes: [Footnote], keepsRaw: Bool = false, link: @escaping @Sendable (String) -> String) {
    self.footnotes = footnotes
    self.keepsRaw = keepsRaw
    self.link = link
  }

  mutating func write(_ document: Document) {
    write(document.blocks, isTight: false)
    guard !footnotes.isEmpty else { return }
    text += "<section class=\"footnotes\" data-footnotes>\n<ol>\n"
    for footnote in footnotes { write(footnote) }
    text += "</ol>\n</section>\n"
  }

  private mutating func startLine() {
    if let last = text.bytes.last, last != UInt8(ascii: "\n") { text += "\n" }
  }

  private mutating func write(_ blocks: [Block], isTight: Bool) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block {
    case .paragraph(let content):
      if isTight { return write(content) }
      startLine()
      text += "<p>"
      write(content)
      text += "</p>\n"
    case .heading(let heading):
      startLine()
      text += "<h\(heading.level)>"
      write(heading.content)
      text += "</h\(heading.level)>\n"
    case .quote(let blocks):
      startLine()
      text += "<blockquote>\n"
      write(blocks, isTight: false)
      startLine()
      text += "</blockquote>\n"
    case .list(let list): write(list)
    case .code(let code):
      startLine()
      text += "<pre><code"
      // A form feed is no space to it.
      let language = code.info.prefix { !" \t\n\r".unicodeScalars.contains($0.unicodeScalars.first ?? "a") }
      // Where there is a word behind the fence or not: as cmark-gfm does.
      if !code.info.isEmpty {
        text += " class=\"language-"
        text.appendEscaped(language, keepingControls: true)
        text += "\""
      }
      text += ">"
      text.appendEscaped(code.text, keepingControls: true)
      text += "</code></pre>\n"
    case .table(let table): write(table)
    case .thematicBreak:
      startLine()
      text += "<hr />\n"
    case .rawHTML(let html, _):
      startLine()
      text += keepsRaw ? html + "\n" : "<!-- raw HTML omitted -->\n"
    case .figure(let figure): write(.paragraph([.image(figure.image)]), isTight: false)
    case .gallery(let figures): write(.paragraph(figures.map { .image($0.image) }), isTight: false)
    }
  }

  private mutating func write(_ list: List) {
    startLine()
    switch list.start {
    case nil: text += "<ul>\n"
    case 1?: text += "<ol>\n"
    case let start?: text += "<ol start=\"\(start)\">\n"
    }
    for item in list.items {
      startLine()
      text += "<li>"
      if let isChecked = item.isChecked {
        text += "<input type=\"checkbox\"\(isChecked ? " checked=\"\"" : "") disabled=\"\" /> "
      }
      write(item.blocks, isTight: list.isTight)
      text += "</li>\n"
    }
    text += list.start == nil ? "</ul>\n" : "</ol>\n"
  }

  private mutating func write(_ table: Table) {
    startLine()
    text += "<table>\n<thead>\n"
    write(table.header, "th", table.alignments)
    text += "</thead>\n"
    if !table.rows.isEmpty {
      text += "<tbody>\n"
      for row in table.rows { write(row, "td", table.alignments) }
      text += "</tbody>\n"
    }
    text += "</table>\n"
  }

  private mutating func write(_ row: [[Inline]], _ element: String, _ alignments: [Table.Alignment]) {
    text += "<tr>\n"
    for (cell, alignment) in zip(row, alignments) {
      text += "<\(element)"
      switch alignment {
      case .none: break
      case .left: text += " align=\"left\""
      case .center: text += " align=\"center\""
      case .right: text += " align=\"right\""
      }
      text += ">"
      write(cell)
      text += "</\(element)>\n"
    }
    text += "</tr>\n"
  }

  private mutating func write(_ footnote: Footnote) {
    text += "<li id=\"fn-"
    text.appendEscapedAddress(footnote.label)
    text += "\">\n"
    if case .paragraph(let content)? = footnote.blocks.last {
      write(Array(footnote.blocks.dropLast()), isTight: false)
      startLine()
      text += "<p>"
      write(content)
      text += " "
      writeReturns(footnote)
      text += "</p>\n"
    } else {
      write(footnote.blocks, isTight: false)
      writeReturns(footnote)
      text += "\n"
    }
    text += "</li>\n"
  }

  private mutating func writeReturns(_ footnote: Footnote) {
    for occurrence in 1...max(1, footnote.references) {
      if occurrence > 1 { text += " " }
      text += "<a href=\"#fnref-"
      text.appendEscapedAddress(footnote.label)
      if occurrence > 1 { text += "-\(occurrence)" }
      text += "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩"
      if occurrence > 1 { text += "<sup class=\"footnote-ref\">\(occurrence)</sup>" }
      text += "</a>"
    }
  }

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let value): text.appendEscaped(value, keepingControls: true)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br />\n"
    case .code(let value):
      text += "<code>"
      text.appendEscaped(value, keepingControls: true)
      text += "</code>"
    case .emphasis(let content): write(content, in: "em")
    case .strong(let content): write(content, in: "strong")
    case .strikethrough(let content): write(content, in: "del")
    case .link(let value):
      text += "<a href=\""
      writeAddress(value.target)
      writeTitle(value.title)
      text += "\">"
      write(value.content)
      text += "</a>"
    case .image(let image):
      text += "<img src=\""
      writeAddress(image.target)
      text += "\" alt=\""
      text.appendEscaped(image.alternative, keepingControls: true)
      writeTitle(image.title)
      text += "\" />"
    case .abbreviation(let value, _): text.appendEscaped(value, keepingControls: true)
    case .rawHTML(let html, _): text += keepsRaw ? html : "<!-- raw HTML omitted -->"
    case .footnoteReference(let number, _) where keepsRaw: text += "<gz-note n=\"\(number)\"></gz-note>"
    case .footnoteReference(let number, let occurrence):
      let label = footnotes.indices.contains(number - 1) ? footnotes[number - 1].label : String(number)
      text += "<sup class=\"footnote-ref\"><a href=\"#fn-"
      text.appendEscapedAddress(label)
      text += "\" id=\"fnref-"
      text.appendEscapedAddress(label)
      if occurrence > 1 { text += "-\(occurrence)" }
      text += "\" data-footnote-ref>\(number)</a></sup>"
    }
  }

  private mutating func write(_ content: [Inline], in element: String) {
    text += "<\(element)>"
    write(content)
    text += "</\(element)>"
  }

  private mutating func writeTitle(_ title: String) {
    if !title.isEmpty {
      text += "\" title=\""
      text.appendEscaped(title, keepingControls: true)
    }
  }

  private mutating func writeAddress(_ target: Target) {
    switch target {
    case .site(let path): text.appendEscapedAddress(link(path))
    case .written(let address): if !Self.isDangerous(address) { text.appendEscapedAddress(address) }
    }
  }

  /// The addresses that cmark-gfm leaves empty (`_scan_dangerous_url`).
  private static func isDangerous(_ address: String) -> Bool {
    let start = address.prefix(24).lowercased()
    if start.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
    }
    return start.hasPrefix("javascript:") || start.hasPrefix("vbscript:") || start.hasPrefix("file:")
  }
}
