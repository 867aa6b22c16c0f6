import Site

extension Schema {
  static let event: [KeyDescription] =
    [
      KeyDescription(
        .start, ["start"], anyDate, presence: .requiredUnless(.rhythm),
        "Le début : 2026-03-20 19:00, ou 2026-06-01 pour toute la journée, ou 2017-06 si l’on ne sait que le mois."),
      KeyDescription(.end, ["end"], anyDate, "La fin, écrite comme le début ; pour des journées, le dernier jour."),
      KeyDescription(
        .status, ["status"], .choice(WordChoice(WrittenStatus.self)), "Confirmé, à confirmer, reporté ou annulé."),
      KeyDescription(.reason, ["reason"], .text, "Pourquoi il est annulé ou reporté."),
      KeyDescription(.postponedTo, ["postponed_to"], dayOrMinute, "La nouvelle date d’un événement reporté."),
      KeyDescription(.repetition, ["repeat"], .map(repetition), "Comment il revient."),
      KeyDescription(
        .rhythm, ["rhythm"], .text, "Un rythme en mots, quand les dates ne sont pas connues : « un vendredi par mois »."
      ),
      KeyDescription(
        .place, ["place"], .referenceOrText(.place), "Le lieu : une fiche de « lieux », ou un texte libre."),
      KeyDescription(.online, ["online"], .url, "L’adresse où le suivre en ligne."),
      KeyDescription(.price, ["price"], .text, "Le prix : « Prix libre »."),
      KeyDescription(.registration, ["registration"], .urlOrEmail, "L’adresse où s’inscrire."),
      KeyDescription(
        .organizers, ["organizers"], .list(.referenceOrText(.partner)),
        "Qui organise : des partenaires, ou un texte libre."),
      KeyDescription(.series, ["series"], .reference([.series]), "La série dont il fait partie."),
    ] + common

  static let repetition: [KeyDescription] = [
    KeyDescription(.every, ["every"], .choice(WordChoice(Period.self)), "La période : jour, semaine, mois ou an."),
    KeyDescription(
      .on, ["on"], .list(.text), "Le jour : « 1er vendredi », « dernier samedi », 15, « mardi », ou [mardi, jeudi]."),
    KeyDescription(
      .interval, ["interval", "toutes_les"], .integer(1...1000, default: 1),
      "Toutes les combien de périodes ; sinon, 1."),
    KeyDescription(.until, ["until"], day, "Le dernier jour possible."),
    KeyDescription(.count, ["count"], .integer(1...10_000), "Combien de fois."),
    KeyDescription(.except, ["except"], .list(day), "Les jours où il n’a pas lieu."),
    KeyDescription(
      .cancelled, ["cancelled", "canceled"], .list(.either(day, .map(cancellation))),
      "Les jours annoncés, puis annulés ; avec un motif : {date: 2026-11-06, motif: Salle prise}."),
    KeyDescription(.moved, ["moved"], .list(.map(move)), "Les jours déplacés."),
    KeyDescription(.dates, [], .list(day), "À la place d’une règle : la liste des jours."),
  ]

  static let cancellation: [KeyDescription] = [
    KeyDescription(.date, [], day, presence: .required, "Le jour annulé."),
    KeyDescription(.reason, ["reason"], .text, "Pourquoi il est annulé."),
  ]

  static let move: [KeyDescription] = [
    KeyDescription(.planned, ["from"], day, presence: .required, "Le jour prévu."),
    KeyDescription(.newTime, ["to"], dayOrMinute, presence: .required, "Le nouveau jour, avec l’heure si elle change."),
    KeyDescription(.end, ["end"], dayOrMinute, "La nouvelle fin ; sinon, la même durée."),
    KeyDescription(.place, ["place"], .referenceOrText(.place), "Le lieu, s’il change."),
    KeyDescription(.reason, ["reason"], .text, "Pourquoi."),
  ]
}

extension FieldKey {
  // Events
  package static let start = FieldKey("debut", label: "début")
  package static let end = FieldKey("fin")
  package static let status = FieldKey("etat", label: "état")
  package static let reason = FieldKey("motif")
  package static let postponedTo = FieldKey("reporte_au", label: "reporté au")
  package static let repetition = FieldKey("repetition", label: "répétition")
  package static let rhythm = FieldKey("rythme")
  package static let online = FieldKey("en_ligne")
  package static let price = FieldKey("prix")
  package static let registration = FieldKey("inscription")
  package static let organizers = FieldKey("organisateurs")
  package static let series = FieldKey("serie", label: "série")
  // Within `repetition`
  package static let every = FieldKey("chaque")
  package static let on = FieldKey("le")
  package static let interval = FieldKey("tous_les")
  package static let until = FieldKey("jusqu_au", label: "jusqu’au")
  package static let count = FieldKey("nombre")
  package static let except = FieldKey("sauf")
  package static let cancelled = FieldKey("annulees", label: "annulées")
  package static let moved = FieldKey("deplacees", label: "déplacées")
  package static let dates = FieldKey("dates")
  // Within `deplacees`
  package static let planned = FieldKey("prevue", label: "prévue")
  package static let newTime = FieldKey("nouvelle")
}
