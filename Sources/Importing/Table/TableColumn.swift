import Reading
import Site
import Text

/// What a column of a table of events holds, by the name that people and programs give it: those of spreadsheets kept by hand,
/// and of what OpenAgenda, YesWiki, HelloAsso, Eventbrite, The Events Calendar, Outlook and Google's calendar give out.
enum TableColumn: Hashable {
  case field(FieldKey)
  case title
  case text
  case tags
  /// A page that says more.
  case link
  case hours
  case endHour
  case isAllDay
  /// All dates with their hours, as programs write them.
  case moments
  case address
  case postalCode
  case city
  /// What hides or calls off an event, under the name that says how.
  case state(String)
  case unknown(String)

  init(named name: String) {
    // `dateDeDebut`, as programs have it.
    let parted = name.replacing(/(\p{Ll})(\p{Lu})/) { "\($0.output.1) \($0.output.2)" }
    let slug = Self.withoutSurroundings(Folding.slug(parted))
    if let column = Self.byName[slug] {
      self = column
    } else if ForeignFrontMatter.hides(named: name) {
      self = .state(name)
    } else {
      self = ForeignFrontMatter.key(named: name, of: .event).map { .field($0) } ?? .unknown(name)
    }
  }

  /// A name without what only says that it is that of an event, or that it is in French.
  private static func withoutSurroundings(_ slug: String) -> String {
    var slug = slug
    for ending in ["-fr", "-de-l-evenement", "-d-evenement", "-evenement", "-de-l-activite", "-du-lieu"]
    where slug.hasSuffix(ending) {
      slug = String(slug.dropLast(ending.count)) + (ending == "-du-lieu" ? "-lieu" : "")
    }
    for beginning in ["event-", "bf-"] where slug.hasPrefix(beginning) {
      slug = String(slug.dropFirst(beginning.count))
    }
    return slug
  }

  private static let names: [(TableColumn, String)] = [
    (.title, "titre title nom evenement event intitule quoi subject objet name activite"),
    (
      .text,
      "description texte details detail presentation contenu notes commentaire description-courte description-longue "
        + "description-detaillee longdescription long-description chapeau lead-text resume chapo accroche excerpt"
    ),
    (.hours, "heure heures horaire horaires heure-de-debut heure-debut start-time de"),
    (.endHour, "heure-de-fin heure-fin end-time a"),
    (.isAllDay, "journee-entiere toute-la-journee all-day all-day-event"),
    (.moments, "horaires-iso timings"),
    (
      .field(.start),
      "date jour quand debut date-de-debut date-debut start start-date date-et-heure-de-debut premiere-date-debut "
        + "firstdate-begin date-start start-date-time"
    ),
    (
      .field(.end),
      "fin date-de-fin date-fin end end-date jusqu-au date-et-heure-de-fin derniere-date-fin lastdate-end date-end "
        + "end-date-time"
    ),
    (.tags, "tags etiquettes categorie categories theme themes type mots-cles mots-clefs keywords category"),
    (
      .field(.place), "lieu ou salle location nom-lieu lieu-nom location-name venue venue-name address-name emplacement"
    ),
    (.address, "adresse adresse-lieu lieu-adresse address location-address venue-address address-street"),
    (
      .postalCode,
      "code-postal code-postal-lieu lieu-code-postal location-postalcode address-zipcode cp postal-code codepostal"
    ),
    (.city, "ville commune ville-lieu lieu-ville location-city address-city city"),
    (
      .field(.registration),
      "lien url inscription inscriptions reservation registration billetterie billetterie-url ticket-url lien-de-reservation "
        + "lien-d-inscription"
    ),
    (.link, "site site-internet site-web website en-savoir-plus"),
    (.field(.online), "onlineaccesslink lien-d-acces-en-ligne lien-de-connexion meeting-url visio"),
    (
      .field(.price),
      "prix tarif tarifs combien price cost ticket-price price-detail conditions detail-des-conditions "
        + "conditions-de-participation-tarifs"
    ),
    (.field(.organizers), "organisateur organisateurs organizer-name organise-par association"),
    (
      .field(.image),
      "image image-url photo visuel affiche originalimage illustration cover-url featured-image url-de-l-image"
    ),
  ]

  private static let byName: [String: TableColumn] = {
    var result: [String: TableColumn] = [:]
    for (column, words) in names { for word in words.split(separator: " ") { result[String(word)] = column } }
    return result
  }()
}
