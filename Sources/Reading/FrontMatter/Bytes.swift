import Text

extension [UInt8] {
  /// `range` without blanks (no-break ones too, which French keyboards put before a colon) at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if self[start].isBlank {
        start += 1
      } else if let length = noBreakSpace(at: start, before: end) {
        start += length
      } else {
        break
      }
    }
    while start < end {
      if self[end - 1].isBlank {
        end -= 1
      } else if end - start >= 2, noBreakSpace(at: end - 2, before: end) == 2 {
        end -= 2
      } else if end - start >= 3, noBreakSpace(at: end - 3, before: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The length of U+00A0 or U+202F at `index`.
  private func noBreakSpace(at index: Int, before end: Int) -> Int? {
    if self[index] == 0xC2, index + 1 < end, self[index + 1] == 0xA0 { return 2 }
    if self[index] == 0xE2, index + 2 < end, self[index + 1] == 0x80, self[index + 2] == 0xAF { return 3 }
    return nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// Whether `word` stands at `index`.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { buffer in
      for (offset, byte) in buffer.enumerated() where self[index + offset] != byte { return false }
      return true
    }
  }
}
