import Text

/// The settings of the site, `site.yml`.
extension Diagnostic {
  package static func noSettings(_ place: SourceLocation) -> Diagnostic {
    error(
      "no-settings", place, "Il n’y a pas de fichier «\u{A0}Content/site.yml\u{A0}».",
      "Il donne le nom du site, son adresse et son identifiant.")
  }

  package static func settingsNotAMap(_ place: SourceLocation) -> Diagnostic {
    error(
      "settings-not-a-map", place, "Les réglages s’écrivent sous la forme «\u{A0}clé: valeur\u{A0}», une par ligne.")
  }

  package static func missingSetting(_ place: SourceLocation, key: String, help: String, example: String) -> Diagnostic
  {
    error("missing-\(key)", place, "Il manque le réglage \(Wording.quoted(key)).", help, fix: Fix(.addition, example))
  }

  package static func badBaseAddress(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-base-address", place, "\(Wording.quoted(value)) n’est pas l’adresse d’un site.",
      "Par exemple :\u{A0}https://exemple.org/champigny/")
  }

  package static func badRepository(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-repository", place, "\(Wording.quoted(value)) n’est pas l’adresse d’un dépôt.",
      "C’est celle que montre le navigateur sur la page du dépôt, par exemple :\u{A0}https://github.com/champigny/site")
  }

  package static func badIdentifier(_ place: SourceLocation, value: String, example: String) -> Diagnostic {
    error(
      "bad-identifier", place, "\(Wording.quoted(value)) n’est pas un identifiant (UUID).",
      "En voici un, tiré au sort\u{A0}; gardez-le toujours.", fix: Fix(.marked, example))
  }

  package static func unknownZone(_ place: SourceLocation, value: String, nearest: String?) -> Diagnostic {
    error(
      "unknown-zone", place, "Le fuseau horaire \(Wording.quoted(value)) n’est pas connu.",
      nearest.map { "Vouliez-vous dire \(Wording.quoted($0))\u{A0}?" } ?? "Par exemple :\u{A0}Europe/Paris",
      fix: nearest.map { Fix(.marked, $0) })
  }

  package static func badLanguage(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-language", place, "\(Wording.quoted(value))\u{A0}: le site ne peut être qu’en français.",
      "Les textes du programme sont français\u{A0}: menus, dates, messages. Écrivez «\u{A0}langue: fr\u{A0}», ou ôtez la ligne.",
      fix: Fix(.marked, "fr"))
  }

  package static func earlierFormat(_ place: SourceLocation, value: String, current: Int) -> Diagnostic {
    Diagnostic(
      code: "earlier-format", severity: .note, place: place,
      message: "Ce contenu se dit de la version \(value) du format\u{A0}; le programme en est à la version \(current).",
      hint: "Rien de ce qui est écrit ne change de sens. Pour mettre le contenu à jour\u{A0}: gazette check --fix",
      fix: Fix(.marked, "\(current)", isCertain: true))
  }

  package static func laterFormat(_ place: SourceLocation, value: String, current: Int) -> Diagnostic {
    error(
      "later-format", place,
      "Ce contenu est écrit pour la version \(value) du format, et ce programme ne lit que jusqu’à la version \(current).",
      "Prenez une version plus récente du programme\u{A0}: celle-ci pourrait comprendre de travers.")
  }

  package static func badMailbox(_ place: SourceLocation, value: String, _ fault: EmailAddress.Fault) -> Diagnostic {
    error(
      "bad-mailbox", place, "\(Wording.quoted(value)) n’est pas une adresse de courriel.",
      fault.way(example: "\"Le tiers-lieu <nom@exemple.org>\""))
  }

  package static func badColour(_ place: SourceLocation, value: String) -> Diagnostic {
    error(
      "bad-colour", place, "\(Wording.quoted(value)) n’est pas une couleur.",
      "Une couleur s’écrit entre guillemets\u{A0}: \"#0f4746\".")
  }

  /// - Parameter tenths: the contrast, times ten.
  package static func illegibleColours(
    _ place: SourceLocation, front: String, ground: String, tenths: Int
  ) -> Diagnostic {
    error(
      "illegible-colours", place,
      "«\u{A0}\(front)\u{A0}» ne se lit pas bien sur «\u{A0}\(ground)\u{A0}»\u{A0}: le contraste est de \(tenths / 10),\(tenths % 10), il faut au moins 4,5.",
      "Prenez une couleur plus foncée, ou plus claire\u{A0}: c’est ce que demandent les règles d’accessibilité (WCAG 1.4.3)."
    )
  }
}
