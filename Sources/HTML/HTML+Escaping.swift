extension HTML {
  /// `text` with the characters that mean something in HTML replaced by references; right in running text and in quoted
  /// attributes. C0 control characters other than tab and line ends are left out.
  package static func escaped(_ text: String) -> String {
    text.replacingBytes { byte in
      switch byte {
      case UInt8(ascii: "'"): "&#39;"
      default: escape(for: byte) ?? (isControl(byte) ? "" : nil)
      }
    }
  }

  /// The reference for a character that means something in running text or in an attribute in double quotes.
  @inlinable package static func escape(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// C0 controls other than tab and line ends: what `&#1;` or a stray key leaves in a text, and no HTML may hold.
  @inlinable package static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  /// A JSON text in which nothing can end the `<script>` around it, nor the line of a script: `<` as `\u003c` and so on.
  /// These signs stand inside strings only, where the escape means the same.
  package static func escapedJSON(_ json: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.utf8.count + 64)
    for byte in json.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      // The last byte of U+2028 and U+2029, which end the line of a script.
      case 0xA8...0xA9 where bytes.suffix(2).elementsEqual(lineSeparatorStart):
        bytes.removeLast(2)
        bytes += "\\u202\(byte & 0x0F)".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let lineSeparatorStart: [UInt8] = [0xE2, 0x80]
}
