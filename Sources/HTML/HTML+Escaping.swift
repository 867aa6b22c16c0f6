extension HTML {
  /// `text` with the characters that mean something in HTML replaced by references; right in running text and in quoted
  /// attributes. C0 control characters other than tab and line ends are left out.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: if !isSpecial(byte) { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether `byte` can't stand as it is.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    case 0x09, 0x0A, 0x0D: false
    default: byte < 0x20
    }
  }

  /// A JSON text in which nothing can end the `<script>` around it, nor the line of a script: `<` as `\u003c` and so on.
  /// These signs stand inside strings only, where the escape means the same.
  package static func escapedJSON(_ json: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "\\u003c".unicodeScalars)
      case ">": result.append(contentsOf: "\\u003e".unicodeScalars)
      case "&": result.append(contentsOf: "\\u0026".unicodeScalars)
      case "\u{2028}": result.append(contentsOf: "\\u2028".unicodeScalars)
      case "\u{2029}": result.append(contentsOf: "\\u2029".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
