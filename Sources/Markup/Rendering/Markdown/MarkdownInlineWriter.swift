import Text

/// Writes running text as Markdown.
struct MarkdownInlineWriter {
  let escaping: MarkdownRenderer.Escaping
  let emphasis: MarkdownRenderer.EmphasisSign
  let footnotes: [Footnote]

  /// Bytes above which a line is broken where it has a space: no reader takes lines of any length.
  private static let longestLine = 2000

  private struct Place {
    var isInTable = false
    var isInLink = false
    var isInStrong = false
  }

  /// A paragraph.
  func lines(_ inlines: [Inline]) -> [String] {
    let text = self.text(inlines, Place())
    guard !text.isEmpty else { return [] }
    return text[...].parts(at: UInt8(ascii: "\n")).flatMap { Self.broken($0) }
      .map { MarkdownLineStart.escaped($0) }
  }

  /// A heading, on one line.
  func heading(_ inlines: [Inline]) -> String {
    let text = self.text(inlines, Place()).replacing("\\\n", with: " ").replacing("\n", with: " ")
    // Signs at the end would close it.
    let signs = text.reversed().prefix { $0 == "#" }.count
    return signs > 0 ? String(text.dropLast(signs)) + "\\" + text.suffix(signs) : text
  }

  /// A cell of a table, on one line.
  func cell(_ inlines: [Inline]) -> String {
    text(inlines, Place(isInTable: true)).replacing("\\\n", with: " ").replacing("\n", with: " ")
  }

  private static func broken(_ line: Substring) -> [String] {
    guard line.utf8.count > longestLine else { return [String(line)] }
    var lines: [String] = []
    var current = ""
    for word in line.parts(at: UInt8(ascii: " ")) {
      if !current.isEmpty, current.utf8.count + word.utf8.count >= longestLine {
        lines.append(current)
        current = String(word)
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    return lines + [current]
  }

  // MARK: Pieces

  private func text(_ inlines: [Inline], _ place: Place) -> String {
    var result = ""
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      let isAtEdge = index == 0 || next == nil
      switch inline {
      case .text(let words), .abbreviation(let words, _):
        let isBeforeLink = if case .link = next { true } else if case .footnoteReference = next { true } else { false }
        result += MarkdownEscaper(escaping, isInTable: place.isInTable, isInLink: place.isInLink)
          .escaped(words, isBeforeLink: isBeforeLink, isAlone: inlines.count == 1)
      case .softBreak: result += "\n"
      // An address that is no link of ours takes the sign for its own (GFM 6.9).
      case .lineBreak:
        let isBehindWords = index > 0 && Self.isWords(inlines[index - 1])
        result += (isBehindWords && Self.endsWithAddress(result) ? "  " : "\\") + "\n"
      case .code(let code): result += Self.code(code, place)
      case .emphasis(let content):
        // Beside two stars a third one would be read as theirs.
        let touchesStars =
          isAtEdge && emphasis == .star && (result.hasSuffix("*") || result.isEmpty && place.isInStrong)
        let sign = touchesStars ? "_" : emphasis.rawValue
        result += sign + text(content, place) + sign
      case .strong(let content):
        var inside = place
        inside.isInStrong = true
        result += "**" + text(content, inside) + "**"
      case .strikethrough(let content): result += "~~" + text(content, place) + "~~"
      case .link(let link): result += self.link(link, place)
      case .image(let image):
        let words = MarkdownEscaper(escaping, isInTable: place.isInTable, isInLink: true)
          .escaped(image.alternative, isBeforeLink: false, isAlone: true)
        result += "![" + words + "](" + Self.destination(image.target, image.title, place) + ")"
      case .rawHTML: break
      case .footnoteReference(let number, _):
        let footnote = footnotes.first { $0.number == number }
        result += "[^" + (footnote.map(MarkdownRenderer.label) ?? String(number)) + "]"
      }
    }
    return result
  }

  private static func isWords(_ inline: Inline) -> Bool {
    switch inline {
    case .text, .abbreviation, .emphasis, .strong, .strikethrough: true
    case .softBreak, .lineBreak, .code, .link, .image, .rawHTML, .footnoteReference: false
    }
  }

  /// Whether the last word of `text` is, or holds, an address that readers make a link of.
  private static func endsWithAddress(_ text: String) -> Bool {
    let word = text.utf8.reversed().prefix { !$0.isBlank && $0 != .lineFeed }
    let written = String(decoding: word.reversed(), as: UTF8.self).lowercased()
    return written.holds("://") || written.holds("www.")
  }

  private static func code(_ code: String, _ place: Place) -> String {
    var text = code.replacing("\n", with: " ")
    if place.isInTable { text = text.replacing("|", with: "\\|") }
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let touches = text.hasPrefix("`") || text.hasSuffix("`")
    let isPadded = text.hasPrefix(" ") && text.hasSuffix(" ") && text.contains { $0 != " " }
    let blank = touches || isPadded ? " " : ""
    return fence + blank + text + blank + fence
  }

  private func link(_ link: Link, _ place: Place) -> String {
    if case .written(let address) = link.target, link.title.isEmpty, case .text(let words)? = link.content.first,
      link.content.count == 1, words == address || "mailto:" + words == address, Self.isBare(words)
    {
      return "<" + words + ">"
    }
    var inside = place
    inside.isInLink = true
    return "[" + text(link.content, inside) + "](" + Self.destination(link.target, link.title, place) + ")"
  }

  /// Whether an address can stand between `<` and `>`: with its scheme, or that of a mailbox.
  private static func isBare(_ address: String) -> Bool {
    guard !address.contains(where: { $0.isWhitespace || "<>\\|".contains($0) }), address.utf8.allSatisfy({ $0 < 0x80 })
    else { return false }
    return address.isWebAddress || EmailAddress(address)?.text == address
  }

  private static func destination(_ target: Target, _ title: String, _ place: Place) -> String {
    let address =
      switch target {
      case .written(let address), .site(let address): address
      }
    var result = MarkdownAddress.written(address)
    if !title.isEmpty {
      result += " \"" + MarkdownEscaper.title(title) + "\""
    }
    return place.isInTable ? result.replacing("|", with: "\\|") : result
  }
}
