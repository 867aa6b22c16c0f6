import Text

/// A link or a picture that is none as it is written: `[x](a b.md)`, `(x)[url]`, `[x] (url)`, `[x]{url}`.
struct WrittenLink {
  /// All of it.
  let range: Range<Int>
  /// As it is to be written; `nil` where its end is missing.
  let standard: String?

  /// - Parameters:
  ///   - sign: a part of it that holds where its two halves meet.
  ///   - line: the line that it stands on.
  init(_ bytes: [UInt8], around sign: Range<Int>, within line: Range<Int>) {
    let brackets: [(open: UInt8, close: UInt8)] = [
      (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "("), UInt8(ascii: ")")),
      (UInt8(ascii: "{"), UInt8(ascii: "}")),
    ]
    // Where a bracket closes and, maybe behind a space, another opens.
    func meeting(_ index: Int) -> (close: Int, open: Int)? {
      guard brackets.contains(where: { $0.close == bytes[index] }) else { return nil }
      let next = index + 1 < line.upperBound && bytes[index + 1].isBlank ? index + 2 : index + 1
      guard next < line.upperBound, brackets.contains(where: { $0.open == bytes[next] }) else { return nil }
      return (index, next)
    }
    guard let (close, open) = sign.lazy.compactMap(meeting).first,
      let left = brackets.first(where: { $0.close == bytes[close] }),
      let right = brackets.first(where: { $0.open == bytes[open] }),
      let start = (line.lowerBound..<close).last(where: { bytes[$0] == left.open })
    else {
      (range, standard) = (sign, nil)
      return
    }
    let isPicture = start > line.lowerBound && bytes[start - 1] == UInt8(ascii: "!") && left.open == UInt8(ascii: "[")
    let first = isPicture ? start - 1 : start
    guard let end = (open..<line.upperBound).first(where: { bytes[$0] == right.close }) else {
      (range, standard) = (first..<line.upperBound, nil)
      return
    }
    range = first..<(end + 1)
    let label = bytes.text((start + 1)..<close)
    let target = bytes.text(bytes.trimmed((open + 1)..<end))
    guard !target.isEmpty, !target.contains(where: { "<>[]".contains($0) }),
      label.contains(where: { !$0.isWhitespace }) || isPicture
    else {
      standard = nil
      return
    }
    standard = (isPicture ? "!" : "") + "[" + label + "](" + Self.destination(target) + ")"
  }

  /// Between `<` and `>` where it has spaces; a title behind it stays where it is.
  private static func destination(_ target: String) -> String {
    var (address, title) = (target, "")
    if target.hasSuffix("\""), let quote = target.firstRange(of: " \"") {
      (address, title) = (TextCleaner.trimmed(target[..<quote.lowerBound]), String(target[quote.lowerBound...]))
    }
    let isPlain = !address.contains { $0.isWhitespace || "()".contains($0) }
    return (isPlain ? address : "<" + address + ">") + title
  }
}
