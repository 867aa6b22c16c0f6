import Foundation
import Testing

/// One slip silences nobody: with `--keep-going` what is wrong is published as it was when it was right, and the rest as it is.
@Suite struct KeepGoingTests {
  private let project: HostileProject
  private let clock = Clock()

  /// Dates of commits, a day apart.
  private final class Clock {
    private var day = 1
    func next() -> String {
      defer { day += 1 }
      return "2026-05-\(day < 10 ? "0" : "")\(day)T12:00:00+02:00"
    }
  }

  init() throws {
    project = try HostileProject()
    try git(["init", "--quiet", "--initial-branch=main"])
    try commit()
  }

  private func git(_ arguments: [String]) throws {
    let date = clock.next()
    let status = Program.status(
      of: "/usr/bin/env",
      ["GIT_AUTHOR_DATE=\(date)", "GIT_COMMITTER_DATE=\(date)", "git", "-C", project.root]
        + ["-c", "user.name=A", "-c", "user.email=a@exemple.org", "-c", "commit.gpgsign=false"] + arguments)
    try #require(status == 0, "git \(arguments)")
  }

  private func commit() throws {
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--message", "Un changement"])
  }

  private func page(_ path: String) -> String? { project.made[path].map { String(decoding: $0, as: UTF8.self) } }

  private static let event =
    "---\ntitre: Une soirée\ndebut: 2026-06-20 19:00\nfin: 2026-06-20 21:00\nlieu: salle\nserie: soupe\n---\n"

  @Test func `a slip in one file keeps nobody else's words from being read`() async throws {
    try project.write("---\ntitre: Une nouvelle\n---\nSans date.\n", to: "Content/nouvelles/base.md")
    try project.write("---\ntitre: Toute neuve\n---\nSans date.\n", to: "Content/nouvelles/neuve.md")
    try project.write(
      Self.event.replacing("serie: soupe", with: "etat: annulé") + "Venez une autre fois.\n",
      to: "Content/evenements/soiree.md")
    try commit()
    #expect(try await project.build([]).status == 1)
    #expect(project.made.isEmpty)

    let result = try await project.build(["--keep-going", "--format", "json"])
    #expect(result.status == 1, "the check stays red: \(result.errors)")
    #expect(page("nouvelles/base/index.html")?.contains("Des nouvelles de l") == true, "as it was")
    #expect(page("nouvelles/neuve/index.html") == nil)
    #expect(page("agenda/soiree/index.html")?.contains("Annulé") == true, "a colleague's word is published")
    let base = result.remarks.filter { $0.file == "Content/nouvelles/base.md" }
    #expect(base.map(\.severity).sorted() == ["error", "note"])
    #expect(base.contains { $0.severity == "note" && $0.contains("tel qu’il était le") }, "\(base)")
    #expect(
      result.remarks.contains { $0.file == "Content/nouvelles/neuve.md" && $0.contains("n’est pas publié") },
      "\(result.remarks)")
  }

  @Test func `several wrong texts one after the other are passed over, also uncommitted ones`() async throws {
    for text in ["---\ntitre: A\n---\nUn.\n", "---\ntitre: A\ndate: hier\n---\nDeux.\n"] {
      try project.write(text, to: "Content/nouvelles/base.md")
      try commit()
    }
    try project.write("<<<<<<< HEAD\n", to: "Content/nouvelles/base.md")
    #expect(try await project.build().status == 1)
    #expect(page("nouvelles/base/index.html")?.contains("Des nouvelles de l") == true)
  }

  @Test func `a renamed file is found under its earlier name`() async throws {
    try git(["mv", "Content/nouvelles/base.md", "Content/nouvelles/renommee.md"])
    try commit()
    try project.write(
      "---\ntitre: Une nouvelle\netiquettes: [soupe]\n---\nDes nouvelles de l’ESS.\n",
      to: "Content/nouvelles/renommee.md")
    #expect(try await project.build().status == 1)
    #expect(page("nouvelles/renommee/index.html")?.contains("Des nouvelles de l") == true)
  }

  @Test func `what only the plan of the site finds is mended in the same way`() async throws {
    try project.write(
      "---\ntitre: Une nouvelle\ndate: 2026-05-20\n---\n[Nulle part](/nouvelles/1999/)\n",
      to: "Content/nouvelles/base.md")
    try project.write(
      "---\ntitre: Neuve\ndate: 2026-05-21\n---\n[Nulle part](/nouvelles/1999/)\n", to: "Content/nouvelles/neuve.md")
    let result = try await project.build(["--keep-going", "--format", "json"])
    #expect(result.status == 1)
    #expect(page("nouvelles/base/index.html")?.contains("Des nouvelles de l") == true)
    #expect(page("nouvelles/neuve/index.html") == nil)
    let errors = result.remarks.filter { $0.severity == "error" }.compactMap(\.file)
    #expect(Set(errors) == ["Content/nouvelles/base.md", "Content/nouvelles/neuve.md"])
  }

  @Test func `others who name what is left out are not to blame`() async throws {
    try project.write("---\ntitre:\n---\nUn lieu.\n", to: "Content/lieux/neuf.md")
    try project.write(
      Self.event.replacing("lieu: salle", with: "lieu: neuf") + "Voyez [le lieu](../lieux/neuf.md).\n",
      to: "Content/evenements/soiree.md")
    let result = try await project.build(["--keep-going", "--format", "json"])
    #expect(result.remarks.filter { $0.severity == "error" }.compactMap(\.file) == ["Content/lieux/neuf.md"])
    #expect(page("agenda/soiree/index.html")?.contains("le lieu") == true)
  }

  @Test func `settings that can't be read, and two owners of an address, stop the site`() async throws {
    try project.write("---\ntitre: B\ndate: 2026-05\n---\nTexte.\n", to: "Content/nouvelles/Base.md")
    #expect(try await project.build().status == 1)
    #expect(project.made.isEmpty)
    try project.remove("Content/nouvelles/Base.md")
    try project.write("titre: [", to: "Content/site.yml")
    #expect(try await project.build().status == 1)
    #expect(project.made.isEmpty)
  }

  @Test func `without a history what is wrong is left out`() async throws {
    try project.remove(".git")
    try project.write("---\ntitre: Une nouvelle\n---\nSans date.\n", to: "Content/nouvelles/base.md")
    #expect(try await project.build().status == 1)
    #expect(page("index.html") != nil)
    #expect(page("nouvelles/base/index.html") == nil)
  }
}
