import Text

/// A key that people write, out of habit or for other programs, about whether an entry is shown and an event takes place.
/// The one table of them: each name has the direction that it means.
struct HidingKey: Sendable {
  /// What « oui », « non » or another value says.
  enum Sense: Sendable {
    /// « oui » hides.
    case hides
    /// « non » hides; a date hides until then.
    case shows
    case cancels
    case postpones
    case tentative
    /// « non » leaves it open.
    case confirms
    case soldOut
    /// A day before which the entry is not shown.
    case publishesOn
    /// The same; but of news that have no date it is theirs.
    case published
    /// A word: see ``StateWord``.
    case state
    /// The end of what is shown: there is no such key.
    case withdraws
  }

  let sense: Sense
  /// Whether a value that can't be understood is an error: the name means nothing else. « public » and « complet » may.
  let isStrict: Bool

  private static let names: [(Sense, isStrict: Bool, String)] = [
    (
      .hides, true,
      "brouillon draft est_brouillon en_brouillon is_draft non_publie pas_publie unpublished ne_pas_publier"
    ),
    (.hides, false, "cache masque hidden prive private invisible unlisted archive archived"),
    (.shows, true, "published publie publiee is_published est_publie publier"),
    (.shows, false, "visible public actif active live affiche"),
    (.cancels, true, "annule annulee annules annulees cancelled canceled cancel is_cancelled annulation"),
    (.postpones, true, "reporte reportee reportes reportees postponed is_postponed"),
    (.tentative, false, "a_confirmer tentative"),
    (.confirms, false, "confirme confirmee confirmed"),
    (.soldOut, false, "complet complete sold_out soldout full guichets_fermes"),
    (
      .publishesOn, true,
      "publier_le publish publie_le publiee_le a_publier_le publish_date publish_on publish_at publish_from published_at "
        + "published_on publier_a_partir_du visible_a_partir_du"
    ),
    (.published, true, "date_publication date_de_publication publication_date date_parution date_de_parution pub_date"),
    (.state, true, "etat status statut state"),
    (
      .withdraws, true,
      "expire expire_le expiry_date expires expiration unpublish unpublish_date depublier_le retirer_le visible_jusqu_au"
    ),
  ]

  private static let byName = KeyTable.byName(names.map { (HidingKey(sense: $0, isStrict: $1), $2) })

  /// Words of their own that are only spelt almost alike.
  private static let others: Set<String> = [
    "annuel", "annuels", "annuelle", "annuelles", "annales", "craft", "etal", "oublie", "publics", "publique",
    "publiques",
    "publisher", "publishers", "report", "reportage", "reportages", "reporter", "reporters", "stade", "stage", "stats",
    "statue", "statues",
  ]

  /// The one that `name` is, or can only be a slip of the hand in; `nil` where it is none.
  static func named(_ name: String) -> HidingKey? {
    let folded = KeyTable.folded(name)
    if let known = byName[folded] { return known }
    guard !others.contains(folded) else { return nil }
    var nearest: (name: String, distance: Int, key: HidingKey)?
    for (known, key) in byName where key.isStrict {
      let distance = EditDistance.between(folded, known, limit: known.utf8.count >= 8 ? 2 : 1)
      guard distance <= (known.utf8.count >= 8 ? 2 : 1) else { continue }
      if let other = nearest, (other.distance, other.name) < (distance, known) { continue }
      nearest = (known, distance, key)
    }
    return nearest?.key
  }
}

/// A word behind `etat` or `statut` that says something of the entry rather than of the event, or says it as other programs
/// do.
enum StateWord {
  case hidden
  case soldOut
  case status(WrittenStatus)
  /// It is shown, and takes place.
  case ordinary

  private static let words: [(StateWord, String)] = [
    (
      .hidden,
      "brouillon draft private prive privee pending hidden cache cachee masque masquee unpublished non-publie "
        + "non-publiee pas-publie hors-ligne archive archivee archived trash corbeille a-relire a-valider en-attente "
        + "future unlisted invisible wip a-controler a-moderer refuse refusee"
    ),
    (.soldOut, "complet complete sold-out soldout full guichets-fermes fully-booked"),
    (.status(.cancelled), "eventcancelled cancel annules annulees"),
    (.status(.postponed), "eventpostponed reportes reportees"),
    (.status(.tentative), "non-confirme non-confirmee pas-confirme unconfirmed provisoire"),
    (
      .ordinary,
      "publie publiee published publish public en-ligne online live actif active maintenu maintenue eventscheduled "
        + "scheduled"
    ),
  ]

  private static let byWord: [String: StateWord] = {
    var result: [String: StateWord] = [:]
    for (meaning, list) in words { for word in list.split(separator: " ") { result[String(word)] = meaning } }
    return result
  }()

  /// - Parameter slug: the word in small letters, without accents, `-` between words.
  static func named(_ slug: String) -> StateWord? { byWord[slug] }
}
