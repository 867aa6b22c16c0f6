import Text

/// Running text as most of it is: words, apostrophes, commas and full stops, numbers, single signs of punctuation. What
/// ``TypographicRun`` would make of it can be read off its bytes, many times faster; anything else is left to that.
struct OrdinaryRun {
  /// Some bytes that take the place of others.
  private struct Edit {
    var offset: Int
    /// How many bytes leave.
    var length: Int
    var text: StaticString
  }

  private var bytes: [UInt8] = []
  private var edits: [Edit] = []

  private static let apostrophe: StaticString = "\u{2019}"
  private static let noBreak: StaticString = "\u{A0}"
  private static let narrow: StaticString = "\u{202F}"

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func appendBreak() { bytes.append(UInt8(ascii: "\n")) }

  /// Something that is no text: no run that holds one is ordinary.
  mutating func appendObject() { bytes.append(0) }

  /// Finds what is to be changed. Whether the run is an ordinary one; where it is not, nothing is known of it.
  mutating func set() -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "\n"):
        index += 1
      case UInt8(ascii: "-"):
        // One that stands alone may be a dash.
        guard index > 0, bytes[index - 1] != UInt8(ascii: " "), !isEnd(index + 1) else { return false }
        index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard !isRomanOrdinal(at: index), !isTitle(at: index) else { return false }
        index += 1
      case UInt8(ascii: "."):
        guard isWordEnd(index - 1), isEnd(index + 1) || bytes[index + 1] == UInt8(ascii: ")"), !isBeforeNumber(index)
        else { return false }
        index += 1
      case UInt8(ascii: "'"):
        guard letterLength(endingAt: index - 1) > 0, letterLength(at: index + 1) > 0 else { return false }
        edits.append(Edit(offset: index, length: 1, text: Self.apostrophe))
        index += 1
      case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        guard setSign(at: index) else { return false }
        index += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let end = setNumber(at: index) else { return false }
        index = end
      case 0xE2:
        // An apostrophe that is one already.
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99,
          letterLength(endingAt: index - 1) > 0, letterLength(at: index + 3) > 0
        else { return false }
        index += 3
      default:
        let length = letterLength(at: index)
        guard length > 0 else { return false }
        index += length
      }
    }
    return true
  }

  /// `texts`, whose bytes were appended in this order with breaks between some of them, as they are to be set.
  func texts(_ texts: [(text: String, start: Int)]) -> [String] {
    var edits = edits[...]
    return texts.map { text, start in
      let end = start + text.utf8.count
      guard let first = edits.first, first.offset < end else { return text }
      var result: [UInt8] = []
      result.reserveCapacity(text.utf8.count + 24)
      var position = start
      while let edit = edits.first, edit.offset < end {
        result += bytes[position..<edit.offset]
        edit.text.withUTF8Buffer { result.append(contentsOf: $0) }
        position = edit.offset + edit.length
        edits.removeFirst()
      }
      result += bytes[position..<end]
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// How many bytes there are so far.
  var count: Int { bytes.count }

  /// « M. », « Mme », « Dr »: what follows may belong to it.
  private func isTitle(at start: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "P"), UInt8(ascii: "S"): break
    default: return false
    }
    guard start == 0 || letterLength(endingAt: start - 1) == 0 else { return false }
    var end = start
    while case let length = letterLength(at: end), length > 0 { end += length }
    return end - start <= 5 && end < bytes.count && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: " "))
  }

  // MARK: Signs

  /// `: ; ! ?` behind a word, with or without a space, and at the end of a sentence.
  private mutating func setSign(at index: Int) -> Bool {
    guard isEnd(index + 1), index > 0 else { return false }
    let space = bytes[index] == UInt8(ascii: ":") ? Self.noBreak : Self.narrow
    if isWordEnd(index - 1) {
      edits.append(Edit(offset: index, length: 0, text: space))
      return true
    }
    guard bytes[index - 1] == UInt8(ascii: " "), isWordEnd(index - 2) else { return false }
    edits.append(Edit(offset: index - 1, length: 1, text: space))
    return true
  }

  /// « p. 12 », « art. X »: whether a number may follow the full stop.
  private func isBeforeNumber(_ index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") else { return false }
    return bytes[index + 2].isDigit || Self.isRomanDigit(bytes[index + 2])
  }

  private func isEnd(_ index: Int) -> Bool {
    index == bytes.count || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\n")
  }

  private func isWordEnd(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    return letterLength(endingAt: index) > 0 || bytes[index].isDigit || bytes[index] == UInt8(ascii: ")")
  }

  // MARK: Numbers

  /// A whole number between spaces or signs, with the unit that may follow it; gives the end of its digits, `nil` where it
  /// is more than that: a date, an hour, an ordinal, thousands.
  private mutating func setNumber(at start: Int) -> Int? {
    guard start == 0 || " \n(-".utf8.contains(bytes[start - 1]) else { return nil }
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    guard end < bytes.count else { return end }
    switch bytes[end] {
    case UInt8(ascii: "\n"), UInt8(ascii: ")"), UInt8(ascii: "-"): return end
    case UInt8(ascii: ","): return end + 1 < bytes.count && bytes[end + 1].isDigit ? nil : end
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return isEnd(end + 1) ? end : nil
    case UInt8(ascii: " "): return setUnit(behind: end) ? end : nil
    default: return nil
    }
  }

  /// The word behind the space at `space`; whether it is an ordinary one.
  private mutating func setUnit(behind space: Int) -> Bool {
    let start = space + 1
    guard start < bytes.count else { return true }
    let first = bytes[start]
    if first.isDigit || first == UInt8(ascii: " ") || first | 0x20 == UInt8(ascii: "h") { return false }
    var end = start
    while case let length = letterLength(at: end), length > 0 { end += length }
    if end - start >= 3, end - start <= 10 {
      // A month, where the number may be a day: that takes more than this to see.
      if TypographicRun.months.contains(String(decoding: bytes[start..<end], as: UTF8.self)) { return false }
    }
    guard end > start, end - start <= 4 else { return true }
    // Letters, or signs that are part of a unit, may follow: then this is no ordinary text, and is found to be none there.
    if TypographicRun.units.contains(String(decoding: bytes[start..<end], as: UTF8.self)) {
      edits.append(Edit(offset: space, length: 1, text: Self.noBreak))
    }
    return true
  }

  /// `XXIème`, `Ier`, which ``TypographicRun`` shortens.
  private func isRomanOrdinal(at start: Int) -> Bool {
    var index = start
    while index < bytes.count, Self.isRomanDigit(bytes[index]) { index += 1 }
    guard index > start else { return false }
    var end = index
    while case let length = letterLength(at: end), length > 0 { end += length }
    guard end > index, end - index <= 8 else { return false }
    return Self.suffixes.contains { $0.elementsEqual(bytes[index..<end]) }
  }

  private static func isRomanDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"),
      UInt8(ascii: "D"), UInt8(ascii: "M"):
      true
    default: false
    }
  }

  private static let suffixes: [[UInt8]] = [
    "ème", "eme", "ième", "ieme", "èmes", "emes", "ièmes", "iemes", "ère", "ere", "ière", "ères", "eres", "ier",
  ].map { Array($0.utf8) }

  // MARK: Letters

  /// How many bytes the letter has that begins at `index`; 0 where none does. Letters of French only.
  private func letterLength(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return 1
    case 0xC3, 0xC5: return index + 1 < bytes.count && Self.isLetter(bytes[index], bytes[index + 1]) ? 2 : 0
    default: return 0
    }
  }

  /// How many bytes the letter has whose last byte stands at `index`: 1 or 2; 0 where no letter of French does.
  private func letterLength(endingAt index: Int) -> Int {
    guard index >= 0 else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return 1
    case 0x80...0xBF: return index > 0 && Self.isLetter(bytes[index - 1], bytes[index]) ? 2 : 0
    default: return 0
    }
  }

  /// U+00C0 to U+00FF but the signs × and ÷; Œ and œ.
  private static func isLetter(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC3: (0x80...0xBF).contains(second) && second != 0x97 && second != 0xB7
    case 0xC5: second == 0x92 || second == 0x93
    default: false
    }
  }
}
