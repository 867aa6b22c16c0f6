/// The lines between `---`: fences, keys, colons, indentation, YAML.
extension Diagnostic {
  package static func frontMatterTooLong(_ place: SourceLocation, kilobytes: Int, lines: Int) -> Diagnostic {
    error(
      "front-matter-too-long", place,
      "L’en-tête est trop long\u{A0}: \(kilobytes) ko et \(lines) lignes au plus.",
      "Il manque peut-être la ligne «\u{A0}---\u{A0}» qui le ferme.")
  }

  package static func listTooLong(_ place: SourceLocation, key: String, count: Int, limit: Int) -> Diagnostic {
    error(
      "list-too-long", place,
      "La liste de «\u{A0}\(key)\u{A0}» a \(count) valeurs\u{A0}: \(limit) au plus.", "Raccourcissez-la.")
  }

  package static func textTooLong(_ place: SourceLocation, key: String, limit: Int) -> Diagnostic {
    error(
      "text-too-long", place, "La valeur de «\u{A0}\(key)\u{A0}» est trop longue\u{A0}: \(limit) signes au plus.",
      "Ce qui est long va dans le texte, sous l’en-tête.")
  }

  package static func missingFrontMatter(_ place: SourceLocation) -> Diagnostic {
    error(
      "missing-front-matter", place, "Ce fichier ne commence pas par une fiche entre deux lignes «\u{A0}---\u{A0}».",
      "Ajoutez-la tout en haut.", fix: Fix(.addition, "---\ntitre: Le nom à afficher\n---"))
  }

  package static func missingOpeningFence(_ place: SourceLocation) -> Diagnostic {
    error(
      "missing-opening-fence", place, "Il manque la ligne «\u{A0}---\u{A0}» au-dessus de la fiche.",
      "Ajoutez-la sur une ligne à elle, tout en haut.", fix: Fix(.addition, "---"))
  }

  package static func oddFence(_ place: SourceLocation) -> Diagnostic {
    warning(
      "odd-fence", place, "Cette ligne devrait être faite de trois traits d’union.",
      "Certains claviers changent «\u{A0}---\u{A0}» en tiret long.", fix: Fix(.line, "---", isCertain: true))
  }

  package static func indentedFence(_ place: SourceLocation) -> Diagnostic {
    warning(
      "indented-fence", place, "Cette ligne ne devrait pas commencer par une espace.",
      fix: Fix(.line, "---", isCertain: true))
  }

  package static func frontMatterInCode(_ place: SourceLocation, sign: String) -> Diagnostic {
    error(
      "front-matter-in-code", place, "La fiche est dans un bloc de code\u{A0}: elle n’est pas lue.",
      "Enlevez cette ligne \(Wording.quoted(sign)) et celle qui lui répond plus bas\u{A0}: le fichier commence par «\u{A0}---\u{A0}»."
    )
  }

  /// - Parameter line: where the front matter begins.
  package static func textBeforeFrontMatter(_ place: SourceLocation, line: Int) -> Diagnostic {
    error(
      "text-before-front-matter", place,
      "La fiche, qui commence à la ligne \(line), doit être tout en haut du fichier.",
      "Déplacez ce qui est écrit au-dessus sous la deuxième ligne «\u{A0}---\u{A0}».")
  }

  package static func foreignFrontMatter(_ place: SourceLocation, sign: String) -> Diagnostic {
    error(
      "foreign-front-matter", place, "Cette fiche entre \(Wording.quoted(sign)) est écrite pour un autre programme.",
      "Ici, elle se met entre deux lignes «\u{A0}---\u{A0}», une clé par ligne\u{A0}: «\u{A0}clé: valeur\u{A0}».")
  }

  package static func listItemWithoutSpace(_ place: SourceLocation, standard: String) -> Diagnostic {
    error(
      "list-item-without-space", place, "Dans une liste, il faut une espace après le tiret.",
      fix: Fix(.line, standard, isCertain: true))
  }

  package static func oddListItem(_ place: SourceLocation, standard: String) -> Diagnostic {
    warning(
      "odd-list-item", place, "Cette ligne est comprise comme une valeur de la liste.",
      "Chaque valeur va sur une ligne à elle, derrière un tiret et une espace.",
      fix: Fix(.line, standard, isCertain: !standard.contains("\n")))
  }

  package static func looseList(_ place: SourceLocation, standard: String) -> Diagnostic {
    warning(
      "loose-list", place, "Cette liste est comprise comme \(Wording.quoted(standard)).",
      "Écrivez-la ainsi, pour qu’il n’y ait pas de doute.", fix: Fix(.marked, standard, isCertain: true))
  }

  package static func loneQuote(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "lone-quote", place, "Un guillemet ouvre ou ferme ce texte sans l’autre\u{A0}: il est laissé de côté.",
      fix: Fix(.marked, text, isCertain: true))
  }

  package static func unpairedQuote(_ place: SourceLocation) -> Diagnostic {
    warning(
      "unpaired-quote", place, "Un guillemet de ce texte s’ouvre ou se ferme sans l’autre.",
      "Ajoutez celui qui manque, ou enlevez celui-ci.")
  }

  package static func entities(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "html-entities", place,
      "Des signes sont écrits pour des machines (&…;)\u{A0}: ils sont compris comme \(Wording.quoted(text)).",
      fix: Fix(.marked, text, isCertain: true))
  }

  /// - Parameter kind: what the entry is taken for by its folder.
  package static func eventElsewhere(_ place: SourceLocation, key: String, kind: String) -> Diagnostic {
    error(
      "event-elsewhere", place,
      "\(Wording.quoted(key)) dit quand a lieu un événement, et ce fichier est rangé comme \(kind).",
      "Déplacez-le dans «\u{A0}Content/evenements\u{A0}».")
  }

  /// - Parameter standard: the line to write, where day and hours can be read.
  package static func hoursApart(_ place: SourceLocation, key: String, standard: String?) -> Diagnostic {
    error(
      "hours-apart", place,
      "\(Wording.quoted(key)) n’est pas connue\u{A0}: les heures d’un événement se mettent avec son jour.",
      standard.map { "Écrivez une seule ligne\u{A0}: \(Wording.quoted($0))." }
        ?? "Par exemple\u{A0}: «\u{A0}debut: AAAA-MM-JJ 14:00 - 17:00\u{A0}».")
  }

  /// - Parameter files: how many entries have such keys.
  package static func foreignKeys(_ place: SourceLocation, keys: [String], files: Int) -> Diagnostic {
    note(
      "foreign-keys", place,
      "Des clés d’autres programmes ne veulent rien dire ici et sont laissées de côté\u{A0}: \(Wording.all(keys))"
        + (files > 1 ? " (dans \(files) fichiers)." : "."),
      "Elles peuvent rester, ou être enlevées.")
  }

  package static func blankBeforeFence(_ place: SourceLocation) -> Diagnostic {
    warning("blank-before-fence", place, "La fiche devrait commencer à la toute première ligne du fichier.")
  }

  package static func unclosedFrontMatter(_ place: SourceLocation, after line: Int) -> Diagnostic {
    error(
      "unclosed-front-matter", place, "La fiche ouverte ici n’est pas fermée.",
      "Ajoutez une ligne «\u{A0}---\u{A0}» entre la fiche et le texte, sans doute à la ligne \(line).",
      fix: Fix(.addition, "---"))
  }

  package static func indentedKey(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "indented-key", place, "Cette ligne ne devrait pas commencer par une espace.",
      fix: Fix(.line, text, isCertain: true))
  }

  package static func tabIndent(_ place: SourceLocation, fixed: String) -> Diagnostic {
    warning(
      "tab-indent", place, "Cette ligne commence par une tabulation.", "Dans une fiche, on décale avec des espaces.",
      fix: Fix(.line, fixed, isCertain: true))
  }

  package static func lineWithoutKey(_ place: SourceLocation, text: String) -> Diagnostic {
    error(
      "line-without-key", place, "Cette ligne de la fiche n’est pas de la forme «\u{A0}clé: valeur\u{A0}».",
      "Si elle continue la ligne du dessus, commencez-la par deux espaces\u{A0}; si c’est du texte, mettez-la sous la fiche."
    )
  }

  package static func oddColon(_ place: SourceLocation, standard: String) -> Diagnostic {
    warning(
      "odd-colon", place, "Après une clé viennent un deux-points simple et une espace.",
      fix: Fix(.line, standard, isCertain: true))
  }

  package static func missingColon(_ place: SourceLocation, sign: String, standard: String) -> Diagnostic {
    error(
      "missing-colon", place,
      sign.isEmpty
        ? "Il manque un deux-points après la clé."
        : "Après la clé, il faut un deux-points et non «\u{A0}\(sign)\u{A0}».",
      fix: Fix(.line, standard, isCertain: true))
  }

  package static func duplicateKey(_ place: SourceLocation, key: String, first: String, line: Int) -> Diagnostic {
    let names =
      key.lowercased() == first.lowercased()
      ? Wording.quoted(key) : "\(Wording.quoted(key)), qui veut dire la même chose que \(Wording.quoted(first)),"
    return error(
      "duplicate-key", place, "\(names) est déjà donné à la ligne \(line).", "Ne gardez que l’une des deux lignes.")
  }

  package static func duplicateMember(_ place: SourceLocation, keys: [String]) -> Diagnostic {
    error(
      "duplicate-key", place, "Dans cette liste de clés, \(Wording.all(keys.sorted())) est donné deux fois.",
      "Ne gardez que l’une des deux lignes.")
  }

  /// - Parameter known: the keys that there are, where what an unknown one says would change the rest: then it is an error.
  package static func unknownKey(
    _ place: SourceLocation, key: String, nearest: String?, isCertain: Bool, known: [String]?
  ) -> Diagnostic {
    let fix = nearest.map { Fix(.marked, $0, isCertain: isCertain) }
    let message = "La clé \(Wording.quoted(key)) n’est pas connue."
    let proposal = nearest.map { "Vouliez-vous dire \(Wording.quoted($0))\u{A0}?" }
    guard let known else {
      return warning("unknown-key", place, message, proposal ?? "Elle est laissée de côté.", fix: fix)
    }
    return error("unknown-key", place, message, proposal ?? "Ici se donnent \(Wording.all(known)).", fix: fix)
  }

  package static func missingKey(
    _ place: SourceLocation, key: String, kind: String, help: String, example: String
  ) -> Diagnostic {
    error(
      "missing-\(key)", place, "Il manque \(Wording.quoted(key)), nécessaire pour \(kind).", help,
      fix: Fix(.addition, example))
  }

  package static func emptyRequired(_ place: SourceLocation, key: String, example: String) -> Diagnostic {
    error(
      "empty-required", place, "Rien n’est écrit pour \(Wording.quoted(key)), qui est nécessaire.",
      fix: Fix(.line, example))
  }

  package static func emptyValue(_ place: SourceLocation, key: String) -> Diagnostic {
    warning(
      "empty-value", place, "Rien n’est écrit pour \(Wording.quoted(key)).", "Complétez la ligne, ou enlevez-la.")
  }

  // MARK: YAML

  package static func yamlFeature(_ place: SourceLocation, sign: String) -> Diagnostic {
    error(
      "yaml-feature", place, "Le signe \(Wording.quoted(sign)) a un sens technique ici et n’est pas accepté.",
      "Si ce n’est que du texte, mettez la valeur entre guillemets droits\u{A0}: \"…\".")
  }

  package static func yamlTooLarge(_ place: SourceLocation) -> Diagnostic {
    error("yaml-too-large", place, "Cette valeur est trop longue.")
  }

  package static func yamlTooDeep(_ place: SourceLocation) -> Diagnostic {
    error("yaml-too-deep", place, "Trop de crochets, d’accolades ou de listes sont emboîtés ici.")
  }

  package static func yamlUnreadable(_ place: SourceLocation) -> Diagnostic {
    error(
      "unreadable-value", place, "Cette valeur ne peut pas être comprise.",
      "Vérifiez les guillemets, les crochets et les décalages\u{A0}; au besoin, mettez la valeur entre guillemets droits."
    )
  }

  package static func unclosedQuote(_ place: SourceLocation) -> Diagnostic {
    error(
      "unclosed-quote", place, "Le guillemet ouvert ici n’est pas fermé, ou du texte le suit.",
      "Fermez-le à la fin de la valeur, ou enlevez-le.")
  }

  package static func unclosedBracket(_ place: SourceLocation, sign: String) -> Diagnostic {
    error(
      "unclosed-bracket", place, "Il manque «\u{A0}\(sign)\u{A0}» à la fin, ou une virgule entre deux valeurs.",
      "Une liste s’écrit [un, deux], un groupe de clés {clé: valeur, clé: valeur}.")
  }

  package static func colonInValue(_ place: SourceLocation) -> Diagnostic {
    error(
      "colon-in-value", place, "Un deux-points suivi d’une espace ne peut pas se trouver ici.",
      "Mettez la valeur entre guillemets droits\u{A0}: \"…\".")
  }

  package static func memberWithoutColon(_ place: SourceLocation) -> Diagnostic {
    error(
      "member-without-colon", place, "Cette ligne n’est pas de la forme «\u{A0}clé: valeur\u{A0}».",
      "Il manque un deux-points suivi d’une espace, ou le tiret d’une liste.")
  }

  package static func lostWords(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "lost-words", place,
      "Derrière «\u{A0}#\u{A0}», rien n’est lu\u{A0}: \(Wording.quoted(text)) manque à cette valeur.",
      "Mettez la valeur entre guillemets droits\u{A0}: \"…\"\u{A0}; une remarque prend une espace derrière son «\u{A0}#\u{A0}»."
    )
  }

  package static func badIndent(_ place: SourceLocation) -> Diagnostic {
    error(
      "bad-indent", place, "Cette ligne n’est pas alignée avec celles qui l’entourent.",
      "Les lignes d’un même groupe commencent par le même nombre d’espaces.")
  }

  /// - Parameter isFatal: whether the value could not be read, rather than be read without it.
  package static func controlCharacter(_ place: SourceLocation, isFatal: Bool = false) -> Diagnostic {
    let report = isFatal ? error : warning
    return report(
      "control-character", place, "Il y a ici un caractère invisible qui n’a pas sa place dans un texte.",
      "Effacez la valeur et retapez-la.", nil)
  }
}
