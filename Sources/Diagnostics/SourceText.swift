import Text

/// A file of the content as it was read: what places are counted in and lines are shown from.
package struct SourceText: Sendable {
  /// Path from the project's root: `Content/nouvelles/x.md`.
  package let path: String
  package let bytes: [UInt8]
  /// Where each line begins. A file can have as many remarks as lines: none may count its way from the top.
  private let lineStarts: [Int32]
  private let hasCarriageReturn: Bool

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    (lineStarts, hasCarriageReturn) = Self.lines(of: bytes)
  }

  /// How many lines there are, one at least.
  package var lineCount: Int { lineStarts.count }

  private static func lines(of bytes: [UInt8]) -> (starts: [Int32], hasCarriageReturn: Bool) {
    var starts: [Int32] = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    return bytes.withUnsafeBufferPointer { bytes in
      var carriageReturn = bytes.firstOffset(of: .carriageReturn)
      let hasCarriageReturn = carriageReturn != nil
      var lineFeed = bytes.firstOffset(of: .lineFeed)
      while case let end = min(carriageReturn ?? .max, lineFeed ?? .max), end < bytes.count {
        if end == carriageReturn {
          carriageReturn = bytes.firstOffset(of: .carriageReturn, from: end + 1)
          // CR LF ends one line.
          if lineFeed == end + 1 { continue }
        } else {
          lineFeed = bytes.firstOffset(of: .lineFeed, from: end + 1)
        }
        starts.append(Int32(clamping: end + 1))
      }
      return (starts, hasCarriageReturn)
    }
  }

  /// The place of the bytes in `range`; cut at the end of the line on which it begins.
  package func place(_ range: Range<Int>) -> SourceLocation {
    let start = min(max(range.lowerBound, 0), bytes.count)
    let line = lineBounds(around: start)
    let end = max(start, min(range.upperBound, line.bounds.upperBound))
    let before = characters(in: line.bounds.lowerBound..<start)
    // What begins with an accent is one character with what stands before it: then it is counted from where the line begins.
    let isAlone = start == line.bounds.lowerBound || isASCII(start - 1..<start)
    let length =
      isAlone && isASCII(start..<end) ? end - start : characters(in: line.bounds.lowerBound..<end) - before
    return SourceLocation(file: path, line: line.number, column: before + 1, length: max(1, length))
  }

  /// The place of a line (from 1) and, where it is known (not 0), a column counted in bytes from 1.
  package func place(line: Int, column: Int = 0, length: Int = 1) -> SourceLocation {
    guard column > 0, let bounds = bounds(ofLine: line) else { return SourceLocation(file: path, line: line) }
    let start = min(bounds.lowerBound + column - 1, bounds.upperBound)
    return place(start..<(start + length))
  }

  /// The file as a whole.
  package var wholePlace: SourceLocation { SourceLocation(file: path) }

  /// The text of line `number`, from 1, without its end.
  package func line(_ number: Int) -> String? {
    bounds(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Where line `number`, from 1, stands, without its end.
  package func bounds(ofLine number: Int) -> Range<Int>? {
    guard number >= 1, number <= lineStarts.count else { return nil }
    return Int(lineStarts[number - 1])..<end(ofLine: number - 1)
  }

  /// Where the line stands that holds the byte at `offset`, without its end.
  package func bounds(around offset: Int) -> Range<Int> { lineBounds(around: offset).bounds }

  /// Whether its lines end in more than one way: LF, CR LF, CR.
  package var hasMixedLineEnds: Bool {
    guard hasCarriageReturn else { return false }
    var found: Set<Int> = []
    var offset = firstOffset
    while offset < bytes.count, found.count < 2 {
      let end = lineEnd(from: offset)
      offset = afterLineEnd(end)
      // CR LF has two bytes; LF and CR are distinguished by their value.
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
    // The last line that begins at `offset` or before.
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let start = Int(lineStarts[low])
    return (low + 1, min(start, offset)..<end(ofLine: low))
  }

  /// Where the line ends that begins at `lineStarts[index]`, before its CR, LF or CR LF.
  private func end(ofLine index: Int) -> Int {
    guard index + 1 < lineStarts.count else { return bytes.count }
    let end = Int(lineStarts[index + 1]) - 1
    let hasBoth = bytes[end] == 0x0A && end > Int(lineStarts[index]) && bytes[end - 1] == 0x0D
    return hasBoth ? end - 1 : end
  }

  /// Within a line each character of ASCII is one byte.
  private func characters(in range: Range<Int>) -> Int {
    isASCII(range) ? range.count : String(decoding: bytes[range], as: UTF8.self).count
  }

  private func isASCII(_ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { $0[range].allSatisfy { $0 < 0x80 } }
  }
}
