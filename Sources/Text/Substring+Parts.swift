extension Substring {
  /// The parts between the bytes `sign`, empty ones among them. Many times quicker than to part by a character, whose end has to
  /// be looked for; `sign` is ASCII (below 128), which is never a part of another sign in UTF-8 (RFC 3629, 3).
  package func parts(at sign: UInt8) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while let end = rest.firstOffset(of: sign) {
      let index = rest.utf8.index(rest.startIndex, offsetBy: end)
      parts.append(rest[..<index])
      rest = rest[rest.utf8.index(after: index)...]
    }
    parts.append(rest)
    return parts
  }

  private func firstOffset(of sign: UInt8) -> Int? {
    if let found = utf8.withContiguousStorageIfAvailable({ $0.firstOffset(of: sign) }) { return found }
    return utf8.firstIndex(of: sign).map { utf8.distance(from: startIndex, to: $0) }
  }
}
