/// The words of rules, folded: small letters without accents.
enum RecurrenceWords {
  static let ordinals: [String: Int] = [
    "1er": 1, "1ere": 1, "premier": 1, "premiers": 1, "premiere": 1, "first": 1, "1st": 1, "2e": 2, "2eme": 2, "2nd": 2,
    "2nde": 2, "deuxieme": 2, "deuxiemes": 2, "second": 2, "seconde": 2, "seconds": 2, "3e": 3, "3eme": 3, "3rd": 3,
    "troisieme": 3, "troisiemes": 3, "third": 3, "4e": 4, "4eme": 4, "4th": 4, "quatrieme": 4, "quatriemes": 4,
    "fourth": 4, "5e": 5, "5eme": 5, "5th": 5, "cinquieme": 5, "cinquiemes": 5, "fifth": 5, "dernier": -1,
    "derniers": -1, "derniere": -1, "last": -1,
  ]

  enum Period { case day, week, month, year }

  static let periods: [String: Period] = [
    "jour": .day, "jours": .day, "day": .day, "days": .day, "semaine": .week, "semaines": .week, "week": .week,
    "weeks": .week, "mois": .month, "month": .month, "months": .month, "an": .year, "ans": .year, "annee": .year,
    "annees": .year, "year": .year, "years": .year,
  ]

  /// Words that say « once in each » alone.
  static let rhythms: [String: Period] = [
    "quotidien": .day, "quotidienne": .day, "quotidiennement": .day, "daily": .day, "hebdomadaire": .week,
    "hebdomadairement": .week, "weekly": .week, "mensuel": .month, "mensuelle": .month, "mensuellement": .month,
    "monthly": .month, "annuel": .year, "annuelle": .year, "annuellement": .year, "yearly": .year, "annually": .year,
  ]

  /// « mardi », « mardis », « Tuesdays ».
  static func weekday(_ word: String) -> Weekday? {
    DateText.weekdays[word] ?? (word.hasSuffix("s") ? DateText.weekdays[String(word.dropLast())] : nil)
  }

  private static let englishNumbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// « deux », « 12 », « two ».
  static func number(_ word: String) -> Int? {
    let number = French.number(said: word) ?? englishNumbers.firstIndex(of: word).map { $0 + 1 }
    return number.flatMap { $0 > 0 && $0 <= 10_000 ? $0 : nil }
  }

  /// « 15 », « 1er », « 2nd »: a day of the month.
  static func dayNumber(_ word: String) -> Int? {
    let digits = word.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), (1...31).contains(number),
      ["", "er", "e", "th", "st", "nd", "rd"].contains(word.dropFirst(digits.count))
    else { return nil }
    return number
  }
}

/// Parts of the day that are said beside a weekday: they must be true of the hour.
enum PartOfDay: Sendable, Hashable {
  case morning, afternoon, evening

  init?(_ word: String) {
    switch word {
    case "matin", "matins", "morning", "mornings": self = .morning
    case "apres-midi", "apres-midis", "apres", "afternoon", "afternoons": self = .afternoon
    case "soir", "soirs", "soiree", "evening", "evenings", "night", "nights": self = .evening
    default: return nil
    }
  }

  /// Whether something that begins at such a minute of the day begins in it, as people speak.
  func holds(_ minuteOfDay: Int) -> Bool {
    switch self {
    case .morning: return (240..<750).contains(minuteOfDay)
    case .afternoon: return (690..<1140).contains(minuteOfDay)
    case .evening: return minuteOfDay >= 990 || minuteOfDay < 240
    }
  }
}
