import Text

/// Examples of the rules that ``WrittenRule`` reads, to be named where one is not understood.
package enum RuleForms {
  static let all = [
    "tous les mardis", "tous les mardis et jeudis", "du lundi au vendredi", "tous les jours", "un mardi sur deux",
    "toutes les deux semaines", "tous les mardis des semaines paires", "tous les mardis des semaines impaires",
    "chaque premier vendredi du mois", "le 2e et le 4e mardi du mois", "chaque dernier samedi du mois",
    "le 1er et le 15 du mois", "le 15 de chaque mois", "le dernier jour du mois", "tous les deux mois, le 1er samedi",
    "chaque année, le 21 juin", "tous les trois jours", "tous les mardis jusqu’au 3 juillet 2026",
    "10 fois, tous les mardis", "tous les mardis sauf le 12 mai 2026", "tous les mardis sauf vacances scolaires",
    "tous les mardis hors jours fériés", "tous les mardis, de 18 h à 20 h", "les 6 février et 13 mars 2026",
  ]

  /// The three that have most in common with `text`. None of them is proposed as what was meant.
  package static func nearest(to text: String) -> [String] {
    let words = Set(stems(text))
    let ranked = all.enumerated().map { position, form in
      let stems = Set(stems(form))
      let common = stems.intersection(words).reduce(0) { $0 + (fillers.contains($1) ? 1 : 4) }
      return (form: form, score: common * 8 - stems.count, position: position)
    }
    return ranked.sorted { ($1.score, $0.position) < ($0.score, $1.position) }.prefix(3).map(\.form)
  }

  /// Whether words of rules stand in `text`: « tous », « chaque », « fois », « du lundi au vendredi ».
  package static func mayBeMeant(by text: String) -> Bool {
    let words = stems(text)
    return words.contains(where: marks.contains) || words.count { $0 == "mardi" } > 1
  }

  private static let marks: Set<String> = [
    "tou", "toute", "chaque", "foi", "semaine", "moi", "an", "annee", "sauf", "hor", "les", "quinzaine", "jour",
    "every", "each", "week", "month", "year",
  ]

  private static let fillers: Set<String> = [
    "tou", "toute", "le", "la", "de", "du", "au", "a", "et", "un", "une", "mardi", "sur", "h",
  ]

  /// Words without the endings of plurals; a day of the week stands for any.
  private static func stems(_ text: String) -> [String] {
    Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.prefix(60).map { word in
      let word = String(word)
      if RecurrenceWords.weekday(word) != nil { return "mardi" }
      return word.count > 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }
  }
}
