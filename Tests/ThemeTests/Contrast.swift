import Foundation
import Testing

@testable import ThemeChampigny

extension Palette {
  /// Every colour by its name.
  var colours: [(name: String, colour: String)] {
    Mirror(reflecting: self).children.compactMap { child in
      guard let name = child.label, let colour = child.value as? String else { return nil }
      return (name, colour)
    }
  }
}

/// The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, « contrast ratio »).
func contrast(_ a: String, _ b: String) throws -> Double {
  let (x, y) = (try luminance(a), try luminance(b))
  return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

private func luminance(_ colour: String) throws -> Double {
  let number = try #require(Int(colour.dropFirst(), radix: 16))
  let parts = [16, 8, 0].map { shift -> Double in
    let value = Double((number >> shift) & 0xff) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}
