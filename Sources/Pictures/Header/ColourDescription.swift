import Foundation

/// Colours given by their primaries, their white and a curve, without an ICC profile.
package struct ColourDescription: Sendable, Hashable {
  /// A place in the CIE 1931 diagram.
  struct Chromaticity: Sendable, Hashable {
    var x: Double
    var y: Double
  }

  /// From what is stored, 0 to 1, to light.
  enum Curve: Sendable, Hashable {
    case standard
    /// Light is the stored number to this power.
    case power(Double)
  }

  var red: Chromaticity
  var green: Chromaticity
  var blue: Chromaticity
  var white: Chromaticity
  var curve: Curve

  private static let daylight = Chromaticity(x: 0.3127, y: 0.3290)

  /// IEC 61966-2-1.
  static let standard = ColourDescription(
    red: .init(x: 0.64, y: 0.33), green: .init(x: 0.30, y: 0.60), blue: .init(x: 0.15, y: 0.06), white: daylight,
    curve: .standard)
  /// Adobe RGB (1998), 4.3: the colours of cameras that are set to more than sRGB.
  static let adobe = ColourDescription(
    red: .init(x: 0.64, y: 0.33), green: .init(x: 0.21, y: 0.71), blue: .init(x: 0.15, y: 0.06), white: daylight,
    curve: .power(563.0 / 256))
  /// Display P3: the primaries of SMPTE EG 432-1 with the curve of sRGB; telephones.
  static let displayP3 = ColourDescription(
    red: .init(x: 0.68, y: 0.32), green: .init(x: 0.265, y: 0.69), blue: .init(x: 0.15, y: 0.06), white: daylight,
    curve: .standard)
  /// Rec. ITU-R BT.2020, 2.
  private static let wide = ColourDescription(
    red: .init(x: 0.708, y: 0.292), green: .init(x: 0.170, y: 0.797), blue: .init(x: 0.131, y: 0.046), white: daylight,
    curve: .standard)

  /// By the code points of Rec. ITU-T H.273, 8.1 and 8.2, that HEIC, AVIF and PNG share; `nil` where they say sRGB or
  /// nothing that can be followed, such as a curve for more light than a page can show.
  static func codePoints(primaries: Int, transfer: Int) -> ColourDescription? {
    guard var result = [9: wide, 12: displayP3, 1: standard, 2: standard][primaries] else { return nil }
    switch transfer {
    case 4: result.curve = .power(2.2)
    case 5: result.curve = .power(2.8)
    case 8: result.curve = .power(1)
    // What cameras of video write for what screens show by a curve like sRGB's; 13 is its own.
    case 1, 2, 6, 13, 14, 15: break
    default: return nil
    }
    return result.isStandard ? nil : result
  }

  /// By what PNG says in `gAMA` and `cHRM` (ISO/IEC 15948, 11.3.3.1 and 11.3.3.2): hundred-thousandths; the eight of
  /// `cHRM` are white, red, green, blue. `nil` where both say sRGB, or no colours that there are.
  static func png(gamma: Int?, chromaticities: [Int]?) -> ColourDescription? {
    var result = standard
    if let numbers = chromaticities, numbers.count == 8 {
      let places = stride(from: 0, to: 8, by: 2).map {
        Chromaticity(x: Double(numbers[$0]) / 100_000, y: Double(numbers[$0 + 1]) / 100_000)
      }
      (result.white, result.red, result.green, result.blue) = (places[0], places[1], places[2], places[3])
      if result.hasPrimariesOfStandard || result.matrix == nil { result = standard }
    }
    if let gamma, (10_000...1_000_000).contains(gamma) {
      // 0.45455 beside the primaries of sRGB is what its curve comes to in one number, and is written for it.
      let isStandard = result.hasPrimariesOfStandard && abs(gamma - 45_455) <= 500
      result.curve = isStandard ? .standard : .power(100_000 / Double(gamma))
    }
    return result.isStandard ? nil : result
  }

  private var isStandard: Bool { curve == .standard && hasPrimariesOfStandard }

  private var hasPrimariesOfStandard: Bool {
    func isNear(_ one: Chromaticity, _ other: Chromaticity) -> Bool {
      abs(one.x - other.x) < 0.001 && abs(one.y - other.y) < 0.001
    }
    let other = Self.standard
    return isNear(red, other.red) && isNear(green, other.green) && isNear(blue, other.blue)
      && isNear(white, other.white)
  }

  /// What turns red, green and blue light into XYZ under D50, the white of ICC profiles; `nil` where the primaries span no
  /// colours.
  var matrix: Matrix3? {
    func xyz(_ place: Chromaticity) -> [Double]? {
      guard place.y > 0.0001, place.x >= 0, place.x + place.y <= 1.0001 else { return nil }
      return [place.x / place.y, 1, (1 - place.x - place.y) / place.y]
    }
    guard let red = xyz(red), let green = xyz(green), let blue = xyz(blue), let white = xyz(white) else { return nil }
    let primaries = Matrix3(columns: [red, green, blue])
    guard let light = primaries.inverse?.times(white), light.allSatisfy({ $0 > 0 }) else { return nil }
    // Bradford's cone responses (ICC.1:2022, annex E).
    let cones = Matrix3(rows: [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])
    let (from, to) = (cones.times(white), cones.times(ICCProfile.white))
    guard from.allSatisfy({ $0 > 0 }), let back = cones.inverse else { return nil }
    let scale = Matrix3(diagonal: (0..<3).map { to[$0] / from[$0] })
    return back.times(scale).times(cones).times(primaries.times(Matrix3(diagonal: light)))
  }
}
