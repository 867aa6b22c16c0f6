/// Opening hours of a place and the days on which it is closed.
extension Diagnostic {
  package static func openingDaysNotUnderstood(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "opening-days-not-understood", place, "\(Wording.quoted(value)) ne dit pas quels jours de la semaine.",
      "S’écrivent ainsi\u{A0}: mardi, du mercredi au vendredi, samedi et dimanche, tous les jours.")
  }

  package static func openingHoursNotUnderstood(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "opening-hours-not-understood", place, "\(Wording.quoted(value)) ne dit pas de quelle heure à quelle heure.",
      "S’écrivent ainsi\u{A0}: 9h-19h, 9h-12h et 14h-19h, 10h à minuit, fermé.")
  }

  package static func overlappingHours(_ place: SourceLocation, weekday: String) -> Diagnostic {
    error(
      "overlapping-hours", place, "Les heures du \(weekday) se contredisent ou se recouvrent.",
      "Un jour se dit une fois, avec toutes ses heures\u{A0}: «\u{A0}\(weekday): 9h-12h, 14h-19h\u{A0}».")
  }

  package static func closureNotUnderstood(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "closure-not-understood", place, "\(Wording.quoted(value)), dans «\u{A0}fermetures\u{A0}», n’est pas compris.",
      "S’écrivent ainsi\u{A0}: 2026-05-01, 2026-07-15 au 2026-08-31, vacances scolaires, jours fériés.")
  }

  package static func closureWithoutYear(_ place: SourceLocation, day: String) -> Diagnostic {
    error(
      "closure-without-year", place, "Rien ne dit l’année de «\u{A0}\(day)\u{A0}».",
      "Ajoutez l’année, par exemple \(day) 2026.")
  }

  package static func notANumberToCall(_ place: SourceLocation, value: String) -> Diagnostic {
    warning(
      "not-a-number-to-call", place, "\(Wording.quoted(value)) n’est pas un numéro que l’on peut composer.",
      "Il est montré tel quel, sans lien. Un numéro s’écrit ainsi\u{A0}: 01 99 00 11 22, +33 1 99 00 11 22.")
  }
}
