import Text

/// Reads a price that was written for people.
enum PriceReading {
  private static let free = [
    "gratuit", "gratuite", "entree gratuite", "entree libre et gratuite", "entree libre", "acces libre",
  ]
  /// Words by which a number is not the price, or not all of it.
  private static let doubtful = [
    "libre", "mini", "minimum", "moins", "partir", "conseille", "conseilles", "suggere", "suggeres", "plus", "entre",
    "a", "jusqu", "environ",
    "don", "adhesion", "caution", "consigne", "arrhes", "gratuit", "gratuite", "gratuits", "gratuites", "sinon", "sauf",
    "hors", "rendu", "rendus", "rembourse", "rembourses",
  ]

  /// The amounts in euros (`0`, `5`, `7.50`) that `text` says without doubt: « 8 € / 5 € », « 10 € la journée », « Gratuit »;
  /// nothing where there is one that it does not.
  static func euros(_ text: String) -> [String] {
    if free.contains(Folding.slug(text).replacing("-", with: " ")) { return ["0"] }
    let parts = text.replacing(" ou ", with: "/").split { $0 == "/" || $0 == ";" }
    let amounts = parts.compactMap { amount(in: String($0)) }
    return amounts.count == parts.count && amounts.count <= 6 ? amounts : []
  }

  /// The one number of `part`, where it is an amount and what stands around it says nothing against.
  private static func amount(in part: String) -> String? {
    let folded = Folding.folded(part).replacing("€", with: " euros ").replacing("’", with: " ").replacing(
      "'", with: " ")
    let words = folded.split { $0.isWhitespace || "():+!".contains($0) }.map { word in
      word.last == "," && word.first?.isNumber != true ? word.dropLast() : word
    }
    guard let position = words.firstIndex(where: { $0.first?.isNumber == true }), position + 1 < words.count,
      ["euros", "euro"].contains(words[position + 1]),
      !words.contains(where: { doubtful.contains(String($0)) }),
      words.indices.allSatisfy({ $0 == position || !words[$0].contains(where: \.isNumber) })
    else { return nil }
    return standard(words[position])
  }

  /// « 7,5 » as `7.50`.
  private static func standard(_ number: Substring) -> String? {
    let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = parts.first, whole.count <= 5, parts.count == 1 || parts[1].count <= 2
    else { return nil }
    return parts.count == 1 ? String(whole) : "\(whole).\(parts[1])" + (parts[1].count == 1 ? "0" : "")
  }
}
