import Reading
import Site

/// What is asked of who begins a site, in the order of the questions. Each answer is a setting; only the first must be given.
package enum SiteQuestion: String, Sendable, CaseIterable {
  case title = "titre"
  case tagline = "devise"
  case address = "adresse"
  case repository = "depot"
  case department = "departement"
  case publisher = "editeur"
  case legalStatus = "statut"
  case publisherAddress = "adresse-editeur"
  case phone = "telephone"
  case email = "courriel"
  case director = "direction"
  case host = "hebergeur"
  case hostAddress = "adresse-hebergeur"
  case hostPhone = "telephone-hebergeur"
  case provider = "prestataire"

  /// The name of the option that gives the answer.
  package var option: String { "--" + rawValue }

  package var isRequired: Bool { self == .title }

  /// As it is asked, without its question mark.
  package var words: String {
    switch self {
    case .title: "Le nom du site"
    case .tagline: "Une phrase sous le nom"
    case .address: "L’adresse publique du site (https://…)"
    case .repository: "L’adresse du dépôt, si le site est sur une forge (https://…)"
    case .department: "Le numéro du département, pour les vacances scolaires"
    case .publisher: "Qui publie le site (nom de l’association, de la personne)"
    case .legalStatus: "Son statut (association loi 1901…)"
    case .publisherAddress: "Son adresse postale, pour les mentions légales"
    case .phone: "Son téléphone"
    case .email: "Son courriel"
    case .director: "Qui dirige la publication"
    case .host: "Qui héberge le site (nom de l’entreprise)"
    case .hostAddress: "L’adresse de l’hébergeur"
    case .hostPhone: "Le téléphone de l’hébergeur"
    case .provider: "Le service qui envoie l’infolettre (\(Self.providers))"
    }
  }

  private static let providers = Settings.Provider.allCases.map(\.rawValue).joined(separator: ", ")

  /// The key of the answer in `site.yml`, or in the map that it stands in.
  var key: FieldKey {
    switch self {
    case .title: .title
    case .tagline: .tagline
    case .address, .publisherAddress, .hostAddress: .address
    case .repository: .repository
    case .department: .department
    case .publisher, .host: .name
    case .legalStatus: .legalStatus
    case .phone, .hostPhone: .phone
    case .email: .email
    case .director: .director
    case .provider: .providers
    }
  }

  /// The questions that belong to `editeur` and to `hebergeur`; the law asks for all of them, and for the first most.
  static let publishing: [SiteQuestion] = [.publisher, .legalStatus, .publisherAddress, .phone, .email, .director]
  static let hosting: [SiteQuestion] = [.host, .hostAddress, .hostPhone]
}
