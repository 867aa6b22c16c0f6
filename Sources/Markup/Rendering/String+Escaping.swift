import HTML

extension String {
  /// Appends `value` with `& < > "` as references: right in running text and in attributes in double quotes. Control
  /// characters, which no HTML may hold, are left out unless they are asked for.
  mutating func appendEscaped(_ value: some StringProtocol, keepingControls: Bool = false) {
    self += String(value).replacingBytes { byte in
      HTML.escape(for: byte) ?? (!keepingControls && HTML.isControl(byte) ? "" : nil)
    }
  }

  /// The text without control characters, where there are any.
  var withoutControls: String { replacingBytes { HTML.isControl($0) ? "" : nil } }

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
