import Site
import Testing

@testable import Publishing

@Suite struct ProviderFormatTests {
  private static let hostile =
    "{{ contact.EMAIL }} {{{x}}} {% if a %} {# b #} [[UNSUB_LINK_FR]] [UNSUBSCRIBEURL] [text] *|UNSUB|* **|X|** "
    + "{{ UnsubscribeURL }} https://a.b/@TrackLink [% user.email %] é | * fin"

  private func files(_ provider: Settings.Provider) throws -> (html: String, text: String) {
    var settings = Sample.settings
    settings.newsletter.providers = [provider]
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31), title: Self.hostile)
    let news = Sample.news("n", .day(Sample.day(2019, 7, 5)), title: Self.hostile)
    let site = Site(settings: settings, news: [news], issues: [issue])
    let (publication, _) = publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today)
    let name = "infolettres/2019-07/courriel.\(provider.rawValue)"
    return (try #require(try publication.text(name + ".html")), try #require(try publication.text(name + ".txt")))
  }

  /// What a provider would take for a mark of its own.
  private static func marks(of provider: Settings.Provider) -> Regex<Substring> {
    switch provider {
    case .brevo: return /\{\{.*?\}\}|\{%|\{#/
    case .mailjet: return /\[\[.*?\]\]|\{\{|\{%|\{#/
    case .mailchimp: return /\*\|.*?\|\*/
    case .listmonk: return /\{\{.*?\}\}|@TrackLink/
    case .phplist: return /\[.*?\]/
    case .sympa: return /\[%.*?%\]/
    }
  }

  @Test(arguments: [
    (Settings.Provider.brevo, ["{{ unsubscribe }}"]),
    (.mailjet, ["[[UNSUB_LINK_FR]]"]), (.mailchimp, ["*|UNSUB|*"]),
    (.listmonk, ["{{ UnsubscribeURL }}"]), (.phplist, ["[UNSUBSCRIBEURL]"]),
    (.sympa, []),
  ])
  func `a variant holds the placeholders of its provider and nothing that looks like one`(
    provider: Settings.Provider, placeholders: [String]
  ) throws {
    let (html, text) = try files(provider)
    let mark = Self.marks(of: provider)
    #expect(html.matches(of: mark).map { String($0.output) } == placeholders, "\(html)")
    #expect(text.matches(of: mark).map { String($0.output) } == placeholders, "\(text)")
    for placeholder in placeholders { #expect(html.contains("href=\"\(placeholder)\"")) }
    #expect(html.contains("/infolettres/2019-07/\">Lire en ligne</a>"))
    #expect(!text.contains("quitter.invalid"))
  }

  @Test(arguments: Settings.Provider.allCases)
  func `readers see the text as it was written`(provider: Settings.Provider) throws {
    var html = try files(provider).html
    for (reference, sign) in [
      ("&#123;", "{"), ("&#125;", "}"), ("&#91;", "["), ("&#93;", "]"), ("&#124;", "|"), ("&#64;", "@"),
    ] {
      html = html.replacingEach(reference, with: sign)
    }
    #expect(html.contains("<h2>\(Self.hostile)</h2>"))
    #expect(html.contains("<style>p{color:#000}@media print{p{margin:0}}</style>"), "les feuilles de style restent")
  }

  @Test func `conditional comments stay, except where they would be cut in two`() throws {
    #expect(try files(.brevo).html.contains("<!--[if mso]><table><tr><td><![endif]-->"))
    #expect(try !files(.phplist).html.contains("mso"))
  }

  @Test func `plain mail and page hold no placeholder and keep what was written`() throws {
    var settings = Sample.settings
    settings.newsletter.providers = [.brevo, .phplist]
    let issue = Sample.issue("2019-07", sent: Sample.day(2019, 7, 31), title: "{{ unsubscribe }} [text]")
    let site = Site(settings: settings, issues: [issue])
    let (publication, _) = publication(of: site, theme: PlainTheme(), assets: [], today: Sample.today)
    let html = try #require(try publication.text("infolettres/2019-07/courriel.html"))
    #expect(html.contains("<h1>{{ unsubscribe }} [text]</h1>"))
    #expect(html.contains("<a href=\"https://example.org/champigny/infolettres/2019-07/\">Lire en ligne</a>"))
    #expect(html.contains("<a href=\"mailto:lettre@example.org?subject=D%C3%A9sinscription\">"))
    #expect(html.contains("<meta name=\"robots\" content=\"noindex\">"))
    let page = try #require(try publication.text("infolettres/2019-07/index.html"))
    #expect(!page.contains("mirror") && !page.contains("mailto:"))
  }

  @Test func `style sheets keep their meaning where braces meet`() {
    let format = ProviderFormat(.brevo)
    #expect(
      format.neutralised(html: "<style>@media x{#a{b:c}}</style>{{x}}")
        == "<style>@media x{ #a{b:c}}</style>&#123;&#123;x&#125;&#125;")
  }

  @Test func `rules whose selector would be cut go as a whole`() {
    let sheet = "<style>@media x { .a { b: c } }\n[data-ogsc] .a, [data-ogsc] .b { d: e }\n.c { f: g }</style>"
    #expect(
      ProviderFormat(.phplist).neutralised(html: sheet) == "<style>@media x { .a { b: c } }\n.c { f: g }</style>")
    #expect(ProviderFormat(.brevo).neutralised(html: sheet) == sheet)
  }

  @Test(arguments: [("{{{", "(({"), ("[[[a]]", "(([a]]"), ("**||", "**||")])
  func `in plain text every mark is broken and nothing moves`(text: String, expected: String) {
    #expect(ProviderFormat(.mailjet).neutralised(text: text) == expected)
  }

  /// As Go's `html/template` reads them: it takes `<` and a letter for a tag, and writes any other `<` as a reference.
  @Test(arguments: [
    ("voir <https://a.example/?a=1&b=2>.", "voir https://a.example/?a=1&b=2."), ("a < b > c", "a ‹ b > c"),
    ("« <…l’ete> »", "« ‹…l’ete> »"), ("a <b", "a ‹b"), ("<title>x</title>", "‹title>x‹/title>"), ("<!-- x", "‹!-- x"),
    ("<<https://a.example/>>", "‹https://a.example/>"), ("<https://a.example/", "‹https://a.example/"), ("<", "‹"),
    ("<javascript:x>", "‹javascript:x>"), ("{{ x }} @TrackLink", "({ x }} @tracklink"), ("a & b", "a & b"),
  ])
  func `the text for listmonk holds nothing that looks like a tag`(written: String, expected: String) {
    #expect(ProviderFormat(.listmonk).neutralised(text: written) == expected)
  }
}
