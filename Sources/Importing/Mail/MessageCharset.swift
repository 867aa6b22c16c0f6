import Reading

/// The texts of messages, in the charsets that mail programs send here.
enum MessageCharset {
  /// `bytes` as text; what the charset has no sign for becomes « U+FFFD ».
  ///
  /// - Parameter name: as the message has it; case does not count. A charset that is not known is taken for that of Windows
  ///   where the bytes are no UTF-8.
  static func text(_ bytes: some Sequence<UInt8>, _ name: String?) -> String {
    let bytes = Array(bytes)
    let name = name?.lowercased().filter { $0.isLetter || $0.isNumber } ?? ""
    if name == "iso885915" || name == "latin9" { return latin9(bytes) }
    if name == "iso88591" || name == "latin1" || name.hasPrefix("windows12") || name == "cp1252" {
      return windows(bytes)
    }
    return ForeignEncoding.text(of: bytes) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Byte by byte: some sequences of letters are UTF-8 too.
  private static func windows(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(ForeignEncoding.windowsScalar(byte) ?? "\u{FFFD}") }
    return String(text)
  }

  /// ISO 8859-15: as Latin-1 but for eight signs.
  private static func latin9(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(changed[byte] ?? ForeignEncoding.windowsScalar(byte) ?? "\u{FFFD}") }
    return String(text)
  }

  private static let changed: [UInt8: Unicode.Scalar] = [
    0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
  ]
}
