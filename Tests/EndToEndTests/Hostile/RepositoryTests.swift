import Foundation
import Testing

/// A project that somebody gives as an archive brings its repository along, with whatever its configuration says.
@Suite struct RepositoryTests {
  private static func git(_ arguments: [String], in root: String) -> Int32 {
    Program.status(
      of: "/usr/bin/env",
      ["git", "-C", root, "-c", "user.name=A", "-c", "user.email=a@exemple.org", "-c", "commit.gpgsign=false"]
        + arguments)
  }

  /// A repository whose newest tree is missing, so that git asks the remote for it.
  private static func repository(configuration: String) throws -> HostileProject {
    let project = try HostileProject()
    let root = project.root
    try #require(git(["init", "--quiet"], in: root) == 0)
    try #require(git(["add", "."], in: root) == 0)
    try #require(git(["commit", "--quiet", "--message", "Un début"], in: root) == 0)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: root + "/.git/config"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(configuration.utf8))
    let objects = root + "/.git/objects"
    for case let name as String in FileManager.default.enumerator(atPath: objects) ?? .init() {
      // Folders of two signs hold the objects; all but the commit go, and whatever is asked for is missing.
      let path = objects + "/" + name
      guard name.count > 30, git(["cat-file", "commit", name.replacing("/", with: "")], in: root) != 0 else { continue }
      try FileManager.default.removeItem(atPath: path)
    }
    return project
  }

  @Test(arguments: [
    "[remote \"origin\"]\n\turl = ext::touch PRIS\n\tpromisor = true\n\tpartialclonefilter = tree:0\n",
    "[protocol \"ext\"]\n\tallow = always\n[remote \"origin\"]\n\turl = ext::touch PRIS\n\tpromisor = true\n",
    "[protocol]\n\tallow = always\n[remote \"x\"]\n\turl = .\n\tuploadpack = touch PRIS;\n\tpromisor = true\n",
    "[core]\n\tfsmonitor = touch PRIS\n\tsshCommand = touch PRIS\n[remote \"o\"]\n\turl = ssh://a/b\n\tpromisor = true\n",
    "[log]\n\tshowSignature = true\n[gpg]\n\tprogram = touch PRIS\n[diff]\n\texternal = touch PRIS\n[core]\n\tpager = touch PRIS\n",
    "[alias]\n\tlog = !touch PRIS\n\trev-parse = !touch PRIS\n",
  ])
  func `no program that its configuration names is run`(configuration: String) async throws {
    let mark = "/tmp/gazette-" + UUID().uuidString
    let project = try Self.repository(
      configuration: configuration.replacing("PRIS", with: mark)
        + "[extensions]\n\tpartialClone = origin\n[core]\n\trepositoryFormatVersion = 1\n")
    let result = try await project.build()
    #expect(result.status == 0, "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: mark))
  }
}
