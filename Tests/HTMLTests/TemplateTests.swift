import HTML
import Testing

/// One value in every place of a template.
@Suite struct TemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var html: HTML
    var text: String
    /// A word of each fault.
    var faults: [String]
    var testDescription: String { text }

    init(_ html: HTML, _ text: String, _ faults: String...) {
      self.html = html
      self.text = text
      self.faults = faults
    }
  }

  private static let x = "<b a=\"1\" c='2'>&"
  private static let escaped = "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"
  private static let piece = HTML(raw: "<i>é</i>")
  private static let noText: String? = nil
  private static let noPiece: HTML? = nil

  static let places: [Case] = [
    Case("\(x)", escaped), Case("<p>\(x)</p>", "<p>\(escaped)</p>"), Case("a < b \(x)", "a < b \(escaped)"),
    Case("<p>\(piece)\(noText)\(noPiece)\([piece, piece])\(12)</p>", "<p><i>é</i><i>é</i><i>é</i>12</p>"),
    Case("<p title=\"\(x)\" class='\(x)'>", "<p title=\"\(escaped)\" class='\(escaped)'>"),
    Case("<p title = \"a>b \(x)\">\(x)", "<p title = \"a>b \(escaped)\">\(escaped)"),
    Case("<title>\(x)</title>\(piece)", "<title>\(escaped)</title><i>é</i>"),
    Case("<textarea>\(piece)</textarea>", "<textarea></textarea>", "HTML"),
    Case("<TITLE>\(x)</p>\(piece)</Title >\(piece)", "<TITLE>\(escaped)</p></Title ><i>é</i>", "HTML"),
    Case("<\(x)>", "<>", "balise"), Case("<a\(x)>", "<a>", "balise"), Case("</\(x)>", "</>", "balise"),
    Case("<h\(2)>a</h\(2)>", "<h2>a</h2>"), Case("<p \(x)>", "<p >", "attributs"),
    Case("<p a\(x)=\"\">", "<p a=\"\">", "nom d’un attribut"),
    Case("<p a=\(x)>\(x)", "<p a=>\(escaped)", "guillemets"), Case("<p a=b\(x)>", "<p a=b>", "guillemets"),
    Case("<p width=\"\(3)\" \(4)>", "<p width=\"3\" >", "attributs"),
    Case("<p title=\"\(piece)\">", "<p title=\"\">", "HTML"),
    Case("<!-- \(x) -->\(x)", "<!--  -->\(escaped)", "commentaire"), Case("<!-->\(x)", "<!-->\(escaped)"),
    Case("<!-- <p> -- > \(x) -->", "<!-- <p> -- >  -->", "commentaire"),
    Case("<!doctype html>\(x)", "<!doctype html>\(escaped)"), Case("<!doctype \(x)>", "<!doctype >", "déclaration"),
    Case(
      "<!--[if mso]><table width=\"\(600)\"><td>\(x)</td><![endif]-->\(x)",
      "<!--[if mso]><table width=\"600\"><td>\(escaped)</td><![endif]-->\(escaped)"),
    Case(
      "<!--[if !mso]><!--><p title=\"\(x)\"><!--<![endif]-->\(x)",
      "<!--[if !mso]><!--><p title=\"\(escaped)\"><!--<![endif]-->\(escaped)"),
    Case("<script>\(x)</script>\(x)", "<script></script>\(escaped)", "<script>"),
    Case("<script>'</p>' \(x)</SCRIPT >\(x)", "<script>'</p>' </SCRIPT >\(escaped)", "<script>"),
    Case("<script>\(json: "1")</script>", "<script></script>", "JSON"), Case("\(json: "1")", "", "JSON"),
    Case("<style>a{color:\(css: "#123")}\(x)</style>", "<style>a{color:#123}</style>", "<style>"),
    Case(
      "<script type=\"application/ld+json\">\(json: "{\"a\":\"</script><!--&\u{2028}\"}")</script>\(x)",
      "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\"}</script>\(escaped)"
    ),
    Case(
      "<script type=\"application/ld+json\">\(x)</script>", "<script type=\"application/ld+json\"></script>", "JSON"),
    Case("<p onclick=\"\(x)\">", "<p onclick=\"\">", "on…"), Case("<p ONLOAD='\(3)'>", "<p ONLOAD=''>", "on…"),
    Case("<p style=\"\(x)\">", "<p style=\"\">", "style"),
    Case("<iframe srcdoc=\"\(x)\">", "<iframe srcdoc=\"\">", "srcdoc"),
    Case(
      "<p style=\"color: \(css: "#12abEF"); font-family: \(css: "'A b', serif"); width: \(3)px\">",
      "<p style=\"color: #12abEF; font-family: &#39;A b&#39;, serif; width: 3px\">"),
    Case("<p style=\"color: \(css: "red;background:url(x)")\">", "<p style=\"color: \">", "CSS"),
    Case("<p style=\"a: \(css: "expression\\28 1")\">", "<p style=\"a: \">", "CSS"), Case("\(css: "red")", "", "CSS"),
    Case("<p title=\"\(x)", "<p title=\"\(escaped)", "finit"),
    Case("a\u{0}\u{8}\t\n\("b\u{0}\u{1B}\t\nc")", "a\u{0}\u{8}\t\nb\t\nc"),
    Case(
      "<svg><path d=\"M0 0\"/><a xlink:href=\"\("javascript:x")\"/></svg>\(x)",
      "<svg><path d=\"M0 0\"/><a xlink:href=\"#\"/></svg>\(escaped)"),
  ]

  static let attributes: [Case] = [
    Case("<a\(attribute: "aria-current", "page")>\(x)", "<a aria-current=\"page\">\(escaped)"),
    Case("<a href=\"/\"\(attribute: "title", x)\(attribute: "b", noText) c>", "<a href=\"/\" title=\"\(escaped)\" c>"),
    Case("<input\(attribute: "checked", if: true)\(attribute: "disabled", if: false)>", "<input checked>"),
    Case("<a\(attribute: "href", "javascript:x")>", "<a href=\"#\">"),
    Case("<a\(attribute: "onclick", "x")>", "<a>", "texte"),
    Case("<a\(attribute: "style", "x")>\(x)", "<a>\(escaped)", "texte"), Case("\(attribute: "a", "b")", "", "attribut"),
    Case("<a b=\(attribute: "a", "b")>", "<a b=>", "attribut"),
    Case("<a b=\"\(attribute: "a", "b")\">", "<a b=\"\">", "attribut"),
    Case("</a\(attribute: "a", "b")>", "</a>", "attribut"), Case("<a b\(attribute: "c", "d")>", "<a b c=\"d\">"),
    Case("<img\(attribute: "srcset", "a 1w, data:x 2w")>", "<img srcset=\"#\">"),
  ]

  @Test(arguments: places + attributes)
  func `a value is escaped for its place, or refused`(example: Case) {
    #expect(example.html.text == example.text)
    #expect(example.html.faults.count == example.faults.count, "\(example.html.faults)")
    for (fault, word) in zip(example.html.faults, example.faults) { #expect(fault.contains(word)) }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:x", "java\nscript:x", "java\tscript:x", "\u{1}javascript:x", "  javascript:x",
    "\u{0}java\u{0}script:x", "javascript\n:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "x:y",
    "feed:javascript:x", "ja\rvascript:x", "\u{A0}javascript:x", "javascript&colon;:x", "%6Aavascript:x",
    "view-source:x",
    "\u{7F}javascript:x",
  ])
  func `an address of another scheme is replaced`(address: String) {
    let inHref: HTML = "<a href=\"\(address)\">"
    #expect(inHref.text == "<a href=\"#\">" && inHref.faults.isEmpty)
    let inSource: HTML = "<img src='\(address)'>"
    #expect(inSource.text == "<img src='#'>")
    let inSet: HTML = "<img srcset=\"/a.png 1w, \(address) 2w\">"
    #expect(inSet.text == "<img srcset=\"/a.png 1w, # 2w\">")
    let inRefresh: HTML = "<meta http-equiv=\"refresh\" content=\"0; URL=\(address)\">"
    #expect(inRefresh.text == "<meta http-equiv=\"refresh\" content=\"0; URL=#\">")
    #expect(URLScheme.safe(address) == nil)
  }

  @Test(arguments: [
    ("https://a.fr/?a=1&b=2#c", "https://a.fr/?a=1&amp;b=2#c"), ("/a/b:c", "/a/b:c"), ("a/b:c", "a/b:c"),
    ("#a:b", "#a:b"),
    ("?a:b", "?a:b"), ("mailto:a@b.fr", "mailto:a@b.fr"), ("TEL:+33", "TEL:+33"), ("", ""),
    ("//a.fr:80/", "//a.fr:80/"),
    (" /a\n/b ", "/a/b"), ("webcal://a", "webcal://a"), ("geo:48.8,2.5", "geo:48.8,2.5"), ("été.html", "été.html"),
  ])
  func `an address that is allowed is written`(address: String, written: String) {
    let html: HTML = "<a href=\"\(address)\">"
    #expect(html.text == "<a href=\"\(written)\">" && html.faults.isEmpty)
  }

  @Test func `an address may be put together, but not its scheme`() {
    let sound: HTML = "<a href=\"/agenda/\("a:b")/\("c")\">\("")<a href=\"mailto:\("a@b:c")\">"
    #expect(sound.text == "<a href=\"/agenda/a:b/c\"><a href=\"mailto:a@b:c\">" && sound.faults.isEmpty)
    let split: HTML = "<a href=\"\("java")\("script:x")\">"
    #expect(split.text == "<a href=\"java\">" && split.faults.count == 1)
    let written: HTML = "<a href=\"javascript:\("x")\">"
    #expect(written.text == "<a href=\"javascript:\">" && written.faults.count == 1)
  }

  @Test func `faults of pieces come along`() {
    let piece: HTML = "<p \("x")>"
    let page: HTML = "<div>\(piece)\([piece])</div>"
    #expect(page.faults.count == 2)
    #expect([piece, piece].joined(separator: ", ").text == "<p >, <p >")
    #expect([piece, piece].joined().faults.count == 2)
  }
}
