/// The lines of a text in HTML, as a mail program shows them.
struct HTMLLines {
  private(set) var lines: [String] = []
  private var line = ""
  private var isPreformatted = false
  private var isInParagraph = false
  /// A blank line is due before the next text: paragraphs keep a distance.
  private var needsBlank = false
  /// The numbers of lists around, innermost last; `nil` for one without numbers.
  private var numbers: [Int?] = []

  /// - Parameter html: a page, or a piece of one.
  init(_ html: String) {
    visit(HTMLReader.page(html).nodes)
    endLine()
  }

  private mutating func visit(_ nodes: [MarkupNode]) {
    for node in nodes {
      switch node {
      case .text(let text): append(text)
      case .comment: break
      case .element(let element): visit(element)
      }
    }
  }

  private mutating func append(_ text: String) {
    if isPreformatted {
      for (index, piece) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { breakLine() }
        line += piece
      }
      return
    }
    for character in text {
      // A no-break space is a sign that was written; ends of lines are none.
      let isBlank = character == " " || character == "\t" || character.isNewline
      if !isBlank {
        line.append(character)
      } else if !line.isEmpty, line.last != " " {
        line.append(" ")
      }
    }
  }

  private mutating func visit(_ element: MarkupElement) {
    switch element.name {
    case "head", "style", "script", "title", "template": return
    case "br": breakLine()
    case "hr": separate { $0.line = "---" }
    case "a": link(element)
    case "pre", "textarea":
      separate {
        let outer = $0.isPreformatted
        $0.isPreformatted = true
        $0.visit(element.children)
        $0.isPreformatted = outer
      }
    // A paragraph ends where the next begins: one within another is an element of Office (`o:p`), which shows nothing.
    case "p" where isInParagraph: visit(element.children)
    case "p", "h1", "h2", "h3", "h4", "h5", "h6":
      let isSpaced = Self.isSpaced(element)
      isInParagraph = true
      defer { isInParagraph = false }
      if isSpaced { needsBlank = needsBlank || !lines.isEmpty || !line.isEmpty }
      separate { $0.visit(element.children) }
      if isSpaced { needsBlank = true }
    case "ul", "ol":
      numbers.append(element.name == "ol" ? 1 : nil)
      separate { $0.visit(element.children) }
      numbers.removeLast()
    case "li":
      separate {
        $0.line = $0.marker()
        $0.visit(element.children)
      }
    case "div", "blockquote", "table", "tr", "section", "article", "body", "html", "center", "address", "header",
      "footer":
      separate { $0.visit(element.children) }
    default: visit(element.children)
    }
  }

  /// The mark of the next item, as it is written in a text.
  private mutating func marker() -> String {
    guard let last = numbers.last, let number = last else { return "- " }
    numbers[numbers.count - 1] = number + 1
    return "\(number). "
  }

  /// Outlook writes each line as a paragraph without distance.
  private static func isSpaced(_ element: MarkupElement) -> Bool {
    let style = element.attribute("style")?.lowercased().filter { !$0.isWhitespace } ?? ""
    return !element.classes.contains { $0.lowercased().hasPrefix("mso") } && !style.contains("margin:0")
      && !style.contains("margin-top:0")
  }

  /// A link whose words are not its address keeps both, as a text of ours has them. Programs that guard addresses replace them
  /// and leave the words.
  private mutating func link(_ element: MarkupElement) {
    let address = element.attribute("href") ?? ""
    let words = element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isWritten = words.contains("://") || words.contains("@") || words.hasPrefix("www.") || words.isEmpty
    guard address.isWebAddress, !isWritten, !address.contains(where: { "() ".contains($0) }),
      !words.contains(where: { "[]".contains($0) }), !line.hasSuffix("](")
    else { return visit(element.children) }
    append("[\(words)](\(address))")
  }

  private mutating func separate(_ body: (inout HTMLLines) -> Void) {
    endLine()
    body(&self)
    endLine()
  }

  /// Ends a line in which something stands.
  private mutating func endLine() {
    if !line.isEmpty { breakLine() }
  }

  private mutating func breakLine() {
    if needsBlank, !line.isEmpty {
      if lines.last?.isEmpty == false { lines.append("") }
      needsBlank = false
    }
    lines.append(line)
    line = ""
  }
}
