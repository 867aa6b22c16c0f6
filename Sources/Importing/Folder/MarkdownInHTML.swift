import Text

/// Takes apart the elements of HTML whose text is Markdown all the same (`<div markdown="1">`: kramdown, Python-Markdown, PHP
/// Markdown Extra): CommonMark reads none within a block of HTML (4.6). What they held stays, as paragraphs and lists.
struct MarkdownInHTML {
  private var result = ""
  private var fence = CodeFence()
  /// The element that is taken apart, how many of its name are open, and whether it is one of a line.
  private var open: (name: String, depth: Int, isInline: Bool)?
  /// Whether an item of the line held nothing, and left it out.
  private var isEmptied = false
  /// Blanks before what it holds.
  private var indentation: Int?

  /// `markdown` without such elements.
  static func opened(_ markdown: String) -> String {
    guard markdown.holds("markdown=") else { return markdown }
    var reader = MarkdownInHTML()
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) { reader.take(line) }
    return String(reader.result.dropLast())
  }

  private mutating func take(_ line: Substring) {
    let start = result.endIndex
    defer { if !isEmptied || result.endIndex != start { result += "\n" } }
    isEmptied = false
    var line = line
    if fence.holds(line) { return result += line }
    if open != nil {
      let blanks = line.prefix { $0 == " " || $0 == "\t" }.count
      if indentation == nil, blanks < line.count { indentation = blanks }
      line = line.dropFirst(min(blanks, indentation ?? 0))
    }
    while let start = line.firstIndex(of: "<") {
      result += line[..<start]
      line = line[start...]
      guard let tag = Tag(line) else {
        result += "<"
        line = line.dropFirst()
        continue
      }
      line = line.dropFirst(tag.length)
      take(tag)
    }
    result += line
  }

  private mutating func take(_ tag: Tag) {
    guard var element = open else {
      guard tag.holdsMarkdown, !tag.isClosing else { return result += tag.source }
      open = (tag.name, 1, tag.name == "span")
      indentation = nil
      if tag.name != "span" { result += "\n\n" }
      return
    }
    if tag.name == element.name {
      element.depth += tag.isClosing ? -1 : 1
      open = element.depth == 0 ? nil : element
    }
    switch tag.name {
    case "li" where !tag.isClosing: result += (result.hasSuffix("\n") ? "" : "\n") + Self.mark
    // One that holds nothing was there for its look.
    case "li" where result.hasSuffix("\n" + Self.mark):
      result.removeLast(Self.mark.count)
      isEmptied = true
    case "li": break
    case _ where Self.blocks.contains(tag.name): result += "\n\n"
    case "span" where element.isInline: break
    default: result += tag.source
    }
  }

  private static let mark = "- "

  private static let blocks: Set<String> = [
    "div", "section", "article", "aside", "header", "footer", "main", "figure", "figcaption", "center", "p", "ul", "ol",
    "details", "nav", "blockquote",
  ]

  /// `<name …>` or `</name>` at the beginning of a text.
  private struct Tag {
    let name: String
    let isClosing: Bool
    let source: Substring
    var length: Int { source.count }

    init?(_ text: Substring) {
      let inner = text.dropFirst()
      isClosing = inner.first == "/"
      let name = inner.dropFirst(isClosing ? 1 : 0).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard name.first?.isLetter == true, let end = text.prefix(Self.longest).firstIndex(of: ">") else { return nil }
      self.name = name.lowercased()
      source = text[...end]
    }

    /// Characters of one, at most.
    private static let longest = 2000

    /// Whether its text is asked to be Markdown.
    var holdsMarkdown: Bool {
      let attributes = source.dropFirst(name.count + 1)
      guard let found = attributes.firstRange(of: "markdown=") else { return false }
      let isWhole = attributes[..<found.lowerBound].last?.isWhitespace ?? false
      let value = attributes[found.upperBound...].drop { $0 == "\"" || $0 == "'" }
      return isWhole && ["1", "block", "span", "true"].contains { value.hasPrefix($0) }
    }
  }
}
