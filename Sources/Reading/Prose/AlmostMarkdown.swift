import Diagnostics
import Site
import Text

/// Finds, in a line of running text, signs that were meant as notation.
package struct AlmostMarkdown {
  struct Finding {
    let slip: NotationSlip
    /// As it is written in the file.
    let sign: String
    /// What to write in its place, where that is known.
    var replacement: String?
    /// Whether nothing else can be meant.
    var isCertain = true
  }

  /// What stands in a line alone, whatever stands around it.
  ///
  /// - Parameter bytes: those of `line`.
  static func all(in line: String, _ bytes: BytesPresent) -> [Finding] {
    guard bytes.holdsAny(of: "#*=$[]:!") || line.utf8.first.map({ $0 >= 0x80 }) ?? false else { return [] }
    var found = atStart(line)
    if bytes.holdsAny(of: "="), line.holds("==") { found += pairs("==", .highlight, in: line) { "**" + $0 + "**" } }
    if bytes.holdsAny(of: "$"), line.holds("$$") { found += pairs("$$", .formula, in: line) { _ in nil } }
    if bytes.holdsAny(of: "*"), line.holds("**") { found += spacedBold(in: line) }
    if bytes.holdsAny(of: "["), line.holds("[[") { found += wikiLinks(in: line) }
    if bytes.holdsAny(of: ":") { found += emojis(in: line) }
    if bytes.holdsAny(of: "["), line.holds("[^") { found += notes(in: line) }
    if bytes.holdsAny(of: "]") { found += links(in: line) }
    return found
  }

  // MARK: At the start of a line

  /// Signs that other programs begin the items of a list with.
  package static let bullets: Set<Character> = [
    "•", "◦", "▪", "▫", "●", "○", "‣", "⁃", "∙", "·", "\u{F0B7}", "\u{F0A7}", "➢", "✓",
  ]
  private static let admonitions: Set<Substring> = [
    "note", "warning", "tip", "danger", "info", "important", "abstract",
  ]

  private static func atStart(_ line: String) -> [Finding] {
    guard let first = line.first else { return [] }
    if bullets.contains(first) {
      let blank = line.dropFirst().prefix { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}" }
      // One at both ends is an ornament.
      guard line.count > blank.count + 1, line.last != first else { return [] }
      return [Finding(slip: .bullet, sign: String(first) + blank, replacement: "- ")]
    }
    switch first {
    case "#":
      let signs = line.prefix { $0 == "#" }
      let rest = line.dropFirst(signs.count)
      // One sign before a word is a tag, as people write it elsewhere.
      guard (2...6).contains(signs.count), let letter = rest.first, letter.isLetter || letter.isNumber else {
        return []
      }
      let word = rest.prefix { !$0.isWhitespace && !isMark($0) }
      return [Finding(slip: .headingSpace, sign: "\(signs)\(word)", replacement: "\(signs) \(word)")]
    case ":" where line.hasPrefix(":::"): return [Finding(slip: .block, sign: ":::")]
    case "!" where line.hasPrefix("!!! ") && admonitions.contains(line.dropFirst(4).prefix { $0.isLetter }):
      return [Finding(slip: .block, sign: String(line.prefix { !$0.isNewline && !isMark($0) }))]
    case "[":
      for box in ["[ ] ", "[x] ", "[X] "] where line.hasPrefix(box) && !line.dropFirst(4).hasPrefix("(") {
        return [Finding(slip: .task, sign: box, replacement: "- " + box)]
      }
      if ["[toc]", "[[toc]]", "[[_toc_]]"].contains(line.lowercased()) {
        return [Finding(slip: .contents, sign: line)]
      }
      return []
    default: return []
    }
  }

  /// The signs that begin several lines of a paragraph without the space that would make them a list.
  static func items(of lines: [ProseLine]) -> [(line: ProseLine, finding: Finding)] {
    guard lines.count > 1 else { return [] }
    for sign in ["-", "*", "+"] {
      let found = lines.filter { $0.text.hasPrefix(sign) && $0.text.dropFirst().first?.isLetter == true }
      if found.count > 1 {
        return found.map { line in
          let word = line.text.dropFirst().prefix { !$0.isWhitespace && !isMark($0) }
          return (line, Finding(slip: .itemSpace, sign: sign + word, replacement: "- " + word))
        }
      }
    }
    let numbered = lines.compactMap { line -> (ProseLine, Substring, Substring)? in
      let digits = line.text.prefix { $0.isASCII && $0.isNumber }
      let rest = line.text.dropFirst(digits.count)
      guard (1...2).contains(digits.count), rest.first == "." || rest.first == ")",
        rest.dropFirst().first?.isLetter == true
      else { return nil }
      return (line, digits, rest.dropFirst().prefix { !$0.isWhitespace && !isMark($0) })
    }
    guard numbered.count > 1, numbered.first?.1 == "1" else { return [] }
    return numbered.map { line, digits, word in
      let sign = line.text.prefix(digits.count + 1)
      return (line, Finding(slip: .itemSpace, sign: "\(sign)\(word)", replacement: "\(digits). \(word)"))
    }
  }

  // MARK: Within a line

  private static func isMark(_ character: Character) -> Bool { ProseLine.signs.contains(character) }

  /// `==so==`: two signs with a text between them that touches both.
  private static func pairs(
    _ sign: String, _ slip: NotationSlip, in line: String, _ replacement: (Substring) -> String?
  ) -> [Finding] {
    var found: [Finding] = []
    var rest = line[...]
    while let open = rest.firstRange(of: sign) {
      let behind = rest[open.upperBound...]
      guard let close = behind.firstRange(of: sign) else { break }
      let inner = behind[..<close.lowerBound]
      rest = rest[close.upperBound...]
      guard let first = inner.first, let last = inner.last, !first.isWhitespace, !last.isWhitespace,
        !inner.contains(where: { $0 == sign.first || isMark($0) }),
        inner.contains(where: \.isLetter) || slip == .formula,
        rest.first != sign.first
      else { continue }
      found.append(Finding(slip: slip, sign: sign + inner + sign, replacement: replacement(inner)))
    }
    return found
  }

  /// `** so **`, `**so **`: stars that stand at the ends of words, with a space between them and the text.
  private static func spacedBold(in line: String) -> [Finding] {
    guard let open = line.firstRange(of: "**") else { return [] }
    let behind = line[open.upperBound...]
    guard let close = behind.firstRange(of: "**") else { return [] }
    let inner = behind[..<close.lowerBound]
    let words = TextCleaner.trimmed(inner)
    let before = line[..<open.lowerBound].last
    let after = behind[close.upperBound...].first
    guard !words.isEmpty, words.count < inner.count, words.contains(where: \.isLetter),
      !inner.contains(where: { $0 == "*" || isMark($0) }), before.map({ $0.isWhitespace || "(«".contains($0) }) ?? true,
      after.map({ $0.isWhitespace || $0.isPunctuation }) ?? true
    else { return [] }
    return [Finding(slip: .boldSpace, sign: "**" + inner + "**", replacement: "**" + words + "**")]
  }

  private static func wikiLinks(in line: String) -> [Finding] {
    var found: [Finding] = []
    var rest = line[...]
    while let open = rest.firstRange(of: "[[") {
      let behind = rest[open.upperBound...]
      guard let close = behind.firstRange(of: "]]") else { break }
      let inner = behind[..<close.lowerBound]
      let isPicture = rest[..<open.lowerBound].last == "!"
      rest = behind[close.upperBound...]
      guard inner.contains(where: \.isLetter), !inner.contains(where: { $0 == "[" || isMark($0) }),
        inner.lowercased() != "toc", inner.lowercased() != "_toc_"
      else { continue }
      let parts = inner.split(separator: "|", maxSplits: 1)
      let (target, label) = (TextCleaner.trimmed(parts[0]), TextCleaner.trimmed(parts.last ?? ""))
      // What has no ending is the name of a text, wherever that stands.
      let address = target.contains(".") ? target.contains(" ") ? "<" + target + ">" : target : nil
      found.append(
        Finding(
          slip: .wikiLink, sign: (isPicture ? "!" : "") + "[[" + inner + "]]",
          replacement: address.map { (isPicture ? "!" : "") + "[" + label + "](" + $0 + ")" }, isCertain: false))
    }
    return found
  }

  private static func emojis(in line: String) -> [Finding] {
    guard mayHoldEmoji(line) else { return [] }
    var found: [Finding] = []
    var rest = line[...]
    var before: Character?
    while let start = rest.firstIndex(of: ":") {
      before = start > rest.startIndex ? rest[rest.index(before: start)] : before
      let name = rest[rest.index(after: start)...].prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0))
      }
      let after = rest[name.endIndex...]
      if after.first == ":", let sign = EmojiNames.sign(name), before?.isLetter != true, before?.isNumber != true {
        found.append(Finding(slip: .emoji, sign: ":" + name + ":", replacement: sign))
        rest = after.dropFirst()
      } else {
        rest = after
      }
      before = ":"
    }
    return found
  }

  /// Whether two colons stand in `line` with nothing between them but what a name of an emoji is made of.
  private static func mayHoldEmoji(_ line: String) -> Bool {
    line.withBytes { bytes in
      var start = 0
      while let colon = bytes.firstOffset(of: .colon, from: start) {
        let end = bytes[(colon + 1)...].firstIndex { !EmojiNames.isOfName($0) } ?? bytes.endIndex
        if end < bytes.endIndex, bytes[end] == .colon, end > colon + 1 { return true }
        start = end
      }
      return false
    }
  }

  /// Calls of notes that are not there, and notes that lack their colon.
  private static func notes(in line: String) -> [Finding] {
    var found: [Finding] = []
    var rest = line[...]
    while let open = rest.firstRange(of: "[^") {
      let behind = rest[open.upperBound...]
      let label = behind.prefix { $0 != "]" && !$0.isWhitespace && !isMark($0) }
      rest = behind[label.endIndex...]
      guard !label.isEmpty, rest.first == "]" else { continue }
      rest = rest.dropFirst()
      let isNote = open.lowerBound == line.startIndex && rest.first == " " && rest.dropFirst().first?.isLetter == true
      let sign = "[^" + label + "]"
      found.append(
        isNote
          ? Finding(slip: .noteColon, sign: sign + " ", replacement: sign + ": ")
          : Finding(slip: .missingNote, sign: sign))
    }
    return found
  }

  // MARK: Links that are none

  private static func links(in line: String) -> [Finding] {
    var found: [Finding] = []
    var index = line.startIndex
    while let close = line[index...].firstIndex(where: { $0 == "]" || $0 == ")" }) {
      index = line.index(after: close)
      let rest = line[index...]
      let sign: String?
      switch (line[close], rest.first) {
      case ("]", "("): sign = around(close, "[", in: line, through: rest.firstIndex(of: ")"))
      case ("]", " ") where isAddress(rest.dropFirst(), after: "("): sign = around(close, "[", in: line, ofWords: true)
      case ("]", "{") where isAddress(rest, after: "{"): sign = around(close, "[", in: line, ofWords: true)
      case (")", "[") where isAddress(rest, after: "["): sign = around(close, "(", in: line)
      default: sign = nil
      }
      if let sign { found.append(Finding(slip: .link, sign: sign)) }
    }
    return found
  }

  /// Whether `text` begins with `sign` and something that is no word but an address.
  private static func isAddress(_ text: Substring, after sign: Character) -> Bool {
    guard text.first == sign else { return false }
    let target = text.dropFirst()
    if target.first.map(String.init) == ProseLine.link { return true }
    let starts = ["www.", "mailto:", "../", "./", "/"]
    let word = target.prefix { $0 != " " && $0 != ")" && $0 != "]" && $0 != "}" }
    return target.isWebAddress || starts.contains(where: target.hasPrefix) || ContentFiles.isText(word)
      || MediaType(ofFile: String(word)) != nil
  }

  /// From the last `open` before `close` to what follows it, as far as nothing in it was understood.
  ///
  /// - Parameter ofWords: whether « […] » and numbers, which quotations and sources have, are none.
  private static func around(
    _ close: String.Index, _ open: Character, in line: String, through end: String.Index? = nil, ofWords: Bool = false
  ) -> String? {
    guard let start = line[..<close].lastIndex(of: open) else { return nil }
    let inner = line[line.index(after: start)..<close]
    if ofWords, !inner.contains(where: \.isLetter) || inner.lowercased() == "sic" { return nil }
    let isPicture = start > line.startIndex && line[line.index(before: start)] == "!" && open == "["
    let first = isPicture ? line.index(before: start) : start
    let limit =
      end.map { line.index(after: $0) } ?? line.index(close, offsetBy: 2, limitedBy: line.endIndex) ?? line.endIndex
    let whole = line[first..<limit]
    // Where a part of it was understood, what stands around the sign has to do.
    guard whole.contains(where: isMark) else { return String(whole) }
    let left = line[first...close].split(whereSeparator: isMark).last ?? ""
    let right = line[line.index(after: close)..<limit].prefix { !isMark($0) }
    return left.isEmpty ? nil : String(left + right)
  }
}
