/// Renders a text as plain text: for the text part of mail, calendar descriptions, summaries, search.
package struct PlainTextRenderer: Sendable {
  /// Columns at most, counted in characters; `nil` = lines are not broken.
  package let width: Int?
  let link: @Sendable (String) -> String

  /// `link` gives the absolute address for a path of the site.
  package init(width: Int?, link: @escaping @Sendable (String) -> String = { $0 }) {
    self.width = width
    self.link = link
  }

  package func render(_ document: Document) -> String { "" }

  /// Running text alone, without addresses of links.
  package static func text(of inlines: [Inline]) -> String { "" }
}
