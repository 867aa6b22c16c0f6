import Building
import Foundation
import Testing
import Time

@testable import Importing

/// What becomes of an import that is tried, made, and made again.
@Suite struct ImportStoryTests {
  private static func export(_ items: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>Ancien</title><link>https://ancien.exemple.org</link>
    <wp:base_blog_url>https://ancien.exemple.org</wp:base_blog_url>
    \(items)
    </channel></rss>
    """
  }

  private static func post(
    _ number: Int, _ title: String, _ text: String = "<p>Un texte.</p>", date: String = "2019-05-03"
  )
    -> String
  {
    """
    <item><title>\(title)</title><link>https://ancien.exemple.org/\(number)/</link>
    <content:encoded><![CDATA[\(text)]]></content:encoded><wp:post_id>\(number)</wp:post_id>
    <wp:post_date>\(date) 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
    """
  }

  @Test func `a trial writes nothing and says what would be written`() async throws {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(Self.export(Self.post(1, "Un"))), isDry: true)
    #expect(project.files.isEmpty)
    #expect(outcome.reportPath == nil)
    #expect(Importer.preview(of: outcome).contains("Content/nouvelles/2019-05-un.md"))
  }

  @Test func `what was written is reported though the whole can't be checked`() async throws {
    let project = try ImportProject()
    let source = try project.source(Self.export((1...100).map { Self.post($0, "Numéro \($0)") }.joined()))
    let themes = project.root + "/Themes"
    try FileManager.default.copyItem(atPath: ImportProject.projectRoot + "/Themes", toPath: themes)
    let request = ImportRequest(source: source, root: project.root, themes: themes)
    // Gone while it is at work.
    let importer = Importer(request) { _, _ in try? FileManager.default.removeItem(atPath: themes) }
    await #expect(throws: Fault.self) { try await importer.run() }
    let report = try #require(project.folder.read("IMPORT.md"))
    #expect(report.contains("Content/nouvelles/2019-05-numero-100.md"))
    #expect(report.contains("- Vérification : pas faite. Lancez `gazette check`."))
  }

  @Test func `an address that a draft in a folder for drafts will have is taken`() async throws {
    let project = try ImportProject()
    try project.folder.write("---\ntitre: Un\n---\n", to: "Content/pages/Brouillons/un.md")
    let page = Self.post(1, "Un").replacing("<wp:post_type>post<", with: "<wp:post_type>page<")
    let outcome = try await project.run(project.source(Self.export(page)))
    #expect(outcome.written.map(\.path) == ["Content/pages/un-2.md"])
  }

  @Test func `a second import writes what is new and reports what changed on either side`() async throws {
    let project = try ImportProject()
    let first = Self.export([1, 2, 3, 4].map { Self.post($0, "Numéro \($0)") }.joined())
    try await project.run(project.source(first))
    let before = project.files
    let edited = try #require(project.folder.read("Content/nouvelles/2019-05-numero-2.md"))
    try project.folder.write(
      edited.replacing("Un texte.", with: "Mon texte."), to: "Content/nouvelles/2019-05-numero-2.md")
    // Renamed here: it is still the same text.
    try FileManager.default.moveItem(
      atPath: project.root + "/Content/nouvelles/2019-05-numero-1.md",
      toPath: project.root + "/Content/nouvelles/autrement.md")
    let second = Self.export(
      Self.post(1, "Numéro 1") + Self.post(2, "Numéro 2") + Self.post(3, "Numéro 3", "<p>Changé là-bas.</p>")
        + Self.post(5, "Numéro 5"))
    let outcome = try await project.run(project.source(second))
    #expect(outcome.written.map(\.path) == ["Content/nouvelles/2019-05-numero-5.md"])
    #expect(
      outcome.known.map(\.path) == [
        "Content/nouvelles/autrement.md", "Content/nouvelles/2019-05-numero-2.md",
        "Content/nouvelles/2019-05-numero-3.md",
      ])
    #expect(outcome.known.map(\.isEditedHere) == [false, true, false])
    #expect(outcome.known.map(\.isChangedThere) == [false, false, true])
    #expect(outcome.gone == ["Content/nouvelles/2019-05-numero-4.md"])
    #expect(project.files["Content/nouvelles/2019-05-numero-3.md"] == before["Content/nouvelles/2019-05-numero-3.md"])
    let report = try #require(project.folder.read("IMPORT.md"))
    for words in ["Changé là-bas (1)", "Retouché ici (1)", "N’est plus là-bas (1)", "Nouveau (1)"] {
      #expect(report.contains(words))
    }
  }

  @Test func `a file of the same name and a report of somebody else stay as they are`() async throws {
    let project = try ImportProject()
    let mine = "---\ntitre: À moi\ndate: 2019\n---\nMon texte.\n"
    try project.folder.write(mine, to: "Content/nouvelles/2019-05-un.md")
    try project.folder.write("À moi\n", to: "IMPORT.md")
    let outcome = try await project.run(project.source(Self.export(Self.post(1, "Un"))))
    #expect(project.folder.read("Content/nouvelles/2019-05-un.md") == mine)
    #expect(project.folder.read("IMPORT.md") == "À moi\n")
    #expect(outcome.reportPath == "IMPORT-2.md")
    #expect(outcome.written.map(\.path) == ["Content/nouvelles/2019-05-un-2.md"])
  }

  @Test func `an address that something else has here goes into the report`() async throws {
    let project = try ImportProject()
    try project.folder.write(
      "---\ntitre: À moi\ndate: 2019\nalias: [/1/]\n---\nMon texte.\n", to: "Content/nouvelles/a-moi.md")
    let outcome = try await project.run(project.source(Self.export(Self.post(1, "Un"))))
    #expect(outcome.check.errors == 0)
    #expect(outcome.lostAddresses.contains { $0.address == "/1/" })
    let text = try #require(project.folder.read("Content/nouvelles/2019-05-un.md"))
    #expect(!text.contains("/1/"))
    // What was taken out again is no edit of anybody.
    let again = try await project.run(project.source(Self.export(Self.post(1, "Un"))))
    #expect(again.known.map(\.isEditedHere) == [false])
  }

  @Test func `only what is dated from a day on is brought`() async throws {
    let project = try ImportProject()
    let source = try project.source(
      Self.export(Self.post(1, "Vieux", date: "2018-12-31") + Self.post(2, "Neuf", date: "2019-01-01")))
    let outcome = try await project.run(source, since: CivilDay(year: 2019, month: 1, day: 1))
    #expect(outcome.written.map(\.title) == ["Neuf"])
    #expect(outcome.older == 1)
  }

  @Test func `links between texts lead from file to file, whatever the order`() async throws {
    let project = try ImportProject()
    let source = try project.source(
      Self.export(
        Self.post(1, "Un", "<p><a href=\"https://www.ancien.exemple.org/2\">deux</a></p>")
          + Self.post(2, "Deux", "<p><a href=\"/?p=1#x\">un</a></p>")))
    let outcome = try await project.run(source)
    #expect(project.files["Content/nouvelles/2019-05-un.md"]?.contains("[deux](2019-05-deux.md)") == true)
    #expect(project.files["Content/nouvelles/2019-05-deux.md"]?.contains("[un](2019-05-un.md)") == true)
    #expect(outcome.check.errors == 0)
  }

  @Test func `files of one name are numbered in the order of the entries`() async throws {
    let project = try ImportProject()
    let picture = try #require(
      FileManager.default.contents(
        atPath: ImportProject.projectRoot + "/Tests/Fixtures/imports/wordpress/uploads/2019/05/jardin.png"))
    let names = ["a b.png", "a_b.png", "a-b.png"]
    var items = ""
    for number in 0..<90 {
      let path = "\(number / 3)/\(names[number % 3])"
      let file = URL(fileURLWithPath: project.root + "/source-uploads/" + path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Another file each, of the same picture.
      try (picture + Data("\(number)".utf8)).write(to: file)
      items += """
        <item><title>Texte \(number)</title><content:encoded><![CDATA[<img alt="x"
        src="https://ancien.exemple.org/wp-content/uploads/\(path)">]]></content:encoded>
        <wp:post_id>\(number)</wp:post_id><wp:post_date>2021-03-04 10:00:00</wp:post_date>
        <wp:post_name>t\(number)</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
        """
    }
    let source = try project.source(
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:wp="http://wordpress.org/export/1.2/"><channel>
      <wp:base_blog_url>https://ancien.exemple.org</wp:base_blog_url>\(items)</channel></rss>
      """)
    try await project.run(source, uploads: project.root + "/source-uploads")
    for number in 0..<90 {
      let name = ["a-b.png", "a-b-2.png", "a-b-3.png"][number % 3]
      let text = project.files["Content/nouvelles/2021-03-t\(number).md"] ?? ""
      #expect(text.contains("](../images/\(number / 3)/\(name))"), "\(text)")
    }
  }

  @Test func `a file is brought where the site publishes it, however large, and where it does not it is said why`()
    async throws
  {
    let project = try ImportProject()
    // 60 MB that hold next to nothing on the disk.
    try project.folder.write("ID3\u{4}", to: "uploads/concert.mp3")
    #expect(truncate(project.root + "/uploads/concert.mp3", 60_000_000) == 0)
    try project.folder.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n", to: "uploads/plan.pdf")
    let html = ["concert.mp3", "plan.pdf"].map { "<p><a href=\"/wp-content/uploads/\($0)\">\($0)</a></p>" }.joined()
    let outcome = try await project.run(
      project.source(Self.export(Self.post(1, "Un", html))), uploads: project.root + "/uploads")
    func isThere(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: project.root + "/Content/fichiers/" + name)
    }
    #expect(isThere("concert.mp3") && !isThere("plan.pdf"))
    #expect(outcome.remarks.contains { $0.code == "lfs-pointer" }, "\(outcome.remarks)")
  }

  @Test func `a picture lands under the ending of what it is, whatever the old site called it`() async throws {
    let project = try ImportProject()
    let fixture = ImportProject.projectRoot + "/Tests/Fixtures/imports/wordpress/uploads/2019/05/jardin.png"
    let picture = try #require(FileManager.default.contents(atPath: fixture))
    let names = ["a.jpg", "AVv=s1024", "b.v2", "c.php"]
    for name in names { try picture.write(to: URL(fileURLWithPath: project.root + "/source-" + name)) }
    try project.folder.write("<?php echo 1;", to: "source-d.php")
    let html = (names + ["d.php"]).map { "<img alt='x' src='https://ancien.exemple.org/source-\($0)'>" }.joined()
    let outcome = try await project.run(
      project.source(Self.export(Self.post(1, "Un", html))), uploads: project.root)
    #expect(
      project.files.keys.filter { $0.hasPrefix("Content/images/") }.sorted() == [
        "Content/images/source-a.png", "Content/images/source-avv-s1024.png", "Content/images/source-b-v2.png",
        "Content/images/source-c-php.png",
      ])
    #expect(outcome.remarks.filter { $0.severity == .warning }.map(\.code) == ["import-file-kind"])
    #expect(outcome.check.errors == 0)
  }
}
