/// Encodings in which other programs than ours save texts.
package enum ForeignEncoding {
  /// The text of a file in UTF-16 with its mark (Unicode 3.10), or of old Windows programs, in UTF-8; `nil` where it is in
  /// neither, or where something of it would be lost.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes) }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var result = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = windowsScalar(byte) else { return nil }
      result.append(scalar)
    }
    return Array(String(result).utf8)
  }

  /// The text of a file in UTF-8, or in one of these encodings; `nil` where it is in none of them.
  package static func text(of bytes: [UInt8]) -> String? {
    String(validating: bytes, as: UTF8.self) ?? decoded(bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let isLittleEndian = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { index -> UInt16 in
      let (low, high) = isLittleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    guard !units.contains(0) else { return nil }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  /// What `byte` means in Windows-1252, where that is a sign of a text.
  package static func windowsScalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0xA0...: return Unicode.Scalar(byte)
    case 0x80..<0xA0: return upper[Int(byte) - 0x80].unicodeScalars.first
    default: return nil
    }
  }

  private static let upper = [
    "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "", "", "‘", "’", "“", "”", "•", "–", "—",
    "˜",
    "™", "š", "›", "œ", "", "ž", "Ÿ",
  ]

  /// The letter that `byte` stands for in Windows-1252, where it is none of ASCII.
  static func windowsLetter(_ byte: UInt8) -> Character? { byte < 0x80 ? nil : windowsScalar(byte).map(Character.init) }
}
