import Text
import Time

/// Understands the days of a rule as people write them: « 1er vendredi », « dernier samedi », « first friday », « 15 ».
enum RecurrenceWords {
  private static let ordinals: [String: Int] = [
    "1": 1, "1er": 1, "1ere": 1, "premier": 1, "first": 1, "1st": 1, "2": 2, "2e": 2, "2eme": 2, "2nd": 2,
    "deuxieme": 2,
    "second": 2, "3": 3, "3e": 3, "3eme": 3, "3rd": 3, "troisieme": 3, "third": 3, "4": 4, "4e": 4, "4eme": 4, "4th": 4,
    "quatrieme": 4, "fourth": 4, "5": 5, "5e": 5, "5eme": 5, "5th": 5, "cinquieme": 5, "fifth": 5, "dernier": -1,
    "derniere": -1, "last": -1,
  ]

  private static let fillers: Set<String> = [
    "le", "les", "du", "des", "de", "chaque", "tous", "the", "of", "on", "every", "mois", "month", "month's",
  ]

  static func weekday(_ text: String) -> Weekday? {
    let words = self.words(text)
    guard words.count == 1 else { return nil }
    return day(words[0])
  }

  static func monthlyDay(_ text: String) -> Recurrence.MonthlyDay? {
    let words = self.words(text)
    switch words.count {
    case 1:
      let digits = words[0].prefix { ("0"..."9").contains($0) }
      let rest = words[0].dropFirst(digits.count)
      guard let number = Int(digits), (1...31).contains(number), ["", "er", "e", "th", "st", "nd", "rd"].contains(rest)
      else {
        return nil
      }
      return .day(number)
    case 2:
      if let nth = ordinals[words[0]], let day = day(words[1]) { return .weekday(day, nth: nth) }
      // « vendredi dernier » would be another thing.
      return nil
    default: return nil
    }
  }

  private static func day(_ word: String) -> Weekday? {
    DateText.weekdays[word] ?? (word.hasSuffix("s") ? DateText.weekdays[String(word.dropLast())] : nil)
  }

  private static func words(_ text: String) -> [String] {
    Folding.folded(text).split { $0 == " " || $0 == "." || $0 == "," }.map(String.init).filter { !fillers.contains($0) }
  }
}
