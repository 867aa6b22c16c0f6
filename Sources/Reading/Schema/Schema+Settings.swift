import Site
import Time

extension Schema {
  /// The version of the format that this program reads. Versions before it mean what they meant; one after it was written for
  /// a newer program.
  package static let currentFormat = 2

  /// The keys of `site.yml`.
  package static let settings: [KeyDescription] = [
    KeyDescription(.title, ["title"], .text, presence: .required, "Le nom du site."),
    KeyDescription(.tagline, ["tagline"], .text, "Une phrase sous le nom."),
    KeyDescription(
      .address, ["address", "url"], .url, presence: .required, "L’adresse publique : https://exemple.org/champigny/."),
    KeyDescription(.language, ["language"], .text, standard: Settings.standardLanguage, "La langue : fr."),
    KeyDescription(
      .zone, ["timezone", "time_zone", "zone"], .text, standard: "Europe/Paris", "Le fuseau horaire : Europe/Paris."),
    KeyDescription(
      .theme, ["theme"], .text, standard: Settings.standardTheme, "L’apparence : un dossier de « Themes »."),
    KeyDescription(
      .identifier, ["identifier", "uuid"], .text, presence: .required,
      "Un identifiant tiré au sort une fois pour toutes : les agendas reconnaissent par lui les événements."),
    KeyDescription(.repository, ["repository"], .url, "L’adresse du dépôt, pour les liens « Modifier cette page »."),
    KeyDescription(.branch, ["branch"], .text, standard: Settings.standardBranch, "La branche du dépôt : main."),
    KeyDescription(
      .department, ["department"], .text,
      "Le numéro du département, \"94\" : il donne la zone des vacances scolaires et les jours fériés."),
    KeyDescription(
      .schoolZone, ["school_zone"], .choice(WordChoice(SchoolZone.self)),
      "La zone des vacances scolaires, si le département ne la donne pas : A, B ou C."),
    KeyDescription(
      .holidays, ["holidays"], .list(.map(holidayStay)),
      "Des vacances scolaires qui remplacent celles du calendrier officiel."),
    KeyDescription(
      .place, ["place"], .reference([.place]), "Où nous rencontrer : une fiche de « lieux ». Au pied de chaque page."),
    KeyDescription(.contact, ["contact"], .map(contact), "Comment nous joindre, au pied de chaque page."),
    KeyDescription(.networks, ["social"], .list(.url), "Nos pages sur les réseaux sociaux."),
    KeyDescription(.links, ["links"], .list(.map(menuLink)), "D’autres entrées du menu, qui mènent ailleurs."),
    KeyDescription(
      .colours, ["colors", "colours"], .map(colours),
      "Les couleurs des pages et des lettres : \"#fffaee\" ; celles de la nuit en sont déduites."),
    KeyDescription(
      .logo, [], .path,
      "Notre logo, par son chemin depuis ce fichier : en tête des pages et des lettres, sur les cartes."),
    KeyDescription(.publisher, ["publisher"], .map(publisher), "Qui publie le site."),
    KeyDescription(.host, ["host"], .map(host), "Qui héberge le site."),
    KeyDescription(.newsletter, ["newsletter"], .map(newsletter), "Comment part l’infolettre."),
    KeyDescription(.acronyms, ["acronyms"], .dictionary, "Les sigles et leur sens."),
    KeyDescription(
      .format, ["format"], .integer(1...currentFormat, default: nil),
      "La version du format pour laquelle le contenu est écrit : \(currentFormat)."),
  ]

  static let holidayStay: [KeyDescription] = [
    KeyDescription(.firstFree, ["from"], day, presence: .required, "Le premier jour sans école."),
    KeyDescription(.lastFree, ["to"], day, presence: .required, "Le dernier jour sans école."),
  ]

  static let contact: [KeyDescription] = [
    KeyDescription(.email, ["email"], .email, "Courriel."),
    KeyDescription(.phone, ["phone"], .text, "Téléphone."),
    KeyDescription(.address, ["address"], .text, "Adresse où écrire."),
  ]

  static let colours: [KeyDescription] = [
    KeyDescription(.background, ["background"], .text, presence: .required, "Derrière tout : \"#fffaee\"."),
    KeyDescription(.inkColour, ["text"], .text, presence: .required, "Le texte : \"#14302f\"."),
    KeyDescription(.primary, ["primary"], .text, presence: .required, "Les liens : \"#0f4746\"."),
    KeyDescription(.accent, ["accent"], .text, presence: .required, "Les dates et les boutons : \"#ffc845\"."),
  ]

  static let menuLink: [KeyDescription] = [
    KeyDescription(.text, ["text"], .text, presence: .required, "Ce qui est écrit dans le menu."),
    KeyDescription(.link, ["link"], .url, presence: .required, "Où il mène."),
  ]

  static let publisher: [KeyDescription] = [
    KeyDescription(.name, ["name"], .text, "Nom."),
    KeyDescription(.legalStatus, ["status"], .text, "Statut : association loi 1901…"),
    KeyDescription(.address, ["address"], .text, "Adresse."),
    KeyDescription(.phone, ["phone"], .text, "Téléphone."),
    KeyDescription(.email, ["email"], .email, "Courriel."),
    KeyDescription(.director, ["director"], .text, "Directeur ou directrice de la publication."),
  ]

  static let host: [KeyDescription] = [
    KeyDescription(.name, ["name"], .text, "Nom."),
    KeyDescription(.address, ["address"], .text, "Adresse."),
    KeyDescription(.phone, ["phone"], .text, "Téléphone."),
  ]

  static let newsletter: [KeyDescription] = [
    KeyDescription(.sender, ["sender"], .text, "Qui envoie : « Nom <adresse> »."),
    KeyDescription(.replyTo, ["reply_to"], .text, "Où arrivent les réponses."),
    KeyDescription(
      .providers, ["provider", "providers"], .list(.choice(WordChoice(Settings.Provider.self))),
      "Le ou les services d’envoi."),
    KeyDescription(.registration, ["sign_up", "signup", "registration"], .url, "L’adresse où s’inscrire."),
  ]
}

extension FieldKey {
  package static let tagline = FieldKey("devise")
  package static let contact = FieldKey("contact")
  package static let networks = FieldKey("reseaux", label: "réseaux")
  package static let links = FieldKey("liens")
  package static let colours = FieldKey("couleurs")
  package static let background = FieldKey("fond")
  package static let inkColour = FieldKey("texte")
  package static let primary = FieldKey("principale")
  package static let accent = FieldKey("accent")
  package static let language = FieldKey("langue")
  package static let zone = FieldKey("fuseau")
  package static let theme = FieldKey("theme")
  package static let identifier = FieldKey("identifiant")
  package static let repository = FieldKey("depot", label: "dépôt")
  package static let branch = FieldKey("branche")
  package static let department = FieldKey("departement", label: "département")
  package static let schoolZone = FieldKey("zone_scolaire", label: "zone scolaire")
  package static let holidays = FieldKey("vacances")
  package static let firstFree = FieldKey("du")
  package static let lastFree = FieldKey("au")
  package static let publisher = FieldKey("editeur", label: "éditeur")
  package static let host = FieldKey("hebergeur", label: "hébergeur")
  package static let newsletter = FieldKey("infolettre")
  package static let acronyms = FieldKey("sigles")
  package static let format = FieldKey("format")
  package static let name = FieldKey("nom")
  package static let legalStatus = FieldKey("statut")
  package static let phone = FieldKey("telephone", label: "téléphone")
  package static let email = FieldKey("courriel")
  package static let director = FieldKey("directeur_publication")
  package static let sender = FieldKey("expediteur", label: "expéditeur")
  package static let replyTo = FieldKey("repondre_a", label: "répondre à")
  package static let providers = FieldKey("prestataire")
}
