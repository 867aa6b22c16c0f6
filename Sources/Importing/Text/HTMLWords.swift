import Foundation
import Reading
import Text

/// HTML of which only the words count.
enum HTMLWords {
  static func text(of html: String) -> String {
    guard html.holdsByte(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return WrittenText.cleaned(html)
    }
    let nodes = HTMLReader.fragment(html).nodes
    return WrittenText.cleaned(words(nodes).collapsingWhitespace)
  }

  private static func words(_ nodes: [MarkupNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .comment: ""
      case .element(let element):
        ["script", "style"].contains(element.name)
          ? "" : words(element.children) + (["p", "br", "div", "li"].contains(element.name) ? " " : "")
      }
    }.joined()
  }
}

extension HTMLWords {
  /// What an entry is called: its title, where it has none the first words of its text; empty where it has neither.
  static func title(_ title: String, of html: @autoclosure () -> String) -> String {
    let words = text(of: title)
    guard words.isEmpty else { return words }
    let start = SummaryText.start(of: HTMLText.document(html(), HTMLTextOptions()).0, longest: 60)
    return start.hasSuffix(".") ? String(start.dropLast()) : start
  }

  /// A link to a page of the source's that says more.
  ///
  /// - Parameter words: what the source calls it; `nil` where it says nothing.
  static func more(at address: String, _ words: String? = nil) -> String {
    "<a href=\"\(XMLWriter.escaped(address))\">\(XMLWriter.escaped(words ?? "En savoir plus"))</a>"
  }
}

extension String {
  /// Whether a text that may be either is HTML.
  var isHTML: Bool { contains("</") || lowercased().contains("<br") }

  /// A text that may be HTML, as HTML.
  var asHTML: String { isHTML ? self : XMLWriter.escaped(self) }
}
