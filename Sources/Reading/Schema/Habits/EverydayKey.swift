import Site

/// Names that people use every day for what has another one here, and those that other generators write and that mean
/// nothing here.
enum EverydayKey {
  /// A name may mean one thing in one kind of entry and another in another.
  private static let meanings: [(meaning: FieldKey, names: String)] = [
    (.price, "tarif tarifs prix_entree entree_prix cout participation cost"),
    (.place, "endroit ou adresse_du_lieu location venue lieux_dit adresse address"),
    (.start, "date jour quand date_debut date_de_debut start_date startdate"),
    (.sendDate, "date jour date_d_envoi envoi_le envoyer_le a_envoyer_le"),
    (.repetition, "recurrence frequence periodicite recurrent"),
    (.end, "date_fin date_de_fin end_date enddate"),
    (.summary, "chapo extrait excerpt introduction accroche_courte"),
    (.modified, "lastmod last_modified updated updated_at date_modification mis_a_jour"),
    (.tags, "mots_cles motscles keywords"),
    (.registration, "inscriptions reservation reservations billetterie lien_inscription"),
    (.organizers, "organisateur organisatrice organisatrices organise_par organizer organiser"),
    (.online, "visio lien_visio zoom"),
    (.title, "nom name intitule"),
    (.city, "ville localite town"),
    (.postcode, "cp zip zipcode postal_code"),
    (.address, "rue adresse_postale street"),
    (.access, "acces_transports comment_venir venir transports"),
    (.phone, "tel mobile portable"),
    (.email, "mail adresse_mail contact_mail"),
    (.website, "url lien link web site_web siteweb site_internet homepage"),
    (.type, "role nature genre"),
    (.subject, "sujet"),
    (.preheader, "chapeau preview preview_text sous_titre"),
    // Within a repetition.
    (.every, "frequence periode rythme freq frequency"),
    (.on, "jour jours quel_jour jour_de_la_semaine jours_de_la_semaine day days weekday weekdays byday"),
    (.interval, "intervalle interval toutes_les"),
    (.until, "fin jusqu_a date_fin date_de_fin until end"),
    (.count, "fois nombre_de_fois occurrences count"),
    (.except, "exceptions exclure exclusions excepte"),
  ]

  private static let byName: [String: [FieldKey]] = {
    var result: [String: [FieldKey]] = [:]
    for (meaning, names) in meanings {
      for name in names.split(separator: " ") { result[KeyTable.folded(String(name)), default: []].append(meaning) }
    }
    return result
  }()

  /// The key of `table` that is meant by a name that it does not know.
  static func key(named name: String, in table: KeyTable) -> KeyDescription? {
    (byName[KeyTable.folded(name)] ?? []).lazy.compactMap { table.description(of: $0) }.first
  }

  private static let hours: Set<String> = ["heure", "heures", "horaire", "horaires", "time", "hours"]

  /// Whether `name` is about the hours of an event.
  static func isHours(_ name: String) -> Bool { hours.contains(KeyTable.folded(name)) }

  private static let foreign: Set<String> = Set(
    [
      "author", "authors", "auteur", "auteurs", "autrice", "layout", "type", "lang", "language", "slug", "weight",
      "permalink",
      "categories", "category", "categorie", "template", "toc", "comments", "guid", "wordpress_id", "post_id",
      "cssclasses",
      "sidebar", "math", "mermaid", "hero", "outputs", "translation_key", "generator", "post_type", "post_format",
      "parent", "order", "nav_order", "eleventy_exclude_from_collections", "pin_order",
    ].map(KeyTable.folded))

  /// Whether other generators write `name`, for what has no meaning here.
  static func isForeign(_ name: String) -> Bool { foreign.contains(KeyTable.folded(name)) }
}
