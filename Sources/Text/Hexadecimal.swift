/// Bytes as two hexadecimal digits.
package enum Hexadecimal {
  package static let small = Array("0123456789abcdef".utf8)
  package static let capitals = Array("0123456789ABCDEF".utf8)

  /// In small letters.
  package static func text(of bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in bytes { append(byte, to: &result, digits: small) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Puts the two digits of `byte` at the end of `bytes`.
  package static func append(_ byte: UInt8, to bytes: inout [UInt8], digits: [UInt8]) {
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }

  /// The value of a digit, small or capital; `nil` for any other byte.
  package static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
