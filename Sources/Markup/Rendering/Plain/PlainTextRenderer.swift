import Text

/// Renders a text as plain text: for the text part of mail, calendar descriptions, summaries, search.
///
/// Headings are underlined, lists and quotes marked as in mail, the cells of tables given one to a line with the name of
/// their column (« Lieu : l’Atelier »), links followed by their address (`texte <https://…>`): that needs no list at the
/// end, so that several texts can stand in one mail, and no square brackets, which some providers take for their own.
package struct PlainTextRenderer: Sendable {
  /// Columns at most, counted in characters; `nil` = lines are not broken. Addresses and other long words stay whole.
  package let width: Int?
  let link: @Sendable (String) -> String

  /// `link` gives the absolute address for a path of the site.
  package init(width: Int?, link: @escaping @Sendable (String) -> String = { $0 }) {
    self.width = width
    self.link = link
  }

  /// Lines with a line feed between them and none at the end.
  package func render(_ document: Document) -> String {
    var lines = PlainTextWriter(link: link).lines(document.blocks, width: width ?? .max)
    for footnote in document.footnotes {
      if !lines.isEmpty { lines.append("") }
      lines += PlainTextWriter(link: link).lines(footnote, width: width ?? .max)
    }
    return lines.joined(separator: "\n")
  }

  /// Whether the plain text of `document` has surely more than `size` bytes, spaces not counted: there is no need to
  /// render it then, where it would be too long.
  package static func isLonger(_ document: Document, than size: Int) -> Bool {
    var bytes = 0
    document.visit(
      blocks: { _ in },
      inlines: { inline in
        if bytes <= size, case .text(let text) = inline { bytes += text.withBytes { $0.count { $0 > 0x20 } } }
      })
    return bytes > size
  }

  /// Running text alone, without addresses of links, on one line.
  package static func text(of inlines: [Inline]) -> String {
    var text = ""
    append(inlines, to: &text)
    return text
  }

  /// All that can be read in `document`, one line for each paragraph, cell, heading …, without addresses or marks: for
  /// search.
  package static func text(of document: Document) -> String {
    var lines: [String] = []
    document.visit { block in
      switch block {
      case .paragraph(let content): lines.append(text(of: content))
      case .heading(let heading): lines.append(text(of: heading.content))
      case .table(let table): lines += ([table.header] + table.rows).joined().map { text(of: $0) }
      case .code(let code): lines.append(code.text)
      case .figure(let figure): lines.append(text(of: [.image(figure.image), .text(" ")] + figure.caption))
      case .gallery(let figures):
        lines += figures.map { text(of: [.image($0.image), .text(" ")] + $0.caption) }
      case .quote, .list, .thematicBreak, .rawHTML: break
      }
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func append(_ inlines: [Inline], to text: inout String) {
    var isBehindGap = false
    for inline in inlines {
      defer { isBehindGap = if case .strikethrough = inline { true } else { false } }
      switch inline {
      case .text(let value) where isBehindGap: text.append(behindGap: value)
      case .text(let value), .code(let value), .abbreviation(let value, _): text += value
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let content), .strong(let content): append(content, to: &text)
      // Without its stroke it would say the contrary.
      case .strikethrough: break
      case .link(let link): append(link.content, to: &text)
      case .image(let image): text += image.alternative
      case .rawHTML, .footnoteReference: break
      }
    }
  }
}

extension String {
  /// Appends what stands behind words that were left out: with one space, and none at the start or before a full stop; of
  /// brackets nothing is left where nothing is left in them.
  mutating func append(behindGap value: String) {
    var rest = value[...]
    let before = reversed().prefix { $0.isWhitespace }.count
    let opening = dropLast(before).last.flatMap { Self.brackets[$0] }
    if let opening, rest.drop(while: \.isWhitespace).first == opening {
      rest = rest.drop(while: \.isWhitespace).dropFirst()
      removeLast(before + 1)
    }
    if isEmpty || last == "\n" {
      rest = rest.drop { $0 == " " || $0 == "," }
    } else if last == " ", let first = rest.first, first.isWhitespace || ".,".contains(first) {
      removeLast()
      if last == "," { removeLast() }
    }
    self += rest
  }

  private static let brackets: [Character: Character] = ["(": ")", "[": "]", "«": "»", "“": "”"]
}
