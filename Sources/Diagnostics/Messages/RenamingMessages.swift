/// Pages that are no longer where they were.
extension Diagnostic {
  /// An event that was announced for a day to come and is no longer on the site; `date` in words, `lines` for where it is under
  /// another name now.
  package static func withdrawnEvent(
    _ place: SourceLocation, title: String, date: String, lines: [String]
  ) -> Diagnostic {
    note(
      "withdrawn-event", place,
      "Le rendez-vous \(Wording.quoted(title)), annoncé pour le \(date), n’est plus sur le site.",
      "S’il n’a pas lieu, remettez plutôt son fichier avec la ligne «\u{A0}etat: annulé\u{A0}»\u{A0}: les gens sauront pourquoi. En attendant, les agendas abonnés le barrent, sous le nom «\u{A0}Rendez-vous retiré\u{A0}». S’il est maintenant dans un autre fichier, ajoutez-y «\u{A0}\(lines.joined(separator: "\u{A0}» et «\u{A0}"))\u{A0}»."
    )
  }

  /// Reported once: the next build knows nothing of the page.
  package static let vanishedPageCode = "vanished-page"

  /// `heir` is the file that seems to hold the text now, `lines` what keeps the earlier address alive there, and the identity
  /// by which those who subscribed know it.
  package static func vanishedPage(_ path: String, heir: String?, lines: [String]) -> Diagnostic {
    let isOne = lines.count == 1
    let these = isOne ? "la ligne ci-dessous" : "les lignes ci-dessous"
    let purpose =
      "pour que les liens d’avant mènent ici" + (isOne ? "" : " et que les abonnés le reconnaissent")
    return warning(
      vanishedPageCode, heir.map { SourceLocation(file: $0) },
      "La page \(Wording.quoted(path)) était en ligne et n’y est plus.",
      heir == nil
        ? "Si son texte est maintenant dans un autre fichier, ajoutez-y \(these)\u{A0}; s’il est supprimé exprès, il n’y a rien à faire."
        : "Si ce fichier est le même texte sous un autre nom, ajoutez-y \(these) \(purpose).",
      fix: Fix(.addition, lines.joined(separator: "\n")))
  }
}
