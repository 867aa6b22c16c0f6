import Text

/// A text that is put together piece by piece. It grows as UTF-8: to append to a `String` takes three times as long, and
/// pages are made of many small pieces.
package struct TextBuilder: Sendable, Hashable {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8]

  package init(_ text: String = "") { bytes = Array(text.utf8) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package static func += (builder: inout TextBuilder, text: String) {
    text.withBytes { builder.bytes.append(contentsOf: $0) }
  }

  package static func += (builder: inout TextBuilder, other: TextBuilder) { builder.bytes += other.bytes }

  /// Appends `text` with what `replacements` has in the place of each sign.
  package mutating func append(_ text: String, replacing replacements: SignReplacements) {
    text.withBytes { utf8 in
      var start = 0
      for index in 0..<utf8.count where replacements.replaces(utf8[index]) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        bytes += replacements[utf8[index]].utf8
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Appends a JSON text in which nothing can end the `<script>` around it, nor the line of a script: `<` as `\u003c` and so
  /// on. These signs stand inside strings only, where the escape means the same.
  mutating func append(json: String) {
    json.withBytes { utf8 in
      var start = 0
      // The last byte of U+2028 and U+2029, which end the line of a script, is A8 or A9.
      for index in 0..<utf8.count where utf8[index] < 0x40 || utf8[index] & 0xFE == 0xA8 {
        let (escape, length): (StaticString, Int)
        switch utf8[index] {
        case UInt8(ascii: "<"): (escape, length) = ("\\u003c", 1)
        case UInt8(ascii: ">"): (escape, length) = ("\\u003e", 1)
        case UInt8(ascii: "&"): (escape, length) = ("\\u0026", 1)
        case 0xA8...0xA9 where index >= start + 2 && utf8[index - 2] == 0xE2 && utf8[index - 1] == 0x80:
          (escape, length) = (utf8[index] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...index].dropLast(length)))
        escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Appends one byte of ASCII.
  package mutating func append(ascii byte: UInt8) { bytes.append(byte) }

  /// Takes away all behind the first `count` bytes, which end with a character.
  package mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }
}
