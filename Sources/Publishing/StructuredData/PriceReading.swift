import Markup

/// Reads a price that was written for people.
enum PriceReading {
  private static let free = ["gratuit", "gratuite", "entree libre", "entree gratuite", "prix libre", "acces libre"]

  /// The amount in euros (`0`, `5`, `7.50`), where `text` says one and one only.
  static func euros(_ text: String) -> String? {
    let folded = Folding.folded(text)
    if free.contains(folded) { return "0" }
    let words = folded.replacing("€", with: " euros ").split(separator: " ")
    guard words.count == 2, words[1] == "euros" || words[1] == "euro" else { return nil }
    let parts = words[0].split(whereSeparator: { $0 == "," || $0 == "." })
    guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = parts.first, whole.count <= 5
    else { return nil }
    if parts.count == 1 { return words[0] == whole ? String(whole) : nil }
    guard parts[1].count <= 2, words[0].count == whole.count + 1 + parts[1].count else { return nil }
    return "\(whole).\(parts[1])" + (parts[1].count == 1 ? "0" : "")
  }
}
