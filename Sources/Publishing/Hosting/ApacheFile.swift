import Site
import Text

/// The files `.htaccess` of Apache. They hold only what a host allows that lets them speak of files at all (`AllowOverride
/// FileInfo`): anything else would make each page an error. What is said of one folder stands in a file of that folder.
struct ApacheFile {
  let settings: Settings
  let aliases: [Alias]

  var text: String {
    """
    ErrorDocument 404 \(settings.basePath)/404.html
    AddDefaultCharset utf-8
    \(types)\(feedTypes)<IfModule mod_headers.c>
    \(headers)</IfModule>
    \(compression)\(redirects)\(rewriting)
    """
  }

  /// Of each folder of which something is said, the text of its file.
  static var folders: [(name: LastingFolder, text: String)] {
    ServerRule.all.compactMap { rule in
      guard case .below(let name, let endings) = rule.files else { return nil }
      let lines = lines(rule.fields, indent: endings.isEmpty ? "  " : "    ")
      let files = endings.isEmpty ? lines : within("\\.(\(endings.joined(separator: "|")))$", lines)
      return (name, "<IfModule mod_headers.c>\n\(files)</IfModule>\n")
    }
  }

  private var types: String {
    "<IfModule mod_mime.c>\n"
      + MediaType.all.filter { !$0.extensions.isEmpty }.map { type in
        "  AddType \"\(type.contentType)\" \(type.extensions.map { "." + $0 }.joined(separator: " "))\n"
      }.joined() + "</IfModule>\n"
  }

  private var feedTypes: String {
    ServerRule.feeds.map(\.type).uniqued().sorted().map { type in
      let paths = ServerRule.feeds.filter { $0.type == type }.map(\.path)
      return "<FilesMatch \"\(Self.names(of: paths))\">\n  ForceType \"\(type)\"\n</FilesMatch>\n"
    }.joined()
  }

  private var headers: String {
    ServerRule.all.map { rule -> String in
      func within(_ pattern: String) -> String { Self.within(pattern, Self.lines(rule.fields, indent: "    ")) }
      switch rule.files {
      case .all: return Self.lines(rule.fields, indent: "  ")
      case .ending(let endings): return within("\\.(\(endings.joined(separator: "|")))$")
      case .at(let paths): return within(Self.names(of: paths))
      case .named(let start): return within("^\(ServerPattern.escaped(start))")
      case .below: return ""
      }
    }.joined()
  }

  private static func within(_ pattern: String, _ lines: String) -> String {
    "  <FilesMatch \"\(pattern)\">\n\(lines)  </FilesMatch>\n"
  }

  private static func lines(_ fields: [HeaderField], indent: String) -> String {
    fields.map { "\(indent)Header set \($0.name) \"\($0.value)\"\n" }.joined()
  }

  /// A file knows its files by their names alone.
  private static func names(of paths: [SitePath]) -> String {
    let names = Set(paths.compactMap { $0.text.split(separator: "/").last.map(String.init) })
    return "^(" + names.sorted().map(ServerPattern.escaped).joined(separator: "|") + ")$"
  }

  /// What is sent in fewer bytes is another to Apache than what it was made of (`ETag` with « -gzip »); asked whether it has
  /// changed, it is given the name of the first, so that nothing is sent again (Apache bug 45023).
  private var compression: String {
    """
    <IfModule mod_filter.c>
      <IfModule mod_deflate.c>
        AddOutputFilterByType DEFLATE \(ServerRule.compressed.joined(separator: " "))
        <IfModule mod_headers.c>
          RequestHeader edit "If-None-Match" "^(W/)?\\"((.*)-gzip)\\"$" "$1\\"$2\\", $1\\"$3\\""
        </IfModule>
      </IfModule>
    </IfModule>

    """
  }

  // MARK: Earlier addresses

  private var redirects: String {
    let hidden = ServerRule.own.filter { !$0.hasPrefix(".ht") }.map(ServerPattern.escaped).joined(separator: "|")
    let lines = aliases.filter { $0.path.query == nil }.map { alias in
      let path = PercentCoding.decoded(settings.address(of: alias.path))
      return "  RedirectMatch 301 \"^\(ServerPattern.path(path))$\" \"\(settings.address(of: alias.entry.path))\"\n"
    }
    return "<IfModule mod_alias.c>\n  RedirectMatch 404 \"^\(ServerPattern.escaped(settings.basePath))/(\(hidden))$\"\n"
      + lines.joined() + "</IfModule>\n"
  }

  /// Earlier addresses with a query, which may be one of several. Paths in the rules are from the folder of the file.
  private var rewriting: String {
    let rules = aliases.compactMap { alias -> String? in
      guard let query = alias.path.query else { return nil }
      let path = PercentCoding.decoded(alias.path.withoutQuery.text.dropFirst())
      let destination = settings.address(of: alias.entry.path).replacing("%", with: "\\%")
      return "  RewriteCond %{QUERY_STRING} \"\(ServerPattern.query(query))\"\n"
        + "  RewriteRule \"^\(ServerPattern.path(path))$\" \"\(destination)\" [R=301,L,QSD]\n"
    }
    guard !rules.isEmpty else { return "" }
    return "<IfModule mod_rewrite.c>\n  RewriteEngine On\n" + rules.joined() + "</IfModule>\n"
  }
}
