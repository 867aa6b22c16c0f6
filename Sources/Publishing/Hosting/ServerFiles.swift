import Site
import Text

/// What servers are given, each in its own words. Paths in it are from the host's root.
struct ServerFiles: Sendable {
  let settings: Settings
  let aliases: [Alias]

  /// The files that servers and robots read: redirections, headers, `robots.txt`, and the site map of `pages`.
  func files(listing pages: [WebPage]) -> [PublishedFile] {
    [
      PublishedFile(SitePath("/sitemap.xml"), isSlow: true) { SiteMapFile.text(of: pages, settings: settings) },
      PublishedFile(SitePath("/robots.txt")) { robots },
      PublishedFile(SitePath("/_redirects")) { redirects },
      PublishedFile(SitePath("/_headers")) { headers },
      PublishedFile(SitePath("/.htaccess")) { apache },
    ]
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

  /// The file `_redirects` of Netlify, Cloudflare Pages and others: where earlier addresses lead.
  var redirects: String {
    aliases.map { alias in
      let destination = settings.address(of: alias.entry.path)
      guard let query = alias.path.query else { return "\(settings.address(of: alias.path)) \(destination) 301\n" }
      // Netlify knows queries by their parameters, each with its value, and only « ! » leads on from where a page stands.
      // Cloudflare Pages leaves a line of more than three words out.
      let parameters = query.split(separator: "&")
      guard
        parameters.allSatisfy({
          $0.split(separator: "=", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty } && $0.contains("=")
        })
      else { return "" }
      let path = settings.address(of: alias.path.withoutQuery)
      return "\(path) \(parameters.joined(separator: " ")) \(destination) 301!\n"
    }.joined()
  }

  /// The file `_headers` of Netlify, Cloudflare Pages and others: what is sent with each kind of file. A rule may have one `*`
  /// (Cloudflare Pages).
  var headers: String {
    let base = settings.basePath
    func rule(_ path: String, _ fields: [HeaderField]) -> String {
      "\(base)\(path)\n" + fields.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    let mails = ["html", "txt", "eml"].map { rule("/infolettres/*.\($0)", [.unlisted]) }
    // That pages and feeds are asked for each time is the rule of the hosts that read this file.
    return rule("/*", HeaderField.everywhere) + rule("/theme/*", [.lasting])
      + MediaType.all.filter { $0 != .html && !$0.extensions.isEmpty }.flatMap { type in
        type.extensions.map { rule("/*.\($0)", HeaderField.fields(of: type)) }
      }.joined()
      + feeds.map { rule($0.text, [HeaderField.contentType($1), .forEverySite]) }.joined() + mails.joined()
  }

  /// Feeds in XML and JSON have kinds of their own (RFC 4287, 7; JSON Feed 1.1).
  private let feeds: [(SitePath, String)] = [
    (.newsAtom, "application/atom+xml; charset=utf-8"), (.issuesAtom, "application/atom+xml; charset=utf-8"),
    (.changesAtom, "application/atom+xml; charset=utf-8"), (.newsJSON, "application/feed+json; charset=utf-8"),
  ]

  /// What their files are called, as regular expressions; of one type, or all.
  private func feedNames(of type: String? = nil) -> String {
    let names = Set(feeds.filter { $0.1 == type ?? $0.1 }.compactMap { $0.0.text.split(separator: "/").last })
    return "^(" + names.sorted().map { escaped(String($0)) }.joined(separator: "|") + ")$"
  }

  /// The file `.htaccess` of Apache; the lines for nginx stand in it as comments.
  var apache: String {
    let redirects = plainAliases.map { alias in
      "RedirectMatch 301 \"^\(pattern(alias))$\" \"\(settings.address(of: alias.entry.path))\"\n"
    }.joined()
    let nginx = aliases.map { alias -> String in
      let destination = settings.address(of: alias.entry.path)
      guard let query = alias.path.query else {
        return "# rewrite \"^\(pattern(alias))$\" \"\(destination)\" permanent;\n"
      }
      let path = escaped(settings.address(of: alias.path.withoutQuery))
      return
        "# if ($request_uri ~ \"^\(path)\\?(.*&)?\(escaped(String(query)))(&.*)?$\") { return 301 \"\(destination)\"; }\n"
    }.joined()
    func lines(_ fields: [HeaderField], indent: String = "  ") -> String {
      fields.map { "\(indent)Header set \($0.name) \"\($0.value)\"\n" }.joined()
    }
    let types = MediaType.all.filter { !$0.extensions.isEmpty }.map { type in
      "AddType \"\(type.contentType)\" \(type.extensions.map { "." + $0 }.joined(separator: " "))\n"
    }.joined()
    // Each way of opening once, with all the endings that it is for.
    let deliveries = MediaType.all.map { HeaderField.delivery(of: $0) }.unique.filter { !$0.isEmpty }
    let kinds = deliveries.map { fields in
      let endings = MediaType.all.filter { HeaderField.delivery(of: $0) == fields }.flatMap(\.extensions)
      return "  <FilesMatch \"\\.(\(endings.joined(separator: "|")))$\">\n" + lines(fields, indent: "    ")
        + "  </FilesMatch>\n"
    }.joined()
    // Their endings are those of other files too.
    let feedTypes = Set(feeds.map(\.1)).sorted().map { type in
      "<FilesMatch \"\(feedNames(of: type))\">\n  ForceType \"\(type)\"\n</FilesMatch>\n"
    }.joined()
    return """
      ErrorDocument 404 \(settings.basePath)/404.html
      AddDefaultCharset utf-8
      \(types)\(feedTypes)<IfModule mod_headers.c>
      \(lines(HeaderField.everywhere))\(kinds)  <FilesMatch "\(feedNames())">
      \(lines([.forEverySite], indent: "    "))  </FilesMatch>
        <FilesMatch "\\.(html|ics|xml|json|txt)$">
      \(lines([.revalidated], indent: "    "))  </FilesMatch>
        <FilesMatch "^courriel\\.">
      \(lines([.unlisted], indent: "    "))  </FilesMatch>
        <If "%{REQUEST_URI} =~ m#^\(escaped(settings.basePath))/theme/#">
      \(lines([.lasting], indent: "    "))  </If>
      </IfModule>
      \(redirects)\(rewriting)
      """ + (nginx.isEmpty ? "" : "# nginx :\n\(nginx)")
  }

  private var plainAliases: [Alias] { aliases.filter { $0.path.query == nil } }

  /// The lines of Apache for earlier addresses with a query, which may be one of several. Paths in them are from the folder of
  /// the file.
  private var rewriting: String {
    let rules = aliases.compactMap { alias -> String? in
      guard let query = alias.path.query else { return nil }
      let path = PercentCoding.decoded(alias.path.withoutQuery.text.dropFirst())
      let pattern = path.hasSuffix("/") ? escaped(String(path.dropLast())) + "/?" : escaped(path)
      let destination = settings.address(of: alias.entry.path).replacing("%", with: "\\%")
      return "  RewriteCond %{QUERY_STRING} \"(^|&)\(escaped(String(query)))(&|$)\"\n"
        + "  RewriteRule \"^\(pattern)$\" \"\(destination)\" [R=301,L,QSD]\n"
    }
    guard !rules.isEmpty else { return "" }
    return "<IfModule mod_rewrite.c>\n  RewriteEngine On\n" + rules.joined() + "</IfModule>\n"
  }

  /// A regular expression for an earlier address, with or without `/` at its end.
  private func pattern(_ alias: Alias) -> String {
    let path = PercentCoding.decoded(settings.address(of: alias.path))
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
