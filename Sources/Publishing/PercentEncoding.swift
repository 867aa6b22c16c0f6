/// Percent-encoding (RFC 3986, 2.1).
enum PercentEncoding {
  /// `text` as a path: letters, digits and `- . _ ~ /` stay.
  static func path(_ text: String) -> String {
    encoded(text) { $0 == UInt8(ascii: "/") }
  }

  /// `text` as the value of a query parameter: letters, digits and `- . _ ~` stay.
  static func query(_ text: String) -> String {
    encoded(text) { _ in false }
  }

  private static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.append(byte)
      case _ where isKept(byte): result.append(byte)
      default: append(byte, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Puts `byte` encoded at the end of `bytes`.
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    Hexadecimal.append(byte, to: &bytes, digits: Hexadecimal.capitals)
  }
}

/// Bytes as two hexadecimal digits.
enum Hexadecimal {
  private static let small = Array("0123456789abcdef".utf8)
  static let capitals = Array("0123456789ABCDEF".utf8)

  /// In small letters.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    for byte in bytes { append(byte, to: &result, digits: small) }
    return String(decoding: result, as: UTF8.self)
  }

  static func append(_ byte: UInt8, to bytes: inout [UInt8], digits: [UInt8]) {
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}
