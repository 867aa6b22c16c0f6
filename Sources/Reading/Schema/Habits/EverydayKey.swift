import Site

/// Names that people use every day for what has another one here, and those that other generators write and that mean
/// nothing here.
enum EverydayKey {
  private static let meanings: [(meaning: FieldKey, names: String)] = [
    (.price, "tarif tarifs prix_entree entree_prix cout participation cost"),
    (.place, "endroit ou adresse_du_lieu location venue lieux_dit"),
    (.start, "date jour quand date_debut date_de_debut start_date startdate"),
    (.end, "date_fin date_de_fin end_date enddate"),
    (.summary, "chapo extrait excerpt introduction accroche_courte"),
    (.modified, "lastmod last_modified updated updated_at date_modification mis_a_jour"),
    (.tags, "mots_cles motscles keywords"),
    (.registration, "inscriptions reservation reservations billetterie lien_inscription"),
    (.organizers, "organisateur organisatrice organisatrices organise_par organizer organiser"),
    (.online, "visio lien_visio zoom"),
  ]

  private static let byName = KeyTable.byName(meanings)

  /// The key of `table` that is meant by a name that it does not know.
  static func key(named name: String, in table: KeyTable) -> KeyDescription? {
    byName[KeyTable.folded(name)].flatMap { table.description(of: $0) }
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
