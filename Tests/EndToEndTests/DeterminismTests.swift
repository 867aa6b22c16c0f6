import Foundation
import Testing

/// The same content and date give the same bytes, wherever and however often they are built.
@Suite struct DeterminismTests {
  private static let fixture = Program.projectRoot + "/Tests/Fixtures/complet"

  private static func arguments(output: String) -> [String] {
    [
      "build", "--root", fixture, "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15", "--output",
      output,
    ]
  }

  @Test(arguments: [
    ["TZ": "Pacific/Auckland", "LC_ALL": "C"], ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"],
    ["TZ": "Asia/Kathmandu", "LANG": "fr_FR.UTF-8", "SOURCE_DATE_EPOCH": "1"],
  ])
  func `in any time zone and locale`(environment: [String: String]) async throws {
    let scratch = try ScratchFolder()
    let here = try await Program.run(Self.arguments(output: scratch.path + "/a"), environment: ["TZ": "UTC"])
    #expect(here.status == 0, "\(here.errors)")
    let there = try await Program.run(Self.arguments(output: scratch.path + "/b"), environment: environment)
    #expect(there.status == 0)
    let (a, b) = (scratch.files(in: "a"), scratch.files(in: "b"))
    #expect(a.count > 50)
    #expect(a.keys.sorted() == b.keys.sorted())
    for (name, data) in a where b[name] != data { Issue.record("\(name) differs") }
  }

  @Test func `on one core and on all`() async throws {
    let scratch = try ScratchFolder()
    _ = try await Program.run(Self.arguments(output: scratch.path + "/a"))
    _ = try await Program.run(Self.arguments(output: scratch.path + "/b"), launcher: ["/usr/bin/taskset", "-c", "0"])
    #expect(scratch.files(in: "a") == scratch.files(in: "b"))
    #expect(!scratch.files(in: "b").isEmpty)
  }

  @Test func `the second build writes no file`() async throws {
    let scratch = try ScratchFolder()
    let content = Self.fixture + "/Content"
    try FileManager.default.copyItem(atPath: content, toPath: scratch.path + "/Content")
    let arguments = ["build", "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15"]
    _ = try await Program.run(arguments, in: scratch.path)
    try? FileManager.default.removeItem(atPath: scratch.path + "/.cache/build.json")
    let again = try await Program.run(arguments, in: scratch.path)
    #expect(again.output.contains(" 0 écrit, "), "\(again.output)")
  }

  @Test func `a mistake leaves the last good site byte for byte`() async throws {
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: Program.projectRoot + "/Tests/Fixtures/minimal/Content", toPath: scratch.path + "/Content")
    let arguments = ["build", "--themes", Program.projectRoot + "/Themes", "--date", "2026-03-15"]
    #expect(try await Program.run(arguments, in: scratch.path).status == 0)
    let before = scratch.files(in: "Output")

    try scratch.write("---\ntitre: Sans date\n---\nTexte.\n", to: "Content/nouvelles/sans-date.md")
    try scratch.write("---\ntitre: Bonne\ndate: 2026-03\n---\nTexte.\n", to: "Content/nouvelles/bonne.md")
    let failed = try await Program.run(arguments, in: scratch.path)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("Content/nouvelles/sans-date.md:"))
    #expect(scratch.files(in: "Output") == before)

    let kept = try await Program.run(arguments + ["--keep-going"], in: scratch.path)
    #expect(kept.status == 1)
    #expect(scratch.files(in: "Output")["nouvelles/bonne/index.html"] != nil)
    #expect(scratch.files(in: "Output")["nouvelles/sans-date/index.html"] == nil)
  }
}
