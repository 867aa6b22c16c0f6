import Foundation
import Testing

@testable import Pictures

/// Pictures of the tests' own making, and the folder they stand in.
struct TestPictures {
  let root: String

  init() throws {
    root = NSTemporaryDirectory() + "images [a] 100 %s 'é' " + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// The variable `PATH`, as the program sees it.
  static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  /// Whether the tests that need libvips can run; they say so where not.
  static let hasVips = VipsThumbnail(searchPath: searchPath)?.version() != nil
  static let needsVips: Comment = "vipsthumbnail n’est pas installé : apt-get install libvips-tools"

  func workshop(path: String = searchPath, workers: Int = 2) -> PictureWorkshop {
    PictureWorkshop(root: root, searchPath: path, workers: workers)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: root + "/" + name))
  }

  func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
  }

  func bytes(_ file: PreparedPictures.File) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: file.folder + "/" + file.source)))
  }

  // MARK: Pixels

  typealias Pixel = (red: UInt8, green: UInt8, blue: UInt8)

  /// A picture as `name` ends, `options` in libvips' words, with the pixels that `pixel` gives.
  func make(
    _ name: String, _ width: Int, _ height: Int, options: String = "", pixel: (Int, Int) -> Pixel
  ) throws -> [UInt8] {
    var bytes = Array("P6\n\(width) \(height)\n255\n".utf8)
    for y in 0..<height {
      for x in 0..<width {
        let (red, green, blue) = pixel(x, y)
        bytes += [red, green, blue]
      }
    }
    let plain = UUID().uuidString + ".ppm"
    try write(plain, bytes)
    try vips("copy", root + "/" + plain, root + "/" + name + options)
    try FileManager.default.removeItem(atPath: root + "/" + plain)
    return try self.bytes(name)
  }

  /// Red, green, blue and white quarters: top left, top right, bottom left, bottom right.
  static func quarters(_ width: Int, _ height: Int) -> (Int, Int) -> Pixel {
    { x, y in
      switch (x < width / 2, y < height / 2) {
      case (true, true): return (230, 20, 20)
      case (false, true): return (20, 200, 20)
      case (true, false): return (20, 20, 230)
      case (false, false): return (240, 240, 240)
      }
    }
  }

  /// Something as hard to compress as the leaves of a tree, the same each time.
  static func leaves(_ x: Int, _ y: Int) -> Pixel {
    var state = UInt64(truncatingIfNeeded: (x / 3) &* 73_856_093 ^ (y / 3) &* 19_349_663)
    state = (state ^ state >> 13) &* 0x9E37_79B9_7F4A_7C15
    let noise = Int(state >> 56) / 3
    func clamped(_ value: Int) -> UInt8 { UInt8(max(0, min(255, value))) }
    return (clamped(60 + x / 20 % 80 + noise), clamped(90 + y / 15 % 90 + noise), clamped(40 + noise))
  }

  /// The picture's pixels as red, green, blue.
  func pixels(of file: String) throws -> (width: Int, height: Int, at: (Int, Int) -> Pixel) {
    let plain = root + "/" + UUID().uuidString + ".ppm"
    try vips("copy", file, plain)
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: plain)))
    try FileManager.default.removeItem(atPath: plain)
    var words: [String] = []
    var at = 0
    while words.count < 4 {
      var word: [UInt8] = []
      while !" \n".utf8.contains(bytes[at]) {
        word.append(bytes[at])
        at += 1
      }
      at += 1
      if word.first == UInt8(ascii: "#") {
        while bytes[at - 1] != UInt8(ascii: "\n") { at += 1 }
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
      }
    }
    let (width, height) = (try #require(Int(words[1])), try #require(Int(words[2])))
    let start = at
    try #require(bytes.count == start + width * height * 3)
    return (
      width, height,
      { x, y in
        let place = start + (y * width + x) * 3
        return (bytes[place], bytes[place + 1], bytes[place + 2])
      }
    )
  }

  func vips(_ arguments: String...) throws {
    let (outcome, output) = VipsThumbnail.limits(seconds: 120).run(
      "/usr/bin/env", ["vips"] + arguments, environment: ["PATH": Self.searchPath])
    try #require(outcome == .finished(status: 0), "\(String(decoding: output, as: UTF8.self))")
  }

  // MARK: Metadata

  /// A block of Exif as phones write it: how to turn the picture, where it was taken, a small picture of it.
  static func exif(orientation: Int, hasPosition: Bool, thumbnail: [UInt8] = [], isBigEndian: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      let big = (0..<size).map { UInt8(truncatingIfNeeded: value >> ((size - 1 - $0) * 8)) }
      return isBigEndian ? big : big.reversed()
    }
    func field(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      number(tag, 2) + number(type, 2) + number(count, 4) + value + [UInt8](repeating: 0, count: 4 - value.count)
    }
    var bytes = Array((isBigEndian ? "MM" : "II").utf8) + number(42, 2) + number(8, 4)
    // The first directory is 2 + 3 × 12 + 4 bytes long; behind it GPS, then the second directory with the small picture.
    let (gps, values) = (8 + 42, 8 + 42 + 2 + 4 * 12 + 4)
    let second = values + 48
    bytes += number(3, 2)
    bytes += field(0x010F, 2, 4, Array("Tel\0".utf8))
    bytes += field(0x0112, 3, 1, number(orientation, 2))
    bytes += hasPosition ? field(0x8825, 4, 1, number(gps, 4)) : field(0x0128, 3, 1, number(2, 2))
    bytes += number(thumbnail.isEmpty ? 0 : second, 4)
    bytes += number(4, 2)
    bytes += field(1, 2, 2, Array("N\0".utf8)) + field(2, 5, 3, number(values, 4))
    bytes += field(3, 2, 2, Array("E\0".utf8)) + field(4, 5, 3, number(values + 24, 4))
    bytes += number(0, 4)
    for value in [48, 1, 49, 1, 1, 1, 2, 1, 30, 1, 5, 1] { bytes += number(value, 4) }
    if !thumbnail.isEmpty {
      bytes += number(2, 2) + field(0x0201, 4, 1, number(second + 30, 4))
      bytes += field(0x0202, 4, 1, number(thumbnail.count, 4)) + number(0, 4) + thumbnail
    }
    return bytes
  }

  static let xmp = Array(
    ("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
      + "exif:GPSLatitude='48,49.0N' exif:GPSLongitude='2,30.0E'/></x:xmpmeta><?xpacket end='w'?>").utf8)

  /// `jpeg` with segments behind its first mark.
  static func jpeg(_ jpeg: [UInt8], adding segments: [(marker: UInt8, content: [UInt8])]) -> [UInt8] {
    var result = Array(jpeg.prefix(2))
    for (marker, content) in segments {
      let length = content.count + 2
      result += [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
    }
    return result + jpeg.dropFirst(2)
  }

  /// A photograph as a phone makes it, with all that a photograph can tell.
  static func photo(
    _ plain: [UInt8], orientation: Int, hasPosition: Bool, thumbnail: [UInt8] = [], isBigEndian: Bool = true
  ) -> [UInt8] {
    let exif = exif(
      orientation: orientation, hasPosition: hasPosition, thumbnail: thumbnail, isBigEndian: isBigEndian)
    var segments: [(UInt8, [UInt8])] = [(0xE1, Array("Exif\0\0".utf8) + exif)]
    if hasPosition { segments.append((0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp)) }
    segments.append((0xED, Array("Photoshop 3.0\0008BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, 4, 0x1C, 2, 0x5A, 0]))
    segments.append((0xFE, Array("rue de l'Exemple, Champigny".utf8)))
    return jpeg(plain, adding: segments.map { (marker: $0.0, content: $0.1) })
  }

  /// The signs of metadata that stand in `bytes`.
  static func metadata(in bytes: [UInt8]) -> [String] {
    let reader = ByteReader(bytes: bytes)
    let signs = [
      "Exif", "EXIF", "eXIf", "http://ns.adobe.com", "xpacket", "xmpmeta", "XMP ", "Photoshop", "8BIM", "GPS",
      "ICC_PROFILE", "ICCP",
      "iCCP", "tEXt", "iTXt", "zTXt", "MM\0*", "II*\0", "rue de l'Exemple",
    ]
    return signs.filter { reader.find($0, in: 0..<bytes.count) != nil }
  }
}
