import Foundation
import Markup
import Testing

@testable import Pictures

/// What is started, kept and dropped.
@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct CacheTests {
  /// A folder of programs that note how often they are started, and how.
  private func programs(_ tests: TestPictures) throws -> String {
    let folder = tests.root + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let real = try #require(VipsThumbnail(searchPath: TestPictures.searchPath)).path
    try tests.write(
      "bin/vipsthumbnail", Array("#!/bin/sh\necho \"$1\" >> \"$(dirname \"$0\")/log\"\nexec \(real) \"$@\"\n".utf8))
    try #require(chmod(folder + "/vipsthumbnail", 0o755) == 0)
    return folder
  }

  private func started(_ tests: TestPictures) -> [String] {
    let log = (try? String(contentsOfFile: tests.root + "/bin/log", encoding: .utf8)) ?? ""
    unlink(tests.root + "/bin/log")
    return log.split(separator: "\n").map(String.init)
  }

  @Test func `nothing is started where all was made, and the version is asked once`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let workshop = tests.workshop(path: try programs(tests))
    _ = try tests.make("a.png", 20, 20) { _, _ in (1, 2, 3) }
    let first = await workshop.prepare(["a.png"])
    #expect(first.decoded == 1 && first.failures.isEmpty)
    #expect(started(tests).count { $0 == "--vips-version" } == 1)
    let second = await workshop.prepare(["a.png"])
    #expect(second.pictures == first.pictures && second.files == first.files)
    #expect(started(tests).isEmpty)

    // Known for long: enough to find what was made, too little to make more.
    let file = tests.root + "/.cache/vipsthumbnail"
    let words = try String(contentsOfFile: file, encoding: .utf8).split(separator: " ")
    try tests.write(".cache/vipsthumbnail", Array("\(words[0]) \(words[1]) 1000000\n".utf8))
    #expect(await workshop.prepare(["a.png"]).files == first.files)
    #expect(started(tests).isEmpty)
    _ = try tests.make("b.png", 20, 20) { _, _ in (3, 2, 1) }
    #expect(await workshop.prepare(["a.png", "b.png"]).decoded == 1)
    #expect(started(tests).count { $0 == "--vips-version" } == 1)
    _ = try tests.make("c.png", 20, 20) { _, _ in (2, 2, 1) }
    #expect(await workshop.prepare(["c.png"]).decoded == 1)
    #expect(!started(tests).contains("--vips-version"))

    // Another program, or one that was written anew, is asked.
    _ = try programs(tests)
    #expect(await workshop.prepare(["a.png"]).files == first.files)
    #expect(started(tests) == ["--vips-version"])
  }

  @Test(arguments: ["file", "link"])
  func `a cache that can't be written costs time once, and no picture`(kind: String) async throws {
    let tests = try TestPictures()
    let temporary = try #require(PictureCache.temporary(for: tests.root))
    defer {
      tests.remove()
      try? FileManager.default.removeItem(atPath: temporary.root)
    }
    // Where the program runs as root nothing else stands in its way.
    if kind == "file" {
      try tests.write(".cache", [1])
    } else {
      try FileManager.default.createDirectory(atPath: tests.root + "/elsewhere", withIntermediateDirectories: false)
      symlink(tests.root + "/elsewhere", tests.root + "/.cache")
    }
    let workshop = tests.workshop(path: try programs(tests))
    let bytes = try tests.make("a.png", 20, 20) { _, _ in (1, 2, 3) }
    let first = await workshop.prepare(["a.png"])
    #expect(first.failures.isEmpty && first.decoded == 1 && first.pictures.count == 1)
    guard case .cache(_, let reason) = first.keptElsewhere else {
      Issue.record("nothing is said of it")
      return
    }
    #expect(!reason.isEmpty)
    for file in first.files {
      #expect(file.folder == temporary.root)
      #expect(ImageHeader(try tests.bytes(file)) != nil)
    }
    _ = started(tests)
    let second = await workshop.prepare(["a.png"])
    #expect(second.files == first.files && second.decoded == 0)
    #expect(started(tests).isEmpty)
    #expect(try tests.bytes("a.png") == bytes)
    #expect((try? FileManager.default.contentsOfDirectory(atPath: tests.root + "/elsewhere")) ?? [] == [])
  }

  @Test func `a folder that others may write into is no cache`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let temporary = try #require(PictureCache.temporary(for: tests.root))
    defer { try? FileManager.default.removeItem(atPath: temporary.root) }
    mkdir(temporary.root, 0o700)
    #expect(PictureCache.temporary(for: tests.root) != nil)
    chmod(temporary.root, 0o777)
    #expect(PictureCache.temporary(for: tests.root) == nil)
    #expect(throws: PictureFailure.self) { try temporary.makePlace() }
    try FileManager.default.removeItem(atPath: temporary.root)
    symlink(tests.root, temporary.root)
    #expect(PictureCache.temporary(for: tests.root) == nil)
  }

  @Test func `what no build has used for a month is dropped, and nothing else`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let names = ["used.png", "young.png", "forgotten.png"]
    for (number, name) in names.enumerated() { _ = try tests.make(name, 9, 9) { _, _ in (UInt8(number), 2, 3) } }
    let first = await tests.workshop().prepare(names)
    func index(_ name: String) throws -> String {
      let stem = try #require(first.pictures[name]?.fallback?.path)
      let file = try #require(first.files.first { $0.path == stem })
      return tests.root + "/" + (file.source as NSString).deletingLastPathComponent + "/index"
    }
    func age(_ path: String, days: Double) throws {
      let date = Date().addingTimeInterval(-days * 86_400)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }
    for (name, days) in ["used.png": 31.0, "young.png": 29, "forgotten.png": 31] {
      try age(try index(name), days: days)
    }
    // The same day there is no second look.
    #expect(await tests.workshop().prepare(["used.png"]).decoded == 0)
    #expect(access(try index("forgotten.png"), F_OK) == 0)
    try age(tests.root + "/.cache/images-swept", days: 1.1)
    try age(try index("used.png"), days: 31)
    let later = await tests.workshop().prepare(["used.png"])
    #expect(later.decoded == 0 && later.failures.isEmpty)
    #expect(access(try index("used.png"), F_OK) == 0)
    #expect(access(try index("young.png"), F_OK) == 0)
    #expect(access(try index("forgotten.png"), F_OK) != 0)
    // The use is noted: a month later it counts from now.
    let status = try #require(stat(at: try index("used.png")))
    #expect(Double(time(nil) - status.st_mtim.tv_sec) < 3600)
    #expect(await tests.workshop().prepare(names).decoded == 1)
  }
}
