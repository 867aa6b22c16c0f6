extension String {
  /// Gives `body` its bytes. Unlike `withUTF8` it neither changes the text nor holds on to it meanwhile.
  @inlinable package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = self
    return text.withUTF8(body)
  }

  /// Whether one of its bytes fulfils `condition`. To look through ``Swift/String/utf8`` takes far longer, since it asks for
  /// each byte how the text is stored.
  @inlinable package func holdsByte(where condition: (UInt8) -> Bool) -> Bool {
    withBytes { $0.contains(where: condition) }
  }

  /// Whether the bytes of `part`, which is not empty, stand somewhere in it: for signs of ASCII, which no other character
  /// begins or ends with. To look for a text as characters, or as Foundation does, takes far longer.
  @inlinable package func holds(_ part: StaticString) -> Bool {
    withBytes { bytes in
      part.withUTF8Buffer { part in
        guard let first = part.first, bytes.count >= part.count else { return false }
        for start in 0...(bytes.count - part.count) where bytes[start] == first {
          if (1..<part.count).allSatisfy({ bytes[start + $0] == part[$0] }) { return true }
        }
        return false
      }
    }
  }

  /// The text with what `replacement` gives in the place of each byte; where that is `nil` the byte stays. For bytes below
  /// 0x80 alone: others are parts of characters.
  @inlinable package func replacingBytes(_ replacement: (UInt8) -> String?) -> String {
    guard holdsByte(where: { replacement($0) != nil }) else { return self }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count + 32)
    for byte in utf8 {
      if let text = replacement(byte) { bytes += text.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with every `part`, which is not empty, replaced, whatever stands before and behind it.
  package func replacingEach(_ part: String, with replacement: String) -> String {
    let (bytes, part) = (Array(utf8), Array(part.utf8))
    guard let first = part.first else { return self }
    var result: [UInt8] = []
    var start = 0
    var index = 0
    while let found = bytes[index...].firstIndex(of: first) {
      guard bytes[found...].starts(with: part) else {
        index = found + 1
        continue
      }
      result += bytes[start..<found]
      result += replacement.utf8
      start = found + part.count
      index = start
    }
    return start == 0 ? self : String(decoding: result + bytes[start...], as: UTF8.self)
  }
}
