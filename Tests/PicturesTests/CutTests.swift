import Foundation
import Markup
import Testing
import Text

@testable import Pictures

/// What a picture is shared by, and how a logo stands in letters.
@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct CutTests {
  private static let ground = Colour("#102030") ?? .black

  private struct Made {
    var picture: Picture
    var file: PreparedPictures.File
    var bytes: [UInt8]
  }

  private func cut(_ name: String, _ cut: PictureCut, _ tests: TestPictures) async throws -> Made {
    let prepared = await tests.workshop().prepare([name], cuts: [name: [cut]])
    #expect(prepared.failures.isEmpty)
    let picture = try #require(prepared.pictures[name])
    let variant = try #require(picture.card ?? picture.plate)
    let file = try #require(prepared.files.first { $0.path == variant.path })
    return Made(picture: picture, file: file, bytes: try tests.bytes(file))
  }

  /// The pixels of a cut, and whether that at a place is of the ground.
  private func isGround(_ made: Made, _ tests: TestPictures) throws -> (Int, Int) -> Bool {
    let pixels = try tests.pixels(of: made.file.folder + "/" + made.file.source)
    return { x, y in
      let pixel = pixels.at(x, y)
      return zip([pixel.red, pixel.green, pixel.blue], Self.ground.parts).allSatisfy { abs(Int($0) - Int($1)) < 12 }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var size: (Int, Int)
    var isFlat = false
    var isWhole = false
    /// Where ground is to be seen: at the left and right, above and below.
    var sides = false
    var ends = false

    init(_ name: String, _ size: (Int, Int)) { (testDescription, self.size) = (name, size) }
  }

  static let cases: [Case] = {
    let photograph = Case("a photograph fills its card", (1500, 1000))
    let tall = Case("one a bit wide does too", (2000, 820))
    var portrait = Case("one that stands upright is set whole", (900, 1200))
    portrait.sides = true
    var poster = Case("a poster that lies down is set whole", (1600, 1000))
    (poster.isFlat, poster.sides) = (true, true)
    var event = Case("nothing of an event's picture is cut off", (1500, 1000))
    (event.isWhole, event.sides) = (true, true)
    var strip = Case("a panorama is set whole", (2400, 600))
    strip.ends = true
    var exact = Case("one of the very shape is taken as it is", (1910, 1000))
    (exact.isFlat, exact.isWhole) = (true, true)
    var small = Case("a small one is enlarged twice at most", (300, 200))
    (small.sides, small.ends) = (true, true)
    return [photograph, tall, portrait, poster, event, strip, exact, small]
  }()

  @Test(arguments: cases) func `cards`(one: Case) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let (width, height) = one.size
    _ = try tests.make(
      "p.jpg", width, height, options: "[Q=90]",
      pixel: one.isFlat ? TestPictures.quarters(width, height) : TestPictures.leaves)
    let made = try await cut("p.jpg", .card(ground: Self.ground, isWhole: one.isWhole), tests)
    let card = try #require(made.picture.card)
    #expect(card.format == .jpeg && card.width == 1200 && card.height == 630)
    #expect(card.path.hasPrefix("/images/p-") && card.path.hasSuffix("-carte.jpg"))
    #expect(made.bytes.count <= 200_000 && TestPictures.metadata(in: made.bytes).isEmpty)
    let isGround = try isGround(made, tests)
    #expect([isGround(3, 315), isGround(1196, 315)] == [one.sides, one.sides])
    #expect([isGround(600, 3), isGround(600, 626)] == [one.ends, one.ends])
    #expect(!isGround(590, 310))
  }

  @Test func `what can be seen through and what is drawn stand on the ground`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    try tests.write(
      "logo.svg",
      Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" cy=\"20\" r=\"20\" fill=\"#fff\"/></svg>"
          .utf8))
    try tests.vips(
      "thumbnail", tests.root + "/logo.svg", tests.root + "/through.png", "800")
    for name in ["logo.svg", "through.png"] {
      let card = try await cut(name, .card(ground: Self.ground, isWhole: true), tests)
      let isGround = try isGround(card, tests)
      #expect(isGround(20, 20) && isGround(340, 80) && !isGround(600, 315), "\(name)")

      let plate = try await cut(name, .plate(ground: Self.ground), tests)
      let shown = try #require(plate.picture.plate)
      #expect(shown.format == .png && shown.width == 136 && shown.height == 120, "\(name)")
      #expect(shown.path.hasSuffix("-lettre.png"))
      let header = try #require(ImageHeader(plate.bytes))
      #expect(!header.hasAlpha && !header.hasMetadata && header.isComplete)
      let isPlate = try self.isGround(plate, tests)
      #expect(isPlate(2, 2) && isPlate(24, 16) && !isPlate(68, 60), "\(name)")
    }
  }

  @Test func `a cut is made once for each ground, and leaves what pages show as it is`() async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    _ = try tests.make("p.jpg", 1500, 1000, options: "[Q=90]", pixel: TestPictures.leaves)
    let plain = await tests.workshop().prepare(["p.jpg"])
    #expect(plain.decoded == 1 && plain.pictures["p.jpg"]?.card == nil)
    func prepared(_ ground: Colour) async -> PreparedPictures {
      await tests.workshop().prepare(["p.jpg"], cuts: ["p.jpg": [.card(ground: ground, isWhole: false)]])
    }
    let first = await prepared(.white)
    #expect(first.decoded == 1)
    #expect(await prepared(.white).decoded == 0)
    let other = await prepared(.black)
    #expect(other.decoded == 1)
    #expect(other.pictures["p.jpg"]?.card?.path != first.pictures["p.jpg"]?.card?.path)
    #expect(first.pictures["p.jpg"]?.variants == plain.pictures["p.jpg"]?.variants)
    #expect(Set(plain.files).isSubset(of: first.files))
  }

  @Test func `a card of the program's own is drawn once`() throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><rect width=\"1200\" height=\"630\" fill=\"#102030\"/></svg>"
    let (card, file) = try #require(tests.workshop().card(drawing: drawing, name: "carte"))
    #expect(card.width == 1200 && card.height == 630 && card.path.hasPrefix("/images/carte-"))
    #expect(tests.workshop().card(drawing: drawing, name: "carte")?.1 == file)
    #expect(tests.workshop().card(drawing: drawing + " ", name: "carte")?.0.path != card.path)
    #expect(tests.workshop(path: "/nowhere").card(drawing: drawing, name: "carte") == nil)
    let isGround = try isGround(
      Made(picture: Picture(width: 1, height: 1, variants: []), file: file, bytes: []), tests)
    #expect(isGround(600, 300))
  }
}
