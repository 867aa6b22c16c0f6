import Foundation
import Reading
import Site
import Testing
import Time

/// Whatever is done with all kinds of entries is done with each of them: one that is added is forgotten nowhere.
@Suite struct KindTests {
  /// The key of the one entry of a kind that the site has.
  private static func key(_ kind: EntryKind) -> EntryKey { EntryKey(kind: kind, slug: "exemple-\(kind.rawValue)") }

  /// The site, built once for all kinds.
  private static let site = Task { try await BuiltSite() }

  @Test(arguments: EntryKind.allCases)
  func `nothing is missing in its row, and nothing is another's`(kind: EntryKind) throws {
    let row = kind.row
    for text in [row.folder, row.noun.singular, row.noun.plural, row.label, row.heading] { #expect(!text.isEmpty) }
    #expect(row.address.text.hasPrefix("/") && row.address.text.hasSuffix("/"))
    for other in EntryKind.allCases where other != kind {
      #expect(other.row.folder != row.folder)
      #expect(other.row.noun != row.noun)
      #expect(other.row.address != row.address)
      #expect(other.row.label != row.label)
      #expect(other.row.heading != row.heading)
    }
  }

  @Test(arguments: EntryKind.allCases)
  func `its entries are on the site, and found there`(kind: EntryKind) async throws {
    let site = try await Self.site.value
    let path = SitePath.entry(Self.key(kind))
    let page = try site.text(at: path)
    #expect(page.contains("Exemple de \(kind.rawValue)"))
    // A link of a text to its file, and to its folder.
    let links = try site.links(at: SitePath("/liens/"))
    #expect(links.contains(path.text), "link to the file")
    if let list = kind.listPath { #expect(links.contains(list.text), "link to the folder") }
    // Its earlier address.
    #expect(try site.links(at: SitePath("/ancien/\(kind.rawValue)/")).contains(path.text), "alias")
    // Its tag and its partner.
    #expect(try site.links(at: SitePath("/etiquettes/la-seve/")).contains(path.text), "tag")
    // The site map, under the name that visitors know.
    let map = try site.text(at: .siteMap)
    #expect(try site.links(at: .siteMap).contains(path.text), "site map")
    #expect(map.contains(">\(kind.row.heading)<"), "site map")
    // The search, by script and without.
    let index = try site.text("recherche/index.json")
    #expect(index.contains("[\"\(path.text)\","), "search index")
    #expect(index.contains("\"\(kind.row.label)\""), "search index")
    #expect(try site.links(at: .search).contains(path.text), "list of the search page")
    #expect(try site.text("sitemap.xml").contains(path.text), "sitemap.xml")
  }

  @Test(arguments: EntryKind.allCases)
  func `its list leads to its entries, and everything to its list`(kind: EntryKind) async throws {
    let site = try await Self.site.value
    guard let list = kind.row.list else { return }
    let path = SitePath.entry(Self.key(kind))
    // The agenda and the news may have the entry on the page of its year.
    #expect(try site.links(at: kind.row.address).contains(path.text), "list")
    #expect(try site.links(at: path).contains(kind.row.address.text), "crumbs")
    #expect(try site.links(at: .siteMap).contains(kind.row.address.text), "site map")
    #expect(try site.text("recherche/index.json").contains("[\"\(kind.row.address.text)\",\"\(list.title)\""), "search")
    if list.menu != nil { #expect(try site.links(at: SitePath("/liens/")).contains(kind.row.address.text), "menu") }
  }

  @Test(arguments: EntryKind.allCases.filter { $0.row.calendar != nil })
  func `its calendars are there, and offered`(kind: EntryKind) async throws {
    let site = try await Self.site.value
    let calendar = SitePath.calendar(of: Self.key(kind))
    #expect(try site.text(calendar.outputFile).contains("BEGIN:VEVENT"))
    #expect(try site.links(at: SitePath.entry(Self.key(kind))).contains { $0.hasSuffix(calendar.text) })
    // How to subscribe leads to the pages that offer more than one event.
    if kind.row.calendar == .ofEvents {
      #expect(try site.links(at: .subscribe).contains(SitePath.entry(Self.key(kind)).text))
    }
  }

  @Test(arguments: EntryKind.allCases)
  func `the summary of a build counts it`(kind: EntryKind) async throws {
    let site = try await Self.site.value
    // Of pages, those of the program's own are counted too.
    let count = kind == .page ? kind.row.noun.plural : French.count(1, kind.row.noun)
    #expect(site.summary.contains(count))
  }

  @Test(arguments: EntryKind.allCases)
  func `editors have a form and a schema for it`(kind: EntryKind) {
    let files = Dictionary(
      uniqueKeysWithValues: SchemaFiles.all(repository: nil, branch: "main").map { ($0.name, $0.text) })
    #expect(files["\(kind.folder).schema.json"]?.contains("Content/\(kind.folder)/*.md") == true)
    #expect(files["config.yml"]?.contains("Content/\(kind.folder)") == true)
  }

  @Test(arguments: EntryKind.allCases)
  func `the guide says where it stands and what it may say`(kind: EntryKind) throws {
    let guide = try String(contentsOfFile: Program.projectRoot + "/Content/LISEZMOI.md", encoding: .utf8)
    let rows = guide.split(separator: "\n").filter { $0.hasPrefix("| `\(kind.folder)/` |") }
    #expect(rows.contains { $0.contains("`\(kind.row.address.text)<nom>/`") }, "table of the folders")
    let plural = kind.row.noun.plural
    #expect(guide.contains("\n## \(plural.prefix(1).uppercased() + plural.dropFirst())\n"), "its part")
  }

  @Test(arguments: EntryKind.allCases, ["one", "several", "folder"])
  func `gazette new makes an entry of it, by any of its names`(kind: EntryKind, form: String) async throws {
    let name = ["one": kind.row.noun.singular, "several": kind.row.noun.plural][form] ?? kind.folder
    let folder = try ScratchFolder()
    try folder.write(BuiltSite.settings, to: "Content/site.yml")
    let made = try await Program.run(
      ["new", name, "Un beau titre", "--date", "2026-12-05", "--resume", "En deux mots.", "--root", folder.path])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("Content/\(kind.folder)/"))
    let checked = try await Program.run([
      "check", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", "2026-12-06",
    ])
    #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
  }
}

// MARK: The site

/// A site with one entry of each kind, which says what it must and is linked with the others.
private struct BuiltSite: Sendable {
  static let settings = """
    titre: Le préau
    adresse: https://preau.example.org
    langue: fr
    fuseau: Europe/Paris
    theme: Champigny
    identifiant: 2d9a7c1e-0f6b-4e53-9a38-6c1f5b7d8e90

    """

  let summary: String
  private let files: [String: Data]

  init() async throws {
    let folder = try ScratchFolder()
    try folder.write(Self.settings, to: "Content/site.yml")
    for kind in EntryKind.allCases {
      let name = "exemple-\(kind.rawValue)"
      try folder.write(Self.text(of: kind), to: "Content/\(kind.folder)/\(name).md")
    }
    let links = EntryKind.allCases.map { kind in
      let list = kind.listPath == nil ? "" : "[liste](../\(kind.folder)/)"
      return "[fiche](../\(kind.folder)/exemple-\(kind.rawValue).md) \(list)\n"
    }
    try folder.write("---\ntitre: Liens\n---\n\(links.joined())", to: "Content/pages/liens.md")
    let result = try await Program.run(
      ["build", "--root", folder.path, "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-03"])
    #expect(result.status == 0, "\(result.errors)")
    summary = result.output
    files = folder.files(in: "Output")
  }

  /// A file that has every key that must be there, and every key that names others.
  private static func text(of kind: EntryKind) -> String {
    var lines = [
      "titre: Exemple de \(kind.rawValue)", "alias: /ancien/\(kind.rawValue)/", "etiquettes: La sève",
    ]
    for key in Schema.keys(of: kind) where key.key != .title {
      let isNeeded =
        switch key.presence {
        case .required, .requiredUnless: true
        case .optional, .requiredWith: false
        }
      // What is to come still has a calendar; what was sent is listed.
      let day = key.key == .start ? "2026-03-20" : "2026-03-02"
      guard let value = value(of: key.type, isNeeded: isNeeded, day: day) else { continue }
      // What an issue leaves out can't be in it too.
      if key.key != .excluded { lines.append("\(key.name): \(value)") }
    }
    return "---\n" + lines.joined(separator: "\n") + "\n---\nQuelques mots de \(kind.rawValue).\n"
  }

  private static func value(of type: KeyDescription.ValueType, isNeeded: Bool, day: String) -> String? {
    switch type {
    case .reference(let kinds): kinds.first.map { "exemple-\($0.rawValue)" }
    case .referenceOrText(let kind): "exemple-\(kind.rawValue)"
    case .list(.reference(let kinds)): kinds.first.map { "[exemple-\($0.rawValue)]" }
    case .date where isNeeded, .span where isNeeded: day
    case .url where isNeeded: "https://example.org/"
    case _ where isNeeded: "Des mots qui disent en une phrase de quoi il s’agit."
    default: nil
    }
  }

  func text(_ file: String) throws -> String { String(decoding: try #require(files[file], "\(file)"), as: UTF8.self) }

  func text(at path: SitePath) throws -> String { try text(path.outputFile) }

  /// Where the links of a page lead.
  func links(at path: SitePath) throws -> Set<String> {
    Set(try text(at: path).matches(of: /(?:href="|url=)([^"]*)"/).map { String($0.output.1) })
  }
}
