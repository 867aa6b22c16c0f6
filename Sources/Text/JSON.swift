/// A JSON value (RFC 8259) whose members stay in the order written.
package indirect enum JSON: Sendable {
  case null
  case string(String)
  case integer(Int)
  /// Finite, else `null` is written.
  case decimal(Double)
  case boolean(Bool)
  case array([JSON])
  case object([(String, JSON)])

  /// What is escaped in strings besides what has to be; the escapes mean the same to every reader.
  package enum Escaping: Sendable, Hashable {
    /// `<`, `>` and `&`, so that the text may stand in a `<script>` as it is.
    case script
    /// Characters that a terminal would obey, or that turn the direction of other text.
    case terminal
    case none
  }

  /// The value as text on one line.
  package func text(escaping: Escaping = .script) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, escaping)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], _ escaping: Escaping) {
    switch self {
    case .string(let text): Self.write(text, to: &bytes, escaping)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes, escaping)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.0, to: &bytes, escaping)
        bytes.append(UInt8(ascii: ":"))
        member.1.write(to: &bytes, escaping)
      }
      bytes.append(UInt8(ascii: "}"))
    case .null: bytes += "null".utf8
    case .integer(let number): bytes += String(number).utf8
    case .decimal(let number): bytes += Self.text(of: number).utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    }
  }

  /// Whole numbers without decimals.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  // MARK: Lines

  /// The value over several lines, with a line end at its end; arrays of plain values stay on one.
  package var lines: String { lines(indent: "") + "\n" }

  private func lines(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .array(let items) where items.contains(where: \.isNested):
      return "[\n" + items.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .array(let items): return "[" + items.map { $0.lines(indent: "") }.joined(separator: ", ") + "]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { "\(inner)\(JSON.string($0).text(escaping: .none)): \($1.lines(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return text(escaping: .none)
    }
  }

  /// Whether it holds others.
  package var isNested: Bool {
    switch self {
    case .array, .object: return true
    default: return false
    }
  }

  // MARK: Strings

  private static func write(_ text: String, to bytes: inout [UInt8], _ escaping: Escaping) {
    bytes.append(UInt8(ascii: "\""))
    text.withBytes { utf8 in
      var start = 0
      for index in utf8.indices where mayNeedEscape(utf8[index], escaping) {
        guard let (escape, length) = escape(utf8, at: index, escaping) else { continue }
        bytes += utf8[start..<index]
        bytes += escape.utf8
        start = index + length
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a character that begins with this byte may have to be written otherwise.
  private static func mayNeedEscape(_ byte: UInt8, _ escaping: Escaping) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x00...0x1F, 0x7F, 0xE2: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): escaping == .script
    case 0xC2: escaping == .terminal
    default: false
    }
  }

  /// What stands for the character at `index`, and how many bytes it has; `nil` where it may stand itself.
  private static func escape(
    _ utf8: UnsafeBufferPointer<UInt8>, at index: Int, _ escaping: Escaping
  ) -> (String, length: Int)? {
    switch utf8[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0xC2:
      guard index + 1 < utf8.count, (0x80...0x9F).contains(utf8[index + 1]) else { return nil }
      return (reference(0, utf8[index + 1]), 2)
    case 0xE2:
      guard index + 2 < utf8.count, utf8[index + 1] & 0xFE == 0x80 else { return nil }
      // U+2000 to U+207F. Line and paragraph separators, U+2028 and U+2029, end a line in older JavaScript.
      let low = (utf8[index + 1] & 1) << 6 | utf8[index + 2] & 0x3F
      switch low {
      case 0x28...0x29: return (reference(0x20, low), 3)
      case 0x0E...0x0F, 0x2A...0x2E, 0x66...0x69: return escaping == .terminal ? (reference(0x20, low), 3) : nil
      default: return nil
      }
    case let byte: return (reference(0, byte), 1)
    }
  }

  private static func reference(_ high: UInt8, _ low: UInt8) -> String { "\\u" + Hexadecimal.text(of: [high, low]) }
}

extension JSON {
  /// An object of the members that have a value.
  package static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { (name, $0) } })
  }

  /// A text, or `nil` where there is none.
  package static func text(_ text: String?) -> JSON? {
    text.flatMap { $0.isEmpty ? nil : .string($0) }
  }

  package static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
