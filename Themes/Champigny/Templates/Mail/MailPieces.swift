import HTML
import Markup
import Presenting
import Site
import Text
import Time

/// The parts of a letter, each one row or more of its outer table; those without content are `nil`.
struct MailPieces: Sendable {
  let letter: Letter
  let lines: Letter.Lines
  let style: MailStyle

  init(_ letter: Letter) {
    self.letter = letter
    lines = letter.lines
    style = MailStyle(letter.site.settings)
  }

  var palette: Palette { style.palette }

  var settings: Settings { letter.site.settings }

  /// The full address of something of the site.
  func link(_ path: SitePath) -> String { settings.absoluteAddress(of: path) }

  // MARK: Above and below

  /// What mail programs show beside the subject, and filling after it, so that the letter's first words do not follow.
  var preheader: HTML {
    let missing = max(0, 200 - letter.issue.preheader.count)
    let filling = HTML(raw: String(repeating: "&#847;&zwnj;&nbsp;", count: missing / 2))
    return """
      <div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">\(letter.issue.preheader)\(filling)</div>
      """
  }

  var readOnline: HTML {
    """
    <tr>
    <td class="river" align="right" style="padding:12px 0;font-family:\(css: MailStyle.font);font-size:14px;line-height:20px">\(anchor(letter.links.readOnline, "Lire en ligne"))</td>
    </tr>
    """
  }

  /// An awning of striped cells, then the name of the site: nothing is missing where images are off. A logo stands on a ground
  /// of its own, light in every scheme.
  var masthead: HTML {
    """
    <tr>
    <td>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">
    <tr>
    \((0..<12).map { stripe($0) })
    </tr>
    </table>
    </td>
    </tr>
    <tr>
    <td class="side" bgcolor="\(palette.bed)" style="padding:28px 36px 30px;background-color:\(css: palette.bed)">
    \(logo)<p style="margin:0 0 14px;font-family:\(css: MailStyle.font);font-size:15px;line-height:22px;color:\(css: palette.sun)">\(settings.title)</p>
    <h1 class="title" style="margin:0;font-family:\(css: MailStyle.slab);font-size:34px;line-height:40px;font-weight:bold;color:\(css: palette.foam)">\(letter.issue.title)</h1>
    <p style="margin:12px 0 0;font-family:\(css: MailStyle.font);font-size:15px;line-height:22px;color:\(css: palette.foam)">\(French.date(.day(letter.issue.sendDate)))</p>
    </td>
    </tr>
    """
  }

  private var logo: HTML? {
    guard let file = settings.logo?.picture?.plate else { return nil }
    return """
      <img src="\(link(SitePath(file.path)))" alt="" width="\(file.width / 2)" height="\(file.height / 2)" style="display:block;margin:0 0 14px;border:0">

      """
  }

  private func stripe(_ index: Int) -> HTML {
    let colour = index.isMultiple(of: 2) ? palette.tile : palette.foam
    return """
      <td height="14" bgcolor="\(colour)" style="height:14px;font-size:1px;line-height:14px;background-color:\(css: colour)">&nbsp;</td>

      """
  }

  /// Who writes, why the reader gets it, how to stop it.
  var foot: HTML {
    let publisher = settings.publisher
    let identity = [publisher.name ?? settings.title, settings.contact.address ?? ""].filter { !$0.isEmpty }
    let lines = identity.map { line -> HTML in "\(line)<br>\n" }
    let mail = (settings.contact.email ?? publisher.email).map { address -> HTML in
      """
      \(EmailAddress(address).map { anchor($0.link, address) } ?? "\(address)")<br>
      """
    }
    let unsubscribe = letter.links.unsubscribe.map { address -> HTML in
      """
       <span class="river">\(anchor(address, "Se désinscrire"))</span>
      """
    }
    return """
      <tr>
      <td class="side soft" style="padding:24px 36px 0;font-family:\(css: MailStyle.font);font-size:14px;line-height:22px;color:\(css: palette.soft)">
      <p class="river" style="margin:0 0 12px">\(lines)\(mail)</p>
      <p style="margin:0">Vous recevez cette lettre parce que vous avez demandé l’infolettre \(French.quoted(settings.title)).\(unsubscribe)</p>
      </td>
      </tr>
      """
  }

  // MARK: Shared

  /// A link in the colour of links.
  func anchor(_ address: String, _ words: String) -> HTML {
    """
    <a href="\(address)" style="color:\(css: palette.river);text-decoration:underline">\(words)</a>
    """
  }

  /// A white row of the letter.
  func row(_ content: HTML, top: Int = 28) -> HTML {
    """
    <tr>
    <td class="side paper" bgcolor="\(palette.paper)" style="padding:\(css: "\(top)px") 36px 0;background-color:\(css: palette.paper)">
    \(content)
    </td>
    </tr>
    """
  }

  /// A table of one row within a white row. Its cells set the type of the text in them, so that paragraphs need not repeat
  /// it: a letter over 102 kB is cut off by Gmail.
  func table(_ cells: HTML) -> HTML {
    """
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
    \(cells)
    </tr></table>

    """
  }

  /// A cell of ordinary text.
  func cell(_ content: HTML) -> HTML {
    """
    <td class="ink" valign="top" style="padding:20px 0 0;font-family:\(css: MailStyle.font);font-size:16px;line-height:25px;color:\(css: palette.ink)">
    \(content)
    </td>
    """
  }

  /// A heading of level 2 with a short rule of sun under it.
  func heading(_ text: String) -> HTML {
    """
    <h2 class="ink" style="margin:0;font-family:\(css: MailStyle.slab);font-size:24px;line-height:30px;font-weight:bold;color:\(css: palette.ink)">\(text)</h2>
    <table role="presentation" width="56" cellpadding="0" cellspacing="0" border="0"><tr><td height="4" bgcolor="\(palette.sun)" style="height:4px;font-size:1px;line-height:4px;background-color:\(css: palette.sun)">&nbsp;</td></tr></table>
    """
  }

  /// The title of an entry, leading to its page.
  func title(_ text: String, _ path: SitePath) -> HTML {
    """
    <h3 class="river" style="margin:0;font-family:\(css: MailStyle.slab);font-size:19px;line-height:26px;font-weight:bold">\(anchor(link(path), text))</h3>
    """
  }

  /// A paragraph of the cell it stands in; nothing where there is nothing to say.
  func paragraph(_ content: HTML) -> HTML? {
    content.isEmpty ? nil : "<p style=\"margin:4px 0 0\">\(content)</p>\n"
  }

  /// A small line.
  func note(_ content: HTML) -> HTML {
    """
    <p class="soft" style="margin:0;font-size:14px;line-height:21px;color:\(css: palette.soft)">\(content)</p>
    """
  }
}
