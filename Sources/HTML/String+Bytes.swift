extension String {
  /// Whether one of its bytes fulfils `condition`. To look through ``Swift/String/utf8`` takes far longer, since it asks for
  /// each byte how the text is stored.
  @inlinable package func holdsByte(where condition: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: condition) } ?? utf8.contains(where: condition)
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
}
