import Foundation

@testable import Pictures

enum PicturesTarget {
  static func check(_ input: [UInt8], _ checks: inout Checks) {
    if let header = ImageHeader(input) {
      checks.expect(header.width >= 0 && header.height >= 0, "\(header.width) × \(header.height) pixels")
      checks.expect((1...8).contains(header.orientation), "turned by \(header.orientation)")
      checks.expect(header.hasMetadata || !header.hasPosition, "a position, and nothing that could tell it")
    }
    // A drawing is published as it is: what is let through is looked at by other means.
    guard let drawing = try? SVGDrawing(input) else { return }
    checks.expect(drawing.width >= 1 && drawing.height >= 1, "a drawing of \(drawing.width) × \(drawing.height)")
    let text = String(decoding: input, as: UTF8.self)
      .replacing(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/.matchingSemantics(.unicodeScalar), with: "")
    for tag in text.matches(of: /<(?:[^>"']|"[^"]*"|'[^']*')*>/.matchingSemantics(.unicodeScalar)) {
      check(tag: String(tag.output), &checks)
    }
  }

  private static let running = ["script", "handler", "foreignobject", "iframe", "a", "animate", "set"]

  private static func check(tag: String, _ checks: inout Checks) {
    let pattern = /([^\s"'=]+)\s*=\s*("[^"]*"|'[^']*')/.matchingSemantics(.unicodeScalar)
    let element = tag.drop { $0 == "<" || $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" && $0 != ">" }
    let name = element.split(separator: ":").last.map { $0.lowercased() } ?? ""
    let declares = tag.hasPrefix("<!") && tag.utf8.contains(UInt8(ascii: "["))
    checks.expect(!running.contains(name) && !declares, "let through: \(tag)")
    for attribute in tag.matches(of: pattern) {
      let key = attribute.1.lowercased()
      if key.hasPrefix("xmlns") { continue }
      let value = decoded(attribute.2.dropFirst().dropLast()).lowercased()
      let local = key.split(separator: ":").last ?? ""
      checks.expect(!local.hasPrefix("on"), "a handler: \(tag)")
      checks.expect(!value.utf8.contains("javascript:".utf8), "an address that runs: \(tag)")
      if local == "href" || local == "src" {
        // As browsers read it: without spaces around it, ends of lines and tabs within (URL Standard, 4.4).
        let address = value.utf8.filter { $0 > 0x20 }
        checks.expect(
          address.isEmpty || address.starts(with: "#".utf8) || address.starts(with: "data:image/".utf8),
          "an address that leads out: \(tag)")
      }
    }
  }

  /// `text` with the signs that are written as numbers.
  private static func decoded(_ text: Substring) -> Substring {
    text.replacing(/&#(x?)([0-9a-fA-F]+);/.matchingSemantics(.unicodeScalar)) { match in
      let number = UInt32(match.2, radix: match.1.isEmpty ? 10 : 16)
      return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }
}
