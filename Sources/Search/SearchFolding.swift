import Text

/// How words are compared when residents search: the one definition of it. The index carries these tables, and who reads
/// the index, the script of the search page above all, folds queries by them.
package struct SearchFolding: Sendable {
  /// An ending that does not distinguish two words, and what it is replaced by.
  package struct Ending: Sendable, Hashable {
    package var text: String
    package var replacement: String
    /// How many letters must stand before it.
    package var shortestRest: Int
  }

  /// What an apostrophe cuts from the word behind it: `l`, `qu`.
  package var elisions: Set<String>
  /// Words with an apostrophe that are one word all the same.
  package var whole: Set<String>
  /// Words of every text, which are not looked for unless nothing else is asked, and never found in texts.
  package var ignored: Set<String>
  /// Longest first; the first that fits is replaced.
  package var endings: [Ending]
  /// From how many letters on one letter may be wrong.
  package var shortestMisspelt: Int

  /// The compounds of a text in the order written, each as its words: « l’Atelier » is `[atelier]`, « Champy’Soupe »
  /// `[champy, soupe]`. Compounds are words joined by single apostrophes or hyphens; what is elided is dropped.
  package func compounds(in text: String) -> [[String]] {
    var compounds: [[String]] = []
    eachCompound(of: Folding.foldedBytes(text)) { compounds.append(words(of: $0).map(Self.string)) }
    return compounds
  }

  /// What a text is found by: its words, and where several make a compound also these written as one
  /// (`champy`, `soupe`, `champysoupe`).
  package func terms(in text: String) -> [String] {
    var terms: [String] = []
    eachTerm(in: text) { terms.append(Self.string($0)) }
    return terms
  }

  /// Calls `body` for each of the words that ``terms(in:)`` gives, in UTF-8.
  func eachTerm(in text: String, _ body: (ArraySlice<UInt8>) -> Void) {
    eachCompound(of: Folding.foldedBytes(text)) { compound in
      guard compound.contains(where: Self.isJoint) else { return body(compound) }
      let words = words(of: compound)
      words.forEach(body)
      if words.count > 1 { body(Array(words.joined())[...]) }
    }
  }

  /// Whether a word distinguishes one text from another: no single letter, no ignored word.
  package func isTelling(_ word: String) -> Bool { word.utf8.count > 1 && !ignored.contains(word) }

  /// What a word has in common with its plural and its feminine.
  package func stem(_ word: String) -> String {
    for ending in endings
    where word.utf8.count >= ending.text.utf8.count + ending.shortestRest && word.hasSuffix(ending.text) {
      return word.dropLast(ending.text.count) + ending.replacement
    }
    return word
  }

  // MARK: Compounds

  private func words(of compound: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var rest = compound
    while let apostrophe = rest.firstIndex(of: UInt8(ascii: "'")) {
      if whole.contains(Self.string(rest)) { return [rest.filter { !Self.isJoint($0) }[...]] }
      guard elisions.contains(Self.string(rest[..<apostrophe])) else { break }
      rest = rest[(apostrophe + 1)...]
    }
    return rest.split(whereSeparator: Self.isJoint)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") }

  /// The runs of letters and digits of a folded text, with single apostrophes and hyphens between them.
  private func eachCompound(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    let text = Self.withPlainHyphens(text)
    var position = 0
    while position < text.count {
      let start = position
      var end = start
      while true {
        let length = Self.lengthOfWordPart(text, at: position)
        if length > 0 {
          position += length
          end = position
        } else if position == end, end > start, position < text.count, Self.isJoint(text[position]) {
          position += 1
        } else {
          break
        }
      }
      if end > start { body(text[start..<end]) }
      // What ended the compound, unless that was a second joint or a joint before it.
      position = max(position, end)
      if position < text.count { position += Self.scalar(text, at: position).length }
    }
  }

  /// How many bytes the letter, digit or mark (Unicode categories L, N and M) at `position` has; 0 where none is.
  private static func lengthOfWordPart(_ text: [UInt8], at position: Int) -> Int {
    guard position < text.count else { return 0 }
    switch text[position] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): return 1
    case 0..<0x80: return 0
    default: break
    }
    let (scalar, length) = scalar(text, at: position)
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return length
    default: return 0
    }
  }

  private static func scalar(_ text: [UInt8], at position: Int) -> (value: Unicode.Scalar, length: Int) {
    guard text[position] >= 0x80 else { return (Unicode.Scalar(text[position]), 1) }
    var decoder = UTF8()
    var bytes = text[position...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// The hyphens of typography (U+2010, U+2011) as the plain one.
  private static func withPlainHyphens(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0xE2) else { return text }
    var result: [UInt8] = []
    var position = 0
    while let hyphen = text[position...].indices.first(where: { isTypographicHyphen(text, at: $0) }) {
      result += text[position..<hyphen]
      result.append(UInt8(ascii: "-"))
      position = hyphen + 3
    }
    return position == 0 ? text : result + text[position...]
  }

  private static func isTypographicHyphen(_ text: [UInt8], at position: Int) -> Bool {
    text[position] == 0xE2 && position + 2 < text.count && text[position + 1] == 0x80
      && (text[position + 2] == 0x90 || text[position + 2] == 0x91)
  }

  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2010}" || scalar == "\u{2011}" }
}
