import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ["--help"], ["build", "--help"], ["check", "--help"], ["markdown", "--help"], ["help", "build"],
  ])
  func `help is in French`(arguments: [String]) async throws {
    let result = try await Program.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.contains("Emploi : "))
    for english in ["USAGE", "OPTIONS", "OVERVIEW", "Show ", "default:", "subcommand"] {
      #expect(!result.output.contains(english), "\(english) in \(result.output)")
    }
  }

  @Test(arguments: [
    (["build", "--inconnu"], "option inconnue"), (["jardiner"], "mot inattendu"),
    (["build", "--output"], "il manque une valeur"), (["build", "--format", "xml"], "ne convient pas"),
    (["build", "--date", "demain"], "demain"), (["build", "--base-url", "exemple.org"], "exemple.org"),
  ])
  func `a wrong command line is reported in French, with status 64`(arguments: [String], words: String) async throws {
    let result = try await Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
    for english in ["Error", "Usage", "Unknown", "Unexpected", "Missing", "invalid"] {
      #expect(!result.errors.contains(english), "\(english) in \(result.errors)")
    }
  }

  @Test(arguments: ["1", "20", "60", "-5", "x", "80"])
  func `help is whole and in French in a narrow terminal too`(columns: String) async throws {
    let help = try await Program.run(["build", "--help"], environment: ["COLUMNS": columns])
    let usual = try await Program.run(["build", "--help"])
    #expect(help.status == 0)
    #expect(help.output == usual.output)
    let mistake = try await Program.run(["build", "--outpt", "x"], environment: ["COLUMNS": columns])
    #expect(mistake.status == 64)
    #expect(mistake.errors.contains("option inconnue '--outpt'"))
  }

  @Test func `a folder that is no project is an input error`() async throws {
    let scratch = try ScratchFolder()
    let result = try await Program.run(["build"], in: scratch.path)
    #expect(result.status == 74)
    #expect(result.errors.contains("Content"))
  }

  @Test(arguments: ["Content", "Content/pages/sortie/site", "Content/../Content/neuf", "lien", "lien/neuf"])
  func `a site is not written among what it is made of`(output: String) async throws {
    let scratch = try ScratchFolder()
    let content = Program.projectRoot + "/Tests/Fixtures/minimal/Content"
    try FileManager.default.copyItem(atPath: content, toPath: scratch.path + "/Content")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/lien", withDestinationPath: "Content")
    let before = scratch.files(in: ".")
    func build(_ output: String) async throws -> Program.Result {
      try await Program.run([
        "build", "--root", scratch.path, "--themes", Program.projectRoot + "/Themes", "--output",
        scratch.path + "/" + output,
      ])
    }
    let inside = try await build(output)
    #expect(inside.status == 74)
    #expect(inside.errors.contains("dont le site est fait"), "\(inside.errors)")
    #expect(scratch.files(in: ".") == before)
    // A folder beside it whose name begins alike is no part of it.
    let beside = try await build("Content-site")
    #expect(beside.status == 0, "\(beside.errors)")
  }

  @Test func `without the files of its theme a site is not built`() async throws {
    let scratch = try ScratchFolder()
    let result = try await Program.run(
      ["build", "--root", Program.projectRoot, "--themes", scratch.path, "--output", scratch.path + "/Output"])
    #expect(result.status == 74)
    #expect(result.errors.contains("« \(scratch.path)/Champigny/assets » n’existe pas"), "\(result.errors)")
    #expect(result.errors.contains("--themes"))
    #expect(scratch.files(in: "Output").isEmpty)
  }
}
