import Foundation
import Testing

@testable import Pictures

struct RefusalTests {
  /// As ``ImageHeaderTests/jpeg``, less high.
  func smallJPEG() throws -> [UInt8] {
    var jpeg = ImageHeaderTests.jpeg
    let at = try #require(ByteReader(bytes: jpeg).find("\u{08}\u{27}\u{10}", in: 0..<jpeg.count))
    jpeg[at + 1] = 1
    return jpeg
  }

  @Test func `bombs, other formats, films and what is cut off are reported by their first bytes`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    try tests.write("bomb.png", ImageHeaderTests.png)
    try tests.write("bomb.jpg", ImageHeaderTests.jpeg)
    try tests.write("cut.jpg", Array(try smallJPEG().dropLast(6)))
    try tests.write("film.gif", ImageHeaderTests.gif)
    try tests.write("film.webp", ImageHeaderTests.webp)
    try tests.write("named.png", ImageHeaderTests.gif)
    try tests.write("photo.png", try smallJPEG())
    try tests.write("drawing.png", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8))
    try tests.write("text.jpg", Array("Bonjour".utf8))
    try tests.write("empty.jpg", [])
    try FileManager.default.createDirectory(atPath: tests.root + "/folder.jpg", withIntermediateDirectories: true)
    let names = [
      "bomb.png", "bomb.jpg", "cut.jpg", "film.gif", "film.webp", "named.png", "photo.png", "drawing.png", "text.jpg",
      "empty.jpg",
      "folder.jpg", "none.jpg",
    ]
    // None of them comes near the program.
    let prepared = await tests.workshop(path: "/nowhere").prepare(names)
    #expect(
      prepared.failures == [
        "bomb.png": .tooManyPixels(30_000, 20_000), "bomb.jpg": .tooManyPixels(12_032, 10_000), "cut.jpg": .truncated,
        "film.gif": .animated, "film.webp": .animated, "named.png": .animated,
        "photo.png": .mislabelled(.jpeg), "drawing.png": .mislabelled(.svg), "text.jpg": .unknownFormat,
        "empty.jpg": .unknownFormat,
        "folder.jpg": .unreadable, "none.jpg": .unreadable,
      ])
    #expect(prepared.files.isEmpty && prepared.pictures.isEmpty && prepared.decoded == 0)
  }

  @Test func `a file too large to read is not read`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    try tests.write("huge.jpg", [0xFF, 0xD8, 0xFF])
    #expect(truncate(tests.root + "/huge.jpg", off_t(PictureSource.largestFile + 1)) == 0)
    let prepared = await tests.workshop(path: "/nowhere").prepare(["huge.jpg"])
    #expect(prepared.failures == ["huge.jpg": .tooManyBytes(PictureSource.largestFile + 1)])
  }

  @Test func `without the program photos fail, drawings do not, and no pictures need nothing`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    try tests.write("photo.jpg", try smallJPEG())
    try tests.write("logo.svg", Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'/>".utf8))
    let prepared = await tests.workshop(path: "/nowhere:" + tests.root).prepare(["photo.jpg", "logo.svg"])
    #expect(prepared.failures == ["photo.jpg": .programMissing])
    let logo = try #require(prepared.pictures["logo.svg"])
    #expect((logo.width, logo.height) == (40, 20))
    #expect(logo.everywhere(width: 600) == nil)
    #expect(prepared.files.map(\.source) == ["logo.svg"])
    #expect(await tests.workshop(path: "/nowhere").prepare([]).failures.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: tests.root + "/.cache"))
  }

  @Test(
    .enabled(if: TestPictures.hasVips, TestPictures.needsVips),
    arguments: ["jpg", "png", "gif", "webp", "avif", "heic"])
  func `a file cut in the middle is not published`(format: String) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let bytes = try tests.make("whole." + format, 300, 200, pixel: TestPictures.leaves)
    try tests.write("cut." + format, Array(bytes.prefix(bytes.count * 2 / 3)))
    // The same cut, with its end in place: the header can't know, the library does.
    if format == "jpg" { try tests.write("mended.jpg", Array(bytes.prefix(bytes.count / 2)) + [0xFF, 0xD9]) }
    let prepared = await tests.workshop().prepare(["cut." + format, "whole." + format, "mended.jpg"])
    #expect(prepared.failures["cut." + format] == .truncated)
    #expect(prepared.failures["whole." + format] == nil)
    if format == "jpg" { #expect(prepared.failures["mended.jpg"] == .truncated) }
    #expect(Set(prepared.pictures.keys) == ["whole." + format])
  }

  /// Without decoding anything: this is what a check finds that makes no file.
  @Test func `damage inside a file is found where its format shows it`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let png = TestPatches.png(patches: [[1, 2, 3]], kind: 2, chunks: [("tEXt", Array("a\0b".utf8))])
    var pixel = png
    pixel[png.count - 40] ^= 1
    var remark = png
    let text = try #require(ByteReader(bytes: png).find("tEXt", in: 0..<png.count))
    remark[text + 4] ^= 1
    let webp = ImageHeaderTests.riff(Array("VP8 ".utf8) + [10, 0, 0, 0] + [0, 0, 0, 0x9D, 1, 0x2A, 8, 0, 8, 0])
    let zeros = ImageHeaderTests.riff(Array("VP8 ".utf8) + [10, 0, 0, 0] + [UInt8](repeating: 0, count: 10))
    var jpeg = ImageHeaderTests.jpeg
    let frame = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC2 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0, 16, 0, 16])
    let scan = try #require(jpeg.indices.dropLast().first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xDA })
    let files = [
      "sound.png": png, "pixel.png": pixel, "remark.png": remark, "sound.webp": webp, "zeros.webp": zeros,
      "headless.jpg": Array(jpeg[..<scan]) + [0xFF, 0xD9],
    ]
    for (name, bytes) in files { try tests.write(name, bytes) }
    let looked = await tests.workshop(path: "/nowhere").inspect(files.keys.sorted())
    #expect(looked.failures == ["pixel.png": .damaged, "zeros.webp": .damaged, "headless.jpg": .truncated])
  }

  @Test(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
  func `pixels that can't be decoded fail alone`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("good.png", 50, 50) { _, _ in (1, 2, 3) }
    let size = TestPatches.big(10) + TestPatches.big(10)
    try tests.write(
      "bad.png", TestPatches.png([("IHDR", size + [8, 2, 0, 0, 0]), ("IDAT", [9, 9, 9]), ("IEND", [])]))
    let prepared = await tests.workshop().prepare(["good.png", "bad.png"])
    #expect(prepared.pictures.keys.sorted() == ["good.png"])
    #expect(prepared.failures == ["bad.png": .damaged])
    let left = try FileManager.default.contentsOfDirectory(atPath: tests.root + "/.cache/images")
    #expect(left.count == 1)
  }

  @Test func `names that look like options or hold brackets are only names`() async throws {
    guard TestPictures.hasVips else { return }
    let tests = try TestPictures()
    defer { tests.remove() }
    let bytes = try tests.make("a.jpg", 20, 20) { _, _ in (1, 2, 3) }
    let names = ["--help.jpg", "a[page=2].jpg", "a b'c\"$(touch x).jpg", "é\u{301}.JPG", "…….jpeg"]
    for name in names { try tests.write(name, bytes) }
    let prepared = await tests.workshop().prepare(names)
    #expect(prepared.failures.isEmpty && prepared.pictures.count == names.count && prepared.decoded == 1)
    #expect(!FileManager.default.fileExists(atPath: tests.root + "/x"))
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-./")
    for file in prepared.files { #expect(Set(file.path).isSubset(of: allowed), "\(file.path)") }
  }
}
