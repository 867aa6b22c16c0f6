import Site
import Testing
import Time

@testable import Publishing

@Suite struct ServerFilesTests {
  private func publication() -> Publication {
    var news = Sample.news("a", .day(Sample.day(2019, 7, 1)), title: "<Titre>")
    news.entry.aliases = [SitePath("/vieux+a.html"), SitePath("/ancien"), SitePath("/nouvelles/"), SitePath("/x.php")]
    news.entry.revision = Instant(seconds: 1_562_000_000)
    let site = Site(settings: Sample.settings, news: [news])
    return Publishing.publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today).0
  }

  @Test func `an earlier address leads on at once, with a link to follow`() throws {
    let page = try #require(try publication().text("ancien/index.html"))
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=/champigny/nouvelles/a/\">"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/champigny/nouvelles/a/\">"))
    #expect(page.contains("<a href=\"/champigny/nouvelles/a/\">&lt;Titre&gt;</a>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(try publication().text("vieux+a.html") != nil)
    #expect(try publication().text("x.php") == nil, "un serveur ne la montrerait pas comme une page")
  }

  @Test func `servers lead on by themselves`() throws {
    let redirects = try #require(try publication().text("_redirects"))
    #expect(
      redirects.split(separator: "\n") == [
        "/champigny/ancien/ /champigny/nouvelles/a/ 301", "/champigny/vieux+a.html /champigny/nouvelles/a/ 301",
        "/champigny/x.php /champigny/nouvelles/a/ 301",
      ])
    let apache = try #require(try publication().text(".htaccess"))
    #expect(apache.contains("RedirectMatch 301 \"^/champigny/vieux\\+a\\.html$\" \"/champigny/nouvelles/a/\"\n"))
    #expect(apache.contains("RedirectMatch 301 \"^/champigny/ancien/?$\" \"/champigny/nouvelles/a/\"\n"))
    let server = try #require(publication().server)
    #expect(
      server.sample(for: .nginx).contains(
        "  rewrite \"^/champigny/ancien/?$\" \"/champigny/nouvelles/a/\" permanent;\n"))
    #expect(
      server.sample(for: .caddy).contains(
        "{\n      path_regexp `^/champigny/vieux\\+a\\.html$`\n    }\n    redir @avant1 /champigny/nouvelles/a/ permanent\n"
      ))
    #expect(apache.hasPrefix("ErrorDocument 404 /champigny/404.html\n"))
  }

  @Test func `servers lead on from earlier addresses with a query`() throws {
    var news = Sample.news("a", .day(Sample.day(2019, 7, 1)))
    news.entry.aliases = [
      SitePath("/?p=12"), SitePath("/spip.php?article12"), SitePath("/blog/?m=1&id=a.b"), SitePath("/ancien/"),
    ]
    let publication = Publishing.publication(
      of: Site(settings: Sample.settings, news: [news]), theme: PlainTheme(), assets: [], today: Sample.today
    ).0
    let redirects = try #require(try publication.text("_redirects"))
    #expect(
      redirects.split(separator: "\n").sorted() == [
        "/champigny/ p=12 /champigny/nouvelles/a/ 301!", "/champigny/ancien/ /champigny/nouvelles/a/ 301",
        "/champigny/blog/ m=1 id=a.b /champigny/nouvelles/a/ 301!",
      ])
    let apache = try #require(try publication.text(".htaccess"))
    for rule in [
      "  RewriteCond %{QUERY_STRING} \"(^|&)p=12(&|$)\"\n  RewriteRule \"^$\" \"/champigny/nouvelles/a/\" [R=301,L,QSD]\n",
      "  RewriteCond %{QUERY_STRING} \"(^|&)article12(&|$)\"\n  RewriteRule \"^spip\\.php$\" ",
      "  RewriteCond %{QUERY_STRING} \"(^|&)m=1&id=a\\.b(&|$)\"\n  RewriteRule \"^blog/?$\" ",
    ] { #expect(apache.contains(rule), "\(rule)") }
    let nginx = try #require(publication.server).sample(for: .nginx)
    for rule in [
      "  set $gazette_question \"$uri?$args\";\n",
      "  if ($gazette_question ~ \"^/champigny/?\\?(.*&)?p=12(&.*)?$\") { return 301 \"/champigny/nouvelles/a/\"; }\n",
      "  if ($gazette_question ~ \"^/champigny/spip\\.php\\?(.*&)?article12(&.*)?$\") { ",
    ] { #expect(nginx.contains(rule), "\(rule)") }
    // The home page stays what it is, and no file is made of a query.
    #expect(try publication.text("index.html") != nil)
    #expect(publication.files.allSatisfy { !$0.path.contains("?") && !$0.path.contains("spip") })
  }

  @Test func `servers get each kind of file with how it is opened`() throws {
    let headers = try #require(try publication().text("_headers"))
    let apache = try #require(try publication().text(".htaccess"))
    for type in MediaType.all where type != .html {
      for name in type.extensions {
        #expect(headers.contains("\n/champigny/*.\(name)\n  Content-Type: \(type.contentType)\n"), "\(name)")
        #expect(apache.contains("AddType \"\(type.contentType)\" ."), "\(name)")
      }
      let isSandboxed = type.delivery == .sandboxed || type.delivery == .download
      let rule = headers.components(separatedBy: "*.\(type.extensions[0])\n").last?.prefix { $0 != "/" }
      #expect(rule?.contains("sandbox") != true || isSandboxed)
    }
    #expect(headers.contains("/champigny/*.docx\n"))
    #expect(headers.contains("  Content-Disposition: attachment\n"))
    #expect(apache.contains("Header set Content-Disposition \"attachment\""))
    #expect(apache.contains("sandbox\""))
    // What changes is asked for each time; what is named after its content never.
    #expect(apache.contains("  Header set Cache-Control \"no-cache\"\n"))
    #expect(!apache.contains("immutable") && !apache.contains("<If "))
    #expect(headers.contains("\n/champigny/theme/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    // What two rules say of one field, these hosts send one behind the other.
    #expect(!headers.contains("no-cache"))
    for (names, type) in [("atom\\.xml|changements\\.xml", "atom+xml"), ("feed\\.json", "feed+json")] {
      let rule = "<FilesMatch \"^(\(names))$\">\n  ForceType \"application/\(type); charset=utf-8\"\n"
      #expect(apache.contains(rule), "\(type)")
    }
    // Other sites may show what they subscribe to.
    for path in ["*.ics", "nouvelles/atom.xml", "nouvelles/feed.json", "infolettres/atom.xml"] {
      let rule = headers.components(separatedBy: "/champigny/\(path)\n").last?.components(separatedBy: "\n/").first
      #expect(rule?.contains("  Access-Control-Allow-Origin: *") == true, "\(path)")
    }
  }

  @Test func `what is said of one folder alone stands in a file of it, where there is such a folder`() throws {
    let site = Site(settings: Sample.settings)
    let assets = [ThemeAsset(name: "style.css", contents: [])]
    let themed = Publishing.publication(of: site, theme: PlainTheme(), assets: assets, today: Sample.today).0
    let file = try #require(try themed.text("theme/.htaccess"))
    #expect(file.contains("  Header set Cache-Control \"public, max-age=31536000, immutable\"\n"))
    #expect(themed.file(at: "images/.htaccess") == nil)
  }

  /// Each server has words of its own for the same table.
  @Test(arguments: WebServer.allCases) func `every server knows every kind of file`(server: WebServer) throws {
    let sample = try #require(publication().server).sample(for: server)
    for type in MediaType.all where type != .html {
      #expect(sample.contains(type.name), "\(type.name)")
      for name in type.extensions { #expect(sample.contains(name), "\(name)") }
    }
    for value in HeaderField.everywhere.map(\.value) + ["noindex", "attachment", "immutable", "application/atom+xml"] {
      #expect(sample.contains(value), "\(value)")
    }
    if [.apache, .nginx, .caddy].contains(server) {
      for name in ServerRule.own where !name.hasPrefix(".ht") {
        #expect(sample.contains(name) || sample.contains(ServerPattern.escaped(name)), "\(name)")
      }
      #expect(sample.contains("/champigny/404.html") && sample.contains("gzip") && sample.contains("no-cache"))
    }
  }

  @Test func `no earlier address says anything else to a server`() {
    #expect(ServerPattern.escaped("a.b{c}`\"#\n\\") == "a\\.b\\x7bc\\x7d\\x60\\x22\\x23\\x0a\\\\")
    #expect(ServerPattern.path("/été/") == "/été/?")
  }

  @Test func `a rule of the headers has one star at most`() throws {
    let headers = try #require(try publication().text("_headers"))
    let paths = headers.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(paths.allSatisfy { $0.count { $0 == "*" } <= 1 })
    #expect(paths.count <= 100, "the most that Cloudflare Pages takes")
    #expect(paths.contains("/champigny/infolettres/*.eml"))
  }

  @Test func `robots are given the site map in full`() throws {
    let robots = try #require(try publication().text("robots.txt"))
    #expect(robots.contains("Allow: /champigny/\n"))
    #expect(robots.contains("Sitemap: https://example.org/champigny/sitemap.xml\n"))
  }

  @Test func `the site map has what may be listed, with its revision`() throws {
    let map = try #require(try publication().text("sitemap.xml"))
    #expect(
      map.contains(
        "<loc>https://example.org/champigny/nouvelles/a/</loc>\n    <lastmod>2019-07-01T16:53:20+00:00</lastmod>"))
    #expect(!map.contains("404") && !map.contains("ancien") && !map.contains("courriel"))
  }
}
