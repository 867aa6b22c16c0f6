import HTML

extension MailWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let value): text.appendEscaped(value)
    case .softBreak: text += "\n"
    case .lineBreak: text += "<br>\n"
    case .code(let value):
      open("code", renderer.declarations.code)
      text.appendEscaped(value)
      text += "</code>"
    case .emphasis(let content): write(content, in: "em", "font-style:italic")
    case .strong(let content): write(content, in: "strong", "font-weight:bold")
    case .strikethrough(let content): write(content, in: "del", "text-decoration:line-through")
    case .link(let link):
      guard let address = address(of: link.target) else { return write(link.content) }
      text += "<a href=\""
      text.appendEscapedAddress(address)
      text += "\" style=\""
      text.appendEscaped(renderer.declarations.link)
      text += "\">"
      if link.content.hasSubstance { write(link.content) } else { text.appendEscaped(address) }
      text += "</a>"
    case .image(let image): write(image)
    case .abbreviation(let value, let title):
      text += "<abbr title=\""
      text.appendEscaped(title)
      text += "\" style=\"text-decoration:none\">"
      text.appendEscaped(value)
      text += "</abbr>"
    case .rawHTML: break
    case .footnoteReference(let number, _):
      open("sup", "font-size:12px;line-height:0")
      text += "(\(number))</sup>"
    }
  }

  private mutating func write(_ content: [Inline], in element: String, _ declarations: String) {
    open(element, declarations)
    write(content)
    text += "</\(element)>"
  }

  mutating func write(_ image: Image) {
    var source = address(of: image.target)
    var sharpSource: String?
    var width = renderer.imageWidth
    var size = ""
    if let picture = image.picture {
      let known =
        picture.everywhere(width: width) ?? picture.best(.png, width: width) ?? picture.best(.gif, width: width)
      source = known.map { renderer.link($0.path) }
      if let known, let sharp = picture.best(known.format, width: 2 * width), sharp.width > known.width {
        sharpSource = renderer.link(sharp.path)
      }
      width = min(width, picture.width, max(1, picture.width * Self.greatestHeight / max(picture.height, 1)))
      let height = (picture.height * width + picture.width / 2) / max(picture.width, 1)
      size = " width=\"\(width)\" height=\"\(max(height, 1))\""
    }
    guard let source else { return text.appendEscaped(image.alternative) }
    text += "<img src=\""
    text.appendEscapedAddress(source)
    if let sharpSource {
      text += "\" srcset=\""
      text.appendEscapedAddress(sharpSource)
      text += " 2x"
    }
    text += "\" alt=\""
    text.appendEscaped(image.alternative)
    text += "\"\(size) style=\""
    if !size.isEmpty { text += "width:\(width)px;" }
    text.appendEscaped("max-width:100%;height:auto;border:0;" + renderer.declarations.small)
    text += "\">"
  }

  /// How high a picture is shown at most, in pixels: a portrait that fills the width would take more than a screen.
  private static let greatestHeight = 640

  /// The absolute address; `nil` where there is none that may stand in mail.
  private func address(of target: Target) -> String? {
    switch target {
    case .site(let path): return renderer.link(path)
    case .written(let written):
      guard let address = URLScheme.safe(written), let colon = address.firstIndex(of: ":") else { return nil }
      let scheme = address[..<colon].lowercased()
      return URLScheme.allowed.contains(scheme) ? address : nil
    }
  }
}
