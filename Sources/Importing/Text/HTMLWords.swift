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

extension String {
  /// Whether a text that may be either is HTML.
  var isHTML: Bool { contains("</") || lowercased().contains("<br") }
}
