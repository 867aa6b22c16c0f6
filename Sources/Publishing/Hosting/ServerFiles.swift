import Site

/// The servers that there are files for.
package enum WebServer: String, Sendable, CaseIterable {
  case apache, nginx, caddy, netlify, cloudflare
}

/// What servers are given, each in its own words. Paths in it are from the host's root.
package struct ServerFiles: Sendable {
  let settings: Settings
  let aliases: [Alias]

  /// The files that servers and robots read: redirections, headers, `robots.txt`, and the site map of `pages`.
  ///
  /// - Parameter folders: those of them that the site has.
  func files(listing pages: [WebPage], folders: [LastingFolder] = []) -> [PublishedFile] {
    let netlify = NetlifyFiles(settings: settings, aliases: aliases)
    let apache = ApacheFile(settings: settings, aliases: aliases)
    return [
      PublishedFile(SitePath("/sitemap.xml"), isSlow: true) { SiteMapFile.text(of: pages, settings: settings) },
      PublishedFile(SitePath("/robots.txt")) { robots },
      PublishedFile(SitePath("/_redirects")) { netlify.redirects },
      PublishedFile(SitePath("/_headers")) { netlify.headers },
      PublishedFile(SitePath("/.htaccess")) { apache.text },
    ]
      + ApacheFile.folders.filter { folders.contains($0.name) }.map { folder in
        PublishedFile(SitePath("/\(folder.name.rawValue)/.htaccess")) { folder.text }
      }
  }

  /// What to give to a server of this kind, as one text. Those of Apache, Netlify and Cloudflare stand in the site already.
  package func sample(for server: WebServer) -> String {
    let host = settings.baseURL.split(separator: "/").dropFirst().first.map(String.init) ?? "exemple.org"
    switch server {
    case .apache:
      return
        (["# .htaccess\n" + ApacheFile(settings: settings, aliases: aliases).text]
        + ApacheFile.folders.map { "# \($0.name.rawValue)/.htaccess\n" + $0.text }).joined(separator: "\n")
    case .nginx: return NginxFile(settings: settings, aliases: aliases, host: host).text
    case .caddy: return CaddyFile(settings: settings, aliases: aliases, host: host).text
    case .netlify, .cloudflare:
      let files = NetlifyFiles(settings: settings, aliases: aliases)
      return "# _headers\n\(files.headers)\n# _redirects\n\(files.redirects)"
    }
  }

  /// For the robots of search engines (RFC 9309). Nothing is forbidden: what is not to be listed says so itself, which a
  /// robot must be able to read.
  var robots: String {
    """
    User-agent: *
    Allow: \(settings.basePath)/

    Sitemap: \(settings.absoluteAddress(of: SitePath("/sitemap.xml")))

    """
  }
}
