import Foundation

/// A colour, `#rrggbb` (sRGB).
package struct Colour: Sendable, Hashable {
  /// Red, green, blue.
  package let parts: [UInt8]

  package static let black = Colour([0, 0, 0])
  package static let white = Colour([255, 255, 255])

  private init(_ parts: [UInt8]) { self.parts = parts }

  /// `#0f4746` or `#0fc`; `nil` for anything else.
  package init?(_ text: String) {
    guard text.first == "#" else { return nil }
    var digits = String(text.dropFirst())
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16) else {
      return nil
    }
    parts = [16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
  }

  /// `#0f4746`.
  package var hex: String { "#" + parts.map { Hexadecimal.text(of: [$0]) }.joined() }

  /// This colour with so much of another one in it, 0 to 1.
  package func mixed(with other: Colour, _ share: Double) -> Colour {
    Colour(zip(parts, other.parts).map { UInt8((Double($0) * (1 - share) + Double($1) * share).rounded()) })
  }

  /// 1 to 21 (WCAG 2.2, « contrast ratio »).
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// This colour, or with as much of another one as it takes to stand out from all of `grounds` by `ratio`; the other one
  /// where nothing less does.
  package func standingOut(from grounds: [Colour], by ratio: Double, towards other: Colour) -> Colour {
    for step in 0...20 {
      let tried = mixed(with: other, Double(step) / 20)
      if grounds.allSatisfy({ tried.contrast(with: $0) >= ratio }) { return tried }
    }
    return other
  }

  /// « relative luminance ».
  private var luminance: Double {
    let linear = parts.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
