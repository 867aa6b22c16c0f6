import Text

/// The transfer encoding of text in mail (RFC 2045, 6.7).
enum QuotedPrintable {
  /// `text` in lines of 76 characters at most, ends of line written as CRLF.
  static func encoded(_ text: String) -> String {
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
}
