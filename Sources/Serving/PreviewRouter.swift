import Foundation
import Publishing

/// Finds what to send for a request: a pure question to one ``Preview``.
package struct PreviewRouter: Sendable {
  /// Under it stand the preview's own addresses; no page of a site can, for a slug never begins with `_`.
  static let ownPath = "/__gazette"
  /// Where a page asks for the next version.
  static let changesPath = ownPath + "/changes"
  /// The query by which a reader asks for the last good page while there are errors.
  static let lastGood = "derniere-version"

  let preview: Preview

  package init(_ preview: Preview) {
    self.preview = preview
  }

  /// - Parameters:
  ///   - path: the path of the request, percent-encoding undone, with the site's sub-folder.
  ///   - query: names of its query parameters.
  package func answer(path: String, query: Set<String> = []) -> PreviewAnswer {
    let base = preview.basePath
    if path == "/" && !base.isEmpty || path == base && !base.isEmpty {
      return PreviewAnswer(status: 302, contentType: ContentType.of("x.txt"), location: base + "/", body: [])
    }
    guard path.hasPrefix(base + "/") else { return notFound() }
    let relative = String(path.dropFirst(base.count + 1))
    guard let file = file(at: relative) else {
      if preview.file(at: relative + "/index.html") != nil {
        return PreviewAnswer(
          status: 302, contentType: ContentType.of("x.txt"), location: PreviewRouter.encoded(path + "/"), body: [])
      }
      return preview.hasErrors ? diagnostics() : notFound()
    }
    let type = ContentType.of(file.path)
    let isPage = type.hasPrefix("text/html")
    if isPage && preview.hasErrors && !query.contains(Self.lastGood) { return diagnostics() }
    do {
      let bytes = try contents(of: file)
      return PreviewAnswer(contentType: type, body: isPage ? reloading(bytes) : bytes)
    } catch {
      return .html(
        DiagnosticsPage.html(message: String(describing: error), version: preview.version).text, status: 500)
    }
  }

  /// A page, or a file, at a path relative to the site's root.
  private func file(at relative: String) -> PublishedFile? {
    preview.file(at: relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative)
  }

  private func contents(of file: PublishedFile) throws -> [UInt8] {
    switch file.content {
    case .rendered(let render): return try render()
    case .copy(let source):
      let path = source.hasPrefix("/") ? source : preview.projectRoot + "/" + source
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  private func notFound() -> PreviewAnswer {
    guard let file = preview.file(at: "404.html"), let bytes = try? contents(of: file) else {
      return preview.hasErrors ? diagnostics() : .html("<!doctype html><title>404</title>", status: 404)
    }
    return PreviewAnswer(status: 404, contentType: ContentType.of("404.html"), body: reloading(bytes))
  }

  private func diagnostics() -> PreviewAnswer {
    .html(
      DiagnosticsPage.html(
        report: preview.report, version: preview.version, hasLastGood: preview.publication != nil
      ).text, status: 500)
  }

  private func reloading(_ page: [UInt8]) -> [UInt8] {
    Array(ReloadScript(version: preview.version).added(to: String(decoding: page, as: UTF8.self)).utf8)
  }

  private static func encoded(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
  }
}
