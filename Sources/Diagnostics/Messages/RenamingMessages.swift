/// Pages that are no longer where they were.
extension Diagnostic {
  /// `heir` is the file that seems to hold the text now, `line` what keeps the earlier address alive there.
  package static func vanishedPage(_ path: String, heir: String?, line: String) -> Diagnostic {
    warning(
      "vanished-page", heir.map { SourceLocation(file: $0) },
      "La page \(Wording.quoted(path)) était en ligne et n’y est plus.",
      heir == nil
        ? "Si son texte est maintenant dans un autre fichier, ajoutez-y la ligne ci-dessous\u{A0}; s’il est supprimé exprès, il n’y a rien à faire."
        : "Si ce fichier est le même texte sous un autre nom, ajoutez-y la ligne ci-dessous pour que les liens d’avant mènent ici.",
      fix: Fix(.addition, line))
  }
}
