import Files
import Foundation
import Publishing
import Site
import Text

/// Finds what to send for a request: a pure question to one ``Preview``.
package struct PreviewRouter: Sendable {
  /// Under it stand the preview's own addresses; no page of a site can, for a slug never begins with `_`.
  static let ownPath = "/__gazette"
  /// Where a page asks for the next version.
  static let changesPath = ownPath + "/changes"
  /// Where what is to be reported stands, as the terminal shows it.
  static let reportPath = ownPath + "/remarques"

  let preview: Preview

  package init(_ preview: Preview) {
    self.preview = preview
  }

  /// - Parameter path: the path of the request, percent-encoding undone, with the site's sub-folder.
  package func answer(path: String) -> PreviewAnswer {
    let base = preview.basePath
    if path == Self.reportPath { return report(status: 200) }
    let relative = Self.relative(path, to: base)
    if let relative, let page = proof(at: relative) { return page }
    if let relative, let file = file(at: relative) { return answer(file) }
    if !base.isEmpty, path == "/" || path == base { return redirect(to: base + "/") }
    if let relative, preview.file(at: relative + "/index.html") != nil { return redirect(to: path + "/") }
    // A page that was open when the site's address changed finds its new place.
    if let former = preview.formerBasePath, let relative = Self.relative(path, to: former), file(at: relative) != nil {
      return redirect(to: base + "/" + relative)
    }
    return preview.isBehind ? report(status: 500) : notFound()
  }

  private func answer(_ file: PublishedFile) -> PreviewAnswer {
    let isPage = file.type == .html
    switch file.content {
    case .copy(let source):
      guard (try? ConfinedFolder(preview.projectRoot).file(source)) != nil else {
        return fault("Le fichier « \(source) » n’est plus lisible.")
      }
      return PreviewAnswer(type: file.type, body: .file(root: preview.projectRoot, name: source))
    case .rendered(let render):
      do {
        let bytes = try render()
        return PreviewAnswer(type: file.type, body: .bytes(isPage ? reloading(bytes) : bytes))
      } catch {
        return fault(String(describing: error))
      }
    }
  }

  // MARK: Paths

  /// What follows the sub-folder `base` and its `/`; `nil` where `path` lies outside of it.
  private static func relative(_ path: String, to base: String) -> String? {
    path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : nil
  }

  /// A page, or a file, at a path relative to the site's root.
  private func file(at relative: String) -> PublishedFile? {
    preview.file(at: relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative)
  }

  private func redirect(to path: String) -> PreviewAnswer {
    .redirect(to: PercentCoding.path(path))
  }

  // MARK: Letters to be read before they are sent

  /// Under it stand the letters that are still to be sent, from the site's root.
  static let proofs = "-/infolettre/"

  /// What the preview shows of a letter still to be sent, or a list of them.
  private func proof(at relative: String) -> PreviewAnswer? {
    guard relative == Self.proofs.dropLast() || relative.hasPrefix(Self.proofs) else { return nil }
    guard let publication = preview.publication else { return nil }
    let slug = relative.dropFirst(Self.proofs.count).split(separator: "/").joined(separator: "/")
    if slug.isEmpty {
      let coming = publication.proofs.values.sorted { $0.title < $1.title }
      let page = DiagnosticsPage.html(
        lettersToRead: coming.map { ($0.title, preview.basePath + $0.path.text) }, version: preview.version)
      return .html(Array(page.text.utf8), status: 200)
    }
    guard let proof = publication.proofs[slug] else { return nil }
    return redirect(to: preview.basePath + proof.path.text)
  }

  // MARK: Pages that are none of the site

  private func notFound() -> PreviewAnswer {
    guard let file = preview.file(at: "404.html"), case .rendered(let render) = file.content, let bytes = try? render()
    else { return .html(Array("<!doctype html><title>404</title>".utf8), status: 404) }
    return .html(reloading(bytes), status: 404)
  }

  private func report(status: Int) -> PreviewAnswer {
    let site = preview.publication.map { _ in preview.basePath + "/" }
    let page = DiagnosticsPage.html(report: preview.report, version: preview.version, site: site)
    return .html(Array(page.text.utf8), status: status)
  }

  private func fault(_ message: String) -> PreviewAnswer {
    .html(Array(DiagnosticsPage.html(message: message, version: preview.version).text.utf8), status: 500)
  }

  /// The page with the script by which it reloads itself; while there are errors with what leads to them, too.
  private func reloading(_ page: [UInt8]) -> [UInt8] {
    var text = String(decoding: page, as: UTF8.self)
    if preview.isBehind {
      text = ErrorBanner(errors: preview.report.errors, address: Self.reportPath).added(to: text)
    }
    return Array(ReloadScript(version: preview.version).added(to: text).utf8)
  }
}
