import Site
import Text

/// What servers send with some of the files. The one table that every file for servers is written of, each in its own words.
struct ServerRule: Sendable {
  enum Files: Sendable, Hashable {
    case all
    /// By the endings of their names.
    case ending([String])
    /// These, each at its address.
    case at([SitePath])
    /// Those whose name begins so.
    case named(String)
    /// Those below such a folder; where endings are given, only these.
    case below(LastingFolder, ending: [String])
  }

  let files: Files
  let fields: [HeaderField]

  /// Where two say something of one field, the later one holds.
  static let all: [ServerRule] =
    [ServerRule(files: .all, fields: HeaderField.everywhere + [.revalidated])]
    // Each way of opening once, with all the endings that it is for.
    + MediaType.all.map { HeaderField.delivery(of: $0) }.uniqued().filter { !$0.isEmpty }.map { fields in
      ServerRule(
        files: .ending(MediaType.all.filter { HeaderField.delivery(of: $0) == fields }.flatMap(\.extensions)),
        fields: fields)
    } + [
      ServerRule(files: .at(feeds.map(\.path)), fields: [.forEverySite]),
      // Whatever ending they have.
      ServerRule(files: .named("courriel."), fields: [.unlisted]),
      ServerRule(files: .below(.theme, ending: []), fields: [.lasting]),
      ServerRule(files: .below(.images, ending: pictures), fields: [.lasting]),
    ]

  /// The endings of what is named after what it holds, in the folder of the pictures.
  private static let pictures = MediaType.all.filter { $0.origin == .picture }.flatMap(\.extensions)

  /// Feeds in XML and JSON have kinds of their own (RFC 4287, 7; JSON Feed 1.1); their endings are those of other files too.
  static let feeds: [(path: SitePath, type: String)] = [
    (.newsAtom, "application/atom+xml; charset=utf-8"), (.issuesAtom, "application/atom+xml; charset=utf-8"),
    (.changesAtom, "application/atom+xml; charset=utf-8"), (.newsJSON, "application/feed+json; charset=utf-8"),
  ]

  /// What a server reads that stands among the files, and the list of the build: nothing for visitors.
  static let own = [".gazette", ".gitkeep", ".htaccess", "_headers", "_redirects"]

  /// The names, without parameters, of the kinds that are worth compressing.
  static let compressed =
    (MediaType.all.filter(\.isCompressible).map(\.name)
    + feeds.map { String($0.type.prefix { $0 != ";" }) }).uniqued()
}

/// What of the table others need who look at what servers do.
package enum ServerRules {
  /// By the address within the site: feeds, with the type that they are sent as.
  package static let feeds = Dictionary(uniqueKeysWithValues: ServerRule.feeds.map { ($0.path.text, $0.type) })
  /// What no visitor should be shown.
  package static let own = ServerRule.own
}

/// Regular expressions as servers read them.
enum ServerPattern {
  /// `text` itself. Signs that mean something to an expression or to the file that it stands in are written by their number.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || "{}`\"#".unicodeScalars.contains(scalar) {
        result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      } else {
        if ".^$*+?()[]|\\".unicodeScalars.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address without its query, with or without `/` at its end.
  static func path(_ path: String) -> String {
    path.hasSuffix("/") ? escaped(String(path.dropLast())) + "/?" : escaped(path)
  }

  /// One of the parameters of a query, or several together.
  static func query(_ query: Substring) -> String { "(^|&)" + escaped(String(query)) + "(&|$)" }
}
