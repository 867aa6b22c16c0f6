import Site
import Text

/// A file for nginx, to be put among its configuration (`/etc/nginx/conf.d/`): it reads none that lies in the site.
struct NginxFile {
  let settings: Settings
  let aliases: [Alias]
  let host: String

  var text: String {
    """
    # Le site pour nginx : à mettre dans /etc/nginx/conf.d/ (ou sites-enabled/), puis « nginx -t » et « systemctl reload nginx ».
    # À vérifier : server_name et root\(folder). Le certificat (listen 443 ssl…) est votre affaire, ou celle de certbot.
    \(maps)
    server {
      listen 80;
      listen [::]:80;
      server_name \(host);
      root /var/www/site;
      index index.html;
      error_page 404 \(settings.basePath)/404.html;

      # Rien d’autre que les fichiers du site.
      location ~ ^\(ServerPattern.escaped(base))/(\(own))$ { return 404; }
      location / { try_files $uri $uri/ =404; }

      types {
    \(types)  }
      default_type application/octet-stream;
      charset utf-8;
      charset_types \(charset.joined(separator: " "));
    \(feeds)
      gzip on;
      gzip_vary on;
      gzip_min_length 1024;
      gzip_types \(ServerRule.compressed.filter { $0 != "text/html" }.joined(separator: " "));
      etag on;

    \(headers)\(redirects)}

    """
  }

  private var base: String { settings.basePath }
  private var folder: String {
    base.isEmpty ? "" : " (le dossier qui contient « \(PercentCoding.decoded(base.dropFirst())) »)"
  }
  private var own: String { ServerRule.own.map(ServerPattern.escaped).joined(separator: "|") }

  /// Of each header field a table from addresses to what is sent; where nothing is, the field is left out.
  private var maps: String {
    fieldNames.map { name in
      let rules = ServerRule.all.flatMap { rule in
        rule.fields.filter { $0.name == name }.map { (rule.files, $0.value) }
      }
      // The first line that fits holds.
      let lines = rules.reversed().map { files, value in "  \(pattern(files)) \"\(value)\";\n" }
      let rest = rules.contains { $0.0 == .all } ? "" : "  default \"\";\n"
      return "map $uri $\(variable(name)) {\n\(lines.joined())\(rest)}\n"
    }.joined()
  }

  private func pattern(_ files: ServerRule.Files) -> String {
    let start = ServerPattern.escaped(PercentCoding.decoded(base))
    switch files {
    case .all: return "default"
    case .ending(let endings): return "\"~*\\.(\(endings.joined(separator: "|")))$\""
    case .at(let paths):
      return "\"~^\(start)(\(paths.map { ServerPattern.escaped($0.text) }.joined(separator: "|")))$\""
    case .named(let name): return "\"~/\(ServerPattern.escaped(name))[^/]*$\""
    case .below(let folder, let endings):
      return "\"~*^\(start)/\(folder.rawValue)/"
        + (endings.isEmpty ? "\"" : ".*\\.(\(endings.joined(separator: "|")))$\"")
    }
  }

  private var fieldNames: [String] { ServerRule.all.flatMap(\.fields).map(\.name).uniqued() }

  private func variable(_ name: String) -> String { "gazette_" + name.lowercased().replacing("-", with: "_") }

  private var headers: String {
    fieldNames.map { "  add_header \($0) $\(variable($0)) always;\n" }.joined()
  }

  private var types: String {
    MediaType.all.filter { !$0.extensions.isEmpty }.map { "    \($0.name) \($0.extensions.joined(separator: " "));\n" }
      .joined()
  }

  /// `text/html` is among them by itself.
  private var charset: [String] {
    (MediaType.all.map(\.contentType) + ServerRule.feeds.map(\.type)).filter { $0.contains("charset") }
      .map { String($0.prefix { $0 != ";" }) }.filter { $0 != "text/html" }.uniqued()
  }

  private var feeds: String {
    ServerRule.feeds.map { path, type in
      "  location = \(settings.address(of: path)) { types { } default_type \(type.prefix { $0 != ";" }); }\n"
    }.joined()
  }

  private var redirects: String {
    let asked = aliases.contains { $0.path.query != nil }
    // A condition of nginx asks of one variable.
    return (asked ? "  set $gazette_question \"$uri?$args\";\n" : "")
      + aliases.map { alias in
        let destination = settings.address(of: alias.entry.path)
        let path = ServerPattern.path(PercentCoding.decoded(settings.address(of: alias.path.withoutQuery)))
        guard let query = alias.path.query else { return "  rewrite \"^\(path)$\" \"\(destination)\" permanent;\n" }
        return "  if ($gazette_question ~ \"^\(path)\\?(.*&)?\(ServerPattern.escaped(String(query)))(&.*)?$\") "
          + "{ return 301 \"\(destination)\"; }\n"
      }.joined()
  }
}
