/// The transfer encoding of text in mail (RFC 2045, 6.7).
enum QuotedPrintable {
  /// `text` in lines of 76 characters at most, ends of line written as CRLF.
  static func encoded(_ text: String) -> String {
    var result: [UInt8] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      append(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, to: &result)
      result += [13, 10]
    }
    // Ends of line stand between the lines.
    result.removeLast(2)
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ line: Substring.UTF8View, to result: inout [UInt8]) {
    // What old programs on the way would change is encoded too: a dot alone on its line, « From » at its head.
    let isFrom = line.starts(with: "From ".utf8)
    var column = 0
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let next = line.index(after: index)
      let isLast = next == line.endIndex
      let token: [UInt8]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): token = isLast ? escape(byte) : [byte]
      case UInt8(ascii: "="), 0..<32, 127...255: token = escape(byte)
      case UInt8(ascii: ".") where column == 0, UInt8(ascii: "F") where column == 0 && isFrom: token = escape(byte)
      default: token = [byte]
      }
      // A line that goes on keeps one column for the sign that says so; what is cut off begins anew at column 0.
      if column + token.count > (isLast ? 76 : 75) {
        result += [UInt8(ascii: "="), 13, 10]
        column = 0
        if token == [UInt8(ascii: ".")] {
          result += escape(byte)
          column = 3
          index = next
          continue
        }
      }
      result += token
      column += token.count
      index = next
    }
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "=")] + Array(Hexadecimal.text(of: byte).uppercased().utf8)
  }
}
