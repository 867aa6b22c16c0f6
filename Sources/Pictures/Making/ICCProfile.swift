import Foundation

/// Writes ICC profiles of screens, so that what a picture is read by and what is published never hang on the profiles that
/// a version of the library brings with it. They are of version 2 (ICC.1:2001-04): where one of version 4 is to be written
/// by, Little CMS moves the black of photographs.
enum ICCProfile {
  /// D50, the white of the connection space (6.1.13).
  static let white = [0.9642, 1.0, 0.8249]

  /// The profile of grey pixels, whose light follows the curve.
  static func grey(_ curve: ColourDescription.Curve) -> [UInt8] {
    file(space: "GRAY", [("kTRC", table(curve))])
  }

  /// The profile of coloured pixels.
  static func rgb(_ description: ColourDescription) -> [UInt8] {
    // A description that spans no colours is never made; it would come out as the connection space itself.
    let matrix = description.matrix ?? Matrix3(diagonal: white)
    let names = ["rXYZ", "gXYZ", "bXYZ"]
    let colorants = (0..<3).map { column in (names[column], xyz(matrix.rows.map { $0[column] })) }
    let curve = table(description.curve)
    return file(space: "RGB ", colorants + ["rTRC", "gTRC", "bTRC"].map { ($0, curve) })
  }

  private static func file(space: String, _ tags: [(String, [UInt8])]) -> [UInt8] {
    let tags =
      [
        ("desc", description("gazette")), ("cprt", Array("text".utf8) + big(0, 4) + Array("CC0\0".utf8)),
        ("wtpt", xyz(white)),
      ] + tags
    var table = big(tags.count, 4)
    var data: [UInt8] = []
    for (name, content) in tags {
      table += Array(name.utf8) + big(132 + tags.count * 12 + data.count, 4) + big(content.count, 4)
      data += content + [UInt8](repeating: 0, count: (4 - content.count % 4) % 4)
    }
    var header = big(132 + tags.count * 12 + data.count, 4) + big(0, 4)
    // Version 2.4, a screen; the connection space is XYZ; a day that never changes, so that the bytes do not.
    header += big(0x0240_0000, 4) + Array("mntr\(space)XYZ ".utf8)
    header += [2000, 1, 1, 0, 0, 0].flatMap { big($0, 2) } + Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    header += white.flatMap(fixed)
    header += [UInt8](repeating: 0, count: 128 - header.count)
    return header + table + data
  }

  /// `textDescriptionType` (6.5.17) of ASCII letters, without the same in other letters.
  private static func description(_ words: String) -> [UInt8] {
    Array("desc".utf8) + big(0, 4) + big(words.utf8.count + 1, 4) + Array(words.utf8) + [0]
      + [UInt8](repeating: 0, count: 78)
  }

  /// `XYZType` (6.5.26).
  private static func xyz(_ values: [Double]) -> [UInt8] { Array("XYZ ".utf8) + big(0, 4) + values.flatMap(fixed) }

  /// `curveType` (6.5.3): a power in 256ths, or so many places of sRGB's curve that none can be distinguished from it.
  private static func table(_ curve: ColourDescription.Curve) -> [UInt8] {
    let values: [Int]
    switch curve {
    case .power(let exponent): values = [Int((exponent * 256).rounded())]
    case .standard:
      values = (0..<4096).map { place in
        let stored = Double(place) / 4095
        let light = stored <= 0.04045 ? stored / 12.92 : pow((stored + 0.055) / 1.055, 2.4)
        return Int((light * 65_535).rounded())
      }
    }
    return Array("curv".utf8) + big(0, 4) + big(values.count, 4) + values.flatMap { big($0, 2) }
  }

  /// `s15Fixed16Number` (5.3.2).
  private static func fixed(_ value: Double) -> [UInt8] { big(Int((value * 65_536).rounded()), 4) }

  private static func big(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ((size - 1 - $0) * 8)) }
  }
}
