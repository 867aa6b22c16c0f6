import HTML

/// Renders a text for the web.
package struct HTMLRenderer: Sendable {
  /// What the HTML is like.
  package enum Flavour: Sendable {
    /// As cmark-gfm writes it with raw HTML off: the same tree gives the same HTML.
    case gfm
    /// As the site shows it: heading anchors, figures with sized pictures, tables in scrolling regions, footnotes that
    /// speak French.
    case site
  }

  package let flavour: Flavour
  /// The address to write for a path of the site.
  let link: @Sendable (String) -> String

  package init(flavour: Flavour = .site, link: @escaping @Sendable (String) -> String = { $0 }) {
    self.flavour = flavour
    self.link = link
  }

  package func render(_ document: Document) -> HTML { .empty }

  /// Running text without a block around it.
  package func render(_ inlines: [Inline]) -> HTML { .empty }
}
