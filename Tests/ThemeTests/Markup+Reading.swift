import HTML

/// What the tests look for in rendered pages; just enough for the HTML that templates write.
extension HTML {
  /// An opening tag or what closes an element, in the order of the text.
  struct Tag: Sendable, Hashable {
    var name: String
    var attributes: [String: String]
    var isClosing: Bool
    /// The text from the end of the tag to the next one.
    var text: String
  }

  /// The elements that have no end.
  static let void: Set<String> = ["meta", "link", "img", "br", "hr", "input", "source", "wbr"]

  var tags: [Tag] {
    let tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/
    let attribute = /([a-zA-Z:-]+)(?:="([^"]*)")?/
    return text.matches(of: tag).map { match in
      let attributes = match.3.matches(of: attribute).map { (String($0.1), String($0.2 ?? "")) }
      return Tag(
        name: String(match.2).lowercased(), attributes: Dictionary(attributes) { first, _ in first },
        isClosing: !match.1.isEmpty, text: String(match.4))
    }
  }

  func tags(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isClosing } }

  /// Elements that are closed in the wrong order or never; empty for balanced HTML.
  var unbalanced: [String] {
    var open: [String] = []
    var faults: [String] = []
    for tag in tags where !Self.void.contains(tag.name) {
      if !tag.isClosing {
        open.append(tag.name)
      } else if open.last == tag.name {
        open.removeLast()
      } else {
        faults.append("</\(tag.name)> inside \(open.last ?? "nothing")")
      }
    }
    return faults + open.map { "<\($0)> is never closed" }
  }

  /// Every link with the words a reader hears.
  var links: [(address: String, words: String)] {
    var links: [(address: String, words: String)] = []
    var current: (address: String, words: String)?
    for tag in tags {
      if tag.name == "a", tag.isClosing {
        if let current { links.append(current) }
        current = nil
      } else if tag.name == "a" {
        current = (tag.attributes["href"] ?? "", tag.text)
      } else if current != nil {
        current?.words += tag.text
      }
    }
    return links.map { link in
      (link.address, link.words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
  }
}
