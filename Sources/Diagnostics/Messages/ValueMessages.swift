import Text

/// Values of the wrong type, texts, words, numbers, addresses.
extension Diagnostic {
  package static func listInsteadOfValue(_ place: SourceLocation, key: String) -> Diagnostic {
    error("list-instead-of-value", place, "\(Wording.quoted(key)) attend une seule valeur, et non une liste.")
  }

  package static func mapInsteadOfValue(_ place: SourceLocation, key: String) -> Diagnostic {
    error(
      "map-instead-of-value", place, "\(Wording.quoted(key)) attend une valeur simple, et non un groupe de clés.",
      "Si le texte contient un deux-points, mettez-le entre guillemets droits\u{A0}: \"…\".")
  }

  package static func notAMap(_ place: SourceLocation, key: String, example: String) -> Diagnostic {
    error(
      "not-a-map", place, "\(Wording.quoted(key)) attend un groupe de clés.", "Par exemple :\u{A0}\(example)")
  }

  package static func missingMember(_ place: SourceLocation, key: String, of map: String) -> Diagnostic {
    error("missing-member", place, "Sous \(Wording.quoted(map)), il manque \(Wording.quoted(key)).")
  }

  package static func quoteWithinQuotes(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "quote-within-quotes", place, "Il y a une apostrophe ou un guillemet de trop dans ce texte entre guillemets.",
      "Les guillemets autour d’un texte ne sont pas nécessaires.", fix: Fix(.marked, text, isCertain: true))
  }

  package static func curlyQuotes(_ place: SourceLocation, inner: String) -> Diagnostic {
    warning(
      "curly-quotes", place, "Cette valeur est entourée de guillemets courbes, qui sont laissés de côté.",
      fix: Fix(.marked, inner, isCertain: true))
  }

  package static func notBoolean(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error(
      "not-yes-or-no", place,
      "\(Wording.quoted(key)) attend «\u{A0}oui\u{A0}» ou «\u{A0}non\u{A0}», et non \(Wording.quoted(value)).")
  }

  package static func notInteger(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error("not-an-integer", place, "\(Wording.quoted(key)) attend un nombre entier, et non \(Wording.quoted(value)).")
  }

  package static func notNumber(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error(
      "not-a-number", place, "\(Wording.quoted(key)) attend un nombre, et non \(Wording.quoted(value)).",
      "Par exemple :\u{A0}48.8172")
  }

  package static func decimalComma(_ place: SourceLocation, standard: String) -> Diagnostic {
    warning(
      "decimal-comma", place, "Ici, les décimales viennent après un point.",
      fix: Fix(.marked, standard, isCertain: true))
  }

  package static func outOfRange(_ place: SourceLocation, key: String, from: String, to: String) -> Diagnostic {
    error("out-of-range", place, "\(Wording.quoted(key)) va de \(from) à \(to).")
  }

  package static func notAChoice(
    _ place: SourceLocation, key: String, value: String, choices: [String], nearest: String?
  ) -> Diagnostic {
    error(
      "not-a-choice", place, "\(Wording.quoted(value)) n’est pas une valeur de \(Wording.quoted(key)).",
      "Choisissez parmi \(Wording.all(choices)).", fix: nearest.map { Fix(.marked, $0) })
  }

  package static func emptyTag(_ place: SourceLocation, value: String) -> Diagnostic {
    warning(
      "empty-tag", place,
      "L’étiquette \(Wording.quoted(value)) n’a ni lettre ni chiffre\u{A0}: elle est laissée de côté.")
  }

  package static func halfCoordinates(_ place: SourceLocation, key: String, missing: String) -> Diagnostic {
    error("half-coordinates", place, "\(Wording.quoted(key)) ne sert à rien sans \(Wording.quoted(missing)).")
  }

  package static func preheaderLength(_ place: SourceLocation, count: Int, of length: ClosedRange<Int>) -> Diagnostic {
    error(
      "preheader-length", place,
      "L’accroche a \(Wording.count(count, "caractère"))\u{A0}; il en faut de \(length.lowerBound) à \(length.upperBound).",
      "Les messageries la montrent à côté de l’objet\u{A0}: trop courte, elles y ajoutent le début du texte\u{A0}; trop longue, elles la coupent."
    )
  }

  // MARK: Addresses

  package static func badURL(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error(
      "bad-url", place, "\(Wording.quoted(value)) n’est pas une adresse du web.",
      "\(Wording.quoted(key)) attend une adresse complète :\u{A0}https://exemple.org/page")
  }

  package static func urlWithoutScheme(_ place: SourceLocation, value: String) -> Diagnostic {
    warning(
      "url-without-scheme", place, "Il manque «\u{A0}https://\u{A0}» devant cette adresse.",
      fix: Fix(.marked, "https://" + value, isCertain: true))
  }

  package static func badEmail(_ place: SourceLocation, value: String, _ fault: EmailAddress.Fault) -> Diagnostic {
    error(
      "bad-email", place, "\(Wording.quoted(value)) n’est pas une adresse de courriel.",
      fault.way(example: "nom@exemple.org"))
  }

  package static func placeholderAddress(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    Diagnostic(
      code: "placeholder-address", severity: .placeholder, place: place,
      message: "\(Wording.quoted(key)) attend encore sa vraie adresse.",
      hint: "Les adresses en «\u{A0}.invalid\u{A0}» ne mènent nulle part.")
  }

  package static func placeholder(_ place: SourceLocation, key: String) -> Diagnostic {
    Diagnostic(
      code: "placeholder", severity: .placeholder, place: place, message: "\(Wording.quoted(key)) est à compléter.")
  }

  // MARK: Aliases

  package static func badAlias(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-alias", place, "\(Wording.quoted(value)) n’est pas une ancienne adresse de ce site.",
      "Une adresse d’ici commence par «\u{A0}/\u{A0}» et n’a ni espace ni nom de site :\u{A0}/actualites/ancienne-page/"
    )
  }

  /// - Parameter count: how many such addresses the site has.
  package static func aliasWithQuery(_ place: SourceLocation, alias: String, count: Int) -> Diagnostic {
    note(
      "alias-with-query", place,
      "\(Wording.quoted(alias)) a un «\u{A0}?\u{A0}»\u{A0}: seul un serveur peut mener de là à la nouvelle adresse"
        + (count > 1 ? " (\(count) anciennes adresses de ce site)." : "."),
      "Les règles sont faites pour Apache (.htaccess), nginx et Caddy (gazette publish --server nginx) et, si la question est de la forme"
        + " «\u{A0}clé=valeur\u{A0}», Netlify (_redirects). Un hébergement qui ne sert que des fichiers (pages d’une forge,"
        + " Cloudflare) montre la page d’accueil, ou dit que la page n’existe pas.")
  }

  package static func aliasOfItself(_ place: SourceLocation, value: String) -> Diagnostic {
    warning(
      "alias-of-itself", place, "\(Wording.quoted(value)) est déjà l’adresse de ce texte.", "Enlevez cette ligne.")
  }

  /// - Parameter other: what stands there: a file, or what people call a page of the program's own.
  package static func aliasTaken(_ place: SourceLocation, alias: String, other: String) -> Diagnostic {
    error(
      "alias-taken", place,
      "L’ancienne adresse \(Wording.quoted(alias)) est aujourd’hui celle d’autre chose\u{A0}: \(other).",
      "Une adresse ne peut mener qu’à une page\u{A0}: enlevez celle-ci.")
  }

  package static func aliasGivenTwice(_ place: SourceLocation, alias: String, other: String) -> Diagnostic {
    error(
      "alias-taken", place, "L’ancienne adresse \(Wording.quoted(alias)) est aussi donnée par \(other).",
      "Une adresse ne peut mener qu’à une page\u{A0}: gardez-la d’un seul côté.")
  }

  package static func aliasOfAdministration(_ place: SourceLocation, alias: String) -> Diagnostic {
    error(
      "alias-of-administration", place,
      "L’ancienne adresse \(Wording.quoted(alias)) est celle où l’on se connecte pour écrire\u{A0}: rien ne peut y mener ailleurs.",
      "Enlevez-la.")
  }
}

extension EmailAddress.Fault {
  /// What to mind, with an address as it has to be.
  func way(example: String) -> String {
    let rule =
      switch self {
      case .malformed: ""
      case .accentBeforeAt: "Devant «\u{A0}@\u{A0}», une adresse n’a ni accent ni cédille. "
      case .misplacedDot:
        "Devant «\u{A0}@\u{A0}», un point se met entre deux lettres\u{A0}: ni au début, ni à la fin, ni deux de suite. "
      case .domain: "Derrière «\u{A0}@\u{A0}», il faut le nom d’un domaine. "
      }
    return rule + "Par exemple :\u{A0}" + example
  }
}
