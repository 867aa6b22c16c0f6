/// The keys of the front matter, by the name that volunteers use.
package enum FieldKey: String, Sendable, Hashable, CaseIterable {
  // Every kind
  case title = "titre"
  case summary = "resume"
  case image
  case imageAlternative = "image_alt"
  case aliases = "alias"
  case draft = "brouillon"
  case publish = "publier_le"
  case modified = "modifie"
  case identity = "id"
  case tags = "etiquettes"
  case partners = "partenaires"
  // News
  case date
  case events = "evenements"
  case place = "lieu"
  // Events
  case start = "debut"
  case end = "fin"
  case status = "etat"
  case reason = "motif"
  case postponedTo = "reporte_au"
  case repetition
  case rhythm = "rythme"
  case online = "en_ligne"
  case price = "prix"
  case registration = "inscription"
  case organizers = "organisateurs"
  case series = "serie"
  // Places
  case address = "adresse"
  case postcode = "code_postal"
  case city = "commune"
  case latitude
  case longitude
  case access = "acces"
  // Partners
  case type
  case website = "site"
  case logo
  case logoAlternative = "logo_alt"
  case otherNames = "autres_noms"
  case since = "depuis"
  // Pages
  case menu
  // Issues of the newsletter
  case sendDate = "date_envoi"
  case subject = "objet"
  case preheader = "accroche"
  case news = "nouvelles"
  case pinned = "epingler"
  case excluded = "exclure"
  case weeksAhead = "agenda_semaines"
  case callToAction = "appel"
  // Within `repetition`
  case every = "chaque"
  case on = "le"
  case interval = "tous_les"
  case until = "jusqu_au"
  case count = "nombre"
  case except = "sauf"
  case cancelled = "annulees"
  case moved = "deplacees"
  case dates
  // Within `deplacees`
  case planned = "prevue"
  case newTime = "nouvelle"
  // Within `appel`
  case text = "texte"
  case link = "lien"
  // Settings of the site
  case tagline = "devise"
  case language = "langue"
  case zone = "fuseau"
  case theme
  case identifier = "identifiant"
  case repository = "depot"
  case branch = "branche"
  case publisher = "editeur"
  case host = "hebergeur"
  case newsletter = "infolettre"
  case acronyms = "sigles"
  case name = "nom"
  case legalStatus = "statut"
  case phone = "telephone"
  case email = "courriel"
  case director = "directeur_publication"
  case sender = "expediteur"
  case replyTo = "repondre_a"
  case providers = "prestataire"
}
