import Site

/// The one table of what may be written: kinds, keys, types, words of help. Reader, suggestions, guide and editors' schema
/// all draw on it.
package enum Schema {
  /// The keys of a kind of entry: its own, then those of every kind.
  package static func keys(of kind: EntryKind) -> [KeyDescription] {
    switch kind {
    case .news: return news
    case .event: return event
    case .series: return common
    case .place: return place
    case .partner: return partner
    case .page: return page
    case .issue: return issue
    }
  }

  /// The key of a kind that people mean by `name`: case, accents, spaces, hyphens and underscores do not count.
  package static func key(named name: String, of kind: EntryKind) -> KeyDescription? {
    KeyTable.of(kind).key(named: name)
  }

  /// What a new entry has no use for: it is not asked for, nor offered.
  package static let seldomNew: Set<FieldKey> = [.aliases, .modified, .identity, .draft, .postponedTo, .reason]

  static let anyDate: KeyDescription.ValueType = .date([.year, .month, .day, .minute])
  static let dayOrMinute: KeyDescription.ValueType = .date([.day, .minute])
  static let day: KeyDescription.ValueType = .date([.day])

  static let common: [KeyDescription] = [
    KeyDescription(.title, ["title"], .text, presence: .required, "Le nom, tel qu’il s’affiche."),
    KeyDescription(
      .summary, ["summary", "description"], .text,
      "Une phrase pour les listes et les moteurs de recherche ; sinon, le début du texte."),
    KeyDescription(.image, [], .path, "Une image, par son chemin depuis ce fichier."),
    KeyDescription(
      .imageAlternative, [], .text, presence: .requiredWith(.image),
      "Ce que montre l’image, pour qui ne la voit pas ; \"\" si elle ne fait que décorer."),
    KeyDescription(
      .aliases, ["aliases"], .list(.sitePath), "Les anciennes adresses, qui doivent continuer à mener ici."),
    KeyDescription(.draft, ["draft"], .boolean, "« oui » : pas encore publié."),
    KeyDescription(.publish, ["publish"], dayOrMinute, "Pas publié avant ce jour, ou cette heure."),
    KeyDescription(.modified, ["modified"], dayOrMinute, "La dernière révision, si l’historique ne la dit pas."),
    KeyDescription(
      .identity, [], .text, "Une identité durable, pour que les agendas et les flux suivent un renommage."),
    KeyDescription(.tags, ["tags"], .list(.text), "Des étiquettes libres."),
    KeyDescription(
      .partners, ["partners"], .list(.reference([.partner])),
      "Les partenaires dont il est question, par leur nom ou le nom de leur fichier."),
  ]

  static let news: [KeyDescription] =
    [
      KeyDescription(
        .date, [], anyDate, presence: .required, "L’année, le mois, le jour ou l’heure : ce que l’on sait."),
      KeyDescription(.events, ["events"], .list(.reference([.event])), "Les événements dont parle la nouvelle."),
      KeyDescription(
        .place, ["place"], .referenceOrText(.place), "Le lieu : une fiche de « lieux », ou un texte libre."),
    ] + common

  static let place: [KeyDescription] =
    [
      KeyDescription(.address, ["address"], .text, "Numéro et rue."),
      KeyDescription(.postcode, ["postcode"], .text, "Code postal."),
      KeyDescription(.city, ["city"], .text, "Commune."),
      KeyDescription(.latitude, [], .number(-90...90), "Latitude, en degrés : 48.8172."),
      KeyDescription(.longitude, [], .number(-180...180), "Longitude, en degrés : 2.5156."),
      KeyDescription(.access, ["access"], .text, "Comment venir."),
      KeyDescription(
        .openingHours, ["opening_hours"], .dictionary,
        "Les heures d’ouverture, jour par jour : « mardi: 9h-19h », « du mercredi au vendredi: 9h-12h, 14h-19h »."),
      KeyDescription(
        .closures, ["closures"], .list(.text),
        "Quand il est fermé : 2026-05-01, 2026-07-15 au 2026-08-31, vacances scolaires, jours fériés."),
      KeyDescription(.phone, ["phone"], .text, "Son téléphone."),
      KeyDescription(.email, ["email"], .email, "Son courriel."),
      KeyDescription(.website, ["website"], .url, "Son site."),
      KeyDescription(
        .accessibility, ["accessibility"], .text, "L’accès : « Accès de plain-pied, boucle magnétique »."),
    ] + common

  static let partner: [KeyDescription] =
    [
      KeyDescription(.type, [], .text, "Ce qu’il est pour nous : financeur, accompagnement, hôte…"),
      KeyDescription(.website, ["website"], .url, "Son site."),
      KeyDescription(.logo, [], .path, "Son logo, par son chemin depuis ce fichier."),
      KeyDescription(
        .logoAlternative, [], .text, presence: .requiredWith(.logo),
        "Ce que montre le logo ; \"\" s’il ne fait que décorer."),
      KeyDescription(.otherNames, ["other_names"], .list(.text), "Les autres noms sous lesquels on l’appelle."),
      KeyDescription(.since, ["since"], anyDate, "Depuis quand."),
    ] + common

  static let page: [KeyDescription] =
    [
      KeyDescription(
        .menu, [], .integer(0...9999), "Sa place dans le menu : 1, 2, 3… Sans elle, la page n’y est pas.")
    ] + common

  private static let preheaderLength = IssueTemplate.preheaderLength

  static let issue: [KeyDescription] =
    [
      KeyDescription(
        .sendDate, ["send_date"], dayOrMinute, presence: .required,
        "Le jour de l’envoi, avec l’heure si elle est connue."),
      KeyDescription(
        .sent, ["sent"], .either(dayOrMinute, .boolean),
        "Quand elle est vraiment partie ; « non » tant qu’elle est en retard. Sinon, elle part le jour dit."),
      KeyDescription(.subject, ["subject"], .text, "L’objet du courriel ; sinon, le titre."),
      KeyDescription(
        .preheader, ["preheader"], .text, presence: .required, length: preheaderLength,
        "La phrase que les messageries montrent à côté de l’objet : de \(preheaderLength.lowerBound) à \(preheaderLength.upperBound) caractères."
      ),
      KeyDescription(
        .since, ["since"], day, "Seules les nouvelles datées d’après ce jour ; sinon, depuis le numéro précédent."),
      KeyDescription(.news, ["news"], .list(.reference([.news])), "« auto », ou la liste des nouvelles."),
      KeyDescription(
        .events, ["events"], .list(.text),
        "« auto », ou la liste des rendez-vous : le nom d’un événement, avec son jour s’il en a plusieurs."),
      KeyDescription(.pinned, ["pin"], .list(.reference([.news])), "Les nouvelles à mettre en tête."),
      KeyDescription(
        .excluded, ["exclude"], .list(.reference([.news, .event])), "Les nouvelles et événements à laisser de côté."),
      KeyDescription(
        .weeksAhead, ["weeks_ahead"], .integer(0...Issue.mostWeeksAhead, default: Issue.usualWeeksAhead),
        "Le nombre de semaines d’agenda ; sinon, \(Issue.usualWeeksAhead)."),
      KeyDescription(.callToAction, ["call_to_action"], .map(callToAction), "Le bouton : un texte et un lien."),
      KeyDescription(
        .corrects, ["corrects"], .reference([.issue]),
        "Le numéro que celui-ci corrige : il ne contient alors que ce qu’il nomme."),
    ] + common

  static let callToAction: [KeyDescription] = [
    KeyDescription(.text, ["text"], .text, presence: .required, "Ce qui est écrit sur le bouton."),
    KeyDescription(.link, ["link"], .url, presence: .required, "Où il mène."),
  ]
}

extension FieldKey {
  // Every kind
  package static let title = FieldKey("titre")
  package static let summary = FieldKey("resume", label: "résumé")
  package static let image = FieldKey("image")
  package static let imageAlternative = FieldKey("image_alt", label: "description de l’image")
  package static let aliases = FieldKey("alias")
  package static let draft = FieldKey("brouillon")
  package static let publish = FieldKey("publier_le")
  package static let modified = FieldKey("modifie", label: "modifié")
  package static let identity = FieldKey("id", label: "identité durable")
  package static let tags = FieldKey("etiquettes", label: "étiquettes")
  package static let partners = FieldKey("partenaires")
  // News
  package static let date = FieldKey("date")
  package static let events = FieldKey("evenements", label: "événements")
  package static let place = FieldKey("lieu")
  // Places
  package static let address = FieldKey("adresse")
  package static let postcode = FieldKey("code_postal")
  package static let city = FieldKey("commune")
  package static let latitude = FieldKey("latitude")
  package static let longitude = FieldKey("longitude")
  package static let access = FieldKey("acces", label: "accès")
  package static let openingHours = FieldKey("horaires")
  package static let closures = FieldKey("fermetures")
  // Partners
  package static let type = FieldKey("type")
  package static let website = FieldKey("site")
  package static let logo = FieldKey("logo")
  package static let logoAlternative = FieldKey("logo_alt", label: "description du logo")
  package static let otherNames = FieldKey("autres_noms")
  package static let since = FieldKey("depuis")
  // Pages
  package static let menu = FieldKey("menu")
  // Issues of the newsletter
  package static let sendDate = FieldKey("date_envoi")
  package static let sent = FieldKey("envoyee", label: "envoyée")
  package static let corrects = FieldKey("corrige")
  package static let subject = FieldKey("objet")
  package static let preheader = FieldKey("accroche")
  package static let news = FieldKey("nouvelles")
  package static let pinned = FieldKey("epingler", label: "épingler")
  package static let excluded = FieldKey("exclure")
  package static let weeksAhead = FieldKey("agenda_semaines")
  package static let callToAction = FieldKey("appel")
  // Within `appel`
  package static let text = FieldKey("texte")
  package static let link = FieldKey("lien")
}
