/// Something about a site that is online, in French.
package struct LookFinding: Sendable, Hashable {
  package enum Severity: Sendable, Hashable { case good, doubtful, wrong }

  package var severity: Severity
  package var message: String
  /// What to do about it.
  package var hint: String?

  static func good(_ message: String) -> LookFinding { LookFinding(severity: .good, message: message) }
  static func doubtful(_ message: String, _ hint: String?) -> LookFinding {
    LookFinding(severity: .doubtful, message: message, hint: hint)
  }
  static func wrong(_ message: String, _ hint: String?) -> LookFinding {
    LookFinding(severity: .wrong, message: message, hint: hint)
  }

  package var text: String {
    let sign =
      switch severity {
      case .good: "juste"
      case .doubtful: "à voir"
      case .wrong: "faux"
      }
    return "\(sign) : \(message)" + (hint.map { "\n  → \($0)" } ?? "")
  }
}

/// A server, by what it says of itself, and what can be done about it.
enum KnownServer: Sendable, Hashable {
  case apache, nginx, caddy, netlify, cloudflare, forge
  case unknown

  init(_ field: String?) {
    let name = field?.lowercased() ?? ""
    self =
      switch true {
      case _ where name.contains("apache") || name.contains("litespeed"): .apache
      case _ where name.contains("nginx") || name.contains("openresty"): .nginx
      case _ where name.contains("caddy"): .caddy
      case _ where name.contains("netlify"): .netlify
      case _ where name.contains("cloudflare"): .cloudflare
      case _ where name.contains("github") || name.contains("gitlab"): .forge
      default: .unknown
      }
  }

  /// How to have it follow the rules of the site.
  var way: String {
    switch self {
    case .apache:
      "Apache ne lit pas le fichier .htaccess du site, ou n’a pas ce module : demandez à l’hébergeur « AllowOverride FileInfo », et mod_headers."
    case .nginx: "Donnez à nginx le fichier que dit : gazette publish --server nginx"
    case .caddy: "Donnez à Caddy le fichier que dit : gazette publish --server caddy"
    case .netlify, .cloudflare:
      "Les fichiers _headers et _redirects du site ne sont pas là où ce service les cherche : à la racine."
    case .forge: "Les pages d’une forge ne se règlent pas : seul un autre hébergement y changera quelque chose."
    case .unknown: "Dites au serveur ce que dit : gazette publish --server apache (ou nginx, caddy)"
    }
  }
}
