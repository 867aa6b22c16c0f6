import Text

/// Breaking running text into lines.
package enum TextWrapping {
  /// `text` in lines of at most `width` characters, broken at plain spaces alone, which leave no-break spaces where they
  /// are; words longer than a line stay whole. Runs of spaces count as one; whatever ends a line in `text` begins one here.
  ///
  /// A space is one whatever stands behind it: with an accent or a joiner that has no letter it makes one character, which
  /// must be distinguished from a space all the same.
  package static func lines(_ text: String, width: Int) -> [String] {
    let width = max(width, 1)
    return text.withBytes { bytes in
      var wrapping = Wrapping(width: width)
      var start = 0
      var index = 0
      while index < bytes.count {
        guard let length = separator(at: index, in: bytes) else {
          index += 1
          continue
        }
        wrapping.add(bytes[start..<index])
        if bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t") { wrapping.endLine() }
        index += length
        start = index
      }
      wrapping.add(bytes[start...])
      wrapping.endLine()
      return wrapping.lines
    }
  }

  /// How many bytes the space or the end of a line has that begins at `index`, if one does: tab, LF, VT, FF, CR, space, U+0085,
  /// U+2028, U+2029 (Unicode Standard, 5.8).
  private static func separator(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    switch bytes[index] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2 where bytes[index + 1] == 0x85: return 2
    case 0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]): return 3
    default: return nil
    }
  }

  /// Words put one behind the other, as many as go on a line.
  private struct Wrapping {
    typealias Word = Slice<UnsafeBufferPointer<UInt8>>

    let width: Int
    private(set) var lines: [String] = []
    private var line: [UInt8] = []
    private var length = 0

    init(width: Int) { self.width = width }

    mutating func add(_ word: Word) {
      guard !word.isEmpty else { return }
      let count = Self.characters(in: word)
      if length > 0, length + 1 + count > width { endLine() }
      if length > 0 {
        line.append(UInt8(ascii: " "))
        length += 1
      }
      line += word
      length += count
    }

    mutating func endLine() {
      guard length > 0 else { return }
      lines.append(String(decoding: line, as: UTF8.self))
      line.removeAll(keepingCapacity: true)
      length = 0
    }

    /// Below U+0300 nothing joins, nor do dashes, quotation marks and other signs from U+2010 to U+202F: most words are
    /// counted without looking anything up in the tables of Unicode.
    private static func characters(in word: Word) -> Int {
      for index in word.indices where word[index] >= 0xCC {
        guard word[index] == 0xE2, word[index + 1] == 0x80, (0x90...0xAF).contains(word[index + 2]) else {
          return String(decoding: word, as: UTF8.self).count
        }
      }
      return word.count { $0 & 0xC0 != 0x80 }
    }
  }
}
