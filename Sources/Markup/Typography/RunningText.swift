import Text

/// Running text. Most of it is ordinary: words, apostrophes, commas and full stops, numbers, single signs of punctuation. What
/// ``TypographicRun`` would make of that can be read off its bytes, many times faster; the stretches around anything else are
/// left to it.
struct RunningText {
  /// Some bytes that take the place of others.
  struct Edit {
    var offset: Int
    /// How many bytes leave.
    var length: Int
    var text: StaticString
  }

  private(set) var bytes: [UInt8] = []
  /// Of ordinary text, in the order of the bytes.
  private(set) var edits: [Edit] = []
  /// The stretches of bytes that are not ordinary.
  private(set) var stretches: [Range<Int>] = []

  private static let apostrophe: StaticString = "\u{2019}"
  private static let noBreak: StaticString = "\u{A0}"
  private static let narrow: StaticString = "\u{202F}"

  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func appendBreak() { bytes.append(UInt8(ascii: "\n")) }

  /// Something that is no text, and not ordinary.
  mutating func appendObject() { bytes.append(0) }

  /// Finds what is to be changed.
  mutating func set() {
    guard !reachesFar else {
      stretches = [0..<bytes.count]
      return
    }
    var (index, start, known) = (0, 0, 0)
    while index < bytes.count {
      // Most bytes: within a word nothing begins and nothing ends.
      if Self.isSmall(bytes[index]) {
        index += 1
        continue
      }
      if isCut(index) { (start, known) = (index, edits.count) }
      if let end = setOrdinary(at: index) {
        index = end
      } else {
        var end = index + 1
        while end < bytes.count, !isCut(end) { end += 1 }
        edits.removeSubrange(known...)
        stretches.append(start..<end)
        index = end
      }
    }
  }

  /// Whether something stands in it that rules follow across any distance: quotes in pairs, what may become one, an
  /// apostrophe that may be one.
  private var reachesFar: Bool {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"): return true
      case UInt8(ascii: "'"):
        if letterLength(endingAt: index - 1) == 0 || letterLength(at: index + 1) == 0 { return true }
      case 0xE2:
        // “ and ”.
        if index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0x9D { return true }
      default: break
      }
    }
    return false
  }

  /// Whether no rule looks across the space at `index`: it stands between a word that is longer than any that bonds with what
  /// follows, and another that begins with a small letter.
  private func isCut(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: " ") && index > TypographicRun.longest && index + 1 < bytes.count
      && Self.isSmall(bytes[index + 1]) && bytes[(index - TypographicRun.longest - 1)..<index].allSatisfy(Self.isSmall)
  }

  private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// Sets what begins at `index`, and gives where it ends; `nil` where it is not ordinary.
  private mutating func setOrdinary(at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "\n"):
      return index + 1
    case UInt8(ascii: "-"):
      // One that stands alone may be a dash.
      guard index > 0, bytes[index - 1] != UInt8(ascii: " "), !isEnd(index + 1) else { return nil }
      return index + 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      guard !isRomanOrdinal(at: index), !isTitle(at: index) else { return nil }
      return index + 1
    case UInt8(ascii: "."):
      guard isWordEnd(index - 1), isEnd(index + 1) || bytes[index + 1] == UInt8(ascii: ")"), !isBeforeNumber(index)
      else { return nil }
      return index + 1
    case UInt8(ascii: "'"):
      guard letterLength(endingAt: index - 1) > 0, letterLength(at: index + 1) > 0 else { return nil }
      edits.append(Edit(offset: index, length: 1, text: Self.apostrophe))
      return index + 1
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard setSign(at: index) else { return nil }
      return index + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      guard let end = setNumber(at: index) else { return nil }
      return end
    case 0xE2:
      // An apostrophe that is one already.
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99,
        letterLength(endingAt: index - 1) > 0, letterLength(at: index + 3) > 0
      else { return nil }
      return index + 3
    default:
      let length = letterLength(at: index)
      guard length > 0 else { return nil }
      return index + length
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
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    return end - start <= TypographicRun.longest
      && TypographicRun.titles.contains(String(decoding: bytes[start..<end], as: UTF8.self))
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

  /// « p. 12 », « art. X »: whether the word that the full stop ends may belong to a number behind it.
  private func isBeforeNumber(_ index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: " "),
      bytes[index + 2].isDigit || Self.isRomanDigit(bytes[index + 2])
    else { return false }
    var start = index
    while case let length = letterLength(endingAt: start - 1), length > 0, index - start <= TypographicRun.longest {
      start -= length
    }
    return TypographicRun.parts.contains(String(decoding: bytes[start...index], as: UTF8.self))
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
    case UInt8(ascii: " "): return setUnit(of: start..<end) ? end : nil
    default: return nil
    }
  }

  /// The word behind the space behind a number; whether it is an ordinary one.
  private mutating func setUnit(of number: Range<Int>) -> Bool {
    let space = number.upperBound
    let start = space + 1
    guard start < bytes.count else { return true }
    let first = bytes[start]
    if first.isDigit || first == UInt8(ascii: " ") || first | 0x20 == UInt8(ascii: "h") { return false }
    var end = start
    while case let length = letterLength(at: end), length > 0 { end += length }
    if end - start >= 3, end - start <= 10,
      TypographicRun.months.contains(String(decoding: bytes[start..<end], as: UTF8.self))
    {
      guard number.lowerBound == 0 || bytes[number.lowerBound - 1] != .hyphen else { return false }
      if isDay(number) { edits.append(Edit(offset: space, length: 1, text: Self.noBreak)) }
      return true
    }
    guard end > start, end - start <= 4 else { return true }
    // Letters, or signs that are part of a unit, may follow: then this is no ordinary text, and is found to be none there.
    if TypographicRun.units.contains(String(decoding: bytes[start..<end], as: UTF8.self)) {
      edits.append(Edit(offset: space, length: 1, text: Self.noBreak))
    }
    return true
  }

  /// Whether a number is that of a day of a month, 1 to 31, as people write it.
  private func isDay(_ number: Range<Int>) -> Bool {
    guard number.count <= 2, bytes[number.lowerBound] != UInt8(ascii: "0") else { return false }
    return bytes[number].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } <= 31
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
