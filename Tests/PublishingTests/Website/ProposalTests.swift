import Site
import Testing

@testable import Publishing

@Suite struct ProposalTests {
  private static let template = EntryTemplate(
    kind: .event, fileName: "nom-de-l-evenement.md",
    text: "---\n# L’heure & le jour : 100 % « sûrs » ?\ntitre:\ndebut:\n---\nTexte + suite\n")

  private func publication(repository: String?) throws -> Publication {
    var settings = Sample.settings
    settings.repository = repository
    settings.branch = "essai/été"
    let site = Site(settings: settings)
    return Publishing.publication(
      of: site, theme: PlainTheme(), assets: [], today: Sample.today, templates: [Self.template]
    ).0
  }

  /// The link of the page, as a browser reads it: entities, then percent-encoding of each part.
  private func link(on page: String) throws -> (path: String, query: [String: String]) {
    let href = String(try #require(page.firstMatch(of: /href="([^"]*)">forge/)).output.1)
      .replacing("&amp;", with: "&")
    let parts = href.split(separator: "?", maxSplits: 1).map(String.init)
    var query: [String: String] = [:]
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let member = pair.split(separator: "=", maxSplits: 1).map { SitePath.percentDecoded(String($0)) }
      query[member[0]] = member[1]
    }
    return (SitePath.percentDecoded(parts[0]), query)
  }

  @Test(arguments: [
    ("https://github.com/o/r", "https://github.com/o/r/new/essai/été/Content/evenements"),
    ("https://codeberg.org/o/r.git", "https://codeberg.org/o/r/_new/essai/été/Content/evenements"),
  ])
  func `the link opens the editor with the file filled in`(repository: String, path: String) throws {
    let page = try #require(try publication(repository: repository).text("proposer/evenement/index.html"))
    let link = try link(on: page)
    #expect(link.path == path)
    #expect(link.query == ["filename": Self.template.fileName, "value": Self.template.text])
  }

  @Test func `on GitLab the file is copied from the page`() throws {
    let site = try publication(repository: "https://framagit.org/groupe/r")
    let page = try #require(try site.text("proposer/evenement/index.html"))
    let link = try link(on: page)
    #expect(link.path == "https://framagit.org/groupe/r/-/new/essai/été/Content/evenements")
    #expect(link.query.isEmpty)
    #expect(page.contains("<pre>---\n# L’heure &amp; le jour"))
  }

  @Test func `lists and the site map lead there, where there is a forge`() throws {
    for repository in ["https://github.com/o/r", nil] {
      let site = try publication(repository: repository)
      for page in ["agenda/index.html", "plan-du-site/index.html"] {
        let text = try #require(try site.text(page))
        #expect(text.contains("/champigny/proposer/evenement/") == (repository != nil), "\(page)")
        #expect(!text.contains("/proposer/nouvelle/"), "no template for it")
      }
      #expect(site.files.contains { $0.path.hasPrefix("proposer/") } == (repository != nil))
    }
  }

  @Test func `a file too long for a link is copied`() throws {
    var settings = Sample.settings
    settings.repository = "https://github.com/o/r"
    let forge = try #require(Forge(settings))
    var template = Self.template
    template.text = String(repeating: "é", count: 600)
    #expect(forge.newAddress(for: template).map { $0.utf8.count < Forge.longestLink } == true)
    template.text = String(repeating: "é", count: 700)
    #expect(forge.newAddress(for: template) == nil)
  }
}
