import HTML

/// Renders a text for HTML mail: tables and inline styles only, every address absolute.
package struct MailRenderer: Sendable {
  /// CSS declarations to put into the `style` attribute of each element; colours as `#rrggbb`, lengths in `px`.
  package struct Style: Sendable, Hashable {
    /// Font list for all text, without double quotes.
    package var fontFamily: String
    package var text: String
    package var heading: String
    package var link: String
    package var quoteBorder: String
    package var codeBackground: String
    package var tableBorder: String

    package init(
      fontFamily: String, text: String, heading: String, link: String, quoteBorder: String, codeBackground: String,
      tableBorder: String
    ) {
      self.fontFamily = fontFamily
      self.text = text
      self.heading = heading
      self.link = link
      self.quoteBorder = quoteBorder
      self.codeBackground = codeBackground
      self.tableBorder = tableBorder
    }
  }

  package let style: Style
  let link: @Sendable (String) -> String

  /// `link` gives the absolute address for a path of the site.
  package init(style: Style, link: @escaping @Sendable (String) -> String) {
    self.style = style
    self.link = link
  }

  package func render(_ document: Document) -> HTML { .empty }
}
