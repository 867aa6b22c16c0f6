/// Dates, hours, and when events take place.
extension Diagnostic {
  package static func dateByHabit(_ place: SourceLocation, value: String, standard: String) -> Diagnostic {
    warning(
      "date-by-habit", place, "\(Wording.quoted(value)) est compris comme \(standard).",
      "Écrivez-le ainsi, pour qu’il n’y ait pas de doute.", fix: Fix(.marked, standard, isCertain: true))
  }

  /// - Parameters:
  ///   - standard: both dates on one line.
  ///   - lines: the same as two lines; `nil` where it has to stand on one.
  package static func rangeByHabit(
    _ place: SourceLocation, value: String, standard: String, lines: (start: String, end: String)?
  ) -> Diagnostic {
    let meaning = lines.map { "\(Wording.quoted($0.start)) et \(Wording.quoted($0.end))" } ?? Wording.quoted(standard)
    return warning(
      "range-by-habit", place, "\(Wording.quoted(value)) est compris comme \(meaning).",
      lines == nil ? nil : "Écrivez ces deux lignes, ou tout sur une seule.",
      fix: Fix(.marked, standard, isCertain: true))
  }

  package static func rangeBesideEnd(_ place: SourceLocation, value: String, key: String) -> Diagnostic {
    error(
      "range-beside-end", place, "\(Wording.quoted(value)) donne déjà la fin, que \(Wording.quoted(key)) donne aussi.",
      "Ne gardez que l’une des deux.")
  }

  package static func impossibleDate(
    _ place: SourceLocation, value: String, _ why: String, fix: Fix? = nil
  ) -> Diagnostic {
    error("impossible-date", place, "\(Wording.quoted(value)) n’existe pas\u{A0}: \(why).", fix: fix)
  }

  package static func dateWithZone(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "date-with-zone", place, "\(Wording.quoted(value)) porte un décalage horaire.",
      "Toutes les heures sont celles du lieu\u{A0}: écrivez-la sans «\u{A0}Z\u{A0}» ni «\u{A0}+02:00\u{A0}».")
  }

  package static func dateOfAnotherClock(_ place: SourceLocation, value: String, standard: String) -> Diagnostic {
    note(
      "date-of-another-clock", place,
      "\(Wording.quoted(value)) porte un décalage horaire\u{A0}: à l’heure du lieu, c’est \(standard).",
      "Les heures s’écrivent ici sans lui.")
  }

  package static func notADate(_ place: SourceLocation, key: String, value: String, forms: String) -> Diagnostic {
    error(
      "not-a-date", place, "\(Wording.quoted(value)) n’est pas une date qui puisse être comprise.",
      "\(Wording.quoted(key)) s’écrit \(forms).")
  }

  package static func wrongPrecision(_ place: SourceLocation, key: String, value: String, forms: String) -> Diagnostic {
    error(
      "wrong-precision", place, "\(Wording.quoted(value)) n’a pas la précision qu’il faut.",
      "\(Wording.quoted(key)) s’écrit \(forms).")
  }

  package static func repeatedDay(_ place: SourceLocation, key: String, day: String) -> Diagnostic {
    warning("repeated-day", place, "Le \(day) est donné deux fois dans \(Wording.quoted(key)).")
  }

  package static func endPrecision(_ place: SourceLocation, value: String, start: String, form: String) -> Diagnostic {
    error(
      "end-precision", place, "La fin, \(Wording.quoted(value)), n’est pas écrite comme le début, \(start).",
      "Elle s’écrit \(form).")
  }

  package static func endBeforeStart(_ place: SourceLocation, end: String, start: String) -> Diagnostic {
    error("end-before-start", place, "La fin, \(end), n’est pas après le début, \(start).")
  }

  package static func endWithoutStart(_ place: SourceLocation) -> Diagnostic {
    error(
      "end-without-start", place, "Il y a une fin, mais pas de début.", fix: Fix(.addition, "debut: AAAA-MM-JJ HH:MM"))
  }

  package static func assumedEnd(_ place: SourceLocation, end: String) -> Diagnostic {
    assumedEnd(place, fix: Fix(.addition, "fin: \(end)"))
  }

  /// Of one of several dates: it stands behind its start.
  package static func assumedEnd(_ place: SourceLocation, standard: String) -> Diagnostic {
    assumedEnd(place, fix: Fix(.marked, standard))
  }

  private static func assumedEnd(_ place: SourceLocation, fix: Fix) -> Diagnostic {
    warning(
      "assumed-end", place, "L’heure de fin n’est pas donnée\u{A0}: deux heures sont supposées.", fix: fix)
  }

  package static func hourSkipped(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "hour-skipped", place,
      "\(value) n’existe pas\u{A0}: cette nuit-là, on passe à l’heure d’été et l’horloge saute une heure.")
  }

  package static func eventWithoutDate(_ place: SourceLocation) -> Diagnostic {
    error(
      "missing-debut", place, "Il manque «\u{A0}debut\u{A0}», nécessaire pour un événement.",
      "Si les dates ne sont pas connues, donnez le rythme en mots\u{A0}: rythme: un vendredi par mois",
      fix: Fix(.addition, "debut: AAAA-MM-JJ HH:MM"))
  }

  package static func reasonWithoutCause(_ place: SourceLocation) -> Diagnostic {
    warning(
      "reason-without-cause", place, "Il y a un motif, mais l’événement n’est ni annulé ni reporté.",
      "Ajoutez «\u{A0}etat: annulé\u{A0}» ou «\u{A0}etat: reporté\u{A0}», ou enlevez cette ligne.")
  }

  package static func postponedToWithoutStatus(_ place: SourceLocation) -> Diagnostic {
    error(
      "postponed-without-status", place, "«\u{A0}reporte_au\u{A0}» va avec «\u{A0}etat: reporté\u{A0}».",
      fix: Fix(.addition, "etat: reporté"))
  }

  package static func postponedToSameDate(_ place: SourceLocation) -> Diagnostic {
    error(
      "postponed-to-same-date", place, "La nouvelle date est la même que l’ancienne.",
      "«\u{A0}debut\u{A0}» reste la date qui avait été annoncée.")
  }

  package static func sinceAfterSending(_ place: SourceLocation, since: String, sending: String) -> Diagnostic {
    error(
      "since-after-sending", place,
      "«\u{A0}depuis\u{A0}» (\(since)) n’est pas avant l’envoi (\(sending))\u{A0}: la lettre serait vide.")
  }
}
