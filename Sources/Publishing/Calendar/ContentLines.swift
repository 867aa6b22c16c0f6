import Text

/// Writes iCalendar's content lines (RFC 5545, 3.1): CRLF at the end of each, folded at 75 octets.
struct ContentLines: Sendable {
  private(set) var bytes: [UInt8] = []

  /// A property whose value is written as it stands: dates, numbers, addresses. `name` may have parameters.
  mutating func add(_ name: String, _ value: String) {
    append(folding: Array(name.utf8) + [UInt8(ascii: ":")] + Array(value.utf8))
  }

  /// A property whose value is TEXT (RFC 5545, 3.3.11).
  mutating func add(_ name: String, text: String) {
    add(name, Self.escaped(text))
  }

  /// A property whose value is an address: what a URI can't hold is percent-encoded, nothing is escaped.
  mutating func add(_ name: String, uri: String) {
    add(name, Self.uri(uri))
  }

  mutating func append(_ other: ContentLines) { bytes += other.bytes }

  /// The most octets of a line, without its CRLF.
  private static let width = 75

  private mutating func append(folding line: [UInt8]) {
    var start = 0
    var room = Self.width
    while line.count - start > room {
      var end = start + room
      // Not within a character: the octets after its first begin with the bits 10.
      while line[end] & 0xC0 == 0x80, end > start + 1 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      // The space counts.
      room = Self.width - 1
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }

  /// `\`, `;`, `,` and line ends escaped, and nothing else; control characters left out, tabs made spaces.
  static func escaped(_ text: String) -> String {
    guard text.holdsByte(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      defer { lastWasReturn = scalar == "\r" }
      switch scalar {
      case "\\", ";", ",": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\n" where lastWasReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case "\t": bytes.append(UInt8(ascii: " "))
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FEFF}": break
      case "\u{20}"..."\u{7E}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default: bytes += UTF8.encode(scalar) ?? .init()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a character that begins with this byte may have to be written otherwise: U+0080 to U+00BF begin with C2, line
  /// ends of Unicode with E2, a byte order mark with EF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","), 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// An address with everything percent-encoded that RFC 3986 does not allow in one.
  static func uri(_ address: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(address.utf8.count + 16)
    for byte in address.utf8 {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
      default: PercentCoding.append(byte, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
