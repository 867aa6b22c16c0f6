import Site
import Time

extension Schema {
  static let event: [KeyDescription] =
    [
      KeyDescription(
        .start, ["start"], .span([.year, .month, .day, .minute]), presence: .requiredUnless([.rhythm, .sessions]),
        "Le début : 2026-03-20 19:00, ou 2026-06-01 pour toute la journée, ou 2017-06 si l’on ne sait que le mois."),
      KeyDescription(.end, ["end"], anyDate, "La fin, écrite comme le début ; pour des journées, le dernier jour."),
      KeyDescription(
        .status, ["status"], .choice(WordChoice(WrittenStatus.self)), "Confirmé, à confirmer, reporté ou annulé."),
      KeyDescription(.soldOut, ["sold_out"], .boolean, "« oui » : il a lieu, mais il ne reste plus de place."),
      KeyDescription(.reason, ["reason"], .text, "Pourquoi il est annulé ou reporté."),
      KeyDescription(.postponedTo, ["postponed_to"], dayOrMinute, "La nouvelle date d’un événement reporté."),
      KeyDescription(
        .repetition, ["repeat"], .either(.text, .either(dates, .map(repetition))),
        "Comment il revient, en mots : « tous les mardis sauf vacances scolaires », ou par les clés ci-dessous."),
      KeyDescription(
        .sessions, ["sessions"], .list(.either(.span([.day, .minute]), .map(session))),
        "À la place de debut, fin et repetition : des séances, chacune avec ses heures : 2026-03-05 18:30 - 20:30."),
      KeyDescription(
        .rhythm, ["rhythm"], .text, "Un rythme en mots, quand les dates ne sont pas connues : « un vendredi par mois »."
      ),
      KeyDescription(
        .place, ["place"], .referenceOrText(.place), "Le lieu : une fiche de « lieux », ou un texte libre."),
      KeyDescription(.online, ["online"], .url, "L’adresse où le suivre en ligne."),
      KeyDescription(.price, ["price"], .text, "Le prix : « Prix libre »."),
      KeyDescription(
        .registration, ["registration"], .urlOrEmail, "L’adresse où s’inscrire, un courriel ou un numéro de téléphone."),
      KeyDescription(
        .registerBy, ["register_by", "inscription_avant"], dayOrMinute,
        "Le dernier jour où s’inscrire, ou la dernière heure ; pas pour ce qui revient."),
      KeyDescription(.seats, ["seats"], .integer(1...100_000), "Le nombre de places en tout."),
      KeyDescription(
        .accessibility, ["accessibility"], .text, "L’accès : « Accès de plain-pied, boucle magnétique »."),
      KeyDescription(
        .organizers, ["organizers"], .list(.referenceOrText(.partner)),
        "Qui organise : des partenaires, ou un texte libre."),
      KeyDescription(.series, ["series"], .reference([.series]), "La série dont il fait partie."),
    ] + common

  /// What returns, of a rule and of its changes.
  private static let rhythm: [KeyDescription] = [
    KeyDescription(.every, ["every"], .choice(WordChoice(Period.self)), "La période : jour, semaine, mois ou an."),
    KeyDescription(
      .on, ["on"], .list(.text),
      "Le jour : « 1er vendredi », « dernier samedi », 15, « dernier jour », « mardi », « du lundi au vendredi », ou une liste : [mardi, jeudi], [2e mardi, 4e mardi]."
    ),
    KeyDescription(
      .interval, ["interval", "toutes_les"], .integer(1...1000, default: 1),
      "Toutes les combien de périodes ; sinon, 1."),
    KeyDescription(
      .weeks, ["weeks"], .choice(WordChoice(Recurrence.WeekParity.self)),
      "Seulement les semaines de numéro impair ou pair : impaires, paires."),
  ]

  /// Days that are listed, with hours of their own where they have some.
  private static let dates: KeyDescription.ValueType = .list(.either(.span([.day, .minute]), .map(session)))

  static let repetition: [KeyDescription] =
    [
      KeyDescription(
        .rule, ["rule"], .text,
        "En mots, à la place de chaque, le, tous_les, semaines, jusqu_au, nombre et sauf : « tous les jeudis ».")
    ] + rhythm + [
      KeyDescription(.until, ["until"], day, "Le dernier jour possible."),
      KeyDescription(.count, ["count"], .integer(1...10_000), "Combien de fois."),
      KeyDescription(
        .except, ["except"], .list(.text),
        "Quand il n’a pas lieu : 2026-05-01, 2026-02-21 au 2026-03-08, vacances scolaires, jours fériés."),
      KeyDescription(
        .cancelled, ["cancelled", "canceled"], .list(.either(dayOrMinute, .map(cancellation))),
        "Les jours annoncés, puis annulés ; avec un motif : {date: 2026-11-06, motif: Salle prise}."),
      KeyDescription(
        .full, ["full"], .list(.either(dayOrMinute, .map(cancellation))), "Les jours où tout est complet."),
      KeyDescription(.moved, ["moved"], .list(.map(move)), "Les jours déplacés."),
      KeyDescription(
        .changes, ["changes"], .list(.map(change)),
        "À partir d’un jour, une autre règle, d’autres heures ou un autre lieu."),
      KeyDescription(
        .dates, [], dates,
        "À la place d’une règle : la liste des jours ; chacun peut avoir ses heures : 2026-03-13 19:30 - 21:00."),
    ]

  static let cancellation: [KeyDescription] = [
    KeyDescription(.date, [], dayOrMinute, presence: .required, "Le jour."),
    KeyDescription(.reason, ["reason"], .text, "Pourquoi."),
  ]

  static let move: [KeyDescription] = [
    KeyDescription(.planned, ["from"], dayOrMinute, presence: .required, "Le jour prévu."),
    KeyDescription(.newTime, ["to"], dayOrMinute, presence: .required, "Le nouveau jour, avec l’heure si elle change."),
    KeyDescription(.end, ["end"], dayOrMinute, "La nouvelle fin ; sinon, la même durée."),
    KeyDescription(.place, ["place"], .referenceOrText(.place), "Le lieu, s’il change."),
    KeyDescription(.reason, ["reason"], .text, "Pourquoi."),
  ]

  static let session: [KeyDescription] = [
    KeyDescription(
      .date, [], .span([.day, .minute]), presence: .required,
      "Le jour et l’heure, avec la fin si l’on veut : 2026-03-05 18:30 - 20:30."
    ),
    KeyDescription(.end, ["end"], .either(dayOrMinute, .text), "La fin : une heure, ou le jour et l’heure."),
    KeyDescription(.place, ["place"], .referenceOrText(.place), "Le lieu, si c’est un autre."),
    KeyDescription(.title, ["title"], .text, "Son titre à elle : « La terre »."),
    KeyDescription(
      .status, ["status"], .choice(WordChoice(WrittenStatus.self)), "Confirmé, à confirmer, reporté ou annulé."),
    KeyDescription(.soldOut, ["sold_out"], .boolean, "« oui » : il ne reste plus de place."),
    KeyDescription(.reason, ["reason"], .text, "Pourquoi elle est annulée ou reportée."),
  ]

  static let change: [KeyDescription] =
    [
      KeyDescription(.from, ["from"], day, presence: .required, "Le premier jour de la nouvelle règle."),
      KeyDescription(.start, ["start"], .text, "L’heure du début : 19:00."),
      KeyDescription(.end, ["end"], .text, "L’heure de la fin : 21:00."),
    ] + rhythm + [
      KeyDescription(.place, ["place"], .referenceOrText(.place), "Le lieu, s’il change.")
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
  package static let soldOut = FieldKey("complet")
  package static let sessions = FieldKey("seances", label: "séances")
  package static let registerBy = FieldKey("inscription_jusqu_au", label: "inscription jusqu’au")
  package static let seats = FieldKey("places")
  package static let accessibility = FieldKey("accessibilite", label: "accessibilité")
  package static let rule = FieldKey("regle", label: "règle")
  package static let weeks = FieldKey("semaines")
  package static let full = FieldKey("completes", label: "complètes")
  package static let changes = FieldKey("changements")
  // Within `changements`
  package static let from = FieldKey("a_partir_du", label: "à partir du")
  // Within `deplacees`
  package static let planned = FieldKey("prevue", label: "prévue")
  package static let newTime = FieldKey("nouvelle")
}
