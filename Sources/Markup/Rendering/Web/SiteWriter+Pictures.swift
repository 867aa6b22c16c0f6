import HTML

extension SiteWriter {
  /// - Parameter sizes: how wide it is shown.
  mutating func write(_ figure: Figure, sizes: String) {
    text += "<figure>\n"
    let largest = figure.image.picture.flatMap(\.openedLarge)
    if let largest {
      text += "<a href=\""
      text.appendEscapedAddress(renderer.link(largest.path))
      text += "\" aria-label=\"Voir en grand"
      if !figure.image.alternative.isEmpty { text.appendEscaped("\u{A0}: " + figure.image.alternative) }
      text += "\">"
    }
    write(figure.image, sizes: sizes)
    if largest != nil { text += "</a>" }
    text += "\n"
    if !figure.caption.isEmpty {
      text += "<figcaption>"
      write(figure.caption)
      text += "</figcaption>\n"
    }
    text += "</figure>\n"
  }

  /// A picture at the sizes that were prepared, or as it is; `sizes` says to the browser how wide it is shown.
  mutating func write(_ image: Image, sizes: String) {
    guard let picture = image.picture, let fallback = picture.fallback else { return writePlain(image) }
    let modern = picture.modernFormats
    if !modern.isEmpty { text += "<picture>" }
    for format in modern {
      text += "<source type=\"\(format.mediaType)\""
      writeSources(picture.variants(format), sizes: sizes)
      text += ">"
    }
    text += "<img src=\""
    text.appendEscapedAddress(renderer.link(fallback.path))
    text += "\""
    let others = picture.variants(fallback.format)
    if others.count > 1 { writeSources(others, sizes: sizes) }
    text += " width=\"\(picture.width)\" height=\"\(picture.height)\""
    writeEnd(image)
    if !modern.isEmpty { text += "</picture>" }
  }

  private mutating func writePlain(_ image: Image) {
    guard let address = address(of: image.target) else { return text.appendEscaped(image.alternative) }
    text += "<img src=\""
    text.appendEscapedAddress(address)
    text += "\""
    writeEnd(image)
  }

  private mutating func writeEnd(_ image: Image) {
    pictures += 1
    text += " alt=\""
    text.appendEscaped(image.alternative)
    text += "\""
    if !image.title.isEmpty {
      text += " title=\""
      text.appendEscaped(image.title)
      text += "\""
    }
    if pictures > 1 || !renderer.isFirstPictureEager { text += " loading=\"lazy\"" }
    text += " decoding=\"async\">"
  }

  private mutating func writeSources(_ variants: [Picture.Variant], sizes: String) {
    text += " srcset=\""
    for (number, variant) in variants.enumerated() {
      if number > 0 { text += ", " }
      text.appendEscapedSource(renderer.link(variant.path))
      text += " \(variant.width)w"
    }
    text += "\" sizes=\""
    text.appendEscaped(sizes)
    text += "\""
  }
}

extension TextBuilder {
  /// An address within `srcset`, where commas part the addresses.
  fileprivate mutating func appendEscapedSource(_ address: String) {
    appendEscapedAddress(address.replacing(",", with: "%2C"))
  }
}
