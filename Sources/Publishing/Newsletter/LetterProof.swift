import Foundation
import HTML
import Presenting
import Site
import Text

/// A page that shows a letter as it will look, with what is to be copied and what is to be looked at: for those who have a
/// browser and nothing else. It needs no other file but the pictures.
package struct LetterProof: Sendable {
  let files: LetterFiles
  /// The paths of all files of the site.
  let paths: Set<String>

  private var letter: Letter { files.letter }
  private var settings: Settings { files.settings }

  package var title: String { files.issue.title }
  /// The page's address: below the letter's own page.
  package var path: SitePath { files.issue.path.appending(Self.folder + "/") }

  private static let folder = "a-relire"

  /// Whether a file of the site is such a page, which goes when the letter is sent.
  static func isPage(_ file: String) -> Bool {
    file.hasPrefix(EntryKind.issue.folder + "/") && file.hasSuffix("/\(folder)/index.html")
  }

  /// Named here, as it is no page of the site.
  var file: PublishedFile {
    PublishedFile(
      page: path, owner: .program("la relecture de « \(files.issue.title) »"), isSlow: true
    ) { try html() }
  }

  /// A form of the letter, with its name for people.
  private struct Variant {
    var name: String
    var subject: String
    var html: String
    var text: String
  }

  private func variants() throws -> [Variant] {
    let providers = Settings.Provider.allCases.filter(settings.newsletter.providers.contains)
    return try ([nil] + providers).map { provider in
      Variant(
        name: provider?.rawValue ?? "Sans prestataire", subject: files.subject(for: provider),
        html: try files.html(for: provider), text: files.text(for: provider))
    }
  }

  /// The page as text; see ``html(embedding:)``.
  package func text(embedding picture: @escaping (String) -> [UInt8]?) throws -> String {
    try html(embedding: picture).checkedText(for: path)
  }

  /// - Parameter picture: the bytes of a picture of the site, by its path from the site's root, to be put into the page
  ///   itself; without them pictures are loaded from the site that the page stands on.
  func html(embedding picture: ((String) -> [UInt8]?)? = nil) throws -> HTML {
    let variants = try variants()
    let lines = ProofChecks(files: files, paths: paths).lines(of: variants[0].html)
    let issue = letter.issue
    let shown = variants.map { ($0, showing($0.html, picture)) }
    return """
      <!doctype html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(ProofLook.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <meta name="description" content="Pour relire avant l’envoi : \(issue.title).">
      <link rel="canonical" href="\(settings.absoluteAddress(of: path))">
      <title>À relire : \(issue.subject)</title>
      \(HTML(raw: ProofLook.style))
      </head>
      <body>
      <main>
      <h1>À relire : \(issue.title)</h1>
      <p>Cette page n’est annoncée nulle part. Elle disparaît quand la lettre est partie.</p>
      <h2>À vérifier</h2>
      <ul class="checks">
      \(lines.map(item))
      </ul>
      <h2>À recopier</h2>
      \(field("Expéditeur", sender, id: "expediteur"))
      \(field("Objet", issue.subject, id: "objet"))
      \(field("Texte d’aperçu", issue.preheader, id: "accroche"))
      \(shown.enumerated().map { index, pair in section(pair.0, pair.1, index) })
      </main>
      \(HTML(raw: "<script>\(ProofLook.script)</script>"))
      </body>
      </html>

      """
  }

  private var sender: String {
    guard let mailbox = settings.newsletter.sender else { return "" }
    return mailbox.name.map { "\($0) <\(mailbox.address.text)>" } ?? mailbox.address.text
  }

  // MARK: Parts

  private func item(_ line: ProofChecks.Line) -> HTML {
    let mark =
      switch line.verdict {
      case .right: "✓"
      case .doubtful: "⚠"
      case .toRead: "☐"
      }
    let items = line.items.map { item -> HTML in "<li>\(item)</li>" }
    if let measure = line.measure { return measured(line, measure) }
    return """
      <li class="\(line.verdict == .doubtful ? "doubtful" : "plain")"><span aria-hidden="true">\(mark)</span> \(line.verdict == .doubtful ? "À voir : " : "")\(line.text)\
      \(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML)</li>

      """
  }

  /// What the page itself measures in the letter as the browser shows it; without scripts it stays as it is.
  private func measured(_ line: ProofChecks.Line, _ measure: ProofChecks.Measure) -> HTML {
    """
    <li class="plain" data-measure="\(measure.rawValue)" data-right="\(measure.right)" data-wrong="\(measure.wrong)">\
    <span aria-hidden="true">☐</span> \(line.text)</li>

    """
  }

  private func field(_ name: String, _ value: String, id: String, rows: Int = 2) -> HTML {
    """
    <div class="field"><label for="\(id)">\(name)</label> <button type="button" data-copy="\(id)">Copier</button>
    <textarea id="\(id)" readonly rows="\(rows)">
    \(value)</textarea></div>

    """
  }

  private func section(_ variant: Variant, _ shown: String, _ index: Int) -> HTML {
    """
    \(HTML(raw: index == 0 ? "<details open>" : "<details>"))
    <summary><h2>\(variant.name)</h2></summary>
    <div class="views">
    \(view("Sur un téléphone", Self.light(shown), width: 320, isMeasured: index == 0))
    \(view("Sur un ordinateur", Self.light(shown), width: 660))
    \(view("Thème sombre", Self.dark(shown), width: 320, isMeasured: index == 0))
    \(view("Sans les images", Self.light(Self.withoutPictures(shown)), width: 375))
    </div>
    <h3>En texte</h3>
    <pre>\(variant.text)</pre>
    \(variant.subject == letter.issue.subject ? nil : field("L’objet, sans ce que \(variant.name) remplirait", variant.subject, id: "objet-\(index)"))
    \(field("Le code HTML", variant.html, id: "html-\(index)", rows: 6))
    \(field("Le texte", variant.text, id: "texte-\(index)", rows: 6))
    </details>

    """
  }

  private func view(_ name: String, _ mail: String, width: Int, isMeasured: Bool = false) -> HTML {
    // As wide as it is, it is scrolled on a narrow screen: by keyboard too (WCAG 2.1.1).
    """
    \(HTML(raw: isMeasured ? "<figure tabindex=\"0\">" : "<figure>"))<figcaption>\(name)</figcaption>
    \(HTML.frame(of: mail, title: name, width: width, height: 640, isMeasured: isMeasured))</figure>

    """
  }

  // MARK: Views

  /// The mail with pictures that can be seen before the site is online.
  private func showing(_ html: String, _ picture: ((String) -> [UInt8]?)?) -> String {
    let base = settings.absoluteAddress(of: .home)
    var result = html.replacingEach(" srcset=\"\(base)", with: " data-srcset=\"\(base)")
    for address in ProofChecks.values(of: "src", in: html) where address.hasPrefix(base) {
      let path = String(address.dropFirst(base.count))
      let written = " src=\"\(address.replacingEach("&", with: "&amp;"))\""
      if let picture, let bytes = picture(path) {
        let type = MediaType(ofFile: path)?.contentType ?? MediaType.unknown.contentType
        result = result.replacingEach(
          written, with: " src=\"data:\(type);base64,\(Data(bytes).base64EncodedString())\"")
      } else {
        result = result.replacingEach(written, with: " src=\"\(settings.basePath)/\(path)\"")
      }
    }
    return result
  }

  private static let inTheDark = "@media (prefers-color-scheme: dark)"

  /// As in the dark scheme, whatever the scheme of the one who looks.
  private static func dark(_ html: String) -> String { html.replacingEach(inTheDark, with: "@media all") }

  /// As in the light one.
  private static func light(_ html: String) -> String { html.replacingEach(inTheDark, with: "@media not all") }

  private static func withoutPictures(_ html: String) -> String {
    html.replacingEach("<img src=", with: "<img data-src=")
  }
}
