import HTML

/// A JSON value (RFC 8259) whose members stay in the order written.
indirect enum JSON: Sendable {
  case string(String)
  case integer(Int)
  /// Finite, else `null` is written.
  case decimal(Double)
  case boolean(Bool)
  case array([JSON])
  case object([(String, JSON)])

  /// The value as text. `<`, `>` and `&` are written as escapes, so that it may stand in a `<script>` as it is.
  var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): Self.write(text, to: &bytes)
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += (number.isFinite ? String(number) : "null").utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    text.withBytes { utf8 in
      var start = 0
      for (index, byte) in utf8.enumerated() where needsEscape(byte) {
        // Line and paragraph separators, U+2028 and U+2029, end a line in older JavaScript.
        let isSeparator = byte == 0xE2 && utf8[index...].starts(with: [0xE2, 0x80]) && utf8[index + 2] & 0xFE == 0xA8
        if byte == 0xE2, !isSeparator { continue }
        bytes += utf8[start..<index]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        case 0xE2: bytes += (utf8[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
        default: bytes += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
        }
        start = index + (isSeparator ? 3 : 1)
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x00...0x1F,
      0x7F, 0xE2:
      true
    default: false
    }
  }
}

extension JSON {
  /// An object of the members that have a value.
  static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A text, or `nil` where there is none.
  static func text(_ text: String?) -> JSON? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }
}
