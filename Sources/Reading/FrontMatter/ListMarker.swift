import Text

/// The sign before a member of a list, as people and word processors write it: `-`, `–`, `•`, `*`, `1.`.
struct ListMarker {
  /// As written, without the blanks behind it.
  let sign: String
  /// Where the member begins.
  let end: Int
  /// Whether it is `-` and a space.
  let isStandard: Bool

  private static let signs = ["-", "–", "—", "−", "•", "◦", "▪", "·", "●", "○", "‣", "\u{F0B7}", "*", "+", "➢"]
  /// Signs that mean something else where a word touches them.
  private static let needsBlank: Set<String> = ["*", "+", "·"]

  /// - Parameter isInline: whether others may follow on the line: then numbers are none.
  init?(_ bytes: [UInt8], _ range: Range<Int>, isInline: Bool = false) {
    guard let start = range.first else { return nil }
    func member(behind index: Int) -> (start: Int, hasBlank: Bool)? {
      var next = index
      while next < range.upperBound, bytes[next].isBlank || bytes[next] == 0xC2 && bytes.has("\u{A0}", at: next) {
        next += bytes[next] == 0xC2 ? 2 : 1
      }
      return next < range.upperBound ? (next, next > index) : nil
    }
    for sign in Self.signs where bytes[start...].starts(with: sign.utf8) {
      guard let member = member(behind: start + sign.utf8.count),
        bytes[member.start] != .hyphen,
        member.hasBlank || !Self.needsBlank.contains(sign) && !(isInline && bytes[member.start].isDigit)
      else { return nil }
      (self.sign, end) = (sign, member.start)
      isStandard = sign == "-" && member.hasBlank
      return
    }
    let digits = bytes[range].prefix(while: \.isDigit)
    guard !isInline, (1...2).contains(digits.count), digits.endIndex < range.upperBound,
      bytes[digits.endIndex] == UInt8(ascii: ".") || bytes[digits.endIndex] == UInt8(ascii: ")"),
      let member = member(behind: digits.endIndex + 1), member.hasBlank
    else { return nil }
    (sign, end, isStandard) = (bytes.text(start..<(digits.endIndex + 1)), member.start, false)
  }
}
