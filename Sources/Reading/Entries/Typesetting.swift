import Markup

/// Where the texts that people wrote get their French typography, and their headings the fragments that lead to them.
enum Typesetting {
  /// A title, or another text of the front matter.
  static func text(_ text: String) -> String { text }

  static func document(_ document: Document) -> Document {
    var used: [String: Int] = [:]
    return document.mapHeadings { heading in
      var heading = heading
      let slug = Folding.slug(PlainTextRenderer.text(of: heading.content))
      let base = slug.isEmpty ? "section" : slug
      used[base, default: 0] += 1
      let count = used[base] ?? 1
      heading.anchor = count == 1 ? base : "\(base)-\(count)"
      return heading
    }
  }
}
