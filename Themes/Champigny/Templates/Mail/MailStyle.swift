import HTML
import Markup

/// How letters look. Everything that matters is written inline from ``palette``; see ``block`` for the rest.
enum MailStyle {
  static let palette = Palette.light

  /// The typeface of running text, without double quotes, as it stands in `style` attributes.
  static let font = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
  /// The typeface of headings, without double quotes.
  static let slab = "Rockwell,'Roboto Slab',Georgia,serif"

  /// The editorial's elements.
  static let editorial = MailRenderer(
    style: MailRenderer.Style(
      fontFamily: font,
      text: "font-size:17px;line-height:27px;color:\(palette.ink)",
      heading: "font-family:\(slab);color:\(palette.ink)",
      link: "color:\(palette.river);text-decoration:underline",
      quoteBorder: palette.sun,
      codeBackground: palette.panel,
      tableBorder: palette.edge)
  ) { $0 }

  /// The style block: some mail programs drop it, and the letter still looks right. Rules for the dark scheme stand twice,
  /// as Outlook on the web knows `[data-ogsc]` in place of the media query. `!important`, as inline styles win otherwise.
  static let block: HTML = {
    let inTheDark = "@media (prefers-color-scheme: dark) {\n" + dark("") + "}\n" + dark("[data-ogsc] ")
    return HTML(raw: "<style>\n" + narrow + inTheDark + "</style>")
  }()

  private static let narrow = """
    @media only screen and (max-width: 480px) {
    .side { padding-left: 20px !important; padding-right: 20px !important; }
    .title { font-size: 28px !important; line-height: 34px !important; }
    }

    """

  private static func dark(_ scope: String) -> String {
    let dark = Palette.dark
    return [
      (".panel", "background-color: \(dark.panel)"),
      (".paper", "background-color: \(dark.paper)"),
      (
        ([".ink"]
          + ["h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "td", "th", "blockquote", "code", "pre", "img"]
          .map { ".text " + $0 }).joined(separator: ", "),
        "color: \(dark.ink)"
      ),
      (".soft", "color: \(dark.soft)"),
      (".river a, .text a", "color: \(dark.river)"),
      (".tile", "color: \(dark.tile)"),
      (".text code, .text pre", "background-color: \(dark.panel)"),
      (".rule", "border-color: \(dark.edge)"),
    ].map { selectors, declaration in
      let scoped = selectors.split(separator: ",").map { part in scope + part.drop { $0 == " " } }
      return scoped.joined(separator: ", ") + " { " + declaration + " !important; }\n"
    }.joined()
  }
}
