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
        addPicture(MarkupElement(name: "img", attributes: ["src": "gazette-media:" + identity.filter(\.isNumber)]))
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

  // MARK: What is shown by others

  mutating func addEmbedded(_ element: MarkupElement) {
    let address = Self.words(element.text)
    guard address.hasPrefix("http") else { return visitBlock(element.children) }
    addForeignLink("iframe", to: address, title: element.attribute("title"))
  }

  mutating func visitForeign(_ element: MarkupElement) {
    switch element.name {
    case "iframe", "frame":
      let address = element.attribute("src") ?? element.attribute("data-src")
      guard let address, !address.hasPrefix("about:"), !address.hasPrefix("data:") else {
        remark { .importLeftOut($0, what: "iframe") }
        return
      }
      addForeignLink("iframe", to: Self.withScheme(address), title: element.attribute("title"))
    case "audio", "video", "gz-audio", "gz-video", "object", "embed", "applet":
      let names = ["src", "mp4", "mp3", "m4a", "ogg", "webm", "data", "href"]
      let sources = [element] + element.allBelow { $0.name == "source" || $0.name == "embed" }
      let address = sources.lazy.compactMap { source in names.lazy.compactMap { source.attribute($0) }.first }.first
      guard let address else {
        remark { .importLeftOut($0, what: element.name) }
        return
      }
      addForeignLink(
        element.name.replacing("gz-", with: ""), to: Self.withScheme(address), title: element.attribute("title"))
    case "noscript":
      // What is shown without script: mostly a picture that a script shows too.
      if element.firstBelow(where: { $0.name == "img" }) == nil { visit(element.children) }
    case "form": remark { .importForm($0, words: Self.words(element.textWithoutScripts)) }
    case "script": remark { .importLeftOut($0, what: "script") }
    case "button":
      if !element.text.allSatisfy(\.isWhitespace) { remark { .importForm($0, words: Self.words(element.text)) } }
    case "input", "select", "textarea", "datalist":
      if element.attribute("type")?.lowercased() != "hidden" { remark { .importForm($0, words: "") } }
    case "svg", "canvas", "map", "math", "dialog", "frameset", "progress", "meter":
      remark { .importLeftOut($0, what: element.name) }
    default: break
    }
  }

  /// Films and maps of others are a link to where they are.
  private mutating func addForeignLink(_ what: String, to address: String, title: String?) {
    let target: String
    switch options.link(EmbeddedAddress.page(of: address)) {
    case .to(let resolved): target = resolved
    case .words: target = address
    }
    remark { .importEmbedded($0, what: what, address: target) }
    let words = title.map(Self.words) ?? ""
    flush()
    addLink(words.isEmpty ? EmbeddedAddress.words(for: target, what) : words, to: target)
    flush()
  }

  private static func withScheme(_ address: String) -> String {
    address.hasPrefix("//") ? "https:" + address : address
  }
}

extension MarkupElement {
  fileprivate var textWithoutScripts: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .comment: ""
      case .element(let element):
        ["script", "style", "option"].contains(element.name) ? "" : element.textWithoutScripts
      }
    }.joined(separator: " ")
  }
}

/// What players that stand in a page of somebody else show, as a page of its own.
enum EmbeddedAddress {
  static func page(of address: String) -> String {
    guard let (host, path) = parts(of: address) else { return address }
    let steps = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
    guard let last = steps.last else { return address }
    switch host {
    case "youtube.com" where steps.first == "embed" && last != "embed" && last != "videoseries",
      "youtube-nocookie.com" where steps.first == "embed" && last != "embed" && last != "videoseries":
      return "https://www.youtube.com/watch?v=" + last
    case "player.vimeo.com" where steps.first == "video": return "https://vimeo.com/" + last
    case "dailymotion.com" where steps.first == "embed": return "https://www.dailymotion.com/video/" + last
    case "google.com" where steps.first == "maps" && last == "embed": return address
    default: return address
    }
  }

  static func words(for address: String, _ what: String) -> String {
    let host = parts(of: address)?.host ?? ""
    let kind =
      switch host {
      case "youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "peertube.fr": "Voir la vidéo"
      case "google.com", "openstreetmap.org", "umap.openstreetmap.fr", "framacarte.org": "Voir la carte"
      case "soundcloud.com", "w.soundcloud.com", "open.spotify.com": "Écouter"
      default:
        switch what {
        case "video": "Voir la vidéo"
        case "audio": "Écouter"
        default: "Voir"
        }
      }
    return host.isEmpty ? kind : "\(kind) sur \(host)"
  }

  /// The host without `www.`, and what stands behind it.
  private static func parts(of address: String) -> (host: String, path: String)? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...]
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, String(rest.dropFirst(host.count)))
  }
}
