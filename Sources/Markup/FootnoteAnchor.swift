/// The fragments by which a footnote and the places that refer to it are found within their page.
enum FootnoteAnchor {
  static func note(_ number: Int) -> String { "note-\(number)" }

  /// - Parameter occurrence: which of the references to the note it is, from 1.
  static func reference(_ number: Int, _ occurrence: Int) -> String {
    "renvoi-\(number)" + (occurrence > 1 ? "-\(occurrence)" : "")
  }

  /// All that the notes of a document take: a heading of the same name gets another one.
  static func all(of footnotes: [Footnote]) -> Set<String> {
    var result: Set<String> = []
    for footnote in footnotes {
      result.insert(note(footnote.number))
      for occurrence in 1...max(1, footnote.references) { result.insert(reference(footnote.number, occurrence)) }
    }
    return result
  }
}
