import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// Where `part` first stands at `start` or behind it; `nil` where it does not. An empty part stands nowhere.
  package func firstOffset(of part: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = baseAddress, let sought = part.baseAddress, !part.isEmpty, count - start >= part.count else {
      return nil
    }
    var position = start
    while let found = firstOffset(of: part[0], from: position), count - found >= part.count {
      if memcmp(base + found, sought, part.count) == 0 { return found }
      position = found + 1
    }
    return nil
  }

  /// Whether both hold the same bytes.
  package func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let base = baseAddress, let otherBase = other.baseAddress else { return true }
    return memcmp(base, otherBase, count) == 0
  }

  /// Where `byte` first stands at `start` or behind it; `nil` where it does not.
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count else { return nil }
    // The C library looks at many bytes at once.
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
  }
}

extension String {
  /// Where the bytes of `part`, which is not empty, stand in it, none over another, in order. Whatever stands before and behind
  /// them is not looked at: a part that begins or ends within a character is found all the same.
  package func offsets(of part: String) -> [Int] {
    withBytes { bytes in
      part.withBytes { part in
        var offsets: [Int] = []
        var position = 0
        while let found = bytes.firstOffset(of: part, from: position) {
          offsets.append(found)
          position = found + part.count
        }
        return offsets
      }
    }
  }

  /// What stands from one offset to another of its UTF-8; both are ends of characters.
  package subscript(bytes range: Range<Int>) -> Substring {
    self[utf8.index(startIndex, offsetBy: range.lowerBound)..<utf8.index(startIndex, offsetBy: range.upperBound)]
  }
}
