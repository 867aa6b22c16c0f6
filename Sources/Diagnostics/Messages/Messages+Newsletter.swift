extension Diagnostic {
  /// `missing` names settings of `site.yml`.
  package static func letterNotReady(missing: [String]) -> Diagnostic {
    let names = missing.map { "« \($0) »" }.joined(separator: " et ")
    return Diagnostic(
      code: "letter-not-ready", severity: .placeholder, place: SourceLocation(file: "Content/site.yml"),
      message:
        "L’infolettre n’est pas prête à être envoyée\u{A0}: \(names) \(missing.count > 1 ? "restent" : "reste") à remplir.",
      hint:
        "La loi veut que chaque envoi dise qui écrit, et donne une adresse valable où demander de n’en plus recevoir (code des postes et des communications électroniques, article L34-5)."
    )
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
      code: "letter-too-large", severity: .warning, place: SourceLocation(file: source),
      message:
        "Cette infolettre pèse \(kilobytes(bytes))\u{A0}ko\u{A0}: Gmail en cacherait la fin, avec le lien de désinscription. Elle n’est pas publiée.",
      hint:
        "Ramenez-la sous \(kilobytes(limit))\u{A0}ko\u{A0}: raccourcissez l’éditorial, ou retirez des nouvelles avec « exclure »."
    )
  }

  package static let unfinishedLetterCode = "unfinished-letter"

  /// - Parameter what: « l’accroche ».
  package static func unfinishedLetter(_ place: SourceLocation, what: String) -> Diagnostic {
    Diagnostic(
      code: unfinishedLetterCode, severity: .placeholder, place: place,
      message: "Cette infolettre n’est pas finie\u{A0}: \(what) est encore le texte proposé.",
      hint: "Récrivez ce texte avec vos mots avant l’envoi.")
  }

  package static func longSubject(_ place: SourceLocation, count: Int, most: Int) -> Diagnostic {
    Diagnostic(
      code: unfinishedLetterCode, severity: .warning, place: place,
      message: "L’objet a \(count) caractères\u{A0}: les messageries n’en montrent que \(most), souvent moins.",
      hint: "Mettez l’essentiel au début, ou raccourcissez.")
  }

  /// - Parameter next: the title of the letter that now holds it; `nil` where none is written yet.
  package static func lateNews(_ source: String, title: String, sent: String, next: String?) -> Diagnostic {
    Diagnostic(
      code: "late-news", severity: .note, place: SourceLocation(file: source),
      message: "\(Wording.quoted(title)) est arrivé après l’envoi de \(Wording.quoted(sent))\u{A0}: "
        + (next.map { "\(Wording.quoted($0)) le contient." } ?? "la prochaine lettre le contiendra."))
  }

  /// - Parameters:
  ///   - source: the file of the letter.
  ///   - line: what puts the item into the next letter.
  package static func newsOfTheDay(
    _ file: String, title: String, sent: String, source: String, line: String
  ) -> Diagnostic {
    Diagnostic(
      code: "news-of-the-day", severity: .note, place: SourceLocation(file: file),
      message: "\(Wording.quoted(title)) est arrivé le jour même de l’envoi de \(Wording.quoted(sent)).",
      hint: "Si la lettre était déjà partie, écrivez dans la prochaine\u{A0}: \(line)")
  }

  /// How what is gone comes back is said where it is reported itself.
  ///
  /// - Parameters:
  ///   - source: the file of the letter.
  ///   - date: when it takes place, of an event.
  package static func goneFromLetter(_ source: String, title: String, date: String?, letter: String) -> Diagnostic {
    Diagnostic(
      code: "gone-from-letter", severity: .note, place: SourceLocation(file: source),
      message:
        "\(Wording.quoted(letter)), déjà partie, annonçait \(Wording.quoted(title))\(date.map { " (\($0))" } ?? ""), qui n’est plus publié\u{A0}: la lettre en ligne ne le montre plus.",
      hint: date == nil
        ? nil
        : "Un rendez-vous qui n’a pas lieu garde son fichier, avec «\u{A0}etat: annulé\u{A0}»\u{A0}: la lettre en ligne le dit alors."
    )
  }

  /// - Parameter title: of the letter that it names.
  package static func correctsLater(_ source: String, title: String) -> Diagnostic {
    Diagnostic(
      code: "corrects-later", severity: .warning, place: SourceLocation(file: source),
      message: "«\u{A0}corrige\u{A0}» nomme \(Wording.quoted(title)), qui ne part pas avant cette correction.",
      hint: "Nommez la lettre où se trouve l’erreur, ou vérifiez les deux «\u{A0}date_envoi\u{A0}».")
  }

  package static func sentInTheFuture(_ source: String, sent: String) -> Diagnostic {
    Diagnostic(
      code: "sent-in-the-future", severity: .warning, place: SourceLocation(file: source),
      message: "«\u{A0}envoyee\u{A0}» (\(sent)) est encore à venir\u{A0}: la lettre reste à envoyer.",
      hint:
        "Écrivez le jour où elle est vraiment partie, ou «\u{A0}envoyee: non\u{A0}» si elle est en retard. Le jour prévu se dit avec «\u{A0}date_envoi\u{A0}»."
    )
  }

  package static func sentLongBefore(_ source: String, sent: String, planned: String) -> Diagnostic {
    Diagnostic(
      code: "sent-long-before", severity: .warning, place: SourceLocation(file: source),
      message:
        "«\u{A0}envoyee\u{A0}» (\(sent)) est bien avant «\u{A0}date_envoi\u{A0}» (\(planned))\u{A0}: la lettre compte comme déjà partie.",
      hint: "Vérifiez l’année et le mois des deux dates.")
  }

  package static func lettersOfOneDay(_ source: String, other: String, day: String) -> Diagnostic {
    Diagnostic(
      code: "letters-of-one-day", severity: .warning, place: SourceLocation(file: source),
      message: "Cette lettre part le même jour que \(Wording.quoted(other)), \(day).",
      hint:
        "Si c’est une copie de son fichier, changez «\u{A0}date_envoi\u{A0}»\u{A0}; si c’est une correction, écrivez «\u{A0}corrige\u{A0}»."
    )
  }

  private static func kilobytes(_ bytes: Int) -> Int { (bytes + 999) / 1000 }
}
