/// Whether a track (GPX 1.0 and 1.1) is one and nothing else. Browsers that get it without its type show it as XML, and XML
/// may hold a page with script in it, in a namespace of its own.
enum GPXInspector {
  /// A namespace that W3C defines is one that browsers act on (HTML, SVG, XLink, XSLT); this one, which tracks name, is not.
  private static let schemaInstance = Array("www.w3.org/2001/XMLSchema-instance".utf8)

  static func isSound(_ bytes: [UInt8]) -> Bool {
    // In another encoding the signs looked for below would not be seen.
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0),
      contains("<gpx", in: bytes), !hasForeignEncoding(bytes), hasOnlyItsDeclaration(bytes), hasNoDoctype(bytes)
    else { return false }
    return namespaces(of: bytes).allSatisfy { name in
      // Written with a reference (`&#119;ww`) a name means what can't be read here.
      !name.contains(UInt8(ascii: "&")) && isHarmless(name)
    }
  }

  private static func isHarmless(_ name: ArraySlice<UInt8>) -> Bool {
    guard let range = name.firstRange(of: "w3.org".utf8) else { return true }
    let start = range.lowerBound - "www.".utf8.count
    return start >= name.startIndex && name[start...].elementsEqual(schemaInstance)
  }

  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool { bytes.firstRange(of: text.utf8) != nil }

  private static func hasForeignEncoding(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard head.contains("<?xml"), let range = head.firstRange(of: "encoding") else { return false }
    let name = head[range.upperBound...].drop { " =\t\r\n\"'".contains($0) }
    return !["utf-8", "utf8", "us-ascii"].contains { name.hasPrefix($0) }
  }

  /// A processing instruction may name a style sheet that is a program (`<?xml-stylesheet …?>`).
  private static func hasOnlyItsDeclaration(_ bytes: [UInt8]) -> Bool {
    bytes.ranges(of: "<?".utf8).allSatisfy { range in
      let rest = bytes[range.upperBound...]
      return rest.starts(with: "xml ".utf8) || rest.starts(with: "xml\t".utf8) || rest.starts(with: "xml\n".utf8)
        || rest.starts(with: "xml\r".utf8)
    }
  }

  /// A DOCTYPE may define entities, in which anything can be hidden.
  private static func hasNoDoctype(_ bytes: [UInt8]) -> Bool {
    bytes.ranges(of: "<!".utf8).allSatisfy { range in
      let rest = bytes[range.upperBound...]
      return rest.starts(with: "--".utf8) || rest.starts(with: "[CDATA[".utf8)
    }
  }

  /// The values of all that looks like `xmlns="…"`, `xmlns:a='…'`, wherever it stands.
  private static func namespaces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.ranges(of: "xmlns".utf8).map { range in
      guard let quote = bytes[range.upperBound...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { return [] }
      let value = bytes[(quote + 1)...]
      return value[..<(value.firstIndex(of: bytes[quote]) ?? value.endIndex)]
    }
  }
}
