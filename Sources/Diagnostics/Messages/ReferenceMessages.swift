/// Names of other entries, and addresses that two would share.
extension Diagnostic {
  /// - Parameter seats: the key for the number of seats, where there is one.
  package static func numberAsPlace(_ place: SourceLocation, key: String, value: String, seats: String?) -> Diagnostic {
    error(
      "number-as-place", place,
      "\(Wording.quoted(key)) attend le nom d’un lieu, et non le nombre \(Wording.quoted(value)).",
      seats.map { "Le nombre de places se dit par \(Wording.quoted($0 + ": " + value))." }
        ?? "Le nombre de places se dit dans le texte.")
  }

  package static func unknownEntry(
    _ place: SourceLocation, key: String, value: String, kinds: [String], nearest: [String], folder: String
  ) -> Diagnostic {
    error(
      "unknown-entry", place, "\(Wording.quoted(value)) n’est le nom d’aucune fiche (\(Wording.joined(kinds, "ou"))).",
      Wording.suggestion(nearest) ?? "Créez sa fiche dans «\u{A0}Content/\(folder)\u{A0}», ou corrigez le nom.",
      fix: nearest.first.map { Fix(.marked, $0) })
  }

  package static func nearMiss(
    _ place: SourceLocation, key: String, value: String, kind: String, nearest: String
  ) -> Diagnostic {
    warning(
      "near-miss", place, "\(Wording.quoted(value)) ressemble à \(Wording.quoted(nearest)), dont il y a une fiche.",
      "Si c’est la même chose, écrivez le nom de la fiche\u{A0}; sinon, c’est un texte libre.",
      fix: Fix(.marked, nearest))
  }

  package static func ambiguousName(
    _ place: SourceLocation, key: String, value: String, candidates: [String]
  ) -> Diagnostic {
    error(
      "ambiguous-name", place, "\(Wording.quoted(value)) est le nom de plusieurs fiches.",
      "Écrivez \(Wording.choice(Array(candidates.prefix(6)))).")
  }

  package static func repeatedReference(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    warning("repeated-reference", place, "\(Wording.quoted(value)) est déjà dans \(Wording.quoted(key)).")
  }

  package static func referenceToUnpublished(_ place: SourceLocation, title: String) -> Diagnostic {
    warning(
      "reference-to-unpublished", place,
      "\(Wording.quoted(title)) n’est pas encore publié\u{A0}: il n’est pas nommé pour l’instant.")
  }

  package static func correctsItself(_ place: SourceLocation) -> Diagnostic {
    error(
      "corrects-itself", place, "«\u{A0}corrige\u{A0}» nomme cette lettre elle-même.",
      "Nommez la lettre où se trouve l’erreur, par exemple\u{A0}: corrige: 2026-11")
  }

  package static func pinnedAndExcluded(_ place: SourceLocation, title: String) -> Diagnostic {
    error("pinned-and-excluded", place, "\(Wording.quoted(title)) est à la fois en tête et exclu.")
  }

  package static let sameAddressCode = "same-address"

  /// - Parameter other: what has the address already: a file, or what people call a page of the program's own.
  package static func sameAddress(_ place: SourceLocation?, address: String, other: String) -> Diagnostic {
    error(
      sameAddressCode, place, "Ce fichier et \(other) auraient la même adresse, \(address)",
      "Renommez ce fichier\u{A0}: majuscules et accents ne suffisent pas à distinguer deux adresses.")
  }

  /// - Parameter file: of the folder of assets of the theme.
  package static func themeFileReplaced(theme: String, file: String) -> Diagnostic {
    warning(
      "theme-file-replaced", SourceLocation(file: "Themes/\(theme)/assets/\(file)"),
      "Le programme apporte maintenant ce fichier pour tous les thèmes\u{A0}: celui du thème n’est plus lu.",
      "Supprimez-le, ou prenez le thème de cette version du programme.")
  }

  /// - Parameter other: the file of the entry that is called so.
  package static func sameIdentity(_ place: SourceLocation, id: String, other: String) -> Diagnostic {
    error(
      "same-identity", place,
      "Ce texte et \(other) ont la même identité, \(Wording.quoted(id))\u{A0}: pour les agendas des téléphones, l’un remplacerait l’autre.",
      "Si ce fichier est une copie, enlevez sa ligne «\u{A0}id\u{A0}» ou changez-la.")
  }

  package static func reservedAddress(_ place: SourceLocation, address: String) -> Diagnostic {
    error(
      "reserved-address", place,
      "L’adresse de ce texte, \(address), est celle d’une page que le programme fait lui-même.",
      "Renommez le fichier\u{A0}; si le texte a déjà été en ligne, gardez son identité avec «\u{A0}id\u{A0}», et son ancienne adresse avec «\u{A0}alias\u{A0}» si cette page n’y est pas."
    )
  }
}
