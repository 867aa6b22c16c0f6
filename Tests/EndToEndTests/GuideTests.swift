import Foundation
import Reading
import Site
import Testing
import Text

@Suite struct GuideTests {
  /// The guide stands on the project's own content: examples may name its partners and places.
  private func readExamples() async throws -> (examples: [GuideExample], result: ReadingResult) {
    let content = Program.projectRoot + "/Content"
    let guide = try String(contentsOfFile: content + "/LISEZMOI.md", encoding: .utf8)
    let examples = try GuideExample.all(in: guide)
    let scratch = try ScratchFolder()
    let files = FileManager.default
    try files.copyItem(atPath: content, toPath: scratch.path + "/Content")
    for example in examples { try scratch.write(example.text, to: "Content/" + example.file) }
    let picture = Program.projectRoot + "/Tests/Fixtures/complet/Content/images/brume.png"
    for name in ["pages/photo.png", "nouvelles/table.png", "partenaires/association-exemple.png"] {
      try files.copyItem(atPath: picture, toPath: scratch.path + "/Content/" + name)
    }
    try scratch.write("%PDF-1.4", to: "Content/pages/programme.pdf")
    let options = ReadingOptions(includesDrafts: true, readsRevisions: false)
    return (examples, await readSite(root: scratch.path, options: options))
  }

  @Test func `every example of the guide is read without a message`() async throws {
    let (_, result) = try await readExamples()
    #expect(result.site != nil)
    #expect(result.diagnostics.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.message)" } == [])
  }

  @Test func `every example of the guide becomes an entry`() async throws {
    let (examples, result) = try await readExamples()
    let site = try #require(result.site)
    let sources = Set(site.entries.map(\.entry.source))
    #expect(examples.count > 30)
    for example in examples where example.file != "site.yml" {
      #expect(sources.contains("Content/" + example.file), "LISEZMOI.md:\(example.line)")
    }
    #expect(Set(examples.map(\.file)).count == examples.count, "two examples have the same file")
  }

  @Test func `its first page is short, and has six models to copy`() throws {
    let guide = try String(contentsOfFile: Program.projectRoot + "/Content/LISEZMOI.md", encoding: .utf8)
    let first = try #require(guide.components(separatedBy: "\n# Le format\n").first)
    #expect(first.count < guide.count)
    #expect(first.split(whereSeparator: \.isWhitespace).count <= 700)
    #expect(first.components(separatedBy: "```markdown\n").count == 7)
    // Its links lead to headings of the guide.
    let headings = Set(guide.split(separator: "\n").filter { $0.hasPrefix("#") }.map { Folding.slug(String($0)) })
    for link in first.matches(of: /\]\(#([^)]+)\)/) {
      #expect(headings.contains(String(link.output.1)), "\(link.output.1)")
    }
  }

  @Test func `the guide names every key`() throws {
    let guide = try String(contentsOfFile: Program.projectRoot + "/Content/LISEZMOI.md", encoding: .utf8)
    let keys = EntryKind.allCases.flatMap { Schema.keys(of: $0) } + Schema.settings
    for key in CompleteFixtureTests.all(in: keys) {
      for name in [key.name] + key.synonyms.prefix(1) {
        #expect(guide.contains("`\(name)`"), "\(name)")
      }
    }
  }

  @Test func `the message that the guide shows is the one that the program gives`() async throws {
    let guide = try String(contentsOfFile: Program.projectRoot + "/Content/LISEZMOI.md", encoding: .utf8)
    let block = try #require(guide.firstMatch(of: /```text\n(?s:(.+?))\n```/)).output.1
    let scratch = try ScratchFolder()
    let name = try #require(block.prefixMatch(of: /[^:]+/)).output
    try scratch.write("---\ntitel: C'est la rentrée\ndate: 2019-09\n---\nTexte.\n", to: String(name))
    let settings = CompleteFixtureTests.root("minimal") + "/Content/site.yml"
    try FileManager.default.copyItem(atPath: settings, toPath: scratch.path + "/Content/site.yml")
    let reported = try await Program.run(["check", "--themes", Program.projectRoot + "/Themes"], in: scratch.path)
    let messages = (reported.output + reported.errors).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(messages.contains(block), "\(messages)")
  }

  @Test func `an example that does not name its file is refused`() {
    #expect(throws: GuideExample.Unnamed.self) { try GuideExample.all(in: "```yaml\ntitre: Sans nom\n```\n") }
    #expect(throws: GuideExample.Unnamed.self) { try GuideExample.all(in: "```markdown\n---\ntitre: x\n---\n```\n") }
  }
}
