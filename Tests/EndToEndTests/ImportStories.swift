import Foundation
import TestSupport
import Testing

/// Bringing another site, as its new owners do it: a trial, the import, the site.
@Suite struct ImportStories {
  private static let fixtures = Program.projectRoot + "/Tests/Fixtures/imports"

  static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: fixtures)) ?? []).sorted()
  }

  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      titre: Le nouveau site
      adresse: https://nouveau.exemple.org/
      fuseau: Europe/Paris
      identifiant: 2f0c9a34-7a0e-4b6b-9d58-51b6a1c0e7d2

      """, to: "Content/site.yml")
    return folder
  }

  @Test(arguments: names)
  func `what was brought is built without an error`(_ name: String) async throws {
    let folder = try project()
    let fixture = Self.fixtures + "/" + name
    let source = try #require(
      try FileManager.default.contentsOfDirectory(atPath: fixture).first { $0 == "source" || $0.hasPrefix("export.") })
    var arguments = [
      "import", fixture + "/" + source, "--into", folder.path, "--themes", Program.projectRoot + "/Themes",
    ]
    if FileManager.default.fileExists(atPath: fixture + "/uploads") {
      arguments += ["--uploads", fixture + "/uploads"]
    }

    let trial = try await Program.run(arguments + ["--dry-run"])
    #expect(trial.status == 0)
    #expect(trial.output.contains("rien n’a été écrit"))
    #expect(folder.files.count == 1)

    let made = try await Program.run(arguments)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("IMPORT.md"))
    let build = try await Program.run(
      [
        "build", "--root", folder.path, "--output", folder.path + "/Output", "--themes",
        Program.projectRoot + "/Themes",
      ])
    #expect(build.status == 0, "\(build.errors)")

    let again = try await Program.run(arguments)
    #expect(again.status == 0)
    #expect(folder.read("IMPORT.md")?.contains("rien de nouveau") == true)
  }

  @Test func `what is none of these is a message with a way out`() async throws {
    let folder = try project()
    let missing = try await Program.run(["import", folder.path + "/absent.xml", "--into", folder.path])
    #expect(missing.status == 74)
    #expect(missing.errors.contains("n’existe pas"))
    try folder.write("rien", to: "x.bin")
    let unknown = try await Program.run(
      ["import", folder.path + "/x.bin", "--into", folder.path, "--themes", Program.projectRoot + "/Themes"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("WordPress"))
    #expect(unknown.errors.contains("  → "))
  }
}
