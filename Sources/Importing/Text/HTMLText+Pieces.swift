import Markup
import Text

/// Code, raised and lowered signs, acronyms and links.
extension HTMLText {
  mutating func addCode(_ element: MarkupElement) {
    let text = element.text.collapsingWhitespace
    guard !text.isEmpty else { return }
    // Keys and variables of a sentence are words of it where something else stands in them.
    if element.firstBelow(where: { $0.name == "a" || $0.name == "img" }) != nil { return visit(element.children) }
    flow.run.add(.code(text), InlineRun.Style(link: state.style.link))
  }

  mutating func addRaised(_ element: MarkupElement) {
    if !addNoteMark(element) {
      visit(Self.withDigits(of: element, ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]))
    }
  }

  mutating func addLowered(_ element: MarkupElement) {
    visit(Self.withDigits(of: element, ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]))
  }

  /// What `element` holds in other digits, links of it too; as it is where it does not hold digits alone.
  private static func withDigits(of element: MarkupElement, _ signs: [String]) -> [MarkupNode] {
    guard digits(element.text, signs) != nil else { return element.children }
    func changed(_ nodes: [MarkupNode]) -> [MarkupNode] {
      nodes.map { node in
        switch node {
        case .text(let text): return .text(digits(text, signs) ?? text)
        case .comment: return node
        case .element(var element):
          element.children = changed(element.children)
          return .element(element)
        }
      }
    }
    return changed(element.children)
  }

  /// `text` in other digits; `nil` where it is not of digits.
  private static func digits(_ text: String, _ signs: [String]) -> String? {
    let values = text.filter { !$0.isWhitespace }.map { $0.isASCII ? $0.wholeNumberValue : nil }
    guard !values.isEmpty else { return nil }
    var result = ""
    for value in values {
      guard let value else { return nil }
      result += signs[value]
    }
    return result
  }

  mutating func visitAcronym(_ element: MarkupElement) {
    if let title = element.attribute("title") {
      let words = element.text.collapsingWhitespace
      if words != title { remark { .importAcronym($0, acronym: words, title: title) } }
    }
    visit(element.children)
  }

  mutating func visitLink(_ element: MarkupElement) {
    if addNoteMark(element) { return }
    guard let address = element.attribute("href"), address.utf8.count < Self.longestAddress else {
      return visit(element.children)
    }
    if address.lowercased().hasPrefix("javascript:") || address.lowercased().hasPrefix("vbscript:") {
      remark { .importScriptLink($0, text: element.text) }
      return visit(element.children)
    }
    // A picture that leads to itself, larger.
    if let picture = element.firstBelow(where: { $0.name == "img" }), element.text.allSatisfy(\.isWhitespace),
      Self.isPicture(address) || OldSite.isSamePicture(address, picture.attribute("src") ?? "")
    {
      return addPicture(picture, larger: address)
    }
    let outcome: HTMLTextOptions.LinkOutcome =
      address.hasPrefix("#") ? (address.count > 1 ? .to(address) : .words) : options.link(address)
    switch outcome {
    case .to(let target):
      let isEmpty = element.text.allSatisfy(\.isWhitespace) && element.firstBelow { $0.name == "img" } == nil
      // Links without words are marks that a script would have drawn.
      guard !isEmpty else { return }
      if let words = words(of: element.text, leadingFrom: address, to: target) {
        addLink(words, to: target)
      } else {
        linked(to: target, element.children)
      }
    case .words: visit(element.children)
    }
  }

  /// Bytes of an address that leads somewhere, at most.
  private static let longestAddress = 2000

  /// Whether an address is that of a picture, by its ending.
  static func isPicture(_ address: String) -> Bool {
    let path = address.withoutQuery.lowercased()
    return ["jpg", "jpeg", "png", "gif", "webp", "avif", "heic"].contains { path.hasSuffix("." + $0) }
  }
}
