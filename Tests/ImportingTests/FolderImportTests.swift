import Testing

@testable import Importing

/// Folders of generators as people keep them: what has a page there and under which address, and when a text is from.
@Suite struct FolderImportTests {
  /// What the settings of the Jekyll site say, and a text of it at `file`.
  private func imported(
    _ files: [String: String]
  ) async throws -> (files: [String: String], outcome: ImportOutcome) {
    let project = try ImportProject()
    for (path, text) in files { try project.folder.write(text, to: "source/" + path) }
    let outcome = try await project.run(project.root + "/source")
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return (project.files, outcome)
  }

  private static let settings = """
    url: https://ancien.exemple.org
    include: ["_pages"]
    collections_dir: contenu
    collections:
      equipe:
      projets:
        output: true
        permalink: /nos-projets/:title.html
      lieux_dits:
        output: true

    """

  @Test(arguments: [
    ("contenu/_projets/le-four.md", "/nos-projets/le-four.html"),
    ("contenu/_lieux_dits/nord/bac.md", "/lieux_dits/nord/bac.html"),
    ("contenu/_posts/2019-05-03-le-four.md", "/2019/05/03/le-four.html"),
    ("_posts/19-5-3-le-four.md", "/2019/05/03/le-four.html"),
    ("_pages/qui.md", "/_pages/qui.html"), ("asso/qui.md", "/asso/qui.html"),
  ])
  func `a text of Jekyll keeps the address that it had`(file: String, address: String) async throws {
    let (files, _) = try await imported(["_config.yml": Self.settings, file: "---\ntitle: Le four\n---\nUn texte.\n"])
    let text = try #require(files.first { $0.key.hasPrefix("Content/") }?.value)
    #expect(text.contains("  - \(address)\n") && !text.contains("brouillon"), "\(text)")
  }

  /// The settings of a generator, a text, and the address that it had.
  private struct Example: Sendable, CustomTestStringConvertible {
    var settings: (file: String, text: String)
    var file: String
    var matter: String
    var address: String?

    init(_ settings: String, _ text: String, _ file: String, _ matter: String, _ address: String?) {
      self.settings = (settings, text)
      (self.file, self.matter, self.address) = (file, matter, address)
    }

    var testDescription: String { "\(settings.file): \(file)" }
  }

  private static let examples = [
    Example("hugo.toml", "", "content/blog/le-four.md", "title: L'été", "/blog/le-four/"),
    Example("hugo.toml", "", "content/blog/2019-05-03-le-four.md", "title: L'été", "/blog/2019-05-03-le-four/"),
    Example(
      "hugo.toml", "[frontmatter]\ndate = [\":filename\", \":default\"]\n", "content/blog/2019-05-03-le-four.md",
      "title: L'été", "/blog/le-four/"),
    Example(
      "hugo.toml", "[permalinks]\nblog = \"/:year/:title/\"\n", "content/blog/un.md", "title: L'été à Évry !",
      "/2019/lété-à-évry/"),
    Example(
      "hugo.yaml", "permalinks:\n  blog: /:year/:slug/\n", "content/blog/un.md", "title: Un four", "/2019/un-four/"),
    Example(
      "hugo.yaml", "permalinks:\n  blog: /:year/:slugorcontentbasename/\n", "content/blog/un.md", "title: Le four",
      "/2019/un/"),
    Example(
      "hugo.toml", "[permalinks.page]\nblog = \"/b/:slug/\"\n[permalinks.section]\nblog = \"/s/\"\n",
      "content/blog/un.md",
      "title: Un four", "/b/un-four/"),
    Example(
      "hugo.yaml", "permalinks:\n  page:\n    blog: /b/:slug/\n  section:\n    blog: /s/\n", "content/blog/un.md",
      "title: Un four", "/b/un-four/"),
    Example("hugo.yaml", "permalinks:\n  blog: /:weekday/:slug/\n", "content/blog/un.md", "title: Le four", nil),
    Example("config.toml", "", "content/blog/Un Été.md", "title: Un", "/blog/un-ete/"),
    Example("pelicanconf.py", "SITEURL = ''\n", "content/un.md", "title: L'été, enfin", "/lete-enfin.html"),
    Example("pelicanconf.py", "SLUGIFY_SOURCE = 'basename'\n", "content/un.md", "title: L'été", "/un.html"),
    Example(
      "pelicanconf.py", "ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\n", "content/un.md", "title: Le four",
      "/2019/05/le-four/"),
    Example(
      "pelican.conf.py", "ARTICLE_URL = u\"{category}/{slug}/\"  # comme avant\n", "content/Vie du lieu/un.md",
      "title: Le four", "/vie-du-lieu/le-four/"),
    Example("pelicanconf.py", "PATH = 'textes'\n", "textes/un.md", "title: Le four", "/le-four.html"),
    Example("zola.toml", "base_url = \"https://x.fr\"\n", "content/blog/Un.md", "title: Un", "/blog/un/"),
    Example("pelicanconf.py", "ARTICLE_URL = '{lang}/{slug}/'\n", "content/un.md", "title: Le four", nil),
    Example("_config.yml", "permalink: /:categories/:title/\n", "_posts/2019-05-03-un.md", "category: Vie", "/vie/un/"),
    Example(
      "_config.yml", "permalink: /:categories/:title/\n", "_posts/2019-05-03-un.md", "categories: Vie asso",
      "/vie/asso/un/"),
    Example("_config.yml", "permalink: ordinal\n", "_posts/2019-05-03-un.md", "title: Un", "/2019/123/un.html"),
  ]

  @Test(arguments: examples)
  private func `a text keeps the address that its generator gave it`(_ example: Example) async throws {
    let (files, _) = try await imported([
      example.settings.file: example.settings.text,
      example.file: "---\n\(example.matter)\ndate: 2019-05-03\n---\nUn texte.\n",
    ])
    let text = try #require(files.first { $0.key.hasPrefix("Content/") }?.value)
    if let address = example.address {
      #expect(text.contains("  - \(address)\n"), "\(text)")
    } else {
      #expect(!text.contains("alias"), "\(text)")
    }
  }

  @Test func `of a site in several languages the French texts are brought, and the others counted`() async throws {
    let (files, outcome) = try await imported([
      "hugo.toml": """
      defaultContentLanguage = "en"
      [languages.fr]
      contentDir = "content/fr"
      [languages.en]
      contentDir = "content/en"
      """,
      "content/fr/blog/un.md": "---\ntitle: Un\ndate: 2019-05-03\n---\nUn texte.\n",
      "content/en/blog/un.md": "---\ntitle: One\ndate: 2019-05-03\n---\nA text.\n",
      "content/fr/blog/deux.en.md": "---\ntitle: Two\ndate: 2019-05-03\n---\nA text.\n",
    ])
    #expect(files.keys.filter { $0.hasPrefix("Content/") } == ["Content/nouvelles/2019-05-un.md"])
    #expect(files.values.contains { $0.contains("  - /blog/un/\n") })
    #expect(outcome.leftOut.map(\.count) == [2])
  }

  @Test(arguments: ["contenu/_equipe/jeanne.md", "_idees/un.md", "_posts/_2019-05-03-un.md", "contenu/_autre/un.md"])
  func `what had no page is a draft without an address`(file: String) async throws {
    let (files, _) = try await imported(["_config.yml": Self.settings, file: "---\ntitle: Le four\n---\nUn texte.\n"])
    let text = try #require(files.first { $0.key.hasPrefix("Content/") }?.value)
    #expect(text.contains("brouillon: oui") && text.contains("n’en faisait pas de page"), "\(text)")
    #expect(!text.contains("alias"), "\(text)")
  }

  @Test func `links to texts of a collection lead to them`() async throws {
    let (files, outcome) = try await imported([
      "_config.yml": Self.settings, "contenu/_projets/le-four.md": "---\ntitle: Le four\n---\nUn texte.\n",
      "qui.md":
        "---\ntitle: Qui\n---\nVoir [le four](/nos-projets/le-four.html), [ici](https://ancien.exemple.org/nos-projets/le-four).\n",
    ])
    #expect(files["Content/pages/qui.md"]?.contains("[le four](le-four.md), [ici](") == true, "\(files)")
    #expect(outcome.remarks.count { $0.code == "import-link-old-site" } <= 1)
  }

  @Test(arguments: [
    ("content/blog/2006/09/29/points/index.md", "date: 2006-09-29\n"),
    ("content/blog/2006/09/points.md", "date: 2006-09\n"),
    ("content/blog/2006/points.md", "date: 1970\n"), ("content/blog/12/2006/09/points.md", "date: 2006-09\n"),
    ("content/blog/2006/13/points.md", "date: 1970\n"), ("content/blog/2006/09/31/points.md", "date: 2006-09\n"),
  ])
  func `folders named after days say when a text is from`(file: String, line: String) async throws {
    let (files, outcome) = try await imported([
      "hugo.toml": "title = \"Essai\"\n", file: "---\ntitle: Points\n---\nUn texte.\n",
    ])
    let text = try #require(files.first { $0.key.hasPrefix("Content/nouvelles/") }?.value)
    #expect(text.contains(line), "\(text)")
    #expect(outcome.remarks.contains { $0.code == "import-date" } == line.contains("1970"))
  }

  @Test func `a name that ends as a language does in Hugo keeps its end elsewhere`() async throws {
    let (files, _) = try await imported([
      "_config.yml": "url: https://ancien.exemple.org\n", "demarches.fr.md": "---\ntitle: Démarches\n---\nUn texte.\n",
    ])
    #expect(files["Content/pages/demarches-fr.md"]?.contains("/demarches.fr.html") == true, "\(files)")
  }

  @Test func `the address of a site of Pelican stands where it says how to publish`() async throws {
    let (files, _) = try await imported([
      "pelicanconf.py": "SITEURL = ''\nPATH = 'content'\n",
      "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://ancien.exemple.org'\n",
      "content/un.md": "Title: Un\nDate: 2019-05-03\n\nVoir [deux](https://ancien.exemple.org/deux.html).\n",
      "content/deux.md": "Title: Deux\nDate: 2019-05-03\n\nUn texte.\n",
    ])
    #expect(files["Content/nouvelles/2019-05-un.md"]?.contains("[deux](2019-05-deux.md)") == true, "\(files)")
  }

  @Test(arguments: [
    (
      "<div style=\"float:right\" markdown=\"1\">\n*Un* [lien][1]\n</div>\n\nFin.", "*Un* [lien](https://x.fr/)\n\nFin."
    ),
    (
      "<ul class=\"a\" markdown=\"1\">\n<li>[Un][1]{: class=\"btn\" }</li>\n<li class=\"b\"></li>\n<li>**Deux**</li>\n</ul>",
      "- [Un](https://x.fr/)\n- **Deux**"
    ),
    ("<div markdown='block'>\n  <div>\n  Un\n\n  - deux\n  </div>\n</div>\nFin.", "Un\n\n- deux\n\nFin."),
    ("Un <span markdown=\"1\">**mot**</span> <span>*b*</span>.", "Un **mot** *b*."),
    ("```\n<div markdown=\"1\">\n```", "```\n<div markdown=\"1\">\n```"),
    ("<div data-markdown=\"1\">*Un*</div>", "\\*Un\\*"), ("<div markdown=\"0\">*Un*</div>", "\\*Un\\*"),
    ("<div markdown=\"1\">*Un*", "*Un*"),
  ])
  func `Markdown within HTML is read where it is asked for`(text: String, written: String) async throws {
    let (files, _) = try await imported([
      "_config.yml": "url: https://ancien.exemple.org\n",
      "qui.md": "---\ntitle: Qui\n---\n\(text)\n\n[1]: https://x.fr/\n",
    ])
    let page = try #require(files["Content/pages/qui.md"])
    #expect(page.hasSuffix("\n---\n" + written + "\n"), "\(page)")
  }

  @Test(arguments: [
    ("draft: yes", true), ("Draft: 'True'", true), ("published: no", true), ("brouillon: vrai", true),
    ("status: brouillon", true), ("status: private", true), ("hidden: true", true), ("visible: false", true),
    ("draft: false", false), ("published: true", false), ("status: publish", false), ("published: 2019-05-03", false),
  ])
  func `what hid a text there hides it here, in any words`(line: String, isDraft: Bool) async throws {
    let (files, _) = try await imported([
      "hugo.toml": "title = \"Essai\"\n", "content/qui.md": "---\ntitle: Qui\n\(line)\n---\nUn texte.\n",
    ])
    #expect(files["Content/pages/qui.md"]?.contains("brouillon: oui") == isDraft, "\(files)")
  }

  /// On 1 March 2026.
  @Test(
    arguments: [
      ("hugo.toml", "date: 2026-04-01", "publier_le: 2026-04-01"),
      ("_config.yml", "date: 2026-04-01", "publier_le: 2026-04-01"),
      ("hugo.toml", "date: 2026-02-01\npublishDate: 2026-03-05T10:00:00+01:00", "publier_le: 2026-03-05"),
      ("hugo.toml", "date: 2026-02-01\npublishDate: 2026-02-05", nil),
      ("hugo.toml", "date: 2026-02-01\nexpiryDate: 2026-02-05", "brouillon: oui"),
      ("hugo.toml", "date: 2026-02-01\nexpiryDate: 2027-02-05", nil),
      ("hugo.toml", "date: 2026-02-01\nbuild:\n  render: never", "brouillon: oui"),
      ("hugo.toml", "date: 2026-02-01\nheadless: true", "brouillon: oui"),
      (".eleventy.js", "date: 2026-02-01\npermalink: false", "brouillon: oui"),
      ("zola.toml", "date: 2026-04-01", nil),
    ] as [(String, String, String?)])
  func `what did not appear yet, or no more, does not here`(
    settings: String, matter: String, line: String?
  ) async throws {
    let file = settings == "_config.yml" ? "_posts/2026-02-01-un.md" : "content/posts/un.md"
    let (files, _) = try await imported([
      settings: settings.hasSuffix("yml") ? "title: Essai\n" : "title = \"Essai\"\n",
      file: "---\ntitle: Un\n\(matter)\n---\nUn texte.\n",
    ])
    let text = try #require(files.first { $0.key.hasPrefix("Content/nouvelles/") }?.value)
    if let line {
      #expect(text.contains("\n\(line)\n"), "\(text)")
    } else {
      #expect(!text.contains("publier_le") && !text.contains("brouillon"), "\(text)")
    }
  }

  @Test(arguments: [
    ("cancelled: true", "etat: annulé"), ("sold_out: yes", "complet: oui"), ("status: postponed", "etat: reporté"),
  ])
  func `an event that was called off there is so here`(line: String, written: String) async throws {
    let (files, _) = try await imported([
      "hugo.toml": "title = \"Essai\"\n",
      "content/events/fete.md": "---\ntitle: Fête\nstart: 2026-03-14 14:00\n\(line)\n---\nUn texte.\n",
    ])
    #expect(files["Content/evenements/fete.md"]?.contains("\n\(written)\n") == true, "\(files)")
  }

  @Test func `pages of Notion have the names that people gave them, and what a base knows of them`() async throws {
    let (home, page) = (
      "Lieu " + String(repeating: "1a", count: 16), "Fête. Et bal " + String(repeating: "2b", count: 16)
    )
    let base = "Événements " + String(repeating: "3c", count: 16)
    let (files, outcome) = try await imported([
      home + ".md": """
      # Le lieu

      Voir [la fête](\(home.replacing(" ", with: "%20"))/\(base.replacing(" ", with: "%20"))/Fe%CC%82te.%20Et%20bal%20\(page.suffix(32)).md), \
      [la base](<\(home)/\(base).csv>), [le plan](\(home.replacing(" ", with: "%20"))/le%20plan.txt).
      """,
      "\(home)/\(base)/\(page).md": """
      # La fête

      Date: March 14, 2026 2:00 PM (GMT+1) → 5:00 PM
      Lieu: La Fabrique
      Responsable: Jeanne
      État: Annulé

      Note: une ligne du texte.
      Venez.
      """,
      "\(home)/\(base).csv": "Nom,Courriel\nFête,jeanne@exemple.org\n", "\(home)/le plan.txt": "Le plan.\n",
    ])
    #expect(
      files["Content/evenements/fete-et-bal.md"]?.split(separator: "\n").filter { !$0.hasPrefix("# Importé") } == [
        "---", "titre: La fête", "debut: 2026-03-14 14:00", "fin: 2026-03-14 17:00", "lieu: La Fabrique",
        "etat: annulé", "---", "Note: une ligne du texte.", "Venez.",
      ])
    let text = try #require(files["Content/pages/lieu.md"])
    #expect(
      text.contains("[la fête](../evenements/fete-et-bal.md)") && text.contains("la base,")
        && text.contains("[le plan](../fichiers/lieu/le-plan.txt)"), "\(text)")
    #expect(!files.keys.contains { $0.hasSuffix(".csv") && $0.hasPrefix("Content/") })
    #expect(Set(outcome.remarks.map(\.code)) == ["import-table-apart", "import-properties"])
  }

  @Test(arguments: [
    ("Voir [[Le four]].", "Voir [Le four](le-four.md)."),
    ("Voir [[Le four#Prix|le prix]].", "Voir [le prix](le-four.md)."),
    ("Voir [[notes/Le four|là]].", "Voir [là](le-four.md)."), ("![[plan.txt]]", "plan.txt"),
    ("Un ==mot== et a == b.", "Un **mot** et a == b."), ("Un%% caché %% mot.", "Un mot."),
    ("Un %%caché\nencore%% mot.", "Un\nmot."), ("> [!tip] Truc\n> Un.", "> **Truc**\n>\n> Un."),
    ("> [!warning]\n> Un.", "> **Attention**\n>\n> Un."), ("- Un ^abc1", "- Un"), ("`[[Le four]]`", "`[[Le four]]`"),
    ("```\n[[Le four]] ==x==\n```", "```\n[[Le four]] ==x==\n```"), ("[[Nulle part]]", "Nulle part"),
  ])
  func `notes of Obsidian say in Markdown what they said in its own`(text: String, written: String) async throws {
    let (files, _) = try await imported([
      "notes/Le four.md": "# Le four\n\n## Prix\n\nCher.\n", "notes/qui.md": "# Qui\n\n\(text)\n",
    ])
    let page = try #require(files["Content/pages/qui.md"])
    #expect(page.contains("\n---\n" + written), "\(page)")
  }

  @Test func `files that a theme published are found`() async throws {
    let (files, outcome) = try await imported([
      "hugo.toml": "title = \"Essai\"\n", "themes/le-mien/static/doc/plan.txt": "Le plan.\n",
      "content/qui.md": "---\ntitle: Qui\n---\nVoir [le plan](/doc/plan.txt).\n",
    ])
    #expect(outcome.copied == 1)
    #expect(files["Content/pages/qui.md"]?.contains("[le plan](../fichiers/") == true, "\(files)")
  }
}
