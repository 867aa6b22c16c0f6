/// What the scanner asks about bytes.
extension TemplateScanner {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// Whether `name` is `expected`, which is in lower case, whatever its own case.
  static func equal(_ name: UnsafeBufferPointer<UInt8>.SubSequence, _ expected: StaticString) -> Bool {
    guard name.count == expected.utf8CodeUnitCount else { return false }
    return expected.withUTF8Buffer { bytes in
      zip(name, bytes).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && isLetter($0)) }
    }
  }

  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, with expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return equal(bytes[position..<position + count], expected)
  }

  static func find(_ expected: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    bytes.indices.suffix(from: start).first { starts(bytes, $0, with: expected) }
  }
}
