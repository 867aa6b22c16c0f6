extension French {
  /// « aucune nouvelle », « 1 nouvelle », « 2 nouvelles »; `plural` where it is not the singular with an s.
  package static func count(_ number: Int, _ singular: String, plural: String? = nil) -> String {
    count(number, Noun(singular: singular, plural: plural ?? singular + "s", isFeminine: isFeminine(singular)))
  }

  /// « aucune nouvelle », « 1 nouvelle », « 2 nouvelles ».
  package static func count(_ number: Int, _ noun: Noun) -> String {
    if number == 0 { return (noun.isFeminine ? "aucune " : "aucun ") + noun.singular }
    return grouped(number) + noBreakSpace + (number.magnitude < 2 ? noun.singular : noun.plural)
  }

  /// « 2 », « 9 999 », « 12 500 »: thousands apart from five digits on, as the eye needs it.
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 4 else { return String(number) }
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.utf8.count - position) % 3 == 0 { result += noBreakSpace }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// « deux » … « seize », then digits.
  package static func numberWord(_ number: Int) -> String {
    numberWords.indices.contains(number) ? numberWords[number] : String(number)
  }

  /// « premier », « deuxième » …; « dernier » for -1.
  static func ordinal(_ nth: Int) -> String {
    if nth == -1 { return "dernier" }
    return ordinals.indices.contains(nth - 1) ? ordinals[nth - 1] : String(nth) + "e"
  }

  /// « 1er », « 2e » …; « dernier » for -1.
  static func shortOrdinal(_ nth: Int) -> String {
    if nth == -1 { return "dernier" }
    return nth == 1 ? "1er" : String(nth) + "e"
  }

  /// The number that such a word says: « deux », « une », « quinze »; digits as well.
  static func number(said word: some StringProtocol) -> Int? {
    if let number = Int(word) { return number }
    return word == "une" ? 1 : numberWords.firstIndex(of: String(word))
  }

  private static let numberWords = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
  ]

  private static let ordinals = ["premier", "deuxième", "troisième", "quatrième", "cinquième"]

  /// Whether the first word of `noun` is feminine, among the words that are counted on a site.
  private static func isFeminine(_ noun: String) -> Bool {
    let word = String(noun.prefix { $0 != " " && $0 != "\u{A0}" })
    return feminineNouns.contains(word) || word.hasSuffix("tion")
  }

  private static let feminineNouns: Set<String> = [
    "nouvelle", "infolettre", "lettre", "série", "page", "image", "photo", "date", "erreur", "étiquette", "rencontre",
    "adresse", "annonce", "ligne", "fois", "pièce", "structure", "personne", "année", "semaine", "journée", "heure",
    "minute", "seconde",
  ]
}
