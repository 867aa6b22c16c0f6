import Foundation
import Testing

/// A build for which nothing has changed is not done again; one for which anything has is.
@Suite struct RepetitionTests {
  private let scratch: ScratchFolder

  init() async throws {
    scratch = try ScratchFolder()
    for name in ["Content", "Themes"] {
      let source =
        name == "Content" ? Program.projectRoot + "/Tests/Fixtures/minimal/Content" : Program.projectRoot + "/Themes"
      try FileManager.default.copyItem(atPath: source, toPath: scratch.path + "/" + name)
    }
    try scratch.write(Self.item("Le bal"), to: "Content/nouvelles/bal.md")
    try scratch.write(Self.item("La soupe", "publier_le: 2026-09-01\n"), to: "Content/nouvelles/soupe.md")
    try await settle()
    try #require(try await build().status == 0)
  }

  private static func item(_ title: String, _ lines: String = "") -> String {
    "---\ntitre: \(title)\ndate: 2026-03-01\ninconnu: oui\n\(lines)---\nTexte.\n"
  }

  /// Waits until what was written is so old that a later change would show.
  private func settle() async throws { try await Task.sleep(for: .milliseconds(200)) }

  private func build(_ options: [String] = [], environment: [String: String] = [:]) async throws -> Program.Result {
    try await Program.run(["build", "--date", "2026-03-15"] + options, environment: environment, in: scratch.path)
  }

  private static func isRepeated(_ result: Program.Result) -> Bool {
    result.output.contains("rien n’a changé depuis la dernière fabrication")
  }

  private func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: scratch.path + "/" + path) }

  private func run(_ program: String, _ arguments: String...) async throws {
    let folder = scratch.path
    try await Program.blocking {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
  }

  @Test func `what was said is said again, and nothing is touched`() async throws {
    // What a build says but for how it went: the line about the files.
    func said(_ result: Program.Result) -> [Substring] {
      result.output.split(separator: "\n").filter { !$0.contains("fichiers dans") }
    }
    try remove(".cache/build.json")
    let first = try await build()
    let before = scratch.files(in: "Output")
    let second = try await build()
    #expect(!Self.isRepeated(first) && Self.isRepeated(second), "\(second.output)")
    #expect(first.errors.contains("inconnu") && first.errors == second.errors)
    #expect(said(first) == said(second) && first.output.contains("La soupe"))
    #expect(scratch.files(in: "Output") == before)
    let forms = try await [build(["--format", "json"]), build(["--format", "json"])]
    #expect(forms[0].output.contains("inconnu") && forms[0].output == forms[1].output)
  }

  @Test func `hidden files are nobody's`() async throws {
    try scratch.write("x", to: "Content/nouvelles/.bal.md.swp")
    #expect(Self.isRepeated(try await build()))
  }

  /// What makes another build, and with which the site is another than before.
  enum Change: String, CaseIterable {
    case edited, added, removed, renamed, settings, attachment, theme, outputEdited, outputRemoved
  }

  @Test(arguments: Change.allCases)
  func `what changed is seen`(change: Change) async throws {
    let page = "Output/nouvelles/bal/index.html"
    let before = scratch.files(in: "Output")
    switch change {
    case .edited: try scratch.write(Self.item("Le bil"), to: "Content/nouvelles/bal.md")
    case .added: try scratch.write(Self.item("Neuf"), to: "Content/nouvelles/neuf.md")
    case .removed: try remove("Content/nouvelles/bal.md")
    case .renamed: try await run("/bin/mv", "Content/nouvelles/bal.md", "Content/nouvelles/danse.md")
    case .settings: try await run("/bin/sed", "-i", "s/^titre:.*/titre: Autrement/", "Content/site.yml")
    case .attachment:
      try scratch.write("%PDF-abc", to: "Content/nouvelles/plan.pdf")
      try scratch.write(Self.item("Le bal") + "[Plan](plan.pdf)\n", to: "Content/nouvelles/bal.md")
      try await settle()
      _ = try await build()
      try scratch.write("%PDF-abd", to: "Content/nouvelles/plan.pdf")
    case .theme: try await run("/bin/sh", "-c", "for a in Themes/*/assets/*.css; do echo 'p{top:0}' >>\"$a\"; done")
    case .outputEdited: try scratch.write("autre", to: page)
    case .outputRemoved: try remove(page)
    }
    try await settle()
    let result = try await build()
    #expect(result.status == 0 && !Self.isRepeated(result), "\(result.errors)")
    let now = scratch.files(in: "Output")
    switch change {
    case .outputEdited, .outputRemoved: #expect(now == before)
    default: #expect(now != before)
    }
    // What was reported of the earlier site alone is not reported again.
    let again = try await build()
    #expect(!again.errors.contains("n’y est plus"))
    #expect(Self.isRepeated(again) == !result.errors.contains("n’y est plus"), "\(result.errors)")
  }

  @Test func `another date, other options, another time are another build`() async throws {
    #expect(!Self.isRepeated(try await build(["--drafts"])))
    _ = try await build()
    #expect(Self.isRepeated(try await build()))
    #expect(!Self.isRepeated(try await build(environment: ["SOURCE_DATE_EPOCH": "1780000000"])))
    let later = try await build(["--date", "2026-10-01"])
    #expect(!Self.isRepeated(later) && !later.output.contains("En attente"))
    #expect(scratch.files(in: "Output")["nouvelles/soupe/index.html"] != nil)
    #expect(!Self.isRepeated(try await build(["--summary", "s.md"])))
    #expect(!Self.isRepeated(try await build(["--summary", "s.md"])))
  }

  @Test func `a commit dates pages anew`() async throws {
    let name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    try await run("/usr/bin/env", "git", "init", "-q")
    try await run("/usr/bin/env", "git", "add", "Content")
    try await run("/usr/bin/env", "git", name[0], name[1], name[2], name[3], "commit", "-q", "-m", "a")
    #expect(!Self.isRepeated(try await build()))
    #expect(Self.isRepeated(try await build()))
  }

  @Test func `what was changed a moment ago is not taken for known`() async throws {
    try scratch.write(Self.item("Le bil"), to: "Content/nouvelles/bal.md")
    try await run("/usr/bin/touch", "-d", "+1 hour", "Content/nouvelles/bal.md")
    // The file's own time is none to go by.
    try await settle()
    _ = try await build()
    #expect(Self.isRepeated(try await build()))
  }

  @Test func `a build that fails is not taken for one that went well`() async throws {
    try scratch.write("---\ntitre: A\ndate: 2026-99\n---\nTexte.\n", to: "Content/nouvelles/faux.md")
    try await settle()
    for _ in 0..<2 {
      let result = try await build()
      #expect(result.status == 1 && result.errors.contains("faux.md"))
    }
    for _ in 0..<2 { #expect(try await build(["--keep-going"]).status == 1) }
    try remove("Content/nouvelles/faux.md")
    #expect(try await build().status == 0)
  }

  @Test(arguments: ["", "{}", "[1", "\u{0}"])
  func `a record that is none is left aside`(text: String) async throws {
    try scratch.write(text, to: ".cache/build.json")
    let result = try await build()
    #expect(result.status == 0 && !Self.isRepeated(result))
    #expect(Self.isRepeated(try await build()))
  }

  @Test func `no link is followed to where the record is kept`() async throws {
    try remove(".cache")
    try FileManager.default.createDirectory(atPath: scratch.path + "/ailleurs", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/.cache", withDestinationPath: scratch.path + "/ailleurs")
    for _ in 0..<2 { #expect(!Self.isRepeated(try await build())) }
    #expect(scratch.files(in: "ailleurs").isEmpty)
  }

  @Test func `what a killed build left is cleared away`() async throws {
    try scratch.write("x", to: "Output/.gazette.tmp/1")
    #expect(!Self.isRepeated(try await build()))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/Output/.gazette.tmp"))
  }
}
