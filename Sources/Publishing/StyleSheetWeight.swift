/// What a style sheet weighs beyond what it says: remarks, indentation, the last semicolon. Every page waits for it.
enum StyleSheetWeight {
  /// `sheet` without remarks and needless blanks (CSS Syntax Module Level 3, 4.2). Strings and addresses stay as they are.
  static func lightened(_ sheet: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(sheet.count)
    var at = 0
    var isBlankDue = false

    /// Writes the bytes up to `end`, with the blank that was passed over before them where it means something.
    func write(upTo end: Int) {
      if isBlankDue, let last = result.last, !needNoBlankBehind.contains(last),
        !needNoBlankBefore.contains(sheet[at])
      {
        result.append(UInt8(ascii: " "))
      }
      isBlankDue = false
      if sheet[at] == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
      result += sheet[at..<end]
      at = end
    }

    while at < sheet.count {
      switch sheet[at] {
      case let byte where isBlank(byte):
        isBlankDue = true
        at += 1
      case UInt8(ascii: "/") where at + 1 < sheet.count && sheet[at + 1] == UInt8(ascii: "*"):
        let end = endOfRemark(in: sheet, from: at + 2)
        // Between two words a remark keeps them apart, and is no blank.
        let isNeeded =
          !isBlankDue && !(result.last.map(needNoBlankBehind.contains) ?? true) && end < sheet.count
          && !isBlank(sheet[end]) && !needNoBlankBefore.contains(sheet[end])
        if isNeeded { result += "/**/".utf8 }
        at = end
      case UInt8(ascii: "\""), UInt8(ascii: "'"): write(upTo: endOfString(in: sheet, from: at))
      case UInt8(ascii: "(") where result.suffix(3).elementsEqual("url".utf8) && !isBlankDue:
        write(upTo: endOfAddress(in: sheet, from: at))
      default: write(upTo: at + 1)
      }
    }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }

  private static let needNoBlankBehind = Set("{};,:".utf8)
  /// Not `:`, before which a blank makes a selector another one.
  private static let needNoBlankBefore = Set("{};,".utf8)

  private static func endOfRemark(in sheet: [UInt8], from start: Int) -> Int {
    var at = start
    while at + 1 < sheet.count {
      if sheet[at] == UInt8(ascii: "*"), sheet[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return sheet.count
  }

  private static func endOfString(in sheet: [UInt8], from start: Int) -> Int {
    var at = start + 1
    while at < sheet.count {
      if sheet[at] == UInt8(ascii: "\\") {
        at += 2
      } else if sheet[at] == sheet[start] {
        return at + 1
      } else {
        at += 1
      }
    }
    return sheet.count
  }

  /// Behind the bracket that ends `url(…)`, which may hold anything where it is not quoted.
  private static func endOfAddress(in sheet: [UInt8], from start: Int) -> Int {
    var at = start + 1
    while at < sheet.count, sheet[at] != UInt8(ascii: ")") {
      let isQuote = sheet[at] == UInt8(ascii: "\"") || sheet[at] == UInt8(ascii: "'")
      at = isQuote ? endOfString(in: sheet, from: at) : at + 1
    }
    return min(at + 1, sheet.count)
  }
}
