import Foundation
import Testing

@testable import Pictures

struct ImageHeaderTests {
  /// The smallest file of each format that says all that a header can say.
  static let png =
    [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + chunk("IHDR", big(30_000) + big(20_000) + [8, 6, 0, 0, 0])
    + chunk("eXIf", TestPictures.exif(orientation: 3, hasPosition: true)) + chunk("IDAT", [1]) + chunk("IEND", [])
  static let jpeg: [UInt8] =
    TestPictures.photo([0xFF, 0xD8], orientation: 6, hasPosition: true, thumbnail: [0xFF, 0xD8, 0xFF, 0xD9])
    + [0xFF, 0xC2, 0, 11, 8, 0x27, 0x10, 0x2F, 0x00, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0]
    + [3, 0xFF, 0xD0, 4, 0xFF, 0xD9]
  static let webp = riff(
    [UInt8]("VP8X".utf8) + [10, 0, 0, 0, 0x12, 0, 0, 0, 0x3F, 0x06, 0, 0xAF, 0x04, 0] + [UInt8]("EXIF".utf8)
      + [128, 0, 0, 0] + Array(TestPictures.exif(orientation: 8, hasPosition: true).prefix(128)))
  static let gif =
    Array("GIF89a".utf8) + [10, 0, 20, 0, 0x80, 0, 0, 0, 0, 0, 9, 9, 9] + frame + frame + [0x3B]
  static let frame: [UInt8] =
    [0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 10, 0, 20, 0, 0, 2, 1, 7, 0]
  static let heic: [UInt8] =
    box("ftyp", Array("heic\0\0\0\0mif1heic".utf8))
    + box(
      "meta",
      [0, 0, 0, 0]
        + box(
          "iprp", box("ipco", box("ispe", big(0) + big(512) + big(512)) + box("ispe", big(0) + big(4032) + big(3024)))))
    + box("mdat", [0, 0, 0, 6] + Array("Exif\0\0".utf8) + TestPictures.exif(orientation: 6, hasPosition: true))

  static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ((3 - $0) * 8) & 255) } }
  static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count) + Array(kind.utf8) + content + [0, 0, 0, 0]
  }
  static func box(_ kind: String, _ content: [UInt8]) -> [UInt8] { big(content.count + 8) + Array(kind.utf8) + content }
  static func riff(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + big(chunks.count + 4).reversed() + Array("WEBP".utf8) + chunks
  }

  @Test func `headers say what there is to say`() throws {
    let jpeg = try #require(ImageHeader(Self.jpeg))
    #expect((jpeg.format, jpeg.width, jpeg.height, jpeg.orientation) == (.jpeg, 12_032, 10_000, 6))
    #expect(jpeg.hasPosition && jpeg.hasMetadata && jpeg.isComplete)
    let png = try #require(ImageHeader(Self.png))
    #expect((png.format, png.width, png.height, png.orientation) == (.png, 30_000, 20_000, 3))
    #expect(png.hasAlpha && png.hasPosition && png.isComplete && !png.isAnimated)
    let webp = try #require(ImageHeader(Self.webp))
    #expect((webp.format, webp.width, webp.height, webp.orientation) == (.webp, 1600, 1200, 8))
    #expect(webp.hasAlpha && webp.isAnimated && webp.hasPosition && webp.isComplete)
    let gif = try #require(ImageHeader(Self.gif))
    #expect((gif.format, gif.width, gif.height) == (.gif, 10, 20))
    #expect(gif.hasAlpha && gif.isAnimated && gif.isComplete && !gif.hasMetadata)
    let heic = try #require(ImageHeader(Self.heic))
    #expect((heic.format, heic.width, heic.height) == (.heic, 4032, 3024))
    #expect(heic.hasPosition && heic.isComplete)
  }

  @Test(arguments: [jpeg, png, webp, gif, heic])
  func `a file that ends too early is never complete`(bytes: [UInt8]) throws {
    for count in 0..<bytes.count {
      let header = ImageHeader(Array(bytes.prefix(count)))
      #expect(header?.isComplete != true, "\(count) of \(bytes.count)")
    }
  }

  @Test(arguments: [jpeg, png, webp, gif, heic])
  func `bytes of any kind are read without harm`(bytes: [UInt8]) {
    var state: UInt64 = 88_172_645_463_325_252
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    var known = 0
    for _ in 0..<3000 {
      var mutated = bytes
      for _ in 0...random(6) {
        let at = random(mutated.count)
        switch random(4) {
        case 0: mutated[at] = UInt8(random(256))
        case 1: mutated[at] = [0, 0x7F, 0x80, 0xFF][random(4)]
        case 2: mutated.removeSubrange(at..<min(mutated.count, at + 1 + random(8)))
        default: mutated.insert(contentsOf: [UInt8](repeating: 0xFF, count: random(9)), at: at)
        }
        if mutated.isEmpty { mutated = [0xFF] }
      }
      let header = ImageHeader(mutated)
      if let header {
        known += 1
        #expect((1...8).contains(header.orientation) && header.width >= 0 && header.height >= 0 && header.pixels >= 0)
      }
      for format in ImageHeader.Format.allCases { _ = MetadataStripping.stripped(mutated, format) }
    }
    #expect(known > 1000)
  }

  @Test(arguments: [
    "", "x", "%PDF-1.7", "\u{FF}\u{D8}", "<html><body>", "BM......", "II*\0", "RIFF....WAVE", "....ftypisom",
  ])
  func `what is no picture is not taken for one`(text: String) {
    #expect(ImageHeader(Array(text.utf8)) == nil)
  }

  @Test func `sizes too large for a number are too many pixels`() throws {
    var bytes = Self.heic
    let at = try #require(ByteReader(bytes: bytes).find("ispe", in: 0..<bytes.count))
    for index in at + 8..<at + 16 { bytes[index] = 0xFF }
    let header = try #require(ImageHeader(bytes))
    #expect(header.pixels > PictureSource.mostPixels)
  }
}
