import Site

/// Why no file can be made of what was asked for, in French.
package struct RequestProblem: Error, Hashable {
  package var message: String
  package var hint: String?

  static let noTitle = RequestProblem(
    message: "Il faut un titre.", hint: "Par exemple\u{A0}: gazette new nouvelle \"Une bonne nouvelle\"")

  static func noLetter(in title: String) -> RequestProblem {
    RequestProblem(
      message: "«\u{A0}\(title)\u{A0}» n’a ni lettre ni chiffre dont on puisse faire une adresse.",
      hint: "Donnez le nom du fichier avec --nom, par exemple --nom ma-page, ou écrivez le titre avec des mots.")
  }

  static func missing(_ option: String, _ what: String) -> RequestProblem {
    RequestProblem(message: "Il manque \(what).", hint: "Donnez-la avec \(option).")
  }

  static func tooLong(_ text: String) -> RequestProblem {
    RequestProblem(
      message: "«\u{A0}\(text.prefix(40))…\u{A0}» a \(text.count) caractères\u{A0}: c’est trop pour cette ligne.",
      hint: "Écrivez \(FieldLimit.text) caractères au plus\u{A0}; le reste va dans le texte de la page.")
  }

  static let endWithoutReason = RequestProblem(
    message: "La fin n’est pas après le début, ou n’est pas écrite comme lui.",
    hint: "Par exemple\u{A0}: --debut \"2019-09-13 14:00\" --fin \"2019-09-13 18:00\"")

  static func skippedHour(_ hour: String) -> RequestProblem {
    RequestProblem(
      message: "\(hour) n’existe pas\u{A0}: cette nuit-là, on passe à l’heure d’été et l’horloge saute une heure.")
  }
}
