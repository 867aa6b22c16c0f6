/// What there is to say of a text that was brought from another site. A warning is left to somebody to do; a note says what
/// became of something.
extension Diagnostic {
  package static func importValueCut(_ place: SourceLocation, key: String) -> Diagnostic {
    warning(
      "import-cut", place,
      "La valeur de «\u{A0}\(key)\u{A0}» était plus longue que le site n’en prend\u{A0}: elle est coupée.",
      "Reprenez-en l’essentiel de l’ancien site, dans le texte par exemple.")
  }

  package static func importCut(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-cut", place, "Ce texte est trop long ou trop emboîté pour être repris\u{A0}: seul son début l’est.",
      "Comparez-le avec l’ancien site.")
  }

  package static func importDynamicBlock(_ place: SourceLocation, name: String) -> Diagnostic {
    warning(
      "import-dynamic-block", place,
      "Le bloc \(Wording.quoted(name)) était fabriqué par l’ancien site à chaque visite\u{A0}: il n’en reste rien.",
      "Écrivez à sa place ce qu’il montrait, s’il manque.")
  }

  package static func importSticky(_ place: SourceLocation) -> Diagnostic {
    note(
      "import-sticky", place,
      "L’ancien site montrait ce texte avant les plus récents\u{A0}: ici, les nouvelles sont dans l’ordre de leurs dates."
    )
  }

  /// - Parameter isAround: whether it stood around a passage, which stays.
  package static func importShortcode(_ place: SourceLocation, text: String, isAround: Bool) -> Diagnostic {
    if isAround {
      return note(
        "import-shortcode-around", place,
        "\(Wording.quoted(text)) était une instruction pour l’ancien site\u{A0}: elle est enlevée, et ce qu’elle entourait est resté."
      )
    }
    return warning(
      "import-shortcode", place,
      "\(Wording.quoted(text)) était une instruction pour l’ancien site\u{A0}: elle est enlevée.",
      "Écrivez à sa place ce qu’elle montrait, s’il manque.")
  }

  package static func importHidden(_ place: SourceLocation, text: String) -> Diagnostic {
    note(
      "import-hidden", place, "Un passage que l’ancien site cachait est laissé de côté\u{A0}: \(Wording.quoted(text)).")
  }

  package static func importAcronym(_ place: SourceLocation, acronym: String, title: String) -> Diagnostic {
    note(
      "import-acronym", place, "\(Wording.quoted(acronym)) était expliqué\u{A0}: \(Wording.quoted(title)).",
      "Pour que toutes les pages l’expliquent, ajoutez-le à « sigles » dans Content/site.yml.")
  }

  package static func importScriptLink(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "import-script-link", place,
      "Le lien \(Wording.quoted(text)) exécutait un programme\u{A0}: il n’en reste que les mots.")
  }

  package static func importTableSpans(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-table-spans", place,
      "Un tableau avait des cases fusionnées\u{A0}: leur contenu est dans la première, les autres sont vides.",
      "Relisez-le.")
  }

  package static func importTableWithoutHeader(_ place: SourceLocation) -> Diagnostic {
    note(
      "import-table-header", place,
      "Un tableau n’avait pas de ligne de titres\u{A0}: sa première ligne en tient lieu.")
  }

  package static func importEmbeddedPicture(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-embedded-picture", place, "Une image était écrite dans le texte même, sans fichier\u{A0}: elle manque.",
      "Enregistrez-la depuis l’ancien site et ajoutez-la.")
  }

  package static func importPictureWithoutAlternative(_ place: SourceLocation, address: String) -> Diagnostic {
    // The name of the file is at the end, which is cut first.
    let name = address.split(separator: "/").last.map(String.init) ?? ""
    return warning(
      "import-picture-alternative", place,
      "L’image \(Wording.quoted(name)) n’a pas de description pour qui ne la voit pas.",
      "Écrivez entre les crochets ce qu’elle montre.")
  }

  package static func importForm(_ place: SourceLocation, words: String) -> Diagnostic {
    warning(
      "import-form", place,
      "Un formulaire est enlevé\u{A0}: les pages n’en ont pas."
        + (words.isEmpty ? "" : " Il disait\u{A0}: \(Wording.quoted(words))."),
      "Donnez à sa place une adresse de courriel, ou un lien vers un formulaire en ligne.")
  }

  /// - Parameter what: the element's name.
  package static func importLeftOut(_ place: SourceLocation, what: String) -> Diagnostic {
    warning(
      "import-left-out", place, "Un élément \(Wording.quoted(what)) est enlevé\u{A0}: les pages n’en ont pas.",
      "Comparez avec l’ancien site\u{A0}: ce qu’il montrait est peut-être à écrire.")
  }

  package static func importEmbedded(_ place: SourceLocation, what: String, address: String) -> Diagnostic {
    note(
      "import-embedded", place, "Ce que montrait un autre site est devenu un lien\u{A0}: \(address).")
  }

  package static func importFragment(_ place: SourceLocation, fragment: String) -> Diagnostic {
    note(
      "import-fragment", place,
      "Un lien menait à l’endroit \(Wording.quoted(fragment)) de la page, qui n’a pas de titre\u{A0}: il n’en reste que les mots."
    )
  }

  /// - Parameter text: the note, or its first line.
  package static func importUnusedNote(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "import-unused-note", place,
      "Rien n’appelait une note, qui n’est pas reprise\u{A0}: \(Wording.quoted(text)).",
      "Ajoutez-la à sa place, si elle manque.")
  }

  package static func importPlain(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "import-plain", place,
      "La mise en forme de ce passage n’a pas d’équivalent\u{A0}: seul son texte est gardé. \(Wording.quoted(text))",
      "Relisez-le.")
  }
}

// MARK: Files and addresses

extension Diagnostic {
  package static func importFileOfOtherKind(_ place: SourceLocation, file: String) -> Diagnostic {
    warning(
      "import-file-kind", place,
      "Le fichier \(Wording.quoted(file)) n’est pas d’une sorte que le site publie\u{A0}: il est laissé.",
      "Convertissez-le, en PDF par exemple, s’il doit être lu.")
  }

  package static func importPictureElsewhere(_ place: SourceLocation, address: String) -> Diagnostic {
    warning(
      "import-picture-elsewhere", place, "Cette image est encore sur l’ancien site\u{A0}: \(address).",
      "Rapatriez-la (la commande est plus haut).")
  }

  package static func importLinkToOldSite(_ place: SourceLocation, address: String) -> Diagnostic {
    warning(
      "import-link-old-site", place,
      "Un lien mène encore à l’ancien site, à une page qui n’est pas ici\u{A0}: \(address).",
      "Dites où il doit mener désormais.")
  }

  package static func importLinkRefused(_ place: SourceLocation, address: String) -> Diagnostic {
    note(
      "import-link-refused", place,
      address.isEmpty
        ? "Un lien ne menait nulle part\u{A0}: il n’en reste que les mots."
        : "Un lien ne menait nulle part\u{A0}: \(Wording.quoted(address)). Il n’en reste que les mots.")
  }
}

// MARK: Events

extension Diagnostic {
  package static func importEventWithoutDate(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-event-date", place,
      "La date de cet événement n’a pas été trouvée\u{A0}: celle de sa publication en tient lieu.",
      "Corrigez « debut ».")
  }

  package static func importPersonalData(_ place: SourceLocation) -> Diagnostic {
    note(
      "import-personal-data", place,
      "Un courriel ou un téléphone n’est pas repris\u{A0}: c’est peut-être celui d’une personne.")
  }

  package static func importDateUnknown(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-date", place, "La date de ce texte n’est dite nulle part\u{A0}: 1970 en tient lieu.", "Corrigez « date »."
    )
  }

  package static func importMatterUnreadable(_ place: SourceLocation) -> Diagnostic {
    warning(
      "import-matter", place,
      "La fiche de ce texte n’était pas du YAML juste\u{A0}: seules ses lignes simples sont comprises.",
      "Comparez avec l’original.")
  }

  package static func importFileMissing(_ place: SourceLocation, file: String) -> Diagnostic {
    warning(
      "import-file-missing", place, "\(Wording.quoted(file)) n’a été trouvé nulle part dans la source.",
      "Ajoutez ce fichier dans Content, si vous l’avez.")
  }

  package static func importRuleCut(_ place: SourceLocation, last: String) -> Diagnostic {
    warning(
      "import-rule-cut", place,
      "Le rythme de cet événement ne se dit pas ici en une règle\u{A0}: ses dates sont écrites jusqu’au \(last).",
      "Écrivez un rythme qui s’en approche, ou ajoutez les dates suivantes.")
  }

  package static func importRuleUnknown(_ place: SourceLocation, rule: String) -> Diagnostic {
    warning(
      "import-rule-unknown", place,
      "Le rythme \(Wording.quoted(rule)) n’est pas compris\u{A0}: seule la première date est reprise.",
      "Écrivez « repetition » avec vos mots.")
  }

  /// - Parameter zone: as the calendar calls it.
  package static func importZoneUnknown(_ place: SourceLocation, zone: String) -> Diagnostic {
    warning(
      "import-zone", place,
      "Le fuseau horaire \(Wording.quoted(zone)) n’est pas connu\u{A0}: l’heure est prise pour celle du site.",
      "Vérifiez « debut » et « fin ».")
  }

  package static func importOccurrenceText(_ place: SourceLocation, day: String) -> Diagnostic {
    note(
      "import-occurrence-text", place,
      "Le \(day), l’ancien agenda disait autre chose de cette date\u{A0}: son heure et son lieu sont les mêmes.")
  }

  package static func importTitleMade(_ place: SourceLocation) -> Diagnostic {
    note("import-title-made", place, "Il n’avait pas de titre\u{A0}: relisez celui qu’il a maintenant.")
  }

  /// - Parameter names: what the properties of a page were called.
  package static func importProperties(_ place: SourceLocation, names: [String]) -> Diagnostic {
    note(
      "import-properties", place,
      "Ce que la page disait sous \(names.map(Wording.quoted).joined(separator: ", ")) n’est pas repris.")
  }

  /// - Parameter file: a table that a page showed, which may hold what is nobody's business.
  package static func importTableApart(_ place: SourceLocation, file: String) -> Diagnostic {
    warning(
      "import-table-apart", place,
      "Le tableau \(Wording.quoted(file)) n’est pas copié\u{A0}: il peut contenir ce qui ne regarde personne.",
      "Si ce sont des événements\u{A0}: gazette import, avec ce fichier.")
  }

  package static func importSummaryOnly(_ place: SourceLocation) -> Diagnostic {
    note(
      "import-summary-only", place, "Le flux n’avait peut-être pas tout le texte\u{A0}: comparez avec l’ancienne page.")
  }

  /// - Parameter row: as spreadsheets count.
  package static func importRowYear(_ place: SourceLocation, row: Int, value: String, year: Int) -> Diagnostic {
    warning(
      "import-row-year", place,
      "Ligne \(row) du tableau\u{A0}: \(Wording.quoted(value)) ne dit pas l’année. D’après la ligne d’avant, c’est \(year).",
      "Vérifiez « debut ».")
  }

  /// - Parameter day: what is read, in French.
  package static func importTableMonthFirst(_ place: SourceLocation, value: String, day: String) -> Diagnostic {
    warning(
      "import-table-month-first", place,
      "Les colonnes sont nommées en anglais\u{A0}: dans tout le tableau le mois est lu avant le jour, et \(Wording.quoted(value)) comme le \(day).",
      "Vérifiez « debut » ; si c’est l’inverse, renommez « Start Date » en « Date de début » et refaites l’import.")
  }

  /// - Parameter row: as spreadsheets count.
  package static func importRowStart(_ place: SourceLocation, row: Int, value: String) -> Diagnostic {
    warning(
      "import-row-start", place,
      "Ligne \(row) du tableau\u{A0}: \(Wording.quoted(value)) ne dit pas quand cela commence. « debut » est la prochaine date\u{A0}; l’événement est un brouillon.",
      "Vérifiez « debut » et enlevez « brouillon ».")
  }

  /// - Parameter row: as spreadsheets count.
  package static func importRowHours(_ place: SourceLocation, row: Int, value: String) -> Diagnostic {
    warning(
      "import-row-hours", place,
      "Ligne \(row) du tableau\u{A0}: \(Wording.quoted(value)) n’est pas un horaire que l’on comprenne. Seul le jour est repris.",
      "Ajoutez l’heure à « debut ».")
  }

  /// - Parameter row: as spreadsheets count.
  package static func importRow(_ place: SourceLocation, row: Int, value: String) -> Diagnostic {
    warning(
      "import-row", place,
      "Ligne \(row) du tableau\u{A0}: \(Wording.quoted(value)) n’est pas une date que l’on comprenne. L’événement est un brouillon.",
      "Écrivez « debut » et enlevez « brouillon ».")
  }
}
