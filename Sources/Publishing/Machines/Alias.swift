import HTML
import Site

/// An earlier address that goes on working.
struct Alias: Sendable, Hashable {
  /// The earlier address: of a folder with `/` at its end, or of a file.
  let path: SitePath
  let entry: Entry

  /// Those of a site, by address; an address that is taken by something else is left to it. `blocked` are those whose page
  /// would need a file of the site for a folder, or the other way round.
  static func list(of site: Site, taken: Set<String>) -> (aliases: [Alias], blocked: [Alias]) {
    var taken = taken
    let all = site.entries.flatMap { entry in entry.entry.aliases.map { Alias($0, of: entry.entry) } }
    guard !all.isEmpty else { return ([], []) }
    var folders = Set(taken.flatMap(OutputFiles.folders(of:)))
    var (aliases, blocked): ([Alias], [Alias]) = ([], [])
    for alias in all.sorted(by: { ($0.path, $0.entry.path) < ($1.path, $1.entry.path) }) {
      let file = alias.path.outputFile
      let above = OutputFiles.folders(of: file)
      if alias.isPage, folders.contains(file) || above.contains(where: taken.contains) {
        blocked.append(alias)
      } else if taken.insert(file).inserted {
        folders.formUnion(above)
        aliases.append(alias)
      }
    }
    return (aliases, blocked)
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
