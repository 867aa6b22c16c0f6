import Building
import Foundation
import Testing

@testable import Importing

/// What everyday exports of WordPress hold besides words: blocks kept elsewhere, instructions of plug-ins, series of dates.
@Suite struct WordPressContentTests {
  private typealias Post = WordPressPost

  @Test(arguments: ["wordpress", "wordpress-agenda"])
  func `an export that is too large to be kept gives the same when it is read again`(name: String) async throws {
    let folder = ImportProject.projectRoot + "/Tests/Fixtures/imports/" + name
    let export = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("export.") })
    let project = try ImportProject()
    let (site, today, _) = try await Project.site(of: project.root, environment: [:], watchdog: nil)
    let reading = TableDates.Reading(settings: site.settings, today: today.day)
    func items(keepingUpTo limit: Int) throws -> [String] {
      let source = WordPressExport([folder + "/" + export], reading, keepingUpTo: limit)
      let survey = try source.survey()
      var said = ["\(survey.outlines) \(survey.media) \(survey.parts.sorted { $0.key < $1.key })"]
      try source.forEach { said.append("\($0.outline) \($0.fields) \($0.text) \($0.fingerprint)") }
      return said
    }
    let kept = try items(keepingUpTo: .max)
    #expect(try items(keepingUpTo: 0) == kept && kept.count > 3)
  }

  /// A folder with an export of each of these posts, and what is imported of it.
  private func imported(parts: [(address: String, posts: [Post])]) async throws -> ([String: String], ImportOutcome) {
    let project = try ImportProject()
    let account = "<wp:author><wp:author_login>marie</wp:author_login></wp:author>"
    for (index, part) in parts.enumerated() {
      _ = try project.source(
        WordPressPost.export(part.posts, of: part.address, channel: account),
        named: "parties/site.wordpress.00\(index).xml")
    }
    return (project.files, try await project.run(project.root + "/parties"))
  }

  @Test func `an export in several files is one site, whose texts lead to each other`() async throws {
    let link = "<a href=\"https://ancien.exemple.org/t2/\">là</a>"
    let (_, outcome) = try await imported(parts: [
      ("https://ancien.exemple.org", [Post(number: 1, content: "<p>Un \(link)</p>")]),
      ("http://ancien.exemple.org", [Post(number: 2, content: "<p>Deux</p>"), Post(number: 1, content: "<p>Un</p>")]),
    ])
    #expect(outcome.written.map(\.path) == ["Content/nouvelles/2021-03-t1.md", "Content/nouvelles/2021-03-t2.md"])
    #expect(outcome.leftOut.map { "\($0.count) \($0.noun.singular)" } == ["1 compte", "1 double"])
    #expect(outcome.remarks.map(\.code) == [])
  }

  @Test func `an export of Squarespace, whose names are paths, is one of WordPress`() async throws {
    var post = Post(number: 1, content: "<p>Un</p>")
    (post.name, post.link) = ("blog/2021/3/4/la-fete", "/blog/2021/3/4/la-fete")
    let (files, _) = try await WordPressPost.imported([post])
    let text = try #require(files["Content/nouvelles/2021-03-la-fete.md"], "\(files.keys)")
    #expect(text.contains("- /blog/2021/3/4/la-fete\n"))
  }

  @Test func `exports of several sites in one folder are refused, and named`() async throws {
    let parts = ["https://a.exemple.org", "https://b.exemple.org"].map { ($0, [Post(number: 1, content: "<p>Un</p>")]) }
    let fault = await #expect(throws: Fault.self) { _ = try await imported(parts: parts) }
    #expect(fault?.message.contains("https://a.exemple.org, https://b.exemple.org") == true)
  }

  /// The text of the entry that `content` becomes, and the codes of what is reported.
  private func text(
    _ content: String, _ others: [Post] = [], meta: [String: String] = [:]
  ) async throws -> (text: String, remarks: [String]) {
    let (files, outcome) = try await WordPressPost.imported([Post(number: 1, content: content, meta: meta)] + others)
    let file = try #require(files["Content/nouvelles/2021-03-t1.md"])
    let body = file.split(separator: "\n---\n", maxSplits: 1).last.map(String.init) ?? ""
    return (body, outcome.remarks.map(\.code))
  }

  @Test func `a film at an address that leads nowhere is left out`() async throws {
    let (body, remarks) = try await text(
      "<p>Un</p><video src=\"ttps://exemple.org/film.mov\"></video><p><a href=\"webcal://exemple.org/a.ics\">Agenda</a></p>"
    )
    #expect(body == "Un\n\n[Agenda](webcal://exemple.org/a.ics)\n")
    #expect(remarks == ["import-link-refused", "import-left-out"])
  }

  @Test func `a post without a date is a draft`() async throws {
    var post = Post(number: 1, content: "<p>Un</p>")
    post.date = ""
    let (files, outcome) = try await WordPressPost.imported([post])
    let text = try #require(files["Content/nouvelles/t1.md"])
    #expect(text.contains("date: 1970\n") && text.contains("brouillon: oui"), "\(text)")
    #expect(outcome.remarks.map(\.code) == ["import-date"])
  }

  @Test func `what is said of a file several times is one line of the report`() async throws {
    let block = "<!-- wp:latest-posts /-->"
    let (files, _) = try await WordPressPost.imported([
      Post(number: 1, content: "<p>Un</p>\(block)\(block)\(block)"), Post(number: 2, content: "<p>Deux</p>\(block)"),
    ])
    let report = try #require(files["IMPORT.md"])
    let lines = report.split(separator: "\n").filter { $0.contains("latest-posts") }
    #expect(lines.map { $0.hasSuffix("(3 fois)") } == [true, false], "\(report)")
    #expect(report.contains(" (4)\n"))
  }

  @Test func `notes that WordPress keeps beside a text stand at its foot`() async throws {
    let (body, remarks) = try await text(
      """
      <!-- wp:paragraph --><p>De 1860<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup>, puis\
       1900<sup data-fn="b-2" class="fn"><a href="#b-2">2</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->
      """,
      meta: [
        "footnotes":
          #"[{"content":"Selon la <em>mairie</em>.","id":"b-2"},{"content":"Archives, <a href=\"https:\/\/a.exemple\/\">en ligne<\/a>","id":"a-1"}]"#
      ])
    #expect(
      body
        == "De 1860[^1], puis 1900[^2].\n\n[^1]: Archives, [en ligne](https://a.exemple/)\n\n[^2]: Selon la *mairie*.\n"
    )
    #expect(remarks == [])
  }

  @Test func `a block that several texts show stands in each, and what nothing shows is counted`() async throws {
    let hours = Post(number: 50, type: "wp_block", content: "<p>Le <b>mardi</b>, <a href=\"/t1/\">ici</a></p>")
    let loop = Post(number: 51, type: "wp_block", content: "<p>Un</p><!-- wp:block {\"ref\":51} /-->")
    let draft = Post(number: 52, type: "wp_block", status: "draft", content: "<p>Jamais publié</p>")
    let unused = Post(number: 53, type: "wp_block", content: "<p>Oublié</p>")
    let (body, remarks) = try await text(
      "<!-- wp:paragraph --><p>Avant</p><!-- /wp:paragraph --><!-- wp:block {\"ref\":50} /--><p>Après</p>",
      [hours, unused])
    #expect(body == "Avant\n\nLe **mardi**, ici\n\nAprès\n")
    #expect(remarks == [])
    let (_, outcome) = try await WordPressPost.imported([Post(number: 1, content: "<p>Un</p>"), hours, unused])
    #expect(outcome.leftOut.map(\.count) == [2])
    // One that shows itself ends, and one that was never published is not.
    let (around, others) = try await text(
      "<!-- wp:block {\"ref\":51} /--><!-- wp:block {\"ref\":52} /-->", [loop, draft])
    #expect(around.split(separator: "\n\n").count <= 40)
    #expect(!around.contains("Jamais"))
    #expect(Set(others) == ["import-dynamic-block"])
  }

  @Test(
    arguments: [
      (#"[su_button url="https://x.fr/"]Venir[/su_button]"#, "[Venir](https://x.fr/)", []),
      (
        #"[vc_btn title="Adhérer" link="url:https%3A%2F%2Fx.fr%2Fa|title:Là||"]"#, "[Adhérer](https://x.fr/a)",
        ["import-embedded"]
      ),
      (
        #"[et_pb_image src="https://x.fr/a.jpg" alt="Le pont" /]"#, "![Le pont](https://x.fr/a.jpg)",
        ["import-picture-elsewhere"]
      ),
      (
        "[youtube https://www.youtube.com/watch?v=a]",
        "[Voir la vidéo sur youtube.com](https://www.youtube.com/watch?v=a)", ["import-embedded"]
      ),
      ("[youtube=https://youtu.be/a]", "[Voir la vidéo sur youtu.be](https://youtu.be/a)", ["import-embedded"]),
      (
        "[youtube aB3-d_eF4gH]", "[Voir la vidéo sur youtube.com](https://www.youtube.com/watch?v=aB3-d_eF4gH)",
        ["import-embedded"]
      ),
      (
        "[dailymotion id=x1nzup]", "[Voir la vidéo sur dailymotion.com](https://www.dailymotion.com/video/x1nzup)",
        ["import-embedded"]
      ),
      ("[vimeo bonjour]", "\\[vimeo bonjour]", []),
      (
        "[caption id=\"a\" caption=\"L&#39;été &amp; l&quot;hiver\"]<img src=\"https://x.fr/a.jpg\" alt=\"Le pont\">[/caption]",
        "![Le pont](https://x.fr/a.jpg \"L'été \\& l\\\"hiver\")", ["import-picture-elsewhere"]
      ),
      (
        "<img src=\"https://x.fr/a.jpg\" alt=\"Le &amp;amp; pont\">", "![Le \\&amp; pont](https://x.fr/a.jpg)",
        ["import-picture-elsewhere"]
      ),
      (
        "[vc_row][vc_column width=\"1/2\"]Texte[/vc_column][/vc_row]", "Texte",
        ["import-shortcode-around", "import-shortcode-around"]
      ),
      ("[contact-form-7 id=\"1\" title=\"Écrire\"]Texte", "Texte", ["import-shortcode"]),
      ("Un [/mot] seul", "Un seul", ["import-shortcode"]),
      ("Un [mot] et [lien https://x.fr/]", "Un \\[mot] et \\[lien https://x.fr/]", []),
      ("[embed]https://ancien.exemple.org/t2/[/embed]", "[Texte 2](2021-03-t2.md)", []),
      (
        "[playlist ids=\"60,61\"]", "- [Texte 60](https://ancien.exemple.org/wp-content/uploads/a.mp3)",
        ["import-file-missing"]
      ),
      ("[playlist]", "", ["import-left-out"]),
    ] as [(String, String, [String])])
  func `an instruction shows what it names`(_ content: String, _ expected: String, _ codes: [String]) async throws {
    let (body, remarks) = try await text(
      "Début\n\n" + content,
      [
        Post(number: 2, content: "Deux"),
        Post(
          number: 60, type: "attachment", status: "inherit",
          more: "<wp:attachment_url>https://ancien.exemple.org/wp-content/uploads/a.mp3</wp:attachment_url>"),
      ])
    #expect(body == "Début\n" + (expected.isEmpty ? "" : "\n" + expected + "\n"))
    #expect(remarks == codes)
  }

  @Test func `pictures that are named by a number which the export does not have are missing, and said to be`()
    async throws
  {
    let (body, remarks) = try await text("Un\n\n[gallery ids=\"998,999\"]", meta: ["_thumbnail_id": "997"])
    #expect(body == "Un\n")
    #expect(remarks == ["import-file-missing", "import-file-missing", "import-file-missing"])
    let (_, none) = try await text("Un", meta: ["_thumbnail_id": "0"])
    #expect(none == [])
  }

  @Test func `what stood before newer texts is said`() async throws {
    let (_, outcome) = try await WordPressPost.imported([
      Post(number: 1, content: "Un", more: "<wp:is_sticky>1</wp:is_sticky>")
    ])
    #expect(outcome.remarks.map(\.code) == ["import-sticky"])
  }

  @Test(arguments: [
    ("Un texte.", ["_members_access_role": "subscriber"], true), ("Un texte.", ["rcp_user_level": "All"], false),
    ("Un texte.", ["rcp_subscription_level": "a:1:{i:0;s:1:\"2\";}"], true), ("Un texte.", ["_wpmem_block": "1"], true),
    ("Un texte.", ["_wpmem_block": "0"], false),
    (
      "Un texte.",
      [
        "um_content_restriction":
          "a:2:{s:26:\"_um_custom_access_settings\";s:1:\"1\";s:14:\"_um_accessible\";s:1:\"2\";}"
      ], true
    ),
    (
      "Un texte.",
      [
        "um_content_restriction":
          "a:2:{s:26:\"_um_custom_access_settings\";s:1:\"0\";s:14:\"_um_accessible\";s:1:\"2\";}"
      ], false
    ),
    ("Tous. [members_only]Le code est 1234.[/members_only]", [:], true),
    ("[um_loggedin show_lock=\"yes\"]Le code.[/um_loggedin]", [:], true),
    ("Voir [les membres] et [member_list].", [:], false),
  ]) func `what was for members alone is a draft, and says why`(
    content: String, meta: [String: String], isReserved: Bool
  ) async throws {
    let (files, _) = try await WordPressPost.imported([Post(number: 1, content: content, meta: meta)])
    let file = try #require(files["Content/nouvelles/2021-03-t1.md"])
    #expect(file.contains("à ses membres.\nbrouillon: oui\n") == isReserved, "\(file)")
  }
}
