/// A file of the content as it was read: what places are counted in and lines are shown from.
package struct SourceText: Sendable {
  /// Path from the project's root: `Content/nouvelles/x.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The place of the bytes in `range`; cut at the end of the line on which it begins.
  package func place(_ range: Range<Int>) -> SourcePlace {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = lineBounds(around: start)
    let end = max(start, min(range.upperBound, line.bounds.upperBound))
    let column = characters(in: line.bounds.lowerBound..<start) + 1
    return SourcePlace(file: path, line: line.number, column: column, length: max(1, characters(in: start..<end)))
  }

  /// The place of a line (from 1) and, where it is known (not 0), a column counted in bytes from 1.
  package func place(line: Int, column: Int = 0, length: Int = 1) -> SourcePlace {
    guard column > 0, let bounds = bounds(ofLine: line) else { return SourcePlace(file: path, line: line) }
    let start = min(bounds.lowerBound + column - 1, bounds.upperBound)
    return place(start..<(start + length))
  }

  /// The file as a whole.
  package var wholePlace: SourcePlace { SourcePlace(file: path) }

  /// The text of line `number`, from 1, without its end.
  package func line(_ number: Int) -> String? {
    bounds(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where line `number`, from 1, stands, without its end.
  package func bounds(ofLine number: Int) -> Range<Int>? {
    guard number >= 1 else { return nil }
    var current = 1
    var start = firstOffset
    while start <= bytes.count {
      let end = lineEnd(from: start)
      if current == number { return start..<end }
      if end == bytes.count { return nil }
      start = afterLineEnd(end)
      current += 1
    }
    return nil
  }

  /// Whether its lines end in more than one way: LF, CR LF, CR.
  package var hasMixedLineEnds: Bool {
    guard bytes.contains(0x0D) else { return false }
    var found: Set<Int> = []
    var offset = firstOffset
    while offset < bytes.count, found.count < 2 {
      let end = lineEnd(from: offset)
      offset = afterLineEnd(end)
      // CR LF has two bytes; LF and CR are told apart by their value.
      if end < bytes.count { found.insert(offset - end == 2 ? 2 : Int(bytes[end])) }
    }
    return found.count > 1
  }

  /// Behind a byte order mark, if there is one.
  package var firstOffset: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Where the line that holds the byte at `offset` ends: before its CR, LF or CR LF.
  package func lineEnd(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// Where the next line begins, given where one ends.
  package func afterLineEnd(_ end: Int) -> Int {
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private func lineBounds(around offset: Int) -> (number: Int, bounds: Range<Int>) {
    var number = 1
    var start = firstOffset
    while true {
      let end = lineEnd(from: start)
      let next = afterLineEnd(end)
      if offset < next || end == bytes.count { return (number, min(start, offset)..<end) }
      start = next
      number += 1
    }
  }

  private func characters(in range: Range<Int>) -> Int {
    range.isEmpty ? 0 : String(decoding: bytes[range], as: UTF8.self).count
  }
}
