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

  package static func emptyRepetition(_ place: SourceLocation) -> Diagnostic {
    error(
      "empty-repetition", place, "«\u{A0}repetition\u{A0}» est vide\u{A0}: l’événement n’aurait lieu qu’une fois.",
      "Remettez la règle, en mots (repetition: tous les mardis), ou retirez la ligne s’il n’a vraiment lieu qu’une fois. Les formulaires de la forge effacent une règle qui n’est pas écrite en mots."
    )
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
      "Par exemple :\u{A0}mardi, [mardi, jeudi], ou du lundi au vendredi")
  }

  package static func notAMonthlyDay(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "not-a-monthly-day", place, "\(Wording.quoted(value)) n’est pas un jour du mois.",
      "Par exemple :\u{A0}1er vendredi, [2e mardi, 4e mardi], dernier samedi, dernier jour, ou 15")
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

  package static func excludedAndCancelled(_ place: SourceLocation, day: String, key: String) -> Diagnostic {
    error(
      "excluded-and-cancelled", place,
      "Le \(day) est à la fois dans «\u{A0}sauf\u{A0}» et dans \(Wording.quoted(key)).",
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

  // MARK: Rules in words

  /// - Parameters:
  ///   - rest: what was not understood; empty where it is all of it, or what goes together.
  ///   - forms: the nearest forms that are understood.
  package static func ruleNotUnderstood(
    _ place: SourceLocation, value: String, rest: String, forms: [String]
  ) -> Diagnostic {
    let what = rest.isEmpty ? "" : ", à partir de \(Wording.quoted(rest))"
    return error(
      "rule-not-understood", place, "\(Wording.quoted(value)) n’est pas un rythme que gazette comprend\(what).",
      "Les formes comprises les plus proches\u{A0}: \(Wording.choice(forms)).")
  }

  package static func exclusionNotUnderstood(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "exclusion-not-understood", place, "\(Wording.quoted(value)), dans «\u{A0}sauf\u{A0}», n’est pas compris.",
      "S’écrivent ainsi\u{A0}: 2026-05-01, 2026-02-21 au 2026-03-08, vacances scolaires, jours fériés.")
  }

  package static func rangeBackwards(_ place: SourceLocation, from start: String, to end: String) -> Diagnostic {
    error(
      "range-backwards", place, "Ces jours finissent le \(end), avant de commencer le \(start).",
      "Si l’année est juste, c’est sans doute «\u{A0}\(end) au \(start)\u{A0}».")
  }

  package static func ruleBesideWords(_ place: SourceLocation, key: String) -> Diagnostic {
    error(
      "rule-beside-words", place, "\(Wording.quoted(key)) ne va pas avec «\u{A0}regle\u{A0}», qui dit tout en mots.",
      "Dites-le dans «\u{A0}regle\u{A0}», ou remplacez-la par les clés «\u{A0}chaque\u{A0}», «\u{A0}le\u{A0}»…")
  }

  package static func wordsBesideDates(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "rule-beside-dates", place, "\(Wording.quoted(value)) donne des jours et une règle à la fois.",
      "Donnez soit une règle, soit la liste des jours.")
  }

  package static func otherStart(_ place: SourceLocation, day: String, start: String) -> Diagnostic {
    error(
      "other-start", place, "La répétition part du \(day), alors que «\u{A0}debut\u{A0}» est le \(start).",
      "Les deux doivent dire le même jour.")
  }

  package static func otherHours(_ place: SourceLocation, hours: String, start: String) -> Diagnostic {
    error(
      "other-hours", place,
      "La répétition dit \(hours), alors que «\u{A0}debut\u{A0}» et «\u{A0}fin\u{A0}» disent autre chose (\(start)).",
      "Corrigez l’un ou l’autre, ou ôtez l’heure de la répétition.")
  }

  package static func otherLength(_ place: SourceLocation, days: Int) -> Diagnostic {
    error(
      "other-length", place,
      "La répétition dit que chaque fois dure \(days) jours, alors que «\u{A0}debut\u{A0}» et «\u{A0}fin\u{A0}» disent autre chose.",
      "Les deux doivent dire la même durée.")
  }

  package static func otherPartOfDay(_ place: SourceLocation, value: String, start: String) -> Diagnostic {
    error(
      "other-part-of-day", place,
      "\(Wording.quoted(value)) ne s’accorde pas avec l’heure de «\u{A0}debut\u{A0}», \(start).",
      "Corrigez l’un ou l’autre.")
  }

  /// - Parameter day: « 1er août », or the month alone.
  package static func yearNeeded(_ place: SourceLocation, day: String) -> Diagnostic {
    error(
      "year-needed", place, "Rien ne dit l’année de «\u{A0}\(day)\u{A0}»\u{A0}: la répétition n’a pas de fin.",
      "Ajoutez l’année, par exemple \(day) 2026.")
  }

  package static func schoolHolidaysUnknown(_ place: SourceLocation, department: String?) -> Diagnostic {
    if let department {
      return error(
        "school-holidays-unknown", place,
        "gazette ne connaît pas encore les vacances scolaires du département \(department).",
        "Donnez-les dans site.yml\u{A0}: vacances: [{du: 2026-02-21, au: 2026-03-08}]")
    }
    return error(
      "school-holidays-unknown", place, "Rien ne dit de quelles vacances scolaires il s’agit.",
      "Ajoutez à site.yml la ligne du département, par exemple\u{A0}: departement: \"94\"")
  }

  package static func badDepartment(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-department", place, "\(Wording.quoted(value)) n’est pas le numéro d’un département.",
      "Par exemple\u{A0}: departement: \"94\"")
  }

  // MARK: Weeks, changes, sessions

  package static func weeksWithoutWeek(_ place: SourceLocation) -> Diagnostic {
    error(
      "weeks-without-week", place, "«\u{A0}semaines\u{A0}» ne va qu’avec «\u{A0}chaque: semaine\u{A0}».",
      "Les semaines paires et impaires sont celles du calendrier, d’après leur numéro.")
  }

  package static func weeksBesideInterval(_ place: SourceLocation) -> Diagnostic {
    error(
      "weeks-beside-interval", place, "«\u{A0}tous_les\u{A0}» ne va pas avec «\u{A0}semaines\u{A0}».",
      "Ne gardez que l’un des deux.")
  }

  package static func changeOutOfOrder(_ place: SourceLocation, day: String, after: String) -> Diagnostic {
    error(
      "change-out-of-order", place, "Le changement du \(day) doit venir après le \(after).",
      "Les changements s’écrivent dans l’ordre des jours, tous après «\u{A0}debut\u{A0}».")
  }

  package static func changeAfterEnd(_ place: SourceLocation, day: String, end: String) -> Diagnostic {
    error("change-after-end", place, "Le changement du \(day) vient après la fin de la répétition, le \(end).")
  }

  package static func changeWithoutDay(_ place: SourceLocation, day: String) -> Diagnostic {
    error("change-without-day", place, "À partir du \(day), la nouvelle règle ne prévoit aucun jour.")
  }

  package static func notAnHour(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error(
      "not-an-hour", place, "\(Wording.quoted(value)) n’est pas une heure.",
      "\(Wording.quoted(key)) s’écrit ici 19:00.")
  }

  package static func besideSessions(_ place: SourceLocation, key: String) -> Diagnostic {
    error(
      "beside-sessions", place, "\(Wording.quoted(key)) ne va pas avec «\u{A0}seances\u{A0}».",
      "Chaque séance dit son jour et ses heures\u{A0}: ôtez \(Wording.quoted(key)).")
  }

  package static func registerByWithRule(_ place: SourceLocation) -> Diagnostic {
    error(
      "register-by-with-rule", place,
      "«\u{A0}inscription_jusqu_au\u{A0}» ne va pas avec une répétition, où chaque date a la sienne.",
      "Dites-le dans le texte, ou donnez à chaque date une fiche.")
  }

  package static func exceptionInHolidays(_ place: SourceLocation, day: String, key: String) -> Diagnostic {
    warning(
      "exception-in-holidays", place,
      "Le \(day), dans \(Wording.quoted(key)), tombe un jour férié ou dans les vacances que la répétition laisse de côté, ou"
        + " après les dernières dates connues.", "Cette ligne ne change rien\u{A0}: elle peut être ôtée.")
  }

  /// - Parameter cancelled: the day on which it was planned, where the two are taken for one.
  package static func movedOntoAnother(_ place: SourceLocation, day: String, cancelled: String?) -> Diagnostic {
    warning(
      "moved-onto-another", place, "Le \(day), il y a déjà une autre date de cet événement.",
      cancelled.map { planned in
        "Les deux n’en font qu’une\u{A0}: celle du \(planned) est montrée comme annulée. S’il y en a bien deux, donnez à"
          + " celle-ci une autre heure."
      })
  }
}
