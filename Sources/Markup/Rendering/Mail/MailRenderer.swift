import HTML

/// Renders a text for HTML mail: every element with its own inline style, every address absolute.
///
/// Headings are put down so that the highest is `h2`: a mail has its own `h1`. What can't be had in mail is left out:
/// fragments and relative addresses (their words stay), pictures in formats that mail programs don't know (their text
/// stays).
package struct MailRenderer: Sendable {
  /// The look of the text: lists of CSS declarations (`color:#112233;font-size:17px`) and colours (`#rrggbb`).
  package struct Style: Sendable, Hashable {
    /// Font list for all text, without double quotes.
    package var fontFamily: String
    /// Declarations for all text; a size of 16 px and a line of 26 px where they say none.
    package var text: String
    /// Declarations for headings, besides their size.
    package var heading: String
    /// Declarations for links; underlined where they say nothing else.
    package var link: String
    /// Colour of the line beside quotes.
    package var quoteBorder: String
    /// Colour behind code.
    package var codeBackground: String
    /// Colour of the lines of tables and between parts.
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
  /// How wide a picture is shown at most, in pixels.
  package let imageWidth: Int
  let link: @Sendable (String) -> String
  let declarations: MailDeclarations

  /// `link` gives the absolute address for a path of the site.
  package init(style: Style, imageWidth: Int = 536, link: @escaping @Sendable (String) -> String) {
    self.init(style: style, imageWidth: imageWidth, link: link, declarations: MailDeclarations(style))
  }

  /// A renderer that looks like this one and writes addresses by `link`; what ``style`` says is put together once.
  package func linking(_ link: @escaping @Sendable (String) -> String) -> MailRenderer {
    MailRenderer(style: style, imageWidth: imageWidth, link: link, declarations: declarations)
  }

  private init(
    style: Style, imageWidth: Int, link: @escaping @Sendable (String) -> String, declarations: MailDeclarations
  ) {
    self.style = style
    self.imageWidth = imageWidth
    self.link = link
    self.declarations = declarations
  }

  package func render(_ document: Document) -> HTML {
    var writer = MailWriter(self)
    writer.write(document)
    return HTML(raw: writer.text)
  }
}
