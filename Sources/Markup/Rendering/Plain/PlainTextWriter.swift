import HTML
import Text

/// Writes blocks as lines of plain text.
struct PlainTextWriter {
  let link: @Sendable (String) -> String

  /// The lines of `blocks`, with an empty one between each two.
  func lines(_ blocks: [Block], width: Int, isTight: Bool = false) -> [String] {
    var lines: [String] = []
    for block in blocks {
      let more = self.lines(block, width: width)
      guard !more.isEmpty else { continue }
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += more
    }
    return lines
  }

  func lines(_ footnote: Footnote, width: Int) -> [String] {
    let mark = "Note \(footnote.number). "
    return Self.indented(lines(footnote.blocks, width: width - mark.count), mark: mark)
  }

  private func lines(_ block: Block, width: Int) -> [String] {
    switch block {
    case .paragraph(let content): return TextWrapping.lines(text(content), width: width)
    case .heading(let heading): return lines(heading, width: width)
    case .quote(let blocks):
      return lines(blocks, width: width - 2).map { $0.isEmpty ? ">" : "> " + $0 }
    case .list(let list): return lines(list, width: width)
    case .code(let code):
      var lines = code.text.withoutControls.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last == "" { lines.removeLast() }
      return lines.map { $0.isEmpty ? "" : "    " + $0 }
    case .table(let table): return lines(table, width: width)
    case .thematicBreak: return ["* * *"]
    case .rawHTML: return []
    case .figure(let figure): return lines(figure, width: width)
    case .gallery(let figures): return figures.flatMap { lines($0, width: width) }
    }
  }

  private func lines(_ heading: Heading, width: Int) -> [String] {
    let lines = TextWrapping.lines(text(heading.content), width: width)
    guard let longest = lines.map(\.count).max() else { return [] }
    let mark = heading.level == 1 ? "=" : heading.level == 2 ? "-" : "."
    return lines + [String(repeating: mark, count: longest)]
  }

  private func lines(_ list: List, width: Int) -> [String] {
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      var mark = list.start.map { "\($0 &+ index). " } ?? "- "
      if let isChecked = item.isChecked { mark += isChecked ? "☑ " : "☐ " }
      let content = self.lines(item.blocks, width: width - mark.count, isTight: list.isTight)
      // All of it is struck.
      if content.isEmpty, !item.blocks.isEmpty { continue }
      if !lines.isEmpty, !list.isTight { lines.append("") }
      lines += Self.indented(content.isEmpty ? [""] : content, mark: mark)
    }
    return lines
  }

  /// `lines` with `mark` before the first and as much space before the others.
  private static func indented(_ lines: [String], mark: String) -> [String] {
    let space = String(repeating: " ", count: mark.count)
    return lines.enumerated().map { index, line in
      if index == 0 { return line.isEmpty ? String(mark.dropLast()) : mark + line }
      return line.isEmpty ? "" : space + line
    }
  }

  private func lines(_ table: Table, width: Int) -> [String] {
    let names = table.header.map { text($0) }
    if table.rows.isEmpty { return names.filter { !$0.isEmpty }.flatMap { TextWrapping.lines($0, width: width) } }
    var lines: [String] = []
    for row in table.rows {
      let cells = zip(names, row).compactMap { name, cell -> String? in
        let value = text(cell)
        if value.isEmpty { return nil }
        return name.isEmpty ? value : "\(name)\u{A0}: \(value)"
      }
      if cells.isEmpty { continue }
      if !lines.isEmpty { lines.append("") }
      lines += cells.flatMap { TextWrapping.lines($0, width: width) }
    }
    return lines
  }

  private func lines(_ figure: Figure, width: Int) -> [String] {
    let alternative = figure.image.alternative
    let picture = alternative.isEmpty ? [] : TextWrapping.lines("(Image\u{A0}: \(alternative))", width: width)
    return picture + TextWrapping.lines(text(figure.caption), width: width)
  }

  /// Running text; what must begin a new line stands behind a line feed.
  private func text(_ inlines: [Inline]) -> String {
    var text = ""
    append(inlines, to: &text)
    return text.withoutControls
  }

  private func append(_ inlines: [Inline], to text: inout String) {
    var isBehindGap = false
    for inline in inlines {
      defer { isBehindGap = if case .strikethrough = inline { true } else { false } }
      switch inline {
      case .text(let value) where isBehindGap: text.append(behindGap: value)
      case .text(let value), .abbreviation(let value, _): text += value
      case .code(let value): text += value
      case .softBreak: text += " "
      case .lineBreak: text += "\n"
      case .emphasis(let content), .strong(let content): append(content, to: &text)
      // Without its stroke it would say the contrary.
      case .strikethrough: break
      case .link(let link): append(link, to: &text)
      case .image(let image): text += image.alternative
      case .footnoteReference(let number, _): text += "\u{A0}(note\u{A0}\(number))"
      case .rawHTML: break
      }
    }
  }

  private func append(_ value: Link, to text: inout String) {
    var words = ""
    append(value.content, to: &words)
    let address: String
    switch value.target {
    case .site(let path): address = link(path)
    case .written(let written):
      // Places within the page are not to be had in plain text.
      guard !written.hasPrefix("#"), let safe = URLScheme.safe(written) else { return text += words }
      address = safe.replacing(" ", with: "%20")
    }
    // With a subject it is more than an address: what opens a mail must see what it is.
    let recipients = address.contains("?") ? nil : EmailAddress.recipients(ofLink: address)
    let bare = recipients ?? (address.hasPrefix("tel:") ? String(address.dropFirst("tel:".count)) : address)
    let shown = words.withSmallScheme
    if shown.isEmpty || shown == address || shown == bare || WebScheme(of: address)?.rest(of: address) == shown[...] {
      text += bare
    } else {
      text += "\(words) <\(bare)>"
    }
  }
}
