import Building
import Foundation
import Testing

@testable import Importing

/// Exports that are made to do harm, or broken: each ends in a message, and writes nothing where it must not.
@Suite struct HostileImportTests {
  private func fault(_ text: String) async throws -> Fault? {
    let project = try ImportProject()
    let source = try project.source(text)
    do {
      try await project.run(source)
      return nil
    } catch let fault as Fault {
      #expect(project.files.isEmpty)
      return fault
    }
  }

  @Test func `names that a file defines for itself are not expanded: it is refused`() async throws {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <rss version="2.0"><channel><title>&b;</title></channel></rss>
      """
    #expect(try await fault(bomb)?.message.contains("DTD") == true)
  }

  @Test func `a file outside is never read into a text`() async throws {
    let external = """
      <?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/passwd">
      <rss version="2.0"><channel><item><title>&xxe;</title></item></channel></rss>
      """
    let project = try ImportProject()
    try await project.run(project.source(external))
    #expect(project.files.values.allSatisfy { !$0.contains("root:") })
  }

  @Test(arguments: [
    "", "Bonjour", "<html><body></body></html>", "{\"a\": 1}", "<rss", "<rss version=\"2.0\"><channel><item><title>x",
    "<?xml version=\"1.0\"?><!-- jamais fermé", "\u{0}\u{0}", String(repeating: "<a>", count: 10_000),
    "<rss version=\"2.0\"><channel><item>" + String(repeating: "<a>", count: 10_000),
  ])
  func `what is no export ends in a message`(_ text: String) async throws {
    let fault = try await fault(text)
    #expect(fault != nil)
    #expect(fault?.hint != nil)
  }

  private static func export(_ items: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><link>https://ancien.exemple.org</link>\(items)</channel></rss>
    """
  }

  private static func item(_ title: String, _ content: String, name: String = "x") -> String {
    """
    <item><title><![CDATA[\(title)]]></title><link>https://ancien.exemple.org/x/</link>
    <content:encoded><![CDATA[\(content)]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_name>\(name)</wp:post_name>
    <wp:post_date>2019-05-03 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
    """
  }

  @Test(arguments: [
    "../../../etc/passwd", "..%2f..%2fx", "/etc/x", "con", "x/../../y", "\u{202E}gpj", "", "....", ".htaccess",
  ])
  func `a name never leads out of its folder`(_ name: String) async throws {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(Self.export(Self.item("Un titre", "<p>Un.</p>", name: name))))
    #expect(outcome.written.count == 1)
    for file in project.files.keys where file != "IMPORT.md" {
      #expect(file.hasPrefix("Content/nouvelles/2019-05-"), "\(file)")
      #expect(!file.dropFirst("Content/nouvelles/".count).contains("/"))
    }
    #expect(outcome.check.errors == 0)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "Titre\nbrouillon: oui", "--- \n---\n", "# Importé : x ; source y ; fichier z",
    "\"Un\" et 'deux'",
    "'", "\"", "{{< x >}}", "[x](javascript:alert(1))", "| titre", "&amp;lt;b&amp;gt;", "\u{202E}abc", "*&!%@`",
    "- tiret",
  ])
  func `a title is a title, whatever it is made of`(_ title: String) async throws {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(Self.export(Self.item(title, "<p>Un.</p>"))))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(outcome.written.count == 1)
    #expect(!outcome.written.contains { $0.isDraft })
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 5_000) + "x", String(repeating: "<b><i>", count: 3_000) + "x",
    String(repeating: "<blockquote>", count: 40) + "x", String(repeating: "<ul><li>x", count: 60),
    String(repeating: "[", count: 20_000), String(repeating: "*", count: 20_000),
    String(repeating: "x ", count: 120_000),
    "<table>" + String(repeating: "<tr>" + String(repeating: "<td>x", count: 100), count: 300) + "</table>",
    "<table><tr><td colspan=\"99999999\" rowspan=\"99999999\">x<td>y</table>",
    "<a href=\"\(String(repeating: "x", count: 20_000))\">x</a>",
    "<img src=\"https://ancien.exemple.org/wp-content/uploads/../../../etc/passwd.jpg\" alt=\"x\">",
    "<p>\u{1}\u{B}\u{1F}</p>",
    "[gallery ids=\"99999,-1,abc\"]", "[caption]", "[/caption][/embed]", "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"https://ancien.exemple.org/%00%ff\">x</a>", "<img src=\"javascript:alert(1)\">",
    "<a href=\"data:text/html,x\">x</a>",
    "<p>---</p><p>titre: x</p><p>---</p>",
  ])
  func `a text that is made to break it is written and read`(_ html: String) async throws {
    let project = try ImportProject()
    let outcome = try await project.run(project.source(Self.export(Self.item("Un titre", html))), uploads: project.root)
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(html.prefix(60))")
    for (path, text) in project.files {
      #expect(!text.contains("root:x:"))
      #expect(path == "IMPORT.md" || !text.contains("javascript:"))
    }
  }

  @Test func `values longer than a site takes are cut, and said`() async throws {
    let project = try ImportProject()
    let tags = (0..<1200).map { "<category>mot \($0)</category>" }.joined()
    let outcome = try await project.run(
      project.source(
        """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://x.fr/</link>
        <item><title>\(String(repeating: "é ", count: 3000))</title><link>https://x.fr/1</link>\(tags)
        <pubDate>Thu, 05 Feb 2026 10:00:00 +0000</pubDate><description>\(String(repeating: "mot ", count: 1000))</description>
        <content:encoded>Un texte.</content:encoded></item></channel></rss>
        """))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(outcome.remarks.filter { $0.code == "import-cut" }.count == 3)
  }

  @Test func `nothing is written through a link`() async throws {
    let project = try ImportProject()
    let elsewhere = try ImportProject()
    try FileManager.default.createSymbolicLink(
      atPath: project.root + "/Content/nouvelles", withDestinationPath: elsewhere.root)
    let source = try project.source(Self.export(Self.item("Un titre", "<p>Un.</p>")))
    await #expect(throws: Fault.self) { try await project.run(source) }
    #expect(elsewhere.files.isEmpty)
  }

  @Test func `a place that is a number is written as the number of something`() async throws {
    let project = try ImportProject()
    let table = "Titre;Date;Lieu\nSoirée;13/03/2026;12\nBal;14/03/2026;Salle 3\n"
    let outcome = try await project.run(project.source(table, named: "dates.csv"))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let places = project.files.values.compactMap { $0.firstMatch(of: /lieu: (.*)/)?.output.1 }.sorted()
    #expect(places == ["Salle 3", "n° 12"])
  }

  @Test(arguments: [
    ("L'Atelier\\, 3 rue du Pont\\, 94500 Champigny\\, 94500 Champigny", "3 rue du Pont"),
    ("L'Atelier\\, 3 rue du Pont\\, 94500 Champigny\\, 94340 Joinville\\, France", "3 rue du Pont, 94340 Joinville"),
  ])
  func `a place of a calendar with two towns has one, and loses no other`(place: String, street: String) async throws {
    let project = try ImportProject()
    let calendar = """
      BEGIN:VCALENDAR\r
      VERSION:2.0\r
      BEGIN:VEVENT\r
      UID:soupe\r
      DTSTART;VALUE=DATE:20260711\r
      SUMMARY:Soupe\r
      LOCATION:\(place)\r
      END:VEVENT\r
      END:VCALENDAR\r

      """
    let outcome = try await project.run(project.source(calendar, named: "source.ics"))
    #expect(outcome.check.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let text = try #require(project.files.first { $0.key.hasPrefix("Content/lieux/") }?.value)
    #expect(text.contains("adresse: \(street)\n"), "\(text)")
    #expect(text.contains("code_postal: \"94500\"\n") || text.contains("code_postal: 94500\n"), "\(text)")
    #expect(text.contains("commune: Champigny\n"), "\(text)")
  }
}
