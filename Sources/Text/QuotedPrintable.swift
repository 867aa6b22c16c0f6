/// The transfer encoding of text in mail (RFC 2045, 6.7).
package enum QuotedPrintable {
  /// `text` in lines of 76 characters at most, ends of line written as CRLF.
  package static func encoded(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      append(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, to: &result)
      result += end
    }
    // Ends of line stand between the lines.
    result.removeLast(end.count)
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    // What old programs on the way would change is encoded too: a dot alone on its line, « From » at its head.
    let isFrom = line.starts(with: "From ".utf8)
    var column = 0
    for index in line.indices {
      let byte = line[index]
      let isLast = index == line.endIndex - 1
      var isEscaped: Bool
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): isEscaped = isLast
      case UInt8(ascii: "="), 0..<32, 127...255: isEscaped = true
      case UInt8(ascii: "."): isEscaped = column == 0
      case UInt8(ascii: "F"): isEscaped = column == 0 && isFrom
      default: isEscaped = false
      }
      // A line that goes on keeps one column for the sign that says so; what is cut off begins anew at column 0.
      if column + (isEscaped ? 3 : 1) > (isLast ? 76 : 75) {
        result.append(UInt8(ascii: "="))
        result += end
        column = 0
        if byte == UInt8(ascii: ".") { isEscaped = true }
      }
      if isEscaped {
        result.append(UInt8(ascii: "="))
        Hexadecimal.append(byte, to: &result, digits: Hexadecimal.capitals)
      } else {
        result.append(byte)
      }
      column += isEscaped ? 3 : 1
    }
  }

  private static let end: [UInt8] = [13, 10]

  /// The bytes that were encoded. What is no escape stays as it is, and blanks before an end of line are left out: programs on
  /// the way put them there.
  package static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    /// Where the blanks begin that may turn out to stand before an end of line.
    var blanks: Int?
    while index < bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      switch byte {
      case UInt8(ascii: "="):
        blanks = nil
        if let end = lineEnd(in: bytes, at: index) {
          index = end
        } else if let (value, end) = escaped(in: bytes, at: index) {
          result.append(value)
          index = end
        } else {
          result.append(byte)
        }
      case .space, .tab:
        blanks = blanks ?? result.count
        result.append(byte)
      case .lineFeed, .carriageReturn:
        if let start = blanks { result.removeSubrange(start...) }
        blanks = nil
        result.append(byte)
      default:
        blanks = nil
        result.append(byte)
      }
    }
    return result
  }

  /// Behind the end of line that stands at `index`, blanks before it passed over; `nil` where there is none.
  private static func lineEnd<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, at index: Bytes.Index
  ) -> Bytes.Index? {
    let rest = bytes[index...].drop { $0.isBlank || $0 == .carriageReturn }
    if rest.isEmpty { return bytes.endIndex }
    return rest.first == .lineFeed ? rest.index(after: rest.startIndex) : nil
  }

  private static func escaped<Bytes: RandomAccessCollection<UInt8>>(
    in bytes: Bytes, at index: Bytes.Index
  ) -> (UInt8, Bytes.Index)? {
    let digits = bytes[index...].prefix(2)
    guard digits.count == 2, let high = digits.first.flatMap(Hexadecimal.value),
      let low = digits.last.flatMap(Hexadecimal.value)
    else { return nil }
    return (high << 4 | low, digits.endIndex)
  }
}
