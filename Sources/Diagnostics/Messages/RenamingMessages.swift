/// Pages that are no longer where they were.
extension Diagnostic {
  /// `heir` is the file that seems to hold the text now, `lines` what keeps the earlier address alive there, and the identity
  /// by which those who subscribed know it.
  package static func vanishedPage(_ path: String, heir: String?, lines: [String]) -> Diagnostic {
    let isOne = lines.count == 1
    let these = isOne ? "la ligne ci-dessous" : "les lignes ci-dessous"
    let purpose =
      "pour que les liens d’avant mènent ici" + (isOne ? "" : " et que les abonnés le reconnaissent")
    return warning(
      "vanished-page", heir.map { SourceLocation(file: $0) },
      "La page \(Wording.quoted(path)) était en ligne et n’y est plus.",
      heir == nil
        ? "Si son texte est maintenant dans un autre fichier, ajoutez-y \(these)\u{A0}; s’il est supprimé exprès, il n’y a rien à faire."
        : "Si ce fichier est le même texte sous un autre nom, ajoutez-y \(these) \(purpose).",
      fix: Fix(.addition, lines.joined(separator: "\n")))
  }
}
