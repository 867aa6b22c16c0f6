import Foundation
import HTML
import Publishing
import Site
import Text
import Time

/// What a change does to the site as one page that needs nothing else: it opens on a phone, from a mail, without network.
/// Each page that is new or says something else stands in it as it will look, and beside it as it looks now.
package struct OfflinePreview {
  /// The bytes of a file of a build, by its path in the folder; `nil` where there is none.
  package typealias Files = (String) -> [UInt8]?

  private let site: Site
  private let changes: PageChanges
  private let before: [String: BuiltPage]
  private let proofs: [String: LetterProof]

  /// Pages that are shown; whoever changes more has to look at the site.
  private static let mostPages = 40
  /// Bytes of pictures in the whole.
  private static let mostBytes = 6 << 20

  /// - Parameter before: the pages of an earlier build; empty where there is none.
  package init(of publication: Publication, site: Site, before: [BuiltPage]) throws {
    self.site = site
    changes = PageChanges(from: before, to: try publication.builtPages())
    self.before = Dictionary(before.map { ($0.file, $0) }) { first, _ in first }
    proofs = Dictionary(publication.proofs.values.map { ($0.path.outputFile, $0) }) { first, _ in first }
  }

  /// - Parameters:
  ///   - files: those of this build.
  ///   - earlier: those of the one before.
  package func html(files: @escaping Files, earlier: @escaping Files) throws -> String {
    var room = Self.mostBytes
    let pages = ordered
    var parts: [HTML] = []
    for (page, isNew) in pages.prefix(Self.mostPages) {
      let after = try proofs[page.file].map { try $0.text(embedding: { files($0) }) } ?? offline(page, files, &room)
      let old = before[page.file].map { offline($0, earlier, &room) }
      parts.append(section(page, isNew: isNew, after: after, before: old))
    }
    let removed = changes.removed.map { page -> HTML in "<li><code>\(page.path)</code></li>" }
    let rest = pages.count - Self.mostPages
    let none: HTML = pages.isEmpty && removed.isEmpty ? "<p>Aucune page ne change.</p>\n" : ""
    let further: HTML = rest > 0 ? "<p>Et \(French.count(rest, "autre page")), dans le site à télécharger.</p>\n" : ""
    let gone: HTML = removed.isEmpty ? "" : "<h2>Pages supprimées</h2>\n<ul>\(removed)</ul>\n"
    return try page(of: "\(none)\(parts)\(further)\(gone)").checkedText(for: SitePath("apercu.html"))
  }

  /// What somebody has written first, then the lists that it stands in.
  private var ordered: [(page: BuiltPage, isNew: Bool)] {
    let own = Set(site.entries.map(\.entry.path.outputFile))
    let all = changes.added.map { ($0, true) } + changes.changed.map { ($0, false) }
    return all.filter { own.contains($0.0.file) || proofs[$0.0.file] != nil }
      + all.filter { !own.contains($0.0.file) && proofs[$0.0.file] == nil }
  }

  private func section(_ page: BuiltPage, isNew: Bool, after: String, before: String?) -> HTML {
    let title = page.title(onSite: site.settings.title)
    func frame(_ name: String, _ html: String) -> HTML {
      """
      <figure><figcaption>\(name)</figcaption>\(HTML.frame(of: html, title: "\(title) : \(name.lowercased())"))</figure>

      """
    }
    return """
      <details>
      <summary>\(isNew ? "Nouvelle page" : "Page modifiée") : <b>\(title)</b> <code>\(page.path)</code></summary>
      <div class="views">
      \(before.map { frame("Avant", $0) })\(frame(isNew ? "Ce qu’elle sera" : "Après", after))</div>
      </details>

      """
  }

  // MARK: A page by itself

  /// The page with its style and pictures in it, without its scripts and what they and the style may be.
  private func offline(_ page: BuiltPage, _ files: Files, _ room: inout Int) -> String {
    var html = String(decoding: page.html, as: UTF8.self)
    html = html.replacing(/<script[^>]*>.*?<\/script>/.dotMatchesNewlines(), with: "")
    html = html.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    html = html.replacing(/\ssrcset="[^"]*"/, with: "")
    html = html.replacing(/<link rel="stylesheet" href="([^"]*)">/) { match in
      let style = bytes(at: String(match.output.1), files).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return "<style>\(style.replacing("</style", with: ""))</style>"
    }
    html = html.replacing(/<link [^>]*>/, with: "")
    var left = room
    html = html.replacing(/<img ([^>]*?)src="([^"]*)"/) { match in
      let (rest, address) = (match.output.1, String(match.output.2))
      guard let bytes = bytes(at: address, files), bytes.count <= left, let type = MediaType(ofFile: address) else {
        return "<img \(rest)"
      }
      left -= bytes.count
      return "<img \(rest)src=\"data:\(type.name);base64,\(Data(bytes).base64EncodedString())\""
    }
    room = left
    return html
  }

  /// What a page names by its address from the host's root.
  private func bytes(at address: String, _ files: Files) -> [UInt8]? {
    let base = site.settings.basePath + "/"
    guard address.hasPrefix(base) else { return nil }
    return files(PercentCoding.decoded(address.dropFirst(base.count)))
  }

  private func page(of parts: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>Aperçu : \(site.settings.title)</title>
    <style>
    body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #14302f; background: #fff; overflow-wrap: anywhere; }
    main { margin: 0 auto; padding: 1rem; }
    summary { padding: .75rem 0; cursor: pointer; }
    .views { display: flex; flex-wrap: wrap; gap: 1rem; }
    figure { flex: 1 1 22rem; margin: 0; }
    iframe { box-sizing: border-box; width: 100%; height: 80vh; border: 1px solid #14302f; background: #fff; }
    </style>
    </head>
    <body>
    <main>
    <h1>Ce que devient le site</h1>
    <p>Ouvrez une page pour la voir. Les liens et la recherche n’y marchent pas : c’est une image de ce qui sera.</p>
    \(parts)</main>
    </body>
    </html>

    """
  }
}
