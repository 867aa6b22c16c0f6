/// Events that come back.
extension Diagnostic {
  package static func repetitionWithoutStart(_ place: SourceLocation) -> Diagnostic {
    error(
      "repetition-without-start", place, "Une répétition part du premier jour, et «\u{A0}debut\u{A0}» manque.",
      fix: Fix(.addition, "debut: AAAA-MM-JJ HH:MM"))
  }

  package static func repetitionNeedsDay(_ place: SourceLocation) -> Diagnostic {
    error(
      "repetition-needs-day", place, "Pour une répétition, le jour du début doit être connu.",
      "Si seul le rythme est connu, dites-le en mots\u{A0}: rythme: un vendredi par mois")
  }

  package static func ruleBesideDates(_ place: SourceLocation, key: String) -> Diagnostic {
    error(
      "rule-beside-dates", place, "\(Wording.quoted(key)) ne va pas avec une liste de «\u{A0}dates\u{A0}».",
      "Donnez soit une règle, soit la liste des jours.")
  }

  package static func noDates(_ place: SourceLocation) -> Diagnostic {
    error("no-dates", place, "La liste des dates est vide.")
  }

  package static func untilAndCount(_ place: SourceLocation) -> Diagnostic {
    error(
      "until-and-count", place, "«\u{A0}jusqu_au\u{A0}» et «\u{A0}nombre\u{A0}» ne vont pas ensemble.",
      "Ne gardez que l’un des deux.")
  }

  package static func untilBeforeStart(_ place: SourceLocation, until: String, start: String) -> Diagnostic {
    error("until-before-start", place, "La répétition finirait le \(until), avant de commencer le \(start).")
  }

  package static func overlappingRepetition(_ place: SourceLocation, next: String) -> Diagnostic {
    warning(
      "overlapping-repetition", place,
      "D’après «\u{A0}fin\u{A0}», une seule fois dure encore quand la suivante commence, le \(next).",
      "«\u{A0}fin\u{A0}» dit quand finit une fois (le jour même, le plus souvent). Pour dire jusqu’à quand l’événement revient,"
        + " écrivez «\u{A0}jusqu_au\u{A0}» sous «\u{A0}repetition\u{A0}».")
  }

  package static func onNotAllowed(_ place: SourceLocation, period: String) -> Diagnostic {
    error(
      "on-not-allowed", place, "«\u{A0}le\u{A0}» ne va pas avec «\u{A0}chaque: \(period)\u{A0}».",
      "Il sert avec «\u{A0}semaine\u{A0}» (mardi) et «\u{A0}mois\u{A0}» (1er vendredi).")
  }

  package static func notAWeekday(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "not-a-weekday", place, "\(Wording.quoted(value)) n’est pas un jour de la semaine.",
      "Par exemple :\u{A0}mardi, ou [mardi, jeudi]")
  }

  package static func notAMonthlyDay(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "not-a-monthly-day", place, "\(Wording.quoted(value)) n’est pas un jour du mois.",
      "Par exemple :\u{A0}1er vendredi, 3e mardi, dernier samedi, ou 15")
  }

  package static func startOffRule(_ place: SourceLocation, start: String, weekday: String, next: String?) -> Diagnostic
  {
    error(
      "start-off-rule", place, "Le début, \(start), est un \(weekday) que la répétition ne prévoit pas.",
      next.map { "Le premier jour prévu à partir de là est le \($0)." })
  }

  package static func notAnOccurrence(
    _ place: SourceLocation, key: String, day: String, weekday: String, nearest: String?
  ) -> Diagnostic {
    error(
      "not-an-occurrence", place, "Le \(day) (\(weekday)), dans \(Wording.quoted(key)), n’est pas un jour prévu.",
      nearest.map { "Le jour prévu le plus proche est le \($0)." })
  }

  package static func excludedAndCancelled(_ place: SourceLocation, day: String) -> Diagnostic {
    error(
      "excluded-and-cancelled", place,
      "Le \(day) est à la fois dans «\u{A0}sauf\u{A0}» et dans «\u{A0}annulees\u{A0}».",
      "«\u{A0}sauf\u{A0}»\u{A0}: n’a jamais été prévu\u{A0}; «\u{A0}annulees\u{A0}»\u{A0}: annoncé, puis annulé.")
  }

  package static func movedAndCancelled(_ place: SourceLocation, day: String) -> Diagnostic {
    error("moved-and-cancelled", place, "Le \(day) est à la fois déplacé et annulé.")
  }

  package static func hourInAllDay(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "hour-in-all-day", place, "\(value) donne une heure, alors que l’événement dure toute la journée.",
      "Donnez le jour seul, ou une heure à «\u{A0}debut\u{A0}».")
  }
}
