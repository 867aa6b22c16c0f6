import Foundation
import Testing

@testable import Pictures

/// Pictures made of one row of patches, and files of them that say by each means what their numbers stand for.
enum TestPatches {
  typealias Colour = [Int]

  static let colours: [Colour] = [
    [40, 60, 190], [200, 30, 40], [30, 140, 60], [230, 200, 60], [128, 128, 128], [250, 250, 250], [12, 12, 12],
    [205, 150, 125],
  ]
  /// Of one patch, in pixels.
  static let side = 48

  // MARK: PNG

  /// A PNG file of `rows`, each as it is stored without its filter.
  static func png(
    width: Int, rows: [[UInt8]], depth: UInt8 = 8, kind: UInt8, chunks: [(String, [UInt8])] = []
  ) -> [UInt8] {
    let size = big(width) + big(rows.count)
    let data = zlib(rows.flatMap { [0] + $0 })
    return png([("IHDR", size + [depth, kind, 0, 0, 0])] + chunks + [("IDAT", data), ("IEND", [])])
  }

  /// A PNG file of `chunks`, whatever they hold.
  static func png(_ chunks: [(String, [UInt8])]) -> [UInt8] {
    var result: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
    for (name, content) in chunks {
      let body = Array(name.utf8) + content
      result += big(content.count) + body + big(Int(crc(body)))
    }
    return result
  }

  /// The same of one row of patches, each given by the bytes of one pixel.
  static func png(
    patches: [[UInt8]], depth: UInt8 = 8, kind: UInt8, chunks: [(String, [UInt8])] = []
  ) -> [UInt8] {
    let row = patches.flatMap { pixel in (0..<side).flatMap { _ in pixel } }
    return png(
      width: side * patches.count, rows: [[UInt8]](repeating: row, count: side), depth: depth, kind: kind,
      chunks: chunks)
  }

  static func iccp(_ profile: [UInt8]) -> (String, [UInt8]) { ("iCCP", Array("x\0\0".utf8) + zlib(profile)) }

  /// Stored, not packed (RFC 1950, RFC 1951, 3.2.4).
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    var at = 0
    repeat {
      let piece = bytes[at..<min(at + 65_535, bytes.count)]
      at = piece.endIndex
      let (low, high) = (UInt8(piece.count & 255), UInt8(piece.count >> 8))
      result += [at == bytes.count ? 1 : 0, low, high, ~low, ~high] + piece
    } while at < bytes.count
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return result + big(b << 16 | a)
  }

  static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ((3 - $0) * 8) & 255) } }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  // MARK: Profiles and Exif

  /// The segment that carries a profile in JPEG.
  static func segment(_ profile: [UInt8]) -> (marker: UInt8, content: [UInt8]) {
    (0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1] + profile)
  }

  /// Exif by which a camera says that it was set to Adobe RGB.
  static let adobeExif: (marker: UInt8, content: [UInt8]) = {
    func field(_ tag: [UInt8], _ type: UInt8, _ count: UInt8, _ value: [UInt8]) -> [UInt8] {
      tag + [0, type, 0, 0, 0, count] + value
    }
    var bytes = Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8]
    bytes += [0, 1] + field([0x87, 0x69], 4, 1, [0, 0, 0, 26]) + [0, 0, 0, 0]
    bytes += [0, 2] + field([0xA0, 0x01], 3, 1, [0xFF, 0xFF, 0, 0]) + field([0xA0, 0x05], 4, 1, [0, 0, 0, 56])
    bytes += [0, 0, 0, 0] + [0, 1] + field([0, 1], 2, 4, Array("R03\0".utf8)) + [0, 0, 0, 0]
    return (0xE1, bytes)
  }()

  /// A profile of inks as an 8-bit table with two steps each (ICC.1:2022, 10.10): what every full mixture of cyan, magenta,
  /// yellow and black looks like, as CIELAB; the last three letters count fastest.
  static func inkProfile(_ look: (_ inks: [Int]) -> [Double]) -> [UInt8] {
    var table = Array("mft1".utf8) + big(0) + [4, 3, 2, 0]
    for row in 0..<3 { for column in 0..<3 { table += big(row == column ? 65_536 : 0) } }
    let straight = (0...255).map { UInt8($0) }
    for _ in 0..<4 { table += straight }
    for mixture in 0..<16 {
      let lab = look((0..<4).map { mixture >> (3 - $0) & 1 })
      table += [lab[0] * 2.55, lab[1] + 128, lab[2] + 128].map { UInt8($0.rounded()) }
    }
    for _ in 0..<3 { table += straight }
    let white = Array("XYZ ".utf8) + big(0) + big(63_190) + big(65_536) + big(54_061)
    let name = Array("desc".utf8) + big(0) + big(2) + Array("x\0".utf8) + [UInt8](repeating: 0, count: 78 + 2)
    let words = Array("text".utf8) + big(0) + Array("CC0\0".utf8)
    let tags = [("desc", name), ("cprt", words), ("wtpt", white), ("A2B0", table)]
    var (index, data) = (big(tags.count), [UInt8]())
    for (tag, content) in tags {
      index += Array(tag.utf8) + big(132 + tags.count * 12 + data.count) + big(content.count)
      data += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    }
    var header = big(132 + tags.count * 12 + data.count) + big(0) + big(0x0210_0000) + Array("prtrCMYKLab ".utf8)
    header += [7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0] + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 28) + big(63_190) + big(65_536) + big(54_061)
    header += [UInt8](repeating: 0, count: 128 - header.count)
    return header + index + data
  }
}
