import HTML
import Text

extension TextBuilder {
  /// Appends `value` with `& < > "` as references: right in running text and in attributes in double quotes. Control
  /// characters, which no HTML may hold, are left out unless they are asked for.
  mutating func appendEscaped(_ value: some StringProtocol, keepingControls: Bool = false) {
    append(String(value), replacing: keepingControls ? Self.references : .markup)
  }

  private static let references = SignReplacements(MarkupSign.reference)

  /// Appends `address` for an attribute in double quotes: what may not stand in an address is percent-encoded, what is
  /// already encoded stays (`houdini_escape_href` of cmark).
  mutating func appendEscapedAddress(_ address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        append(ascii: byte)
      case UInt8(ascii: "&"): self += "&amp;"
      case UInt8(ascii: "'"): self += "&#x27;"
      default:
        if Self.addressSigns.contains(byte) {
          append(ascii: byte)
        } else {
          for digit in [UInt8(ascii: "%"), Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)]] {
            append(ascii: digit)
          }
        }
      }
    }
  }

  private static let addressSigns = Array("!#$%()*+,-./:;=?@_~".utf8)
  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}

extension String {
  /// The text without control characters, where there are any.
  var withoutControls: String { replacingBytes { MarkupSign.isControl($0) ? "" : nil } }
}
