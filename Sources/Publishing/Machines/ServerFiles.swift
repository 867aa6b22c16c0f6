import Site

/// What servers are told, each in its own words. Paths in it are from the host's root.
struct ServerFiles: Sendable {
  /// What they are called in Output, with the site map.
  static let names = ["sitemap.xml", "robots.txt", "_redirects", "_headers", ".htaccess"]

  let settings: Settings
  let aliases: [Alias]

  /// For the robots of search engines (RFC 9309). Nothing is forbidden: what is not to be listed says so itself, which a
  /// robot must be able to read.
  var robots: String {
    """
    User-agent: *
    Allow: \(settings.basePath)/

    Sitemap: \(settings.absoluteAddress(of: SitePath("/sitemap.xml")))

    """
  }

  /// Of Netlify, Cloudflare Pages and others.
  var redirects: String {
    aliases.map { alias in
      "\(settings.address(of: alias.path)) \(settings.address(of: alias.entry.path)) 301\n"
    }.joined()
  }

  /// Of the same.
  var headers: String {
    let base = settings.basePath
    return """
      \(base)/*
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin
        Permissions-Policy: camera=(), geolocation=(), microphone=()
      \(base)/theme/*
        Cache-Control: public, max-age=31536000, immutable
      \(base)/*.ics
        Content-Type: text/calendar; charset=utf-8
      \(base)/nouvelles/atom.xml
        Content-Type: application/atom+xml; charset=utf-8
      \(base)/nouvelles/feed.json
        Content-Type: application/feed+json; charset=utf-8
      \(base)/infolettres/atom.xml
        Content-Type: application/atom+xml; charset=utf-8
      \(base)/infolettres/*/courriel.*
        X-Robots-Tag: noindex

      """
  }

  /// Of Apache; the lines for nginx stand in it as comments.
  var apache: String {
    let redirects = aliases.map { alias in
      "RedirectMatch 301 \"^\(pattern(alias))$\" \"\(settings.address(of: alias.entry.path))\"\n"
    }.joined()
    let nginx = aliases.map { alias in
      "# rewrite \"^\(pattern(alias))$\" \"\(settings.address(of: alias.entry.path))\" permanent;\n"
    }.joined()
    return """
      ErrorDocument 404 \(settings.basePath)/404.html
      AddDefaultCharset utf-8
      AddCharset utf-8 .ics .xml .json .txt
      AddType text/calendar .ics
      AddType message/rfc822 .eml
      <IfModule mod_headers.c>
        Header set X-Content-Type-Options "nosniff"
        Header set Referrer-Policy "strict-origin-when-cross-origin"
        <FilesMatch "^courriel\\.">
          Header set X-Robots-Tag "noindex"
        </FilesMatch>
        <If "%{REQUEST_URI} =~ m#^\(escaped(settings.basePath))/theme/#">
          Header set Cache-Control "public, max-age=31536000, immutable"
        </If>
      </IfModule>
      \(redirects)
      """ + (nginx.isEmpty ? "" : "# nginx :\n\(nginx)")
  }

  /// A regular expression for an earlier address, with or without `/` at its end.
  private func pattern(_ alias: Alias) -> String {
    let path = SitePath.percentDecoded(settings.address(of: alias.path))
    return path.hasSuffix("/") ? escaped(String(path.dropLast())) + "/?" : escaped(path)
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if ".^$*+?()[]{}|\\\"#".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
