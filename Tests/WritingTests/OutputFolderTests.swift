import Foundation
import Publishing
import Site
import TestSupport
import Testing

@testable import Writing

/// A publication that writes these texts at these paths.
private func publication(_ files: [String: String]) -> Publication {
  Publication(
    files: files.map { path, text in PublishedFile(SitePath("/" + path)) { text } })
}

private struct RenderFault: Error {}

@Suite struct OutputFolderTests {
  let folder: TemporaryFolder
  let output: OutputFolder

  init() throws {
    folder = try TemporaryFolder()
    output = OutputFolder(path: folder.path + "/Output")
  }

  private func write(_ files: [String: String]) async throws -> OutputReport {
    try await output.write(publication(files), projectRoot: folder.path)
  }

  private var written: [String: String] {
    folder.files.reduce(into: [:]) { result, file in
      if file.key.hasPrefix("Output/"), file.key != "Output/.gazette" {
        result[String(file.key.dropFirst(7))] = file.value
      }
    }
  }

  @Test func `build, change, build: only what differs is written, and what is gone is removed`() async throws {
    var report = try await write(["index.html": "a", "agenda/x/index.html": "b", "agenda/y/index.html": "c"])
    #expect((report.written, report.unchanged, report.removed) == (3, 0, 0))
    let before = try folder.modified("Output/index.html")

    report = try await write(["index.html": "a", "agenda/x/index.html": "B", "z.txt": "d"])
    #expect((report.written, report.unchanged, report.removed) == (2, 1, 1))
    #expect(written == ["index.html": "a", "agenda/x/index.html": "B", "z.txt": "d"])
    #expect(try folder.modified("Output/index.html") == before)
    #expect(!FileManager.default.fileExists(atPath: output.path + "/agenda/y"))
    #expect(try output.earlierPaths() == ["agenda/x/index.html", "index.html", "z.txt"])
  }

  @Test func `the second build writes nothing at all`() async throws {
    _ = try await write(["index.html": "a", "b/c.html": "b"])
    let manifest = try folder.modified("Output/.gazette")
    let report = try await write(["index.html": "a", "b/c.html": "b"])
    #expect((report.written, report.unchanged, report.removed) == (0, 2, 0))
    #expect(try folder.modified("Output/.gazette") == manifest)
  }

  @Test func `a folder kept in git is taken over, and its own files stay`() async throws {
    try folder.write("*\n", to: "Output/.gitignore")
    try folder.write("", to: "Output/.gitkeep")
    _ = try await write(["index.html": "a"])
    _ = try await write([:])
    #expect(written == [".gitignore": "*\n", ".gitkeep": ""])
  }

  @Test func `a folder with other things in it is refused and stays as it is`() async throws {
    try folder.write("mes photos", to: "Output/photo.jpg")
    let error = await #expect(throws: OutputError.self) { try await write(["index.html": "a"]) }
    #expect(error?.message.contains("photo.jpg") == true)
    #expect(written == ["photo.jpg": "mes photos"])
  }

  @Test func `folders that a killed first build left empty are no hindrance, what somebody put into one is`()
    async throws
  {
    let left = folder.path + "/Output/agenda/x"
    try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
    #expect(try await write(["index.html": "a", "agenda/x/index.html": "b"]).written == 2)
    try folder.write("mien", to: "Ailleurs/agenda/x/notes.txt")
    await #expect(throws: OutputError.self) {
      try await OutputFolder(path: folder.path + "/Ailleurs").write(
        publication(["index.html": "a"]), projectRoot: folder.path)
    }
    #expect(folder.read("Ailleurs/agenda/x/notes.txt") == "mien")
  }

  @Test func `a file that is not ours is neither overwritten nor removed`() async throws {
    _ = try await write(["index.html": "a"])
    try folder.write("à moi", to: "Output/notes/index.html")
    await #expect(throws: OutputError.self) { try await write(["index.html": "b", "notes/index.html": "x"]) }
    #expect(written == ["index.html": "a", "notes/index.html": "à moi"])
    _ = try await write(["autre.html": "b"])
    #expect(written == ["autre.html": "b", "notes/index.html": "à moi"])
  }

  @Test func `a page that fails leaves the last site byte for byte`() async throws {
    _ = try await write(["a.html": "1", "b.html": "2"])
    let failing = Publication(files: [
      PublishedFile(SitePath("/a.html")) { "new" },
      PublishedFile(SitePath("/b.html")) { throw RenderFault() },
    ])
    await #expect(throws: RenderFault.self) { try await output.write(failing, projectRoot: folder.path) }
    #expect(written == ["a.html": "1", "b.html": "2"])
    #expect(!FileManager.default.fileExists(atPath: output.path + "/.gazette.tmp"))
  }

  @Test func `what a killed build left behind is cleared and the site made whole`() async throws {
    _ = try await write(["a.html": "1"])
    try folder.write("half", to: "Output/.gazette.tmp/17")
    _ = try await write(["a.html": "2"])
    #expect(written == ["a.html": "2"])
  }

  @Test(arguments: [
    (["x": "file"], ["x/index.html": "page"]), (["x/index.html": "page"], ["x": "file"]),
    (["x/y/z": "deep"], ["x": "file"]),
  ])
  func `a file becomes a folder and the other way round`(
    first: [String: String], second: [String: String]
  ) async throws {
    _ = try await write(first)
    _ = try await write(second)
    #expect(written == second)
  }

  @Test func `a link inside the folder is never written through`() async throws {
    _ = try await write(["index.html": "a"])
    try folder.write("secret", to: "elsewhere/index.html")
    try FileManager.default.createSymbolicLink(
      atPath: output.path + "/agenda", withDestinationPath: folder.path + "/elsewhere")
    await #expect(throws: OutputError.self) { try await write(["index.html": "a", "agenda/index.html": "b"]) }
    #expect(folder.read("elsewhere/index.html") == "secret")
  }

  @Test(arguments: ["../x", "/x", "a/../../x", "a//b", "", "./x", "a/."])
  func `a path that leads elsewhere is refused`(path: String) async throws {
    let publication = Publication(files: [PublishedFile(MachineFile(path: path, source: "y"))])
    try folder.write("secret", to: "y")
    await #expect(throws: OutputError.self) { try await output.write(publication, projectRoot: folder.path) }
    #expect(folder.read("x") == nil)
  }

  @Test func `a file of the project is copied, and left alone when it is the same`() async throws {
    try folder.write(String(repeating: "pdf", count: 200_000), to: "Content/plan.pdf")
    let copy = Publication(files: [PublishedFile(MachineFile(path: "fichiers/plan.pdf", source: "Content/plan.pdf"))])
    #expect(try await output.write(copy, projectRoot: folder.path).written == 1)
    #expect(try await output.write(copy, projectRoot: folder.path).written == 0)
    #expect(folder.read("Output/fichiers/plan.pdf") == folder.read("Content/plan.pdf"))
    try folder.write(String(repeating: "pdF", count: 200_000), to: "Content/plan.pdf")
    #expect(try await output.write(copy, projectRoot: folder.path).written == 1)
  }

  @Test func `two builds at once: the second says that it waits, and goes on after the first`() async throws {
    _ = try await write(["a.html": "1"])
    // Another build holds the folder; it lets go a moment after this one has begun to wait.
    let other = open(output.path, O_RDONLY | O_DIRECTORY)
    #expect(flock(other, LOCK_EX) == 0)
    var waited = 0
    let report = try await output.write(publication(["a.html": "2"]), projectRoot: folder.path) {
      waited += 1
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) { close(other) }
    }
    #expect(waited == 1)
    #expect(report.written == 1)
  }

  @Test(arguments: [1, 2, 7]) func `any number of workers writes the same`(workers: Int) async throws {
    let files = Dictionary(uniqueKeysWithValues: (0..<500).map { ("d\($0 % 7)/\($0).html", "text \($0)") })
    _ = try await output.write(publication(files), projectRoot: folder.path, workers: workers)
    #expect(written == files)
  }

  @Test(arguments: [("écrire", "d’écrire"), ("ouvrir", "d’ouvrir"), ("créer le dossier", "de créer le dossier")])
  func `what could not be done is said in good French`(action: String, said: String) {
    #expect(
      OutputError.system(action, "Output", code: EACCES).message == "Le droit manque : impossible \(said) « Output ».")
    #expect(OutputError.system(action, "Output", code: EIO).message.hasPrefix("Impossible \(said) « Output »"))
  }
}
