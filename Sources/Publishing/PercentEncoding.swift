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
      default: result += "%\(Hexadecimal.text(of: byte).uppercased())".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Bytes as two hexadecimal digits.
enum Hexadecimal {
  static func text(of byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
