import HTML
import Site

/// An earlier address that goes on working.
struct Alias: Sendable, Hashable {
  /// The earlier address: of a folder with `/` at its end, or of a file.
  let path: SitePath
  let entry: Entry

  /// Those of a site, by address; an address that is taken by something else is left to it.
  static func list(of site: Site, taken: Set<String>) -> [Alias] {
    let entries: [any HasEntry] =
      site.news + site.events + site.series + site.places + site.partners + site.pages + site.issues
    var taken = taken
    return entries.flatMap { entry in entry.entry.aliases.map { Alias($0, of: entry.entry) } }
      .sorted { ($0.path, $0.entry.path) < ($1.path, $1.entry.path) }
      .filter { taken.insert($0.path.outputFile).inserted }
  }

  private init(_ path: SitePath, of entry: Entry) {
    let name = path.text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    self.path = name.isEmpty || name.contains(".") ? path : SitePath(path.text + "/")
    self.entry = entry
  }

  /// Whether a page at its place would be shown as one by any server.
  var isPage: Bool { ["/", ".html", ".htm"].contains { path.text.hasSuffix($0) } }

  /// The page that leads on where the server does not: at once (WCAG technique H76), and with a link to follow.
  func page(settings: Settings) -> HTML {
    let address = settings.address(of: entry.path)
    return """
      <!doctype html>
      <html lang="\(settings.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(entry.title)</title>
      <meta http-equiv="refresh" content="0; url=\(address)">
      <link rel="canonical" href="\(settings.absoluteAddress(of: entry.path))">
      <meta name="robots" content="noindex">
      </head>
      <body>
      <h1>Cette page a changé d’adresse</h1>
      <p><a href="\(address)">\(entry.title)</a></p>
      </body>
      </html>

      """
  }
}
