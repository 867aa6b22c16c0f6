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
  package func holds(_ part: StaticString) -> Bool { offset(of: part) != nil }

  /// How many bytes stand before `part`, where it first stands in it; see ``holds(_:)``.
  package func offset(of part: StaticString) -> Int? {
    withBytes { bytes in part.withUTF8Buffer { bytes.firstOffset(of: $0) } }
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
    let found = offsets(of: part)
    guard !found.isEmpty else { return self }
    return withBytes { bytes in
      replacement.withBytes { replacement in
        let length = part.utf8.count
        let size = bytes.count + found.count * (replacement.count - length)
        return String(unsafeUninitializedCapacity: size) { result in
          var (position, end) = (0, 0)
          func append(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
            end = result[end...].initialize(fromContentsOf: part)
          }
          for offset in found {
            append(bytes[position..<offset])
            append(replacement[...])
            position = offset + length
          }
          append(bytes[position...])
          return end
        }
      }
    }
  }
}
