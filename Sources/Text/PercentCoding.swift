/// Percent-encoding (RFC 3986, 2.1), and undoing it.
package enum PercentCoding {
  // MARK: Encoding

  /// `text` as a path: letters, digits and `- . _ ~ /` stay.
  package static func path(_ text: String) -> String { encoded(text) { $0 == UInt8(ascii: "/") } }

  /// `text` as the value of a query parameter, or as a fragment: letters, digits and `- . _ ~` stay.
  package static func query(_ text: String) -> String { encoded(text) { _ in false } }

  /// `text` with all encoded but letters, digits, `- . _ ~` and what is asked for.
  package static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if isUnreserved(byte) || isKept(byte) { result.append(byte) } else { append(byte, to: &result) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Puts `byte` encoded at the end of `bytes`.
  package static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "%"))
    Hexadecimal.append(byte, to: &bytes, digits: Hexadecimal.capitals)
  }

  /// RFC 3986, 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  // MARK: Decoding

  /// `text` with its percent-encoding undone. A `%` without two hexadecimal digits behind it stays; a text that would be
  /// no UTF-8 then stays as it is.
  package static func decoded(_ text: some StringProtocol) -> String {
    // Most texts have none, and are many.
    var text = String(text)
    let isEncoded = text.withUTF8 { $0.contains(UInt8(ascii: "%")) }
    return isEncoded ? String(validating: bytes(text), as: UTF8.self) ?? text : text
  }

  /// The bytes of `text` with its percent-encoding undone, whatever text they are.
  package static func bytes(_ text: some StringProtocol) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = escaped(bytes, at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Whether each `%` has two hexadecimal digits behind it.
  package static func isSound(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.allSatisfy { bytes[$0] != UInt8(ascii: "%") || escaped(bytes, at: $0) != nil }
  }

  private static func escaped(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
      let high = Hexadecimal.value(of: bytes[index + 1]), let low = Hexadecimal.value(of: bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }
}
