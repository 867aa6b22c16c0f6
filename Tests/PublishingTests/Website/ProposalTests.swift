import Presenting
import Site
import Testing
import Text
import Time

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
    return Self.read(href)
  }

  private static func read(_ address: String) -> (path: String, query: [String: String]) {
    let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
    var query: [String: String] = [:]
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let member = pair.split(separator: "=", maxSplits: 1).map { PercentCoding.decoded(String($0)) }
      query[member[0]] = member[1]
    }
    return (PercentCoding.decoded(parts[0]), query)
  }

  private func forge(_ repository: String, branch: String = "main") throws -> Forge {
    var settings = Sample.settings
    settings.repository = repository
    settings.branch = branch
    return try #require(Forge(settings))
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

  @Test func `on GitLab the name is filled in and the text copied from the page`() throws {
    let site = try publication(repository: "https://framagit.org/groupe/r")
    let page = try #require(try site.text("proposer/evenement/index.html"))
    let link = try link(on: page)
    #expect(link.path == "https://framagit.org/groupe/r/-/new/essai/été/Content/evenements")
    #expect(link.query == ["file_name": Self.template.fileName])
    #expect(page.contains("<pre>---\n# L’heure &amp; le jour"))
  }

  @Test(arguments: ["https://github.com/o/r", nil])
  func `lists and the site map lead there, with a forge or without`(repository: String?) throws {
    let site = try publication(repository: repository)
    for page in ["agenda/index.html", "plan-du-site/index.html"] {
      let text = try #require(try site.text(page))
      #expect(text.contains("/champigny/proposer/evenement/"), "\(page)")
      #expect(!text.contains("/proposer/nouvelle/"), "no template for it")
      #expect(text.contains("/proposer/photo/") == (page == "plan-du-site/index.html"))
    }
    #expect(
      site.files.map(\.path).filter { $0.hasPrefix("proposer/") }.sorted()
        == ["proposer/evenement/index.html", "proposer/photo/index.html"])
    let script = try #require(site.files.first { $0.path.hasSuffix("/proposer.js") })
    #expect(script.path.hasPrefix("theme/"))
  }

  @Test func `where nothing is to be filled in there is no form and no script`() throws {
    let site = Publishing.publication(
      of: Site(settings: Sample.settings), theme: PlainTheme(), assets: [], today: Sample.today
    ).0
    #expect(!site.files.contains { $0.path.hasPrefix("proposer/") || $0.path.hasSuffix("proposer.js") })
  }

  // MARK: The form

  private func form(_ change: (inout Site, inout Settings) -> Void = { _, _ in }) throws -> String {
    var settings = Sample.settings
    var site = Site(
      settings: settings, places: [Place(entry: Sample.entry(.place, "halle", "La halle « neuve » & l’ancienne"))],
      partners: [Partner(entry: Sample.entry(.partner, "phare", "Le Phare"))])
    change(&site, &settings)
    site = Site(settings: settings, places: site.places, partners: site.partners)
    let field = FormField(
      key: "lieu", label: "Lieu", help: "", control: .entry(.place, isMany: false, isFree: true), isRequired: false,
      isUsual: true)
    let many = FormField(
      key: "partenaires", label: "Partenaires", help: "", control: .entry(.partner, isMany: true, isFree: false),
      isRequired: false, isUsual: false)
    let title = FormField(
      key: "titre", label: "Titre", help: "Le <nom>.", control: .line, isRequired: true, isUsual: true)
    let template = EntryTemplate(kind: .event, fileName: "x.md", text: "---\n---\n", fields: [title, field, many])
    let made = Publishing.publication(
      of: site, theme: PlainTheme(), assets: [], today: Sample.today, templates: [template]
    ).0
    return try #require(try made.text("proposer/evenement/index.html"))
  }

  @Test func `entries are offered by their names and written by the names of their files`() throws {
    let page = try form()
    #expect(
      page.contains(
        "<option value=\"La halle « neuve » &amp; l’ancienne\" data-name=\"La halle « neuve » &amp; l’ancienne\" data-slug=\"halle\">"
      ))
    #expect(page.contains("type=\"checkbox\" value=\"phare\"> <label for=\"p-partenaires-1\">Le Phare</label>"))
    #expect(page.contains("Le &lt;nom&gt;."))
  }

  @Test func `the form offers what can be done: no forge, no button for it; no address of mail, none for that`() throws
  {
    let bare = try form()
    #expect(!bare.contains("data-action=\"forge\"") && !bare.contains("data-new="))
    for action in ["save", "copy", "share"] { #expect(bare.contains("data-action=\"\(action)\"")) }
    #expect(bare.contains("data-first=\"=== PROPOSITION … ===\" data-last=\"=== FIN ===\""))
    // What is still to be filled in is no address.
    for address in ["à compléter", "bonjour@example.invalid"] {
      #expect(try !form { _, settings in settings.contact.email = address }.contains("data-mail="), "\(address)")
    }
    let full = try form { _, settings in
      settings.contact.email = "bonjour@example.org"
      settings.repository = "https://framagit.org/o/r"
    }
    #expect(full.contains("data-mail=\"bonjour@example.org\"") && full.contains("data-action=\"mail\""))
    // GitLab takes the name from a link, and no text.
    #expect(
      full.contains(
        "data-new=\"https://framagit.org/o/r/-/new/main/Content/evenements\" data-new-name=\"file_name\" data-limit"))
    #expect(!full.contains("data-new-value"))
  }

  @Test func `school holidays are offered where it is known which are meant`() throws {
    #expect(try !form().contains("name=\"holidays\""))
    #expect(
      try form { _, settings in settings.schoolHolidays = SchoolHolidays(zone: .c) }.contains(
        "name=\"holidays\""))
  }

  @Test func `every label names a field, and no two fields have one name of their own`() throws {
    let page = try form()
    let named = page.matches(of: /<label for="([^"]+)"/).map { String($0.output.1) }
    let fields = page.matches(of: /<(?:input|select|textarea) id="([^"]+)"/).map { String($0.output.1) }
    #expect(named.count > 20 && Set(fields).count == fields.count)
    #expect(Set(named).subtracting(fields) == [])
    for id in page.matches(of: /aria-describedby="([^"]+)"/).map({ String($0.output.1) }) {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
  }

  @Test func `the script speaks of days and months as the program does`() throws {
    let script = String(decoding: ProposalScript.asset.contents, as: UTF8.self)
    func words(_ name: String) throws -> [String] {
      let list = try #require(
        script.firstMatch(of: try Regex("const \(name) = \\[([^\\]]*)\\]", as: (Substring, Substring).self)))
      return list.output.1.split(separator: ", ").map { $0.filter { $0 != "\"" } }
    }
    #expect(try words("weekdays") == Weekday.allCases.map(French.weekdayName))
    #expect(try words("months") == (1...12).map(French.monthName))
    // Nothing in it makes a program of a text, or sends one.
    for word in ["eval", "innerHTML", "fetch(", "XMLHttpRequest", "sendBeacon", "document.write", "new Function"] {
      #expect(!script.contains(word), "\(word)")
    }
  }

  @Test func `a file too long for a link is copied`() throws {
    let forge = try forge("https://github.com/o/r")
    var template = Self.template
    template.text = String(repeating: "é", count: 600)
    #expect(forge.filledAddress(for: template).map { $0.utf8.count < Forge.longestLink } == true)
    template.text = String(repeating: "é", count: 700)
    #expect(forge.filledAddress(for: template) == nil)
    #expect(forge.newAddress(for: template).hasSuffix("?filename=nom-de-l-evenement.md"))
    #expect(forge.address(of: .introduction(template)) == forge.newAddress(for: template))
  }

  @Test(arguments: [
    (
      "https://github.com/o/r/", "https://github.com/o/r/edit/main/Content/pages/a.md",
      "https://github.com/o/r/tree/main/Content/nouvelles"
    ),
    (
      "https://gitlab.com/g/s/r.git", "https://gitlab.com/g/s/r/-/edit/main/Content/pages/a.md",
      "https://gitlab.com/g/s/r/-/tree/main/Content/nouvelles"
    ),
    (
      "https://codeberg.org/o/r", "https://codeberg.org/o/r/_edit/main/Content/pages/a.md",
      "https://codeberg.org/o/r/src/branch/main/Content/nouvelles"
    ),
  ])
  func `files are edited, folders opened`(repository: String, file: String, folder: String) throws {
    let forge = try forge(repository)
    #expect(forge.address(of: .file("Content/pages/a.md")) == file)
    #expect(forge.address(of: .entries(of: .news)) == folder)
  }

  @Test(arguments: ["Content/pages/à propos d’ici.md", "Content/pages/50 % ? #1 & <2>.md", "Content/pages/a+b=c;d.md"])
  func `any name of a file comes through`(source: String) throws {
    let address = try forge("https://github.com/o/r", branch: "essai/n° 1 #été").address(of: .file(source))
    #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>#?&".utf8.contains($0) }, "\(address)")
    #expect(Self.read(address).path == "https://github.com/o/r/edit/essai/n° 1 #été/" + source)
  }

  @Test func `every page leads to where it is written`() throws {
    var settings = Sample.settings
    settings.repository = "https://github.com/o/r"
    var news = Sample.news("un", .day(Sample.day(2019, 7, 2)), tags: ["pain"])
    news.entry.aliases = [SitePath("/ancien/")]
    let site = Site(
      settings: settings, news: [news],
      events: [Sample.event("bal", Sample.once(.day(Sample.day(2019, 7, 19))))],
      places: [Place(entry: Sample.entry(.place, "halle", "La halle"))],
      partners: [Partner(entry: Sample.entry(.partner, "phare", "Le Phare"))],
      pages: [Page(entry: Sample.entry(.page, "accueil", "Accueil"))],
      issues: [Sample.issue("2019-07", sent: Sample.day(2019, 7, 31))])
    let website = Website(
      site: site, theme: PlainTheme(), assets: AssetAddresses([]), today: Sample.today,
      templates: [
        EntryTemplate(kind: .news, fileName: "nom.md", text: "---\ntitre:\n---\n"), Self.template,
      ])
    let origins = Dictionary(website.pages().map { ($0.path.text, $0.origin) }, uniquingKeysWith: { first, _ in first })
    #expect(origins.count >= 18)
    #expect(origins.filter { $0.value == nil }.keys.sorted() == [])
    #expect(origins["/"] == .file("Content/pages/accueil.md"))
    #expect(origins["/nouvelles/un/"] == .file("Content/nouvelles/un.md"))
    #expect(origins["/nouvelles/2019/"] == .folder("Content/nouvelles"))
    #expect(origins["/agenda/2019/"] == .folder("Content/evenements"))
    #expect(origins["/etiquettes/pain/"] == .folder("Content"))
    let introduction = EntryTemplate(
      kind: .page, fileName: "lieux.md", text: "---\ntitre: Lieux\n---\nÉcrivez ici les premiers mots de cette page.\n")
    #expect(origins["/lieux/"] == .introduction(introduction))
  }
}
