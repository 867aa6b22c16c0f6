import Text

/// The words of a rule, folded, one after the other.
struct RuleTokens {
  let words: [String]
  var index = 0

  /// Rules are short; what is longer is none.
  private static let longest = 600

  init?(_ text: String) {
    let folded = Folding.folded(text)
    guard !folded.isEmpty, folded.utf8.count <= Self.longest else { return nil }
    var words: [String] = []
    for part in Self.withoutBrackets(folded).split(separator: " ") { words += Self.words(of: part) }
    self.words = Self.withApostrophes(words)
    if words.isEmpty { return nil }
  }

  var isAtEnd: Bool { index >= words.count }
  var next: String? { word(0) }

  func word(_ ahead: Int) -> String? { index + ahead < words.count ? words[index + ahead] : nil }

  /// Takes the next words, if they are these.
  mutating func take(_ expected: String...) -> Bool {
    guard words[min(index, words.count)...].starts(with: expected) else { return false }
    index += expected.count
    return true
  }

  /// Takes the next word, if it is one of these.
  mutating func take(oneOf expected: Set<String>) -> Bool {
    guard let next, expected.contains(next) else { return false }
    index += 1
    return true
  }

  /// Takes the next word, if it means something.
  mutating func take<Value>(_ meaning: (String) -> Value?) -> Value? {
    guard let next, let value = meaning(next) else { return nil }
    index += 1
    return value
  }

  /// Goes on from where it stood unless `body` understands what follows.
  mutating func attempt<Value>(_ body: (inout RuleTokens) -> Value?) -> Value? {
    let start = index
    if let value = body(&self) { return value }
    index = start
    return nil
  }

  // MARK: Words

  /// What stands in brackets explains: « (zone C) ».
  private static func withoutBrackets(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { result.append(character) }
      }
    }
    return result
  }

  /// Commas and dashes are words of their own, « d’août » is two; full stops and colons behind a word are none.
  private static func words(of part: Substring) -> [String] {
    var words: [String] = []
    for piece in part.replacing(";", with: ",").replacing(",", with: " , ").split(separator: " ") {
      var word = String(piece)
      while word.utf8.count > 1, let last = word.last, ".:".contains(last) { word.removeLast() }
      switch word {
      case ":", ".", "": continue
      case "–", "—", "−", "→": words.append("-")
      default:
        if word.hasPrefix("d'") {
          words += ["de", String(word.dropFirst(2))]
        } else if word.hasPrefix("l'"), word != "l'exception" {
          words.append(String(word.dropFirst(2)))
        } else {
          words += parted(word)
        }
      }
    }
    return words
  }

  /// « jusqu’au » as phones and hasty people type it: « jusquau », « jusqu au », « jusqu’ au ».
  private static func withApostrophes(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      switch (result.last, word) {
      case ("jusqu", "au"), ("jusqu", "a"), ("jusqu'", "au"), ("jusqu'", "a"):
        result[result.count - 1] = "jusqu'" + word
      case (_, "jusquau"), (_, "jusqua"): result.append("jusqu'" + word.dropFirst(5))
      default: result.append(word)
      }
    }
    return result
  }

  /// « lundi-vendredi », « 18h-20h » and « 18h–20h » as three words.
  private static func parted(_ word: String) -> [String] {
    for dash in ["-", "–", "—", "−", "→"] {
      let parts = word.split(separator: dash).map(String.init)
      guard parts.count == 2 else { continue }
      let areWeekdays = parts.allSatisfy { RecurrenceWords.weekday($0) != nil }
      let areTimes = parts.allSatisfy { DateText.time($0) != nil }
      if areWeekdays || areTimes { return [parts[0], "-", parts[1]] }
    }
    return [word]
  }
}
