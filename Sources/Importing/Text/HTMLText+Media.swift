import Diagnostics
import Markup
import Text

extension HTMLText {
  // MARK: Pictures

  mutating func addPicture(_ element: MarkupElement, larger: String? = nil) {
    guard let address = Self.address(of: element) else {
      if let source = element.attribute("src"), source.hasPrefix("data:") { remark { .importEmbeddedPicture($0) } }
      return
    }
    if Self.isSmiley(element) || Self.isCounter(element) {
      flow.run.add(element.attribute("alt") ?? "", state.style)
      return
    }
    guard case .shown(let target, let known, let knownCaption) = options.picture(address, larger) else { return }
    let given = Self.words(element.attributes["alt"] ?? "")
    let alternative = given.isEmpty ? known ?? "" : given
    let caption = state.caption.map { PlainTextRenderer.text(of: $0) } ?? knownCaption ?? ""
    if alternative.isEmpty, caption.isEmpty { remark { .importPictureWithoutAlternative($0, address: target) } }
    let image = Image(
      target: .written(MarkdownAddress.written(target)), alternative: alternative.isEmpty ? caption : alternative,
      title: caption == alternative ? "" : caption, position: TextPosition(line: 0, column: 0))
    flow.run.add(.image(image), state.style)
  }

  /// Where the picture is: pages that load late keep it elsewhere than in `src`.
  private static func address(of element: MarkupElement) -> String? {
    let names = ["data-lazy-src", "data-src", "data-original", "data-orig-file", "src"]
    let candidates = names.compactMap { element.attribute($0) }.filter { !$0.hasPrefix("data:") && !$0.isEmpty }
    return candidates.first
      ?? element.attribute("srcset")?.split(whereSeparator: { $0 == "," || $0.isWhitespace }).first.map(String.init)
  }

  private static func isSmiley(_ element: MarkupElement) -> Bool {
    element.classes.contains { ["emoji", "wp-smiley"].contains($0) }
  }

  /// A picture of one dot, by which somebody counts who reads.
  private static func isCounter(_ element: MarkupElement) -> Bool {
    ["width", "height"].contains { ["0", "1"].contains(element.attribute($0) ?? "") }
  }

  static func words(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{200B}" }.joined(separator: " ")
  }

  /// Pictures with a caption, or anything else with one.
  mutating func addFigure(_ element: MarkupElement) {
    let caption = element.first("figcaption")
    let rest = element.children.filter { if case .element(let child) = $0 { child.name != "figcaption" } else { true } }
    let pictures = element.allBelow { $0.name == "img" }
    let isGallery = element.classes.contains("wp-block-gallery") || element.classes.contains("gallery")
    if isGallery || pictures.count > 1 && element.firstBelow(where: { $0.name == "figure" }) != nil {
      return addGallery(element, caption: caption)
    }
    let words = caption.map { inlines(of: $0.children) } ?? []
    let isPicture =
      pictures.count == 1
      && element.firstBelow { ["table", "blockquote", "iframe", "video", "audio", "p", "pre"].contains($0.name) } == nil
    flush()
    if isPicture {
      let outer = state.caption
      state.caption = words.isEmpty ? nil : words
      visitBlock(rest)
      state.caption = outer
      // A link in a caption would be lost in it.
      if words.contains(where: { if case .link = $0 { true } else { false } }) { add(.paragraph(words)) }
    } else {
      visitBlock(rest)
      if !words.isEmpty {
        flow.run.add("", state.style)
        add(.paragraph(words))
      }
    }
  }

  /// Pictures side by side.
  mutating func addGallery(_ element: MarkupElement, caption: MarkupElement? = nil) {
    flush()
    if let identities = element.attribute("ids") {
      for identity in identities.split(separator: ",") {
        addPicture(MarkupElement(name: "img", attributes: ["src": ImportMedium.scheme + identity.filter(\.isNumber)]))
        flow.run.add(" ", InlineRun.Style())
      }
      return flush()
    }
    for picture in Self.pictures(in: element) {
      let outer = state.caption
      if let words = picture.caption {
        let content = inlines(of: words.children)
        state.caption = content.isEmpty ? nil : content
      }
      addPicture(picture.image, larger: picture.larger)
      state.caption = outer
      flow.run.add(" ", InlineRun.Style())
    }
    flush()
    if let caption { visitBlock(caption.children) }
  }

  private struct GalleryPicture {
    var image: MarkupElement
    var caption: MarkupElement?
    var larger: String?
  }

  private static func pictures(in element: MarkupElement) -> [GalleryPicture] {
    element.elements.flatMap { child -> [GalleryPicture] in
      if child.name == "img" { return [GalleryPicture(image: child)] }
      if child.name == "figcaption" { return [] }
      var inner = pictures(in: child)
      if inner.count == 1 {
        if child.name == "a", let address = child.attribute("href"), isPicture(address) { inner[0].larger = address }
        if inner[0].caption == nil {
          inner[0].caption =
            child.first("figcaption") ?? child.elements.first { $0.classes.contains("gallery-caption") }
        }
      }
      return inner
    }
  }

  /// `[caption]`: a picture, and behind it what is said of it.
  mutating func addCaptioned(_ element: MarkupElement) {
    flush()
    let outer = state.caption
    var nodes = element.children
    let picture = nodes.firstIndex { node in
      guard case .element(let child) = node else { return false }
      return child.name == "img" || child.firstBelow { $0.name == "img" } != nil
    }
    guard let picture else { return visitBlock(nodes) }
    let words = inlines(of: Array(nodes[(picture + 1)...]))
    let given = Self.words(element.attribute("caption") ?? "")
    state.caption = words.isEmpty ? (given.isEmpty ? nil : [.text(given)]) : words
    nodes = [nodes[picture]]
    visitBlock(nodes)
    state.caption = outer
    if words.contains(where: { if case .link = $0 { true } else { false } }) { add(.paragraph(words)) }
  }
}
