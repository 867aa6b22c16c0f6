import Site
import Text

/// A file for Caddy: it reads none that lies in the site.
struct CaddyFile {
  let settings: Settings
  let aliases: [Alias]
  let host: String

  var text: String {
    """
    # Le site pour Caddy : à mettre dans /etc/caddy/Caddyfile, puis « systemctl reload caddy ». Le certificat vient de lui-même.
    # À vérifier : le nom du site, et root\(folder).
    \(host) {
      root * /var/www/site
      encode {
        gzip
        match {
    \(compressed)    }
      }
      route {
    \(redirects)\(headers)\(types)    file_server {
          hide \(ServerRule.own.joined(separator: " "))
        }
      }
      handle_errors {
        rewrite * \(settings.basePath)/404.html
        file_server
      }
    }

    """
  }

  private var compressed: String {
    ServerRule.compressed.map { "      header Content-Type \($0)*\n" }.joined()
  }

  private var folder: String {
    settings.basePath.isEmpty
      ? "" : " (le dossier qui contient « \(PercentCoding.decoded(settings.basePath.dropFirst())) »)"
  }

  /// In the order of the table: what comes later holds.
  private var headers: String {
    ServerRule.all.enumerated().map { number, rule in
      let matcher: String
      switch rule.files {
      case .all: matcher = ""
      case let files:
        matcher = "@fichiers\(number) "
        return "    @fichiers\(number) \(condition(files))\n" + lines(rule.fields, matcher)
      }
      return lines(rule.fields, matcher)
    }.joined()
  }

  private func lines(_ fields: [HeaderField], _ matcher: String) -> String {
    fields.map { "    header \(matcher)\($0.name) `\($0.value)`\n" }.joined()
  }

  private func condition(_ files: ServerRule.Files) -> String {
    let start = ServerPattern.escaped(PercentCoding.decoded(settings.basePath))
    switch files {
    case .all: return "path *"
    case .ending(let endings): return "path " + endings.map { "*." + $0 }.joined(separator: " ")
    case .at(let paths): return "path " + paths.map { settings.address(of: $0) }.joined(separator: " ")
    case .named(let name): return "path_regexp `/\(ServerPattern.escaped(name))[^/]*$`"
    case .below(let folder, let endings):
      return "path_regexp `^\(start)/\(folder.rawValue)/.*"
        + (endings.isEmpty ? "`" : "\\.(?i:\(endings.joined(separator: "|")))$`")
    }
  }

  private var types: String {
    let byEnding = MediaType.all.filter { !$0.extensions.isEmpty }.enumerated().map { number, type in
      "    @type\(number) path \(type.extensions.map { "*." + $0 }.joined(separator: " "))\n"
        + "    header @type\(number) Content-Type `\(type.contentType)`\n"
    }
    let feeds = ServerRule.feeds.map { path, type in
      "    header \(settings.address(of: path)) Content-Type `\(type)`\n"
    }
    return byEnding.joined() + feeds.joined()
  }

  private var redirects: String {
    aliases.enumerated().map { number, alias in
      let path = ServerPattern.path(PercentCoding.decoded(settings.address(of: alias.path.withoutQuery)))
      let query = alias.path.query.map { "      vars_regexp {query} `\(ServerPattern.query($0))`\n" } ?? ""
      return "    @avant\(number) {\n      path_regexp `^\(path)$`\n\(query)    }\n"
        + "    redir @avant\(number) \(settings.address(of: alias.entry.path)) permanent\n"
    }.joined()
  }
}
