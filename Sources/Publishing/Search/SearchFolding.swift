import Markup

/// How words are compared when residents search: the one definition of it. The index carries these tables, and who reads
/// the index, the script of the search page above all, folds queries by them.
package struct SearchFolding: Sendable {
  /// An ending that does not tell two words apart, and what it is replaced by.
  package struct Ending: Sendable, Hashable {
    package var text: String
    package var replacement: String
    /// How many letters must stand before it.
    package var shortestRest: Int

    package init(text: String, replacement: String, shortestRest: Int) {
      self.text = text
      self.replacement = replacement
      self.shortestRest = shortestRest
    }
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

  package init(
    elisions: Set<String>, whole: Set<String>, ignored: Set<String>, endings: [Ending], shortestMisspelt: Int
  ) {
    self.elisions = elisions
    self.whole = whole
    self.ignored = ignored
    self.endings = endings
    self.shortestMisspelt = shortestMisspelt
  }

  /// The compounds of a text in the order written, each as its words: « l’Atelier » is `[atelier]`, « Champy’Soupe »
  /// `[champy, soupe]`. Compounds are words joined by single apostrophes or hyphens; what is elided is dropped.
  package func compounds(in text: String) -> [[String]] {
    var compounds: [[String]] = []
    for written in Self.writtenCompounds(in: text) {
      let words = self.words(of: written)
      if !words.isEmpty { compounds.append(words) }
    }
    return compounds
  }

  /// What a text is found by: its words, and where several make a compound also these written as one
  /// (`champy`, `soupe`, `champysoupe`).
  package func terms(in text: String) -> [String] {
    compounds(in: text).flatMap { $0.count > 1 ? $0 + [$0.joined()] : $0 }
  }

  /// Whether a word tells one text from another: no single letter, no ignored word.
  package func isTelling(_ word: String) -> Bool { word.utf8.count > 1 && !ignored.contains(word) }

  /// What a word has in common with its plural and its feminine.
  package func stem(_ word: String) -> String {
    for ending in endings
    where word.utf8.count >= ending.text.utf8.count + ending.shortestRest && word.hasSuffix(ending.text) {
      return word.dropLast(ending.text.count) + ending.replacement
    }
    return word
  }

  private func words(of compound: Substring.UTF8View) -> [String] {
    var rest = compound
    while let apostrophe = rest.firstIndex(of: UInt8(ascii: "'")) {
      if whole.contains(String(Substring(rest))) { break }
      guard elisions.contains(String(Substring(rest[..<apostrophe]))) else { break }
      rest = rest[rest.index(after: apostrophe)...]
    }
    let isJoint = { (byte: UInt8) in byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") }
    guard rest.contains(where: isJoint) else { return [String(Substring(rest))] }
    let words = rest.split(whereSeparator: isJoint).map { String(Substring($0)) }
    return whole.contains(String(Substring(rest))) ? [words.joined()] : words
  }

  /// The runs of letters and digits with single apostrophes and hyphens between them, folded.
  private static func writtenCompounds(in text: String) -> [Substring.UTF8View] {
    let folded = hyphensFolded(Folding.folded(text))
    var compounds: [Substring.UTF8View] = []
    var start: String.Index?
    var joint: String.Index?
    for index in folded.unicodeScalars.indices {
      let scalar = folded.unicodeScalars[index]
      if isWordPart(scalar) {
        if start == nil { start = index }
        joint = nil
      } else if let begin = start {
        if joint == nil, scalar == "'" || scalar == "-" {
          joint = index
        } else {
          compounds.append(folded[begin..<(joint ?? index)].utf8)
          start = nil
          joint = nil
        }
      }
    }
    if let begin = start { compounds.append(folded[begin..<(joint ?? folded.endIndex)].utf8) }
    return compounds
  }

  /// The hyphens of typography as the plain one.
  private static func hyphensFolded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHyphen) else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(isHyphen(scalar) ? "-" : scalar) }
    return result
  }

  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{2010}" || scalar == "\u{2011}" }

  /// Letters, digits and the marks that belong to letters (Unicode categories L, N and M).
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9": return true
    case "\u{0}"..."\u{7F}", "\u{2000}"..."\u{206F}", "«", "»": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}
