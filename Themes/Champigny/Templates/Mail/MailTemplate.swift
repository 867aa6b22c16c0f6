import HTML
import Markup
import Presenting
import Site

extension Champigny {
  /// A letter for mail programs: tables and inline styles; what stands in the style block only betters it (dark scheme,
  /// narrow screens). Its width is 600 px, which Outlook goes by, and that of the screen at most: the table around it is
  /// as wide as the screen whatever it holds. No comment is needed for it, as some providers take these out.
  package func mail(_ letter: Letter) -> HTML {
    let mail = MailPieces(letter)
    return """
      <!doctype html>
      <html lang="\(letter.site.settings.language)" xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>\(letter.issue.subject)</title>
      <!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->
      \(mail.style.block)
      </head>
      <body class="panel" style="margin:0;padding:0;background-color:\(css: mail.palette.panel)">
      \(mail.preheader)
      <div role="article" aria-roledescription="courriel" aria-label="\(letter.issue.subject)" lang="\(letter.site.settings.language)" class="panel" style="background-color:\(css: mail.palette.panel)">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="table-layout:fixed">
      <tr>
      <td align="center" style="padding:0 12px 32px">
      <table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0" style="max-width:100%;margin:0 auto;table-layout:fixed;word-wrap:break-word;word-break:break-word">
      \(mail.readOnline)
      \(mail.masthead)
      \(mail.editorial)
      \(mail.callToAction)
      \(mail.news)
      \(mail.agenda)
      \(mail.ongoing)
      \(mail.regular)
      \(mail.partners)
      \(mail.foot)
      </table>
      </td>
      </tr>
      </table>
      </div>
      </body>
      </html>

      """
  }
}
