import Foundation
import Markup
import Testing
import Threads

@testable import Pictures

@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct PhotoTests {
  /// What stands in the four corners once the picture is turned as its orientation says (Exif 2.3, 4.6.4), of red, green,
  /// blue, white as stored; top left, top right, bottom left, bottom right.
  static let corners: [Int: String] = [
    1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb",
  ]

  static func letter(_ pixel: TestPictures.Pixel) -> Character {
    switch (pixel.red > 128, pixel.green > 128, pixel.blue > 128) {
    case (true, false, false): return "r"
    case (false, true, false): return "g"
    case (false, false, true): return "b"
    case (true, true, true): return "w"
    default: return "?"
    }
  }

  @Test(arguments: 1...8)
  func `a photo stands upright and says nothing, in every published file`(orientation: Int) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let (width, height) = (500, 300)
    let plain = try tests.make(
      "plain.jpg", width, height, options: "[Q=90]", pixel: TestPictures.quarters(width, height))
    let small = try tests.make("small.jpg", 160, 96, options: "[Q=80]", pixel: TestPictures.quarters(160, 96))
    var names: [String] = []
    for hasPosition in [false, true] {
      for thumbnail in [[], small] {
        let name = "p\(hasPosition)\(thumbnail.isEmpty).jpg"
        try tests.write(
          name,
          TestPictures.photo(
            plain, orientation: orientation, hasPosition: hasPosition, thumbnail: thumbnail,
            isBigEndian: orientation % 2 == 0))
        let header = try #require(ImageHeader(try tests.bytes(name)))
        #expect(header.orientation == orientation)
        #expect(header.hasPosition == hasPosition)
        #expect(header.hasMetadata && header.isComplete)
        #expect(!TestPictures.metadata(in: try tests.bytes(name)).isEmpty)
        names.append(name)
      }
    }

    let prepared = await tests.workshop().prepare(names)
    #expect(prepared.failures.isEmpty)
    #expect(prepared.pictures.count == 4)
    #expect(prepared.files.count == 4 * (orientation < 5 ? 4 : 2))
    for file in prepared.files {
      let found = TestPictures.metadata(in: try tests.bytes(file.source))
      #expect(found.isEmpty, "\(file.path)")
    }
    let isTurned = orientation >= 5
    let size = isTurned ? (300, 500) : (500, 300)
    let picture = try #require(prepared.pictures[names[3]])
    #expect((picture.width, picture.height) == size)
    for variant in picture.variants {
      let file = try #require(prepared.files.first { $0.path == variant.path })
      let pixels = try tests.pixels(of: tests.root + "/" + file.source)
      #expect((pixels.width, pixels.height) == (variant.width, variant.height))
      #expect(abs(pixels.height * size.0 - pixels.width * size.1) <= size.0 + size.1)
      let (left, right) = (pixels.width / 4, pixels.width * 3 / 4)
      let (top, bottom) = (pixels.height / 4, pixels.height * 3 / 4)
      let seen = [(left, top), (right, top), (left, bottom), (right, bottom)].map { Self.letter(pixels.at($0.0, $0.1)) }
      #expect(String(seen) == Self.corners[orientation], "\(variant.path)")
    }
  }

  @Test func `widths are those of the recipe, never more than the picture has`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("large.jpg", 2000, 1000) { _, _ in (9, 99, 199) }
    _ = try tests.make("Été à l’Atelier.jpg", 1100, 50) { _, _ in (9, 99, 199) }
    _ = try tests.make("tiny.jpg", 7, 5) { _, _ in (9, 99, 199) }
    let prepared = await tests.workshop().prepare(["large.jpg", "Été à l’Atelier.jpg", "tiny.jpg"])
    #expect(prepared.failures.isEmpty)
    let large = try #require(prepared.pictures["large.jpg"])
    #expect(large.variants(.webp).map(\.width) == [480, 960, 1600])
    #expect(large.variants(.jpeg).map(\.width) == [480, 600, 960, 1200, 1600])
    #expect(large.variants(.jpeg).map(\.height) == [240, 300, 480, 600, 800])
    #expect(large.variants(.png).isEmpty)
    #expect(large.safeFormat == .jpeg)
    #expect(large.everywhere(width: 600)?.width == 600)
    let wide = try #require(prepared.pictures["Été à l’Atelier.jpg"])
    #expect(wide.variants(.webp).map(\.width) == [480, 960, 1100])
    #expect(wide.variants.allSatisfy { $0.path.hasPrefix("/images/ete-a-l-atelier-") })
    let tiny = try #require(prepared.pictures["tiny.jpg"])
    #expect(tiny.variants.map(\.width) == [7, 7])
    #expect(tiny.height == 5)
  }

  @Test func `a name changes with the content`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("a.jpg", 20, 20) { _, _ in (9, 99, 199) }
    let before = await tests.workshop().prepare(["a.jpg"])
    _ = try tests.make("a.jpg", 20, 20) { _, _ in (199, 99, 9) }
    let after = await tests.workshop().prepare(["a.jpg"])
    #expect(Set(before.files.map(\.path)).isDisjoint(with: after.files.map(\.path)))
    #expect(after.decoded == 1)
  }

  @Test func `a photo of a page is light, whatever it shows`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let bytes = try tests.make("leaves.jpg", 1600, 1200, options: "[Q=95]", pixel: TestPictures.leaves)
    let prepared = await tests.workshop().prepare(["leaves.jpg"])
    let picture = try #require(prepared.pictures["leaves.jpg"])
    for format in [Picture.Variant.Format.webp, .jpeg] {
      let variant = try #require(picture.best(format, width: 960))
      let file = try #require(prepared.files.first { $0.path == variant.path })
      let size = try tests.bytes(file.source).count
      #expect(size < 185_000 && size > 5_000, "\(format) \(size) of \(bytes.count)")
    }
  }

  @Test func `what was made once is not decoded again`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("a.jpg", 700, 300, pixel: TestPictures.leaves)
    _ = try tests.make("b.png", 300, 700, pixel: TestPictures.leaves)
    try tests.write("copy.jpg", try tests.bytes("a.jpg"))
    let log = Log()
    let first = await tests.workshop().prepare(["a.jpg", "b.png", "copy.jpg", "a.jpg"]) { log.add("\($0)/\($1)") }
    #expect(first.decoded == 2)
    #expect(log.lines == ["0/2", "1/2", "2/2"])
    let second = await tests.workshop().prepare(["copy.jpg", "a.jpg", "b.png"]) { log.add("\($0)/\($1)") }
    #expect(second.decoded == 0)
    #expect(log.lines.count == 3)
    #expect(second.files == first.files)
    #expect(second.pictures == first.pictures)

    // A damaged cache is made anew; so is one that is gone.
    try tests.write(first.files[0].source, [1, 2, 3])
    #expect(await tests.workshop().prepare(["a.jpg", "b.png", "copy.jpg"]).decoded == 1)
    try FileManager.default.removeItem(atPath: tests.root + "/.cache")
    let last = await tests.workshop().prepare(["a.jpg", "b.png", "copy.jpg"])
    #expect(last.decoded == 2)
    #expect(last.files == first.files)
    let left = try FileManager.default.contentsOfDirectory(atPath: tests.root + "/.cache/images")
    #expect(left.count == 2 && left.allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func `transparency is kept in WebP and PNG, and lies on white in JPEG`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    for (name, alpha) in ["logo": UInt8(0), "opaque": 255] {
      let row = (0..<900).flatMap { x -> [UInt8] in [200, 30, 30, x < 450 ? 255 : alpha] }
      try tests.write(name + ".raw", (0..<300).flatMap { _ in row })
      let (raw, png) = ("\(tests.root)/\(name).raw", "\(tests.root)/\(name).png")
      try tests.vips("rawload", raw, png, "900", "300", "4", "--interpretation", "srgb")
    }
    let prepared = await tests.workshop().prepare(["logo.png", "opaque.png"])
    #expect(prepared.failures.isEmpty)
    let logo = try #require(prepared.pictures["logo.png"])
    #expect(logo.safeFormat == .png)
    #expect(logo.variants(.png).map(\.width) == [480, 900])
    #expect(logo.variants(.webp).last?.width == 900)
    #expect(logo.variants(.jpeg).map(\.width) == [600, 900])
    for file in prepared.files {
      let bytes = try tests.bytes(file.source)
      #expect(TestPictures.metadata(in: bytes).isEmpty)
      let header = try #require(ImageHeader(bytes))
      if logo.variants.contains(where: { $0.path == file.path }) {
        #expect(header.hasAlpha == (header.format != .jpeg))
      }
    }
    let jpeg = try #require(logo.everywhere(width: 600))
    let file = try #require(prepared.files.first { $0.path == jpeg.path })
    let pixels = try tests.pixels(of: tests.root + "/" + file.source)
    #expect(pixels.at(550, 100).green > 245)
    #expect(pixels.at(50, 100).green < 80)
    // A fourth channel that says nothing is no transparency.
    #expect(prepared.pictures["opaque.png"]?.safeFormat == .jpeg)
  }

  /// Kinds of pictures that formats are good at, each in its own way.
  static let kinds: [String: @Sendable (Int, Int) -> TestPictures.Pixel] = [
    "flat": { _, _ in (200, 30, 30) },
    "stripes": { x, y in (x / 40 + y / 40) % 2 == 0 ? (255, 255, 255) : (20, 60, 160) },
    "lines": { x, y in (x * x / 300 + y) % 37 < 2 ? (0, 0, 0) : (250, 245, 230) },
    "gradient": { x, y in (UInt8(x * 255 / 1000), UInt8(y * 255 / 700), 128) },
    "hatching": { x, y in (x ^ y) % 7 == 0 ? (0, 90, 60) : (255, 255, 255) },
    "leaves": { x, y in TestPictures.leaves(x, y) },
  ]

  @Test(arguments: kinds.keys.sorted(), [false, true])
  func `what is offered first is never the heavier file`(kind: String, seesThrough: Bool) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let pixel = try #require(Self.kinds[kind])
    let rows = (0..<700).map { y in
      (0..<1000).flatMap { x -> [UInt8] in
        let (red, green, blue) = pixel(x, y)
        return [red, green, blue] + (seesThrough ? [x < 100 ? 0 : 255] : [])
      }
    }
    try tests.write("a.png", TestPatches.png(width: 1000, rows: rows, kind: seesThrough ? 6 : 2))
    let prepared = await tests.workshop().prepare(["a.png"])
    let picture = try #require(prepared.pictures["a.png"])
    #expect(picture.safeFormat == (seesThrough ? .png : .jpeg))
    let weights = Dictionary(
      uniqueKeysWithValues: try prepared.files.map { ($0.path, try tests.bytes($0).count) })
    let light = picture.variants(.webp)
    #expect(light.isEmpty || light.last?.width == 1000)
    let sizes = light.compactMap { weights[$0.path] }
    #expect(sizes == sizes.sorted() && sizes.count == light.count)
    for variant in light {
      let beside = try #require(picture.variants(picture.safeFormat).first { $0.width == variant.width })
      let (one, other) = (try #require(weights[variant.path]), try #require(weights[beside.path]))
      #expect(one <= other, "\(variant.width): \(one) beside \(other)")
    }
  }

  @Test(arguments: ["png", "webp", "gif", "heic", "avif"])
  func `every format of phones and screens is read, and its metadata left behind`(format: String) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let plain = try tests.make("plain.jpg", 640, 480, pixel: TestPictures.quarters(640, 480))
    try tests.write("photo.jpg", TestPictures.photo(plain, orientation: 1, hasPosition: true))
    try tests.vips("copy", tests.root + "/photo.jpg", tests.root + "/p." + format)
    let header = try #require(ImageHeader(try tests.bytes("p." + format)))
    #expect(header.format.rawValue == format)
    #expect((header.width, header.height) == (640, 480))
    #expect(header.isComplete && !header.isAnimated)
    if format != "gif" { #expect(header.hasPosition) }
    let prepared = await tests.workshop().prepare(["p." + format])
    #expect(prepared.failures.isEmpty)
    let picture = try #require(prepared.pictures["p." + format])
    #expect((picture.width, picture.height) == (640, 480))
    for file in prepared.files {
      #expect(TestPictures.metadata(in: try tests.bytes(file.source)).isEmpty)
      let pixels = try tests.pixels(of: tests.root + "/" + file.source)
      #expect(Self.letter(pixels.at(10, 10)) == "r")
      #expect(Self.letter(pixels.at(pixels.width - 10, 10)) == "g")
    }
  }
}

/// Lines said from any thread.
final class Log: Sendable {
  private let kept = Locked<[String]>([])
  func add(_ line: String) { kept.withLock { $0.append(line) } }
  var lines: [String] { kept.withLock { $0 } }
}
