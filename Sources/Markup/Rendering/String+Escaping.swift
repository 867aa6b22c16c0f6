extension String {
  /// Appends `value` with `& < > "` as references: right in running text and in attributes in double quotes.
  mutating func appendEscaped(_ value: some StringProtocol) {
    guard value.utf8.contains(where: { Self.escape(for: $0) != nil }) else {
      self += value
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.utf8.count + 32)
    for byte in value.utf8 {
      if let escape = Self.escape(for: byte) {
        bytes.append(contentsOf: escape.utf8)
      } else {
        bytes.append(byte)
      }
    }
    self += String(decoding: bytes, as: UTF8.self)
  }

  private static func escape(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// Appends `address` for an attribute in double quotes: what may not stand in an address is percent-encoded, what is
  /// already encoded stays (`houdini_escape_href` of cmark).
  mutating func appendEscapedAddress(_ address: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(address.utf8.count + 16)
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#x27;".utf8)
      default:
        if Self.addressSigns.contains(byte) {
          bytes.append(byte)
        } else {
          bytes += [UInt8(ascii: "%"), Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)]]
        }
      }
    }
    self += String(decoding: bytes, as: UTF8.self)
  }

  private static let addressSigns = Array("!#$%()*+,-./:;=?@_~".utf8)
  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
