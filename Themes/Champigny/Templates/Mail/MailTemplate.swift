import HTML
import Markup
import Presenting
import Site

extension Champigny {
  /// A letter for mail programs: tables and inline styles; what stands in the style block only betters it (dark scheme,
  /// narrow screens). It is as wide as the screen and 600 px at most. A width of 600 px with the screen as its limit would
  /// say the same, and does in Chromium, but WebKit, which iPhones read mail with, never makes a table narrower than its
  /// width in pixels. Outlook on Windows knows no limit: the table that it alone sees is 600 px wide.
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
      <!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
      <table role="presentation" width="100%" align="center" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;table-layout:fixed;word-wrap:break-word;word-break:break-word">
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
      <!--[if mso]></td></tr></table><![endif]-->
      </td>
      </tr>
      </table>
      </div>
      </body>
      </html>

      """
  }
}
