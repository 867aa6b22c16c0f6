/// What hides an entry or calls an event off, written otherwise than here.
extension Diagnostic {
  package static let keyByHabitCode = "key-by-habit"

  /// - Parameter standard: the line to write; `nil` where what is written has several.
  package static func keyByHabit(_ place: SourceLocation, written: String, standard: String?) -> Diagnostic {
    warning(
      keyByHabitCode, place,
      "\(Wording.quoted(written)) est compris" + (standard.map { " comme \(Wording.quoted($0))." } ?? "."),
      "Écrivez-le ainsi, pour qu’il n’y ait pas de doute.", fix: standard.map { Fix(.line, $0, isCertain: true) })
  }

  package static func keyWithoutEffect(_ place: SourceLocation, written: String) -> Diagnostic {
    note("key-without-effect", place, "\(Wording.quoted(written)) ne change rien ici.", "La ligne peut être enlevée.")
  }

  package static func unclearHiding(_ place: SourceLocation, written: String) -> Diagnostic {
    error(
      "unclear-hiding", place,
      "\(Wording.quoted(written)) semble cacher ou annuler quelque chose, mais n’est pas compris.",
      "Pour ne pas publier\u{A0}: «\u{A0}brouillon: oui\u{A0}»\u{A0}; pas avant un jour\u{A0}: «\u{A0}publier_le: 2026-03-20\u{A0}»\u{A0};"
        + " pour un événement\u{A0}: «\u{A0}etat: annulé\u{A0}» ou «\u{A0}etat: reporté\u{A0}».")
  }

  package static func postponedInOneLine(_ place: SourceLocation, written: String, to date: String) -> Diagnostic {
    error(
      "postponed-in-one-line", place, "\(Wording.quoted(written)) dit deux choses en une.",
      "Écrivez deux lignes\u{A0}: «\u{A0}etat: reporté\u{A0}» et «\u{A0}reporte_au: \(date)\u{A0}».")
  }

  package static func calledOffElsewhere(_ place: SourceLocation, written: String, state: String) -> Diagnostic {
    error(
      "called-off-elsewhere", place, "\(Wording.quoted(written)) n’est compris que dans la fiche d’un événement.",
      "Écrivez «\u{A0}etat: \(state)\u{A0}» dans celle de l’événement\u{A0}; pour cacher ce texte,"
        + " «\u{A0}brouillon: oui\u{A0}».")
  }

  package static func endOfPublishing(_ place: SourceLocation, written: String) -> Diagnostic {
    error(
      "end-of-publishing", place, "\(Wording.quoted(written))\u{A0}: rien n’est retiré du site à une date donnée.",
      "Enlevez la ligne\u{A0}; le jour venu, écrivez «\u{A0}brouillon: oui\u{A0}».")
  }
}
