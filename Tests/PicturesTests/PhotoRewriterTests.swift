import Foundation
import Testing

@testable import Pictures

@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct PhotoRewriterTests {
  @Test(arguments: ["jpg", "png", "webp"])
  func `a photo is rewritten in place, upright and silent, and only once`(format: String) throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let plain = try tests.make("plain.jpg", 2600, 1300, options: "[Q=80]") { x, y in
      (x < 1300 ? 230 : 20, y < 650 ? 200 : 20, 20)
    }
    try tests.write("photo.jpg", TestPictures.photo(plain, orientation: 6, hasPosition: true))
    if format != "jpg" { try tests.vips("copy", tests.root + "/photo.jpg", tests.root + "/photo." + format) }
    let path = tests.root + "/photo." + format
    #expect(chmod(path, 0o640) == 0)
    let rewriter = try PhotoRewriter(searchPath: TestPictures.searchPath)
    let before = try tests.bytes("photo." + format)
    guard case .rewritten(before.count, let after) = try rewriter.rewrite(path) else {
      Issue.record("not rewritten")
      return
    }
    let bytes = try tests.bytes("photo." + format)
    #expect(bytes.count == after)
    #expect(TestPictures.metadata(in: bytes).isEmpty)
    let header = try #require(ImageHeader(bytes))
    #expect((header.width, header.height) == (1200, 2400))
    let pixels = try tests.pixels(of: path)
    // Turned to the right: what was at the left is on top.
    #expect(pixels.at(600, 300).red > 180 && pixels.at(600, 2100).red < 80)
    #expect(pixels.at(900, 1200).green > 150 && pixels.at(300, 1200).green < 80)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o640)
    #expect(try rewriter.rewrite(path) == .unchanged)
    #expect(try tests.bytes("photo." + format) == bytes)
  }

  @Test func `what phones put behind a picture goes too`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let plain = try tests.make("a.jpg", 40, 30) { _, _ in (9, 9, 9) }
    let silent = try #require(MetadataStripping.stripped(plain, .jpeg))
    try tests.write("a.jpg", silent + TestPictures.photo(silent, orientation: 1, hasPosition: true))
    let header = try #require(ImageHeader(try tests.bytes("a.jpg")))
    #expect(header.isComplete && header.hasMetadata && header.hasPosition && header.orientation == 1)
    _ = try PhotoRewriter(searchPath: TestPictures.searchPath).rewrite(tests.root + "/a.jpg")
    let bytes = try tests.bytes("a.jpg")
    #expect(bytes.count < silent.count * 3 / 2 && TestPictures.metadata(in: bytes).isEmpty)
  }

  @Test func `what can't be written in its format is written beside it`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let plain = try tests.make("plain.jpg", 60, 40) { _, _ in (9, 99, 9) }
    try tests.write("photo.jpg", TestPictures.photo(plain, orientation: 1, hasPosition: true))
    try tests.vips("copy", tests.root + "/photo.jpg", tests.root + "/IMG 1.heic")
    let before = try tests.bytes("IMG 1.heic")
    let rewriter = try PhotoRewriter(searchPath: TestPictures.searchPath)
    guard case .written("IMG 1.jpg", before.count, _) = try rewriter.rewrite(tests.root + "/IMG 1.heic") else {
      Issue.record("not written")
      return
    }
    #expect(try tests.bytes("IMG 1.heic") == before)
    #expect(TestPictures.metadata(in: try tests.bytes("IMG 1.jpg")).isEmpty)
    // Nothing that stands there is written over.
    #expect(throws: PictureFailure.self) { try rewriter.rewrite(tests.root + "/IMG 1.heic") }
  }

  @Test func `an original is kept where it is asked for, and never written over`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let plain = try tests.make("plain.jpg", 60, 40) { _, _ in (9, 99, 9) }
    let photo = TestPictures.photo(plain, orientation: 1, hasPosition: true)
    try tests.write("a.JPG", photo)
    let rewriter = try PhotoRewriter(searchPath: TestPictures.searchPath)
    guard case .rewritten(photo.count, _) = try rewriter.rewrite(tests.root + "/a.JPG", keepsOriginal: true) else {
      Issue.record("not rewritten")
      return
    }
    #expect(try tests.bytes("a.original.JPG") == photo)
    #expect(TestPictures.metadata(in: try tests.bytes("a.JPG")).isEmpty)
    // Nothing to take away, nothing to keep.
    #expect(try rewriter.rewrite(tests.root + "/a.JPG", keepsOriginal: true) == .unchanged)
    let other = TestPictures.photo(plain, orientation: 6, hasPosition: true)
    try tests.write("a.JPG", other)
    #expect(throws: PictureFailure.self) { try rewriter.rewrite(tests.root + "/a.JPG", keepsOriginal: true) }
    #expect(try tests.bytes("a.JPG") == other)
    #expect(try tests.bytes("a.original.JPG") == photo)
  }

  @Test func `a folder's photographs are found at any depth, and nothing else`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let folder = tests.root + "/Content"
    for name in ["b", ".hidden"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
    let names = [
      "z.jpg", "a.PNG", "b/c.heic", "b/text.md", "logo.svg", ".hidden/x.jpg", ".y.jpg", "z.original.jpg", "jpg",
    ]
    for name in names { try tests.write("Content/" + name, [1]) }
    symlink(folder + "/z.jpg", folder + "/link.jpg")
    symlink(folder, folder + "/b/again")
    let found = try #require(PhotoRewriter.photographs(in: folder))
    #expect(found.map { $0.dropFirst(folder.count + 1) } == ["a.PNG", "b/c.heic", "z.jpg"])
    #expect(PhotoRewriter.photographs(in: tests.root + "/none") == nil)
  }

  @Test func `what is no whole photo stays as it is`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let rewriter = try PhotoRewriter(searchPath: TestPictures.searchPath)
    try tests.write("cut.png", Array(ImageHeaderTests.png.prefix(60)))
    try tests.write("text.jpg", Array("Bonjour".utf8))
    try tests.write("logo.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8))
    #expect(throws: PictureFailure.unknownFormat) { try rewriter.rewrite(tests.root + "/text.jpg") }
    #expect(throws: PictureFailure.self) { try rewriter.rewrite(tests.root + "/cut.png") }
    #expect(throws: PictureFailure.unreadable) { try rewriter.rewrite(tests.root + "/none.jpg") }
    #expect(try rewriter.rewrite(tests.root + "/logo.svg") == .unchanged)
    #expect(try tests.bytes("text.jpg") == Array("Bonjour".utf8))
    #expect(throws: PictureFailure.programMissing) { try PhotoRewriter(searchPath: "/nowhere") }
  }
}
