import HTML
import Site
import Text

/// An earlier address that goes on working.
struct Alias: Sendable, Hashable {
  /// The earlier address: of a folder with `/` at its end, or of a file; some with a query.
  let path: SitePath
  let entry: Entry

  init(_ path: SitePath, of entry: Entry) {
    let bytes = path.text.utf8
    let name = bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex)...]
    let isWhole = name.isEmpty || name.contains(UInt8(ascii: ".")) || path.query != nil
    self.path = isWhole ? path : SitePath(path.text + "/")
    self.entry = entry
  }

  /// Whether a page at its place would be shown as one by any server.
  var isPage: Bool { path.query == nil && ["/", ".html", ".htm"].contains { path.text.hasSuffix($0) } }

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

/// The earlier addresses of a site, as far as nothing stands there now.
struct AliasPlan: Sendable {
  /// Why an earlier address can't be kept.
  enum Obstacle: Sendable, Hashable {
    /// Something else has it now: whose it is.
    case taken(PublishedFile.Owner)
    /// Another entry, whose file this is, has given the same address.
    case alsoOf(String)
    /// Forms that write to the repository stand there; see ``ReservedAddresses/isAdministration(_:)``.
    case administration
  }

  /// The earlier addresses that servers lead on from, sorted by address.
  let served: [Alias]
  /// The pages for where servers do not, and the calendars at earlier addresses.
  let pages: [PublishedFile]
  let refused: [(alias: Alias, obstacle: Obstacle)]

  /// By the address without `/` at its end.
  private let entries: [String: Entry]

  /// - Parameters:
  ///   - calendars: those of the entries, which stand at their earlier addresses too.
  ///   - taken: what stands already; not asked for where no entry was called otherwise before.
  init(of site: Site, calendars: CalendarFiles, below taken: @autoclosure () -> PlaceRegister) {
    let all = site.entries.flatMap { entry in entry.entry.aliases.map { Alias($0, of: entry.entry) } }
    var served: [Alias] = []
    var pages: [PublishedFile] = []
    var refused: [(Alias, Obstacle)] = []
    var entries: [String: Entry] = [:]
    var ownPlaces = PlaceRegister()
    func add(_ calendar: PublishedFile) {
      pages.append(calendar)
      ownPlaces.add(calendar)
    }
    let places = all.isEmpty ? PlaceRegister() : taken()
    let sorted = all.map { (alias: $0, target: $0.entry.path) }.sorted {
      ($0.alias.path, $0.target) < ($1.alias.path, $1.target)
    }
    for (alias, target) in sorted {
      let name = Self.name(alias.path)
      let earlier = entries[name]
      if ReservedAddresses.isAdministration(alias.path.withoutQuery) {
        refused.append((alias, .administration))
        continue
      }
      if alias.path.query != nil {
        // Only servers know such addresses: whatever stands there without the query stays where it is.
        if let earlier {
          if earlier.key != alias.entry.key { refused.append((alias, .alsoOf(earlier.source))) }
        } else {
          served.append(alias)
          entries[name] = alias.entry
        }
        continue
      }
      let file = alias.path.outputFile
      let standing = places.owner(of: file)
      // Its own page under other capitals: servers lead on, and where they take both for one, there is nothing to lead to.
      let isItsOwn = standing.map { $0.path == target.outputFile } ?? false
      if let standing, !isItsOwn {
        refused.append((alias, .taken(standing.owner)))
      } else if let earlier {
        if earlier.key != alias.entry.key { refused.append((alias, .alsoOf(earlier.source))) }
      } else if let other = ownPlaces.owner(of: file), case .file(let source) = other.owner,
        source != alias.entry.source
      {
        refused.append((alias, .alsoOf(source)))
      } else if alias.path.isCalendar, let copy = calendars.copy(of: alias.entry, at: alias.path) {
        add(copy)
      } else {
        served.append(alias)
        entries[name] = alias.entry
        if alias.isPage, !isItsOwn {
          let page = PublishedFile(page: alias.path, owner: .file(alias.entry.source)) {
            alias.page(settings: site.settings)
          }
          // Two that differ in capitals alone lead to the same entry: one page serves both.
          if ownPlaces.owner(of: file) == nil { pages.append(page) }
          ownPlaces.add(page)
        }
        if alias.path.text.hasSuffix("/"), let copy = calendars.copy(of: alias.entry, at: alias.path),
          places.owner(of: copy.path) == nil, ownPlaces.owner(of: copy.path) == nil
        {
          add(copy)
        }
      }
    }
    self.served = served
    self.pages = pages
    self.refused = refused
    self.entries = entries
  }

  /// The entry that an earlier address leads on to, whether or not it is written with `/` at its end.
  func entry(at address: String) -> Entry? { entries[Self.name(SitePath(address))] }

  private static func name(_ path: SitePath) -> String {
    let text = PercentCoding.decoded(path.withoutQuery.text)
    let name = text.hasSuffix("/") ? String(text.dropLast()) : text
    return path.query.map { name + "?" + PercentCoding.decoded($0) } ?? name
  }
}
