import HTML

extension SiteWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let value): text.appendEscaped(value)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br>\n"
    case .code(let value):
      text += "<code>"
      text.appendEscaped(value)
      text += "</code>"
    case .emphasis(let content): write(content, in: "em")
    case .strong(let content): write(content, in: "strong")
    case .strikethrough(let content): write(content, in: "del")
    case .link(let link): write(link)
    case .image(let image): write(image, sizes: renderer.imageSizes)
    case .abbreviation(let value, let title):
      text += "<abbr title=\""
      text.appendEscaped(title)
      text += "\">"
      text.appendEscaped(value)
      text += "</abbr>"
    case .rawHTML: break
    case .footnoteReference(let number, let occurrence): writeReference(number, occurrence)
    }
  }

  private mutating func write(_ content: [Inline], in element: String) {
    text += "<\(element)>"
    write(content)
    text += "</\(element)>"
  }

  private mutating func write(_ link: Link) {
    guard let address = address(of: link.target) else { return write(link.content) }
    text += "<a href=\""
    text.appendEscapedAddress(address)
    text += "\""
    if !link.title.isEmpty {
      text += " title=\""
      text.appendEscaped(link.title)
      text += "\""
    }
    text += ">"
    if link.content.hasSubstance {
      write(link.content)
    } else {
      text.appendEscaped(address)
    }
    text += "</a>"
  }

  /// What to write as an address; `nil` where it may not be published.
  func address(of target: Target) -> String? {
    switch target {
    case .site(let path): return renderer.link(path)
    case .written(let address):
      if address.hasPrefix("#"), anchors.contains(String(address.dropFirst())) {
        return "#" + renderer.idPrefix + address.dropFirst()
      }
      return URLScheme.safe(address)
    }
  }
}
