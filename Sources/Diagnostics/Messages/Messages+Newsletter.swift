extension Diagnostic {
  /// `missing` names settings of `site.yml`.
  package static func letterNotReady(missing: [String]) -> Diagnostic {
    let names = missing.map { "« \($0) »" }.joined(separator: " et ")
    return Diagnostic(
      code: "letter-not-ready", severity: .placeholder, place: SourceLocation(file: "Content/site.yml"),
      message:
        "L’infolettre n’est pas prête à être envoyée\u{A0}: \(names) \(missing.count > 1 ? "restent" : "reste") à remplir.",
      hint: "La loi veut que chaque envoi dise qui écrit, et à quelle adresse postale.")
  }

  package static func emptyLetter(_ source: String) -> Diagnostic {
    Diagnostic(
      code: "empty-letter", severity: .warning, place: SourceLocation(file: source),
      message: "Cette infolettre ne contient ni nouvelle ni rendez-vous.",
      hint: "Vérifiez « date_envoi » et « depuis », ou donnez la liste des nouvelles avec « nouvelles ».")
  }

  package static func letterLarge(_ source: String, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      code: "letter-large", severity: .warning, place: SourceLocation(file: source),
      message:
        "Cette infolettre pèse \(kilobytes(bytes))\u{A0}ko\u{A0}: au-delà de \(kilobytes(limit))\u{A0}ko elle ne serait plus publiée.",
      hint: "Raccourcissez l’éditorial, ou retirez des nouvelles avec « exclure ».")
  }

  package static func letterTooLarge(_ source: String, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      code: "letter-too-large", severity: .error, place: SourceLocation(file: source),
      message:
        "Cette infolettre pèse \(kilobytes(bytes))\u{A0}ko\u{A0}: Gmail en cacherait la fin, avec le lien de désinscription.",
      hint:
        "Ramenez-la sous \(kilobytes(limit))\u{A0}ko\u{A0}: raccourcissez l’éditorial, ou retirez des nouvelles avec « exclure »."
    )
  }

  private static func kilobytes(_ bytes: Int) -> Int { (bytes + 999) / 1000 }
}
