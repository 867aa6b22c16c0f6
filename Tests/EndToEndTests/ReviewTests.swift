import Foundation
import Testing

/// `gazette build --summary`: a site is built, its content changes, the change is told.
@Suite struct ReviewTests {
  private let scratch: ScratchFolder
  private let themes = Program.projectRoot + "/Themes"

  init() throws {
    scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: CompleteFixtureTests.root("minimal") + "/Content", toPath: scratch.path + "/Content")
  }

  private func build(_ options: String...) throws -> Program.Result {
    try Program.run(["build", "--themes", themes, "--date", "2026-03-15"] + options, in: scratch.path)
  }

  private func summary() throws -> String {
    try String(contentsOfFile: scratch.path + "/summary.md", encoding: .utf8)
  }

  @Test func `a build is compared with the one that it replaces`() throws {
    let first = try build()
    #expect(first.status == 0, "\(first.errors)")
    try scratch.write(
      "---\ntitre: Le bal\ndebut: 2026-06-19 20:00\nfin: 2026-06-19 23:00\n---\nVenez.\n",
      to: "Content/evenements/bal.md")
    let second = try build("--summary", "summary.md", "--against", "Output")
    #expect(second.status == 0, "\(second.errors)")
    let added = try summary()
    #expect(added.contains("[Le bal]("), "\(added)")
    #expect(added.contains("`/agenda/bal/`") && added.contains("### Pages modifiées ("), "\(added)")
    #expect(added.contains("vendredi 19\u{A0}juin 2026, de 20\u{A0}h à 23\u{A0}h"), "\(added)")

    let third = try build("--summary", "summary.md", "--against", "Output")
    #expect(third.status == 0)
    #expect(try summary().contains("Aucune page ne change."))

    try FileManager.default.removeItem(atPath: scratch.path + "/Content/evenements/bal.md")
    _ = try build("--summary", "summary.md", "--against", "Output")
    let gone = try summary()
    #expect(gone.contains("- Le bal `/agenda/bal/`") && gone.contains("### Pages supprimées ("), "\(gone)")
  }

  @Test func `content that can't be built is told in the summary too`() throws {
    try scratch.write("---\ntitre: Le bal\ndebut: 2026-02-30\n---\n", to: "Content/evenements/bal.md")
    let told = try build("--summary", "summary.md", "--format", "gitlab")
    #expect(told.status == 1)
    #expect(try summary().contains("### Erreurs (1)\n\n- `Content/evenements/bal.md:3`"))
    let report = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [[String: Any]]
    #expect(report?.map { $0["check_name"] as? String } == ["impossible-date"])
  }

  @Test func `what to compare with must be there`() throws {
    #expect(try build("--summary", "summary.md", "--against", "Nulle-part").status == 74)
    #expect(try build("--against", "Output").status == 64)
    #expect(try build("--summary", "nulle/part/summary.md").status == 74)
  }
}
