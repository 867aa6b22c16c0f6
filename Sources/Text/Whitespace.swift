extension StringProtocol {
  /// Its words with one space between them, on one line: no whitespace else (Unicode `White_Space`).
  package var collapsingWhitespace: String {
    let isPlain = utf8.withContiguousStorageIfAvailable(isCollapsed) ?? false
    return isPlain ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// Whether a text holds for certain no whitespace but single spaces between words, as most do: it is of ASCII, accented letters of
/// French (U+00C0 to U+00FF, U+0140 to U+017F) and the apostrophe U+2019.
private func isCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var isBlankBefore = true
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case 0x20:
      if isBlankBefore { return false }
      isBlankBefore = true
    case 0x21...0x7E: isBlankBefore = false
    case 0xC3, 0xC5:
      isBlankBefore = false
      index += 1
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 else { return false }
      isBlankBefore = false
      index += 2
    default: return false
    }
    index += 1
  }
  return !isBlankBefore || bytes.isEmpty
}
