import Publishing
import Site
import Text

/// A page of a site as it was built, to be compared with another build of it.
package struct BuiltPage: Sendable, Hashable {
  /// Its file in Output: `nouvelles/index.html`.
  package var file: String
  package var html: [UInt8]

  package init(file: String, html: [UInt8]) {
    self.file = file
    self.html = html
  }

  /// Whether a file of Output is a page that people read: not a mail.
  package static func isPage(_ file: String) -> Bool {
    file == "index.html" || file.hasSuffix("/index.html") || file == "404.html"
  }

  /// Its address from the site's root: `/nouvelles/`.
  var path: String { SitePath.address(ofFile: file) }

  /// What its head calls it, without the name of the site behind.
  func title(onSite site: String) -> String {
    guard let title = between("<title>", "</title>").map(MarkupSign.unescaped) else { return path }
    guard title.hasSuffix(site), title != site else { return title }
    let own = title.dropLast(site.count)
    let trimmed = own.reversed().drop { $0.isWhitespace || "–—|·-".contains($0) }.reversed()
    return trimmed.isEmpty ? title : String(trimmed)
  }

  /// What stands in it and nowhere else: the element `main`; the whole of a page that has none.
  var content: ArraySlice<UInt8> {
    guard let start = html.firstRange(of: Array("<main".utf8))?.lowerBound,
      let end = html[start...].firstRange(of: Array("</main>".utf8))?.upperBound
    else { return html[...] }
    return html[start..<end]
  }

  /// Where it leads on to at once, as an earlier address does (see ``Alias``).
  var redirection: String? {
    guard head.contains("http-equiv=\"refresh\"") else { return nil }
    return between("<link rel=\"canonical\" href=\"", "\"").map(MarkupSign.unescaped)
  }

  private var head: String { String(decoding: html.prefix(10_000), as: UTF8.self) }

  private func between(_ opening: String, _ closing: String) -> String? {
    let head = head
    guard let start = head.firstRange(of: opening)?.upperBound,
      let end = head[start...].firstRange(of: closing)?.lowerBound
    else { return nil }
    return String(head[start..<end])
  }
}

extension Publication {
  /// Its pages, made now.
  package func builtPages() throws -> [BuiltPage] {
    try files.compactMap { file in
      guard BuiltPage.isPage(file.path), case .rendered(let render) = file.content else { return nil }
      return BuiltPage(file: file.path, html: try render())
    }
  }
}
