import Files
import Foundation
import Testing

@testable import Pictures

/// What several threads share, shared by many at once: `make sanitize` sees races only where there is a crowd.
@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct ContentionTests {
  @Test func `builds that prepare the same pictures at once all have them`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    var names: [String] = []
    for number in 0..<3 {
      _ = try tests.make("p\(number).jpg", 500 + number, 300, pixel: TestPictures.quarters(500, 300))
      names.append("p\(number).jpg")
    }
    let workshop = tests.workshop(workers: 4)
    let sources = names
    let prepared = await withTaskGroup(of: PreparedPictures.self) { group in
      for _ in 0..<3 { group.addTask { await workshop.prepare(sources) } }
      return await group.reduce(into: [PreparedPictures]()) { $0.append($1) }
    }
    for result in prepared {
      #expect(result.failures.isEmpty && result.pictures.count == 3)
      #expect(result.files == prepared[0].files)
    }
    for file in prepared[0].files { #expect(try !tests.bytes(file.source).isEmpty, "\(file.path)") }
  }

  @Test func `what another build reads stays where it is`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("a.jpg", 700, 300, pixel: TestPictures.quarters(700, 300))
    let made = await tests.workshop().prepare(["a.jpg"])
    let file = try #require(made.files.first).source
    let key = try #require(file.split(separator: "/").dropLast().last)
    let bytes = try tests.bytes(file)
    func identity() throws -> FileStamp {
      var status = stat()
      try #require(lstat("\(tests.root)/\(file)", &status) == 0)
      return FileStamp(status)
    }
    let before = try identity()

    // A second build that found nothing there when it began comes to its end now.
    let picture = try #require(made.pictures["a.jpg"])
    let sources = Dictionary(uniqueKeysWithValues: made.files.map { ($0.path, $0.source) })
    let variants = try Dictionary(
      uniqueKeysWithValues: picture.variants.map { ($0, try tests.bytes(try #require(sources[$0.path]))) })
    func keepAgain() throws {
      try PictureCache(root: tests.root).keep(String(key)) { _ throws(PictureFailure) in variants }
    }
    try keepAgain()
    #expect(try identity() == before)

    // What is damaged is replaced.
    try tests.write(file, [1, 2, 3])
    try keepAgain()
    #expect(try tests.bytes(file) == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: tests.root + "/.cache/images") == [String(key)])
  }

  @Test func `what a killed build left is swept away, and nothing else`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let base = tests.root + "/.cache/images"
    for name in [".0123456789ab-1-2", "0123-1-8.14"] {
      try FileManager.default.createDirectory(atPath: "\(base)/\(name)", withIntermediateDirectories: true)
    }
    PictureCache(root: tests.root).sweep()
    #expect(try FileManager.default.contentsOfDirectory(atPath: base).count == 2)
    PictureCache(root: tests.root).sweep(leftovers: 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["0123-1-8.14"])
  }
}
