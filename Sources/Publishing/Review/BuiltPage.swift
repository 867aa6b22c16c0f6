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
  var path: String { "/" + (file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file) }

  /// What its head calls it, without the name of the site behind.
  func title(onSite site: String) -> String {
    let text = String(decoding: html.prefix(10_000), as: UTF8.self)
    guard let start = text.range(of: "<title>")?.upperBound,
      let end = text.range(of: "</title>", from: start)?.lowerBound
    else { return path }
    var title = String(text[start..<end])
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      title = title.replacing(entity, with: sign)
    }
    guard title.hasSuffix(site), title != site else { return title }
    let own = title.dropLast(site.count)
    let trimmed = own.reversed().drop { $0.isWhitespace || "–—|·-".contains($0) }.reversed()
    return trimmed.isEmpty ? title : String(trimmed)
  }
}

extension String {
  /// The first place of `text` from `start` on.
  fileprivate func range(of text: String, from start: Index? = nil) -> Range<Index>? {
    self[(start ?? startIndex)...].firstRange(of: text)
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
