import HTML
import Markup
import Site

/// How letters look. Everything that matters is written inline from ``palette``; see ``block`` for the rest.
struct MailStyle: Sendable {
  let palette: Palette
  /// At night.
  private let dark: Palette
  /// The editorial's elements. Put together once for a letter, whose news are written by it too.
  let editorial: MailRenderer

  init(_ settings: Settings) {
    let palette = Palette.light(of: settings)
    self.palette = palette
    dark = .dark(of: settings)
    editorial = MailRenderer(
      style: MailRenderer.Style(
        fontFamily: Self.font,
        text: "font-size:17px;line-height:27px;color:\(palette.ink)",
        heading: "font-family:\(Self.slab);color:\(palette.ink)",
        link: "color:\(palette.river);text-decoration:underline",
        quoteBorder: palette.sun,
        codeBackground: palette.panel,
        tableBorder: palette.edge)
    ) { $0 }
  }

  /// The typeface of running text, without double quotes, as it stands in `style` attributes.
  static let font = "'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
  /// The typeface of headings, without double quotes.
  static let slab = "Rockwell,'Roboto Slab',Georgia,serif"

  /// The style block: some mail programs drop it, and the letter still looks right. Rules for the dark scheme stand twice,
  /// as Outlook on the web knows `[data-ogsc]` in place of the media query. `!important`, as inline styles win otherwise.
  var block: HTML {
    let inTheDark = "@media (prefers-color-scheme: dark) {\n" + rules("") + "}\n" + rules("[data-ogsc] ")
    return HTML(raw: "<style>\n" + Self.narrow + inTheDark + "</style>")
  }

  private static let narrow = """
    @media only screen and (max-width: 480px) {
    .side { padding-left: 20px !important; padding-right: 20px !important; }
    .title { font-size: 28px !important; line-height: 34px !important; }
    }

    """

  private func rules(_ scope: String) -> String {
    [
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
