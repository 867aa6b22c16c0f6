/// Comparing as a reader would: case and accents do not count.
package enum Folding {
  /// `text` in lower case, without accents, `œ` as `oe`, `æ` as `ae`, `ß` as `ss`, all apostrophes as `'`, every run of
  /// spaces of any kind as one plain space, trimmed. Letters of other scripts than Latin are put in lower case only;
  /// what has no width (soft hyphens, joiners, direction marks) is dropped. Both normal forms of Unicode give the same.
  package static func folded(_ text: String) -> String {
    String(decoding: foldedBytes(text), as: UTF8.self)
  }

  /// What ``folded(_:)`` gives, in UTF-8: where the bytes are compared and no string is wanted.
  package static func foldedBytes(_ text: String) -> [UInt8] {
    text.withBytes { utf8 in
      // No character is folded to more than twice its bytes.
      [UInt8](unsafeUninitializedCapacity: utf8.count * 2) { buffer, count in
        var bytes = FoldedBytes(buffer)
        fold(utf8, into: &bytes)
        count = bytes.count
      }
    }
  }

  /// Where folded text is written to. Each of its bytes is put there one by one, which an array takes ten times as long for.
  private struct FoldedBytes {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    var last: UInt8? { count > 0 ? buffer[count - 1] : nil }

    mutating func append(_ byte: UInt8) {
      guard count < buffer.count else { return }
      buffer.initializeElement(at: count, to: byte)
      count += 1
    }

    mutating func append(contentsOf bytes: some Sequence<UInt8>) {
      for byte in bytes { append(byte) }
    }

    mutating func removeLast() { count -= 1 }
  }

  private static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout FoldedBytes) {
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
        index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        bytes.append(byte | 0x20)
        index += 1
      case space:
        if let last = bytes.last, last != space { bytes.append(space) }
        index += 1
      case 0x00..<0x80:
        append(Unicode.Scalar(byte), to: &bytes)
        index += 1
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        // Strings are valid UTF-8.
        var scalar = UInt32(byte) & (0x7F >> UInt32(length))
        for next in utf8[min(index + 1, utf8.count)..<min(index + length, utf8.count)] {
          scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        if let scalar = Unicode.Scalar(scalar) { append(scalar, to: &bytes) }
        index += length
      }
    }
    if bytes.last == space { bytes.removeLast() }
  }

  /// A number that texts share that fold alike; of texts that do not, two in some 10^19 (FNV-1a of 64 bits). The same on
  /// every machine.
  package static func fingerprint(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in foldedBytes(text) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The slug of a name: folded, every run of anything else than `a-z 0-9` turned to one `-`, trimmed; may be empty.
  package static func slug(_ name: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(name.utf8.count)
    for byte in foldedBytes(name) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
      default: if let last = slug.last, last != hyphen { slug.append(hyphen) }
      }
    }
    if slug.last == hyphen { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")
  private static let hyphen = UInt8(ascii: "-")

  /// Puts the folded form of `scalar` at the end of `bytes`, which never begins with a space nor holds two in a row.
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout FoldedBytes) {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      if let last = bytes.last, last != space { bytes.append(space) }
    case 0x41...0x5A:
      bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0x60, 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2032:
      bytes.append(UInt8(ascii: "'"))
    case 0x00..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      break
    case 0x300...0x36F:
      // An accent written after its letter. On a letter of another script it stays: there it is part of the letter.
      if let last = bytes.last, last < 0x80 { break }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
    default:
      if let letter = LatinLetters.base(of: scalar) {
        bytes.append(letter)
      } else if let letters = LatinLetters.ligature(scalar) {
        bytes.append(contentsOf: letters.utf8)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          if lower == scalar {
            bytes.append(contentsOf: UTF8.encode(lower) ?? .init())
          } else {
            // The sign of the ångström is the letter å in lower case.
            append(lower, to: &bytes)
          }
        }
      }
    }
  }
}
