import Foundation
import Testing

@testable import Files

@Suite struct ConfinedFolderTests {
  private let folder: String
  private let confined: ConfinedFolder
  /// The same where the kernel has no call that opens a whole path.
  private let walked: ConfinedFolder

  init() throws {
    let base = NSTemporaryDirectory() + "gazette-" + UUID().uuidString
    folder = base + "/project"
    confined = ConfinedFolder(folder)
    walked = ConfinedFolder(folder, walks: true)
    try FileManager.default.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
    try Data("secret".utf8).write(to: URL(fileURLWithPath: base + "/secret"))
    try Data("text".utf8).write(to: URL(fileURLWithPath: folder + "/a/b/c.md"))
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
  }

  private func failure(_ name: String, limit: Int = 100) -> ConfinedFolder.Failure? {
    let failures = [confined, walked].map { folder -> ConfinedFolder.Failure? in
      do throws(ConfinedFolder.Failure) {
        _ = try folder.read(name, limit: limit)
        return nil
      } catch {
        return error
      }
    }
    #expect(failures[0] == failures[1], "\(name)")
    return failures[0]
  }

  @Test func `a file is made where nothing is, and nowhere else`() throws {
    try link("out", to: "..")
    try link("dead", to: "nowhere")
    for (index, made) in [confined, walked].enumerated() {
      let descriptor = try #require(try made.create("a/b/new\(index).md", mode: 0o600))
      #expect(write(descriptor, "text", 4) == 4 && close(descriptor) == 0)
      #expect(try confined.read("a/b/new\(index).md", limit: 100) == Array("text".utf8))
      #expect(try made.create("a/b/new\(index).md", mode: 0o600) == nil)
      #expect(try made.create("a/b", mode: 0o600) == nil)
      #expect(try made.create("dead", mode: 0o600) == nil)
      #expect(throws: ConfinedFolder.Failure.missing) { _ = try made.create("a/x/new.md", mode: 0o600) }
      #expect(throws: ConfinedFolder.Failure.notRegular) { _ = try made.create("out/new.md", mode: 0o600) }
      #expect(throws: ConfinedFolder.Failure.missing) { _ = try made.create("../new.md", mode: 0o600) }
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/nowhere"))
  }

  @Test func `a file below it is read`() throws {
    #expect(try confined.read("a/b/c.md", limit: 100) == Array("text".utf8))
    #expect(try confined.file("a/b/c.md").size == 4)
    #expect(confined.hasFolder("a/b"))
    #expect(try confined.entries(of: "a").map(\.name) == [Array("b".utf8)])
  }

  @Test(arguments: ["../secret", "a/../../secret", "/etc/passwd", "a//b/c.md", "", "a/b/c.md\u{0}", "a/./b/../c"])
  func `a path that could lead out of it leads nowhere`(path: String) {
    #expect(failure(path) != nil)
  }

  @Test func `no link is followed, wherever it stands on the path`() throws {
    try link("file", to: "../secret")
    try link("out", to: "..")
    try link("a/same", to: "b")
    #expect(failure("file") == .notRegular)
    #expect(failure("out/secret") == .notRegular)
    #expect(failure("a/same/c.md") == .notRegular)
    #expect(!confined.hasFolder("out"))
    #expect(throws: ConfinedFolder.Failure.notRegular) { try confined.entries(of: "out") }
  }

  @Test func `a link leads to the folder itself, for who runs the program chose it`() throws {
    let beside = folder + "-link"
    try FileManager.default.createSymbolicLink(atPath: beside, withDestinationPath: folder)
    #expect(try ConfinedFolder(beside).read("a/b/c.md", limit: 100) == Array("text".utf8))
  }

  @Test func `pipes, devices and folders are no files, and nobody waits for them`() throws {
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(failure("pipe") == .notRegular)
    #expect(failure("a/b") == .notRegular)
    #expect(throws: ConfinedFolder.Failure.notRegular) { try ConfinedFolder("/dev").read("zero", limit: 10) }
  }

  @Test func `a file larger than the limit is not read`() {
    #expect(failure("a/b/c.md", limit: 4) == nil)
    #expect(failure("a/b/c.md", limit: 3) == .tooLarge(4))
  }

  @Test func `a folder that becomes a link while the path is walked is never followed`() throws {
    // One thread puts folder and link in each other's place, as fast as it can; the other reads.
    try FileManager.default.createDirectory(atPath: folder + "/x", withIntermediateDirectories: false)
    try Data("inside".utf8).write(to: URL(fileURLWithPath: folder + "/x/secret"))
    try link("y", to: "..")
    let (there, link, aside) = (folder + "/x", folder + "/y", folder + "/z")
    let swapper = Thread {
      while !Thread.current.isCancelled {
        for (from, to) in [(there, aside), (link, there), (there, link), (aside, there)] { rename(from, to) }
      }
    }
    swapper.start()
    var read = 0
    for _ in 0..<20_000 {
      guard let bytes = try? confined.read("x/secret", limit: 100) else { continue }
      read += 1
      #expect(bytes == Array("inside".utf8))
    }
    swapper.cancel()
    #expect(read > 0)
  }
}
