import Diagnostics
import Markup
import Text

extension HTMLText {
  mutating func visit(_ element: MarkupElement) {
    switch element.name {
    // Running text
    case "b", "strong": styled({ $0.isStrong = !Self.isLight(element) }, element.children)
    case "i", "em", "cite", "dfn": styled({ $0.isEmphasized = !Self.isUpright(element) }, element.children)
    case "s", "strike", "del": styled({ $0.isStruck = true }, element.children)
    case "code", "kbd", "samp", "tt", "var": addCode(element)
    case "sup": addRaised(element)
    case "sub": addLowered(element)
    case "q":
      flow.run.add("« ", state.style)
      visit(element.children)
      flow.run.add(" »", state.style)
    case "gz-note":
      if let number = element.attribute("n").flatMap(Int.init) {
        flow.run.add(.footnoteReference(number: number, occurrence: 1), InlineRun.Style())
      }
    case "br": flow.run.addBreak(state.style)
    case "wbr": break
    case "a": visitLink(element)
    case "img", "amp-img": addPicture(element)
    case "abbr", "acronym": visitAcronym(element)
    case "span", "font", "u", "ins", "small", "big", "mark", "time", "data", "bdi", "bdo", "label", "output", "ruby",
      "rb",
      "gz-text":
      visitStyled(element)
    case "rp": break
    case "rt": visit([.text(" (")] + element.children + [.text(")")])

    // Blocks
    case "p": visitParagraph(element)
    case "h1", "h2", "h3", "h4", "h5", "h6": addHeading(element, level: Int(element.name.dropFirst()) ?? 2)
    case "ul", "ol", "menu", "dir": addList(element)
    case "li": visitBlock(element.children)
    case "dl": addDefinitions(element)
    case "blockquote": addQuote(element)
    case "pre", "listing", "xmp": addPreformatted(element)
    case "hr": state.isInline ? flush() : add(.thematicBreak)
    case "table": addTable(element)
    case "figure": addFigure(element)
    case "figcaption", "legend", "caption": visitBlock(element.children)
    case "details": visitBlock(element.children)
    case "summary": addStrongParagraph(element)
    case "gz-caption": addCaptioned(element)
    case "gz-gallery": addGallery(element)
    case "gz-embed": addEmbedded(element)
    case "gz-playlist": addPlaylist(element)
    case "div" where element.classes.contains("wp-block-embed__wrapper"): addEmbedded(element)
    case "div" where element.classes.contains("wp-block-file"): addFile(element)

    // What runs, asks or is shown by others
    case "script", "noscript", "style", "iframe", "object", "embed", "applet", "audio", "video", "form", "input",
      "select",
      "textarea", "button", "svg", "math", "canvas", "map", "area", "frame", "frameset", "link", "meta", "base",
      "title",
      "head", "template", "datalist", "dialog", "progress", "meter", "gz-audio", "gz-video":
      visitForeign(element)
    default:
      element.name.contains(":") ? visit(element.children) : visitBlock(element.children)
    }
  }

  /// A box: what is in it stands apart from what is around it.
  mutating func visitBlock(_ nodes: [MarkupNode]) {
    flush()
    visit(nodes)
    flush()
  }

  private mutating func visitParagraph(_ element: MarkupElement) {
    flush()
    // A heading by its looks alone stays what it is: text in bold.
    visitStyled(element)
    flush()
  }

  // MARK: Looks

  /// What a `style` says that means something: weight, slant, a line through.
  mutating func visitStyled(_ element: MarkupElement) {
    if element.name == "span", addNoteMark(element) { return }
    let declarations = Self.declarations(element)
    if declarations.isEmpty { return visit(element.children) }
    if declarations["display"] == "none" || declarations["visibility"] == "hidden" {
      if !element.text.allSatisfy(\.isWhitespace) { remark { .importHidden($0, text: element.text) } }
      return
    }
    styled(
      { style in
        if let weight = declarations["font-weight"] {
          style.isStrong = ["bold", "bolder", "600", "700", "800", "900"].contains(weight)
        }
        if let slant = declarations["font-style"] { style.isEmphasized = slant == "italic" || slant == "oblique" }
        let lines = (declarations["text-decoration"] ?? "") + " " + (declarations["text-decoration-line"] ?? "")
        if lines.contains("line-through") { style.isStruck = true }
      }, element.children)
  }

  static func declarations(_ element: MarkupElement) -> [String: String] {
    guard let style = element.attributes["style"] else { return [:] }
    var result: [String: String] = [:]
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let words = parts.map { $0.collapsingWhitespace.lowercased() }
      result[words[0]] = words[1].replacing(" !important", with: "")
    }
    return result
  }

  /// The `<b style="font-weight: normal">` that Google Docs puts around all that is copied.
  private static func isLight(_ element: MarkupElement) -> Bool {
    ["normal", "400", "lighter"].contains(declarations(element)["font-weight"] ?? "")
  }

  private static func isUpright(_ element: MarkupElement) -> Bool {
    // Signs that are drawn by a font: there is nothing to read.
    declarations(element)["font-style"] == "normal"
  }

  // MARK: Blocks

  private mutating func addHeading(_ element: MarkupElement, level: Int) {
    flush()
    // Headings are strong already.
    let content = inlines(of: element.children, style: InlineRun.Style()).map(Self.withoutStrong).joined()
    let (pictures, words) = Self.separated(Array(content))
    if let identity = element.attribute("id") ?? element.first("a")?.attribute("id")
      ?? element.first("a")?.attribute("name")
    {
      remember(identity, of: words)
    }
    if words.contains(where: { $0 != .text(" ") }) {
      add(.heading(Heading(level: level, content: words, position: TextPosition(line: 0, column: 0))))
    }
    for picture in pictures { add(.paragraph([picture])) }
  }

  private static func withoutStrong(_ inline: Inline) -> [Inline] {
    if case .strong(let content) = inline { return content.flatMap(withoutStrong) }
    return [inline]
  }

  /// Pictures of a heading, and the rest of it.
  private static func separated(_ content: [Inline]) -> (pictures: [Inline], words: [Inline]) {
    var (pictures, words): ([Inline], [Inline]) = ([], [])
    for inline in content {
      switch inline {
      case .image: pictures.append(inline)
      case .link(let link) where link.content.allSatisfy({ if case .image = $0 { true } else { false } }):
        pictures.append(inline)
      case .text(let text): Self.append(text, to: &words)
      default: words.append(inline)
      }
    }
    if case .text(let text)? = words.last, text.hasSuffix(" ") {
      words.removeLast()
      let rest = String(text.dropLast())
      if !rest.isEmpty { words.append(.text(rest)) }
    }
    return (pictures, words)
  }

  private static func append(_ text: String, to words: inout [Inline]) {
    if case .text(let before)? = words.last {
      words[words.count - 1] = .text(before + text)
    } else {
      let kept = words.isEmpty ? String(text.drop { $0 == " " }) : text
      if !kept.isEmpty { words.append(.text(kept)) }
    }
  }

  private mutating func addStrongParagraph(_ element: MarkupElement) {
    flush()
    let content = inlines(of: element.children, style: InlineRun.Style(isStrong: true))
    if !content.isEmpty { add(.paragraph(content)) }
  }

  private mutating func addQuote(_ element: MarkupElement) {
    if state.isInline { return visitBlock(element.children) }
    flush()
    let blocks = blocks(of: element.children) { $0.style = InlineRun.Style() }
    if !blocks.isEmpty { add(.quote(blocks)) }
  }

  private mutating func addPreformatted(_ element: MarkupElement) {
    if state.isInline { return addCode(element) }
    flush()
    if element.classes.contains("wp-block-verse") || element.classes.contains("wp-block-preformatted") {
      let isOuter = state.isPreformatted
      state.isPreformatted = true
      visitBlock(element.children)
      state.isPreformatted = isOuter
      return
    }
    var text = element.textWithBreaks.replacing("\r\n", with: "\n").replacing("\u{A0}", with: " ")
    while text.hasPrefix("\n") { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    guard !text.isEmpty else { return }
    let code = element.first("code")
    let info = (element.classes + (code?.classes ?? [])).lazy.compactMap { name -> Substring? in
      ["language-", "lang-", "brush:"].first(where: name.hasPrefix).map { name.dropFirst($0.count) }
    }.first
    add(.code(CodeBlock(info: String(info ?? "").filter { $0.isLetter || $0.isNumber }, text: text + "\n")))
  }
}

extension MarkupElement {
  /// All text in it, a line end for each `<br>`.
  var textWithBreaks: String {
    var result = ""
    for node in children {
      switch node {
      case .text(let text): result += text
      case .comment: break
      case .element(let element): result += element.name == "br" ? "\n" : element.textWithBreaks
      }
    }
    return result
  }
}
