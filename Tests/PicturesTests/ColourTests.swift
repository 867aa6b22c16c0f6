import Foundation
import Markup
import Testing

@testable import Pictures

/// Whether what is published looks like what was taken, patch by patch.
@Suite(.enabled(if: TestPictures.hasVips, TestPictures.needsVips))
struct ColourTests {
  /// A file, and what its patches are in sRGB. The numbers are worked out from the standards of the spaces, by another
  /// program than the one that is tested.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var name: String
    var wanted: [TestPatches.Colour]
    var write: @Sendable (TestPictures) throws -> Void

    init(
      _ description: String, _ name: String, _ wanted: [TestPatches.Colour],
      _ write: @escaping @Sendable (TestPictures) throws -> [UInt8]
    ) {
      testDescription = description
      self.name = name
      self.wanted = wanted
      self.write = { tests in try tests.write(name, try write(tests)) }
    }
  }

  static let plain = TestPatches.colours
  static let ofP3: [TestPatches.Colour] = [
    [34, 61, 198], [218, 0, 27], [0, 143, 47], [236, 199, 0], [128, 128, 128], [250, 250, 250], [12, 12, 12],
    [215, 147, 120],
  ]
  static let ofAdobe: [TestPatches.Colour] = [
    [21, 57, 195], [233, 24, 36], [0, 141, 50], [241, 201, 37], [129, 129, 129], [250, 250, 250], [4, 4, 4],
    [223, 151, 125],
  ]
  static let ofLight: [TestPatches.Colour] = [
    [110, 133, 224], [229, 96, 110], [96, 196, 133], [244, 229, 133], [188, 188, 188], [253, 253, 253], [61, 61, 61],
    [232, 202, 186],
  ]
  static let ofOldScreens: [TestPatches.Colour] = [
    [53, 77, 202], [210, 40, 53], [40, 158, 77], [235, 210, 77], [146, 146, 146], [251, 251, 251], [13, 13, 13],
    [214, 167, 144],
  ]
  static let greys: [TestPatches.Colour] = [0, 12, 60, 128, 190, 235, 255].map { [$0, $0, $0] }
  static let rgb = plain.map { $0.map { UInt8($0) } }
  static let grey = greys.map { [UInt8($0[0])] }

  static func encoded(_ tests: TestPictures, _ patches: [[UInt8]], kind: UInt8, _ options: String) throws -> [UInt8] {
    try tests.write("plain.png", TestPatches.png(patches: patches, kind: kind))
    let name = "encoded" + options
    try tests.vips("copy", tests.root + "/plain.png", tests.root + "/" + name)
    return try tests.bytes(String(name.prefix { $0 != "[" }))
  }

  static func jpeg(_ tests: TestPictures, _ patches: [[UInt8]], kind: UInt8 = 2) throws -> [UInt8] {
    let bytes = try encoded(tests, patches, kind: kind, ".jpg[Q=98,strip]")
    return try #require(MetadataStripping.stripped(bytes, .jpeg))
  }

  static func inks(_ tests: TestPictures, _ patches: [[UInt8]], _ profile: [UInt8]?) throws -> [UInt8] {
    let side = TestPatches.side
    let row = patches.flatMap { pixel in (0..<side).flatMap { _ in pixel } }
    try tests.write("inks.raw", (0..<side).flatMap { _ in row })
    try tests.vips(
      "rawload", tests.root + "/inks.raw", tests.root + "/plain.jpg[Q=98]", "\(side * patches.count)", "\(side)", "4",
      "--interpretation", "cmyk")
    let bytes = try #require(MetadataStripping.stripped(try tests.bytes("plain.jpg"), .jpeg))
    guard let profile else { return bytes }
    return TestPictures.jpeg(bytes, adding: [TestPatches.segment(profile)])
  }

  static let mixtures: [[UInt8]] = [
    [0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0], [0, 0, 0, 255], [0, 255, 255, 0],
  ]
  /// CIELAB of those of the mixtures that are looked at; all others are white.
  static let looks: [[Int]: [Double]] = [
    [1, 0, 0, 0]: [60, -20, -30], [0, 1, 0, 0]: [50, 50, 0], [0, 0, 1, 0]: [85, 0, 60], [0, 0, 0, 1]: [20, 0, 0],
    [0, 1, 1, 0]: [45, 50, 30],
  ]

  /// PNG of 16 bits a sample holds the same numbers, with more behind.
  static func deep(_ patches: [[UInt8]]) -> [[UInt8]] { patches.map { $0.flatMap { [$0, $0] } } }

  static let palette: (String, [UInt8]) = ("PLTE", rgb.flatMap { $0 })
  static func indices(_ count: Int) -> [[UInt8]] { (0..<count).map { [UInt8($0)] } }
  static let primaries: [UInt8] = [31_270, 32_900, 64_000, 33_000, 21_000, 71_000, 15_000, 6_000].flatMap(
    TestPatches.big)
  static let standardPrimaries: [UInt8] = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000]
    .flatMap(TestPatches.big)
  static let junk = [UInt8](repeating: 7, count: 300)

  static let cases: [Case] =
    photographs + graphics + [
      Case("WebP untagged", "a.webp", plain) { try encoded($0, rgb, kind: 2, ".webp[lossless]") },
      Case("WebP Display P3", "a.webp", ofP3) { try encoded($0, rgb, kind: 2, ".webp[lossless,profile=p3]") },
      Case("AVIF Display P3", "a.avif", ofP3) { tests in
        try tests.write(
          "p3.png", TestPatches.png(patches: rgb, kind: 2, chunks: [TestPatches.iccp(ICCProfile.rgb(.displayP3))]))
        try tests.vips("copy", tests.root + "/p3.png", tests.root + "/p3.avif[lossless]")
        return try tests.bytes("p3.avif")
      },
      Case("GIF", "a.gif", plain) { try encoded($0, rgb, kind: 2, ".gif") },
      Case(
        "CMYK with a profile", "a.jpg",
        [
          [255, 255, 255], [54, 156, 197], [193, 78, 121], [238, 210, 93], [48, 48, 48], [185, 62, 60],
        ]
      ) { try inks($0, mixtures, TestPatches.inkProfile { looks[$0] ?? [100, 0, 0] }) },
      Case("CMYK without a profile", "a.jpg", inksOfLibrary) { try inks($0, mixtures, nil) },
      Case("CMYK with the profile of a screen", "a.jpg", inksOfLibrary) {
        try inks($0, mixtures, ICCProfile.rgb(.displayP3))
      },
    ]

  /// By the profile that comes with libvips, the same in all its versions.
  static let inksOfLibrary: [TestPatches.Colour] = [
    [255, 255, 255], [0, 156, 228], [234, 23, 133], [255, 240, 0], [41, 35, 43], [232, 31, 42],
  ]

  static let photographs: [Case] = [
    Case("JPEG untagged", "a.jpg", plain) { try jpeg($0, rgb) },
    Case("JPEG sRGB", "a.jpg", plain) { try encoded($0, rgb, kind: 2, ".jpg[Q=98,profile=srgb]") },
    Case("JPEG Display P3", "a.jpg", ofP3) { try encoded($0, rgb, kind: 2, ".jpg[Q=98,profile=p3]") },
    Case("JPEG Adobe RGB", "a.jpg", ofAdobe) {
      TestPictures.jpeg(try jpeg($0, rgb), adding: [TestPatches.segment(ICCProfile.rgb(.adobe))])
    },
    Case("JPEG Adobe RGB by Exif", "a.jpg", ofAdobe) {
      TestPictures.jpeg(try jpeg($0, rgb), adding: [TestPatches.adobeExif])
    },
    Case("JPEG with a broken profile", "a.jpg", plain) {
      TestPictures.jpeg(try jpeg($0, rgb), adding: [TestPatches.segment(junk)])
    },
    Case("JPEG with a profile cut off", "a.jpg", plain) {
      TestPictures.jpeg(
        try jpeg($0, rgb), adding: [TestPatches.segment(Array(ICCProfile.rgb(.displayP3).prefix(200)))])
    },
    Case("JPEG with the profile of greys", "a.jpg", plain) {
      TestPictures.jpeg(try jpeg($0, rgb), adding: [TestPatches.segment(ICCProfile.grey(.power(1)))])
    },
    Case("JPEG grey", "a.jpg", greys) { try jpeg($0, grey, kind: 0) },
    Case("JPEG grey with the profile of colours", "a.jpg", greys) {
      TestPictures.jpeg(try jpeg($0, grey, kind: 0), adding: [TestPatches.segment(ICCProfile.rgb(.displayP3))])
    },
    Case("JPEG grey with the profile of greys", "a.jpg", [0, 2, 46, 117, 184, 233, 255].map { [$0, $0, $0] }) {
      TestPictures.jpeg(try jpeg($0, grey, kind: 0), adding: [TestPatches.segment(ICCProfile.grey(.power(2.5)))])
    },
  ]

  static let graphics: [Case] = [
    Case("PNG untagged", "a.png", plain) { _ in TestPatches.png(patches: rgb, kind: 2) },
    Case("PNG grey", "a.png", greys) { _ in TestPatches.png(patches: grey, kind: 0) },
    Case("PNG grey, 16 bits", "a.png", greys) { _ in TestPatches.png(patches: deep(grey), depth: 16, kind: 0) },
    Case("PNG 16 bits", "a.png", plain) { _ in TestPatches.png(patches: deep(rgb), depth: 16, kind: 2) },
    Case("PNG 16 bits, Display P3", "a.png", ofP3) { _ in
      TestPatches.png(
        patches: deep(rgb), depth: 16, kind: 2, chunks: [TestPatches.iccp(ICCProfile.rgb(.displayP3))])
    },
    Case("PNG Adobe RGB", "a.png", ofAdobe) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [TestPatches.iccp(ICCProfile.rgb(.adobe))])
    },
    Case("PNG grey with the profile of colours", "a.png", greys) { _ in
      TestPatches.png(patches: grey, kind: 0, chunks: [TestPatches.iccp(ICCProfile.rgb(.displayP3))])
    },
    Case("PNG with a broken profile", "a.png", plain) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [TestPatches.iccp(junk)])
    },
    Case("PNG of a palette", "a.png", plain) { _ in
      TestPatches.png(patches: indices(rgb.count), kind: 3, chunks: [palette])
    },
    Case("PNG of a palette, Display P3", "a.png", ofP3) { _ in
      TestPatches.png(
        patches: indices(rgb.count), kind: 3, chunks: [TestPatches.iccp(ICCProfile.rgb(.displayP3)), palette])
    },
    Case("PNG gAMA of sRGB", "a.png", plain) { _ in
      TestPatches.png(
        patches: rgb, kind: 2, chunks: [("gAMA", TestPatches.big(45_455)), ("cHRM", standardPrimaries)])
    },
    Case("PNG gAMA 1", "a.png", ofLight) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [("gAMA", TestPatches.big(100_000))])
    },
    Case("PNG gAMA 1.8, in a palette", "a.png", ofOldScreens) { _ in
      TestPatches.png(
        patches: indices(rgb.count), kind: 3, chunks: [("gAMA", TestPatches.big(55_556)), palette])
    },
    Case("PNG gAMA and cHRM of Adobe RGB", "a.png", ofAdobe) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [("gAMA", TestPatches.big(45_470)), ("cHRM", primaries)])
    },
    Case("PNG sRGB before gAMA", "a.png", plain) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [("gAMA", TestPatches.big(100_000)), ("sRGB", [0])])
    },
    Case("PNG a profile before gAMA", "a.png", ofP3) { _ in
      TestPatches.png(
        patches: rgb, kind: 2,
        chunks: [TestPatches.iccp(ICCProfile.rgb(.displayP3)), ("gAMA", TestPatches.big(100_000))])
    },
    Case("PNG cICP of Display P3", "a.png", ofP3) { _ in
      TestPatches.png(patches: rgb, kind: 2, chunks: [("cICP", [12, 13, 0, 1])])
    },
    Case("PNG grey, gAMA 1", "a.png", [0, 61, 133, 188, 224, 246, 255].map { [$0, $0, $0] }) { _ in
      TestPatches.png(patches: grey, kind: 0, chunks: [("gAMA", TestPatches.big(100_000))])
    },
    Case("PNG with a fourth channel", "a.png", plain) { _ in
      TestPatches.png(patches: rgb.map { $0 + [255] }, kind: 6)
    },
  ]

  @Test(arguments: cases)
  func `colours are those of the file, in its upright copy and in all that is published`(row: Case) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    try row.write(tests)
    let bytes = try tests.bytes(row.name)
    let header = try #require(ImageHeader(bytes))
    let program = try #require(VipsThumbnail(searchPath: TestPictures.searchPath))
    let folder = tests.root + "/development"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Development(program: program, folder: folder).develop(
      bytes, header, toFit: 1600, 8000, to: "master.png", options: ["compression=1", "bitdepth=8"])
    try check(tests, folder + "/master.png", row.wanted, within: 4)
    let prepared = await tests.workshop().prepare([row.name])
    #expect(prepared.failures.isEmpty)
    #expect(prepared.files.count >= 2)
    for file in prepared.files { try check(tests, tests.root + "/" + file.source, row.wanted, within: 8) }
  }

  /// Half transparent, and by the sign of an alpha channel in greys and colours alike.
  @Test(arguments: [false, true], [false, true])
  func `what is seen through keeps its colours, and lies on white where it must`(
    isGrey: Bool, isDeep: Bool
  ) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let isOfP3 = isDeep && !isGrey
    let (colours, kind): ([TestPatches.Colour], UInt8) =
      isGrey ? (Self.greys, 4) : (isOfP3 ? Self.ofP3 : Self.plain, 6)
    let stored = (isGrey ? Self.grey : Self.rgb).map { $0 + [128] }
    try tests.write(
      "a.png",
      TestPatches.png(
        patches: isDeep ? Self.deep(stored) : stored, depth: isDeep ? 16 : 8, kind: kind,
        chunks: isOfP3 ? [TestPatches.iccp(ICCProfile.rgb(.displayP3))] : []))
    let prepared = await tests.workshop().prepare(["a.png"])
    #expect(prepared.failures.isEmpty)
    let picture = try #require(prepared.pictures["a.png"])
    #expect(picture.safeFormat == .png)
    let onWhite = colours.map { $0.map { ($0 * 128 + 255 * 127 + 127) / 255 } }
    for file in prepared.files {
      let path = tests.root + "/" + file.source
      if file.path.hasSuffix(".jpg") {
        try check(tests, path, onWhite, within: 8)
      } else {
        try tests.vips("flatten", path, tests.root + "/flat.png", "--background", isGrey ? "0" : "0 0 0")
        let onBlack = colours.map { $0.map { ($0 * 128 + 127) / 255 } }
        try check(tests, tests.root + "/flat.png", onBlack, within: 4)
      }
    }
  }

  /// Where the stored patches 0, 1, 2 … stand once the picture is turned: from the left, or from the top.
  @Test(arguments: 1...8)
  func `a picture that is to be turned keeps its colours`(orientation: Int) async throws {
    let tests = try TestPictures()
    defer { tests.remove() }
    let exif = TestPictures.exif(orientation: orientation, hasPosition: false)
    let segment = (marker: UInt8(0xE1), content: Array("Exif\0\0".utf8) + exif)
    let p3 = ICCProfile.rgb(.displayP3)
    let photo = try Self.jpeg(tests, Self.rgb)
    try tests.write("p3.jpg", TestPictures.jpeg(photo, adding: [segment, TestPatches.segment(p3)]))
    try tests.write("inks.jpg", TestPictures.jpeg(try Self.inks(tests, Self.mixtures, nil), adding: [segment]))
    try tests.write(
      "p3.png", TestPatches.png(patches: Self.rgb, kind: 2, chunks: [TestPatches.iccp(p3), ("eXIf", exif)]))
    try tests.vips("copy", tests.root + "/p3.jpg", tests.root + "/p3.webp[lossless]")
    let wanted = [
      "p3.jpg": Self.ofP3, "inks.jpg": Self.inksOfLibrary, "p3.png": Self.ofP3,
      "p3.webp": Self.ofP3,
    ]
    let prepared = await tests.workshop().prepare(wanted.keys.sorted())
    #expect(prepared.failures.isEmpty)
    for (name, colours) in wanted {
      let picture = try #require(prepared.pictures[name])
      #expect((picture.width < picture.height) == (orientation >= 5), "\(name)")
      let isBackwards = [2, 3, 7, 8].contains(orientation)
      for variant in picture.variants {
        let file = try #require(prepared.files.first { $0.path == variant.path })
        try check(tests, tests.root + "/" + file.source, isBackwards ? colours.reversed() : colours, within: 8)
      }
    }
  }

  private func check(
    _ tests: TestPictures, _ file: String, _ wanted: [TestPatches.Colour], within tolerance: Int
  ) throws {
    let pixels = try tests.pixels(of: file)
    for (index, colour) in wanted.enumerated() {
      func middle(_ length: Int) -> Int { (2 * index + 1) * length / (2 * wanted.count) }
      let seen =
        pixels.width > pixels.height
        ? pixels.at(middle(pixels.width), pixels.height / 2) : pixels.at(pixels.width / 2, middle(pixels.height))
      let difference = zip([seen.red, seen.green, seen.blue], colour).map { abs(Int($0) - $1) }.max() ?? 255
      #expect(
        difference <= tolerance, "\((file as NSString).lastPathComponent), patch \(index): \(seen), not \(colour)")
    }
  }
}
