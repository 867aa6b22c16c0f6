/// Files: their names, their bytes, where they stand.
extension Diagnostic {
  package static let missingFileCode = "missing-file"

  package static func noContent(_ place: SourceLocation) -> Diagnostic {
    error(
      "no-content", place, "Il n’y a pas de dossier «\u{A0}Content\u{A0}» ici.",
      "Placez-vous dans le dossier du projet, ou indiquez-le avec --root.")
  }

  package static func contentIsNoFolder(_ place: SourceLocation) -> Diagnostic {
    error(
      "content-is-no-folder", place, "«\u{A0}Content\u{A0}» devrait être un dossier\u{A0}: un lien n’est pas suivi.",
      "Mettez ici le dossier lui-même, ou indiquez avec --root le projet qui le contient.")
  }

  package static func tooManyFiles(_ place: SourceLocation, leftOut: Int, limit: Int) -> Diagnostic {
    error(
      "too-many-files", place,
      "Il y a trop de fichiers\u{A0}: \(limit) au plus sont lus, et \(leftOut) de plus ne le sont pas.",
      "Rangez ailleurs ceux qui ne sont pas publiés.")
  }

  package static func missingFile(_ place: SourceLocation) -> Diagnostic {
    error(missingFileCode, place, "Ce fichier a disparu pendant la lecture.")
  }

  package static func unreadable(_ place: SourceLocation) -> Diagnostic {
    error("unreadable-file", place, "Ce fichier ou ce dossier ne peut pas être lu.", "Vérifiez ses droits d’accès.")
  }

  package static func specialFile(_ place: SourceLocation) -> Diagnostic {
    error(
      "special-file", place, "Ceci n’est pas un fichier ordinaire\u{A0}: il n’est pas lu.", "Enlevez-le du dossier.")
  }

  package static func symbolicLink(_ place: SourceLocation) -> Diagnostic {
    error(
      "symbolic-link", place, "Ceci est un lien vers un autre fichier\u{A0}: il n’est pas suivi.",
      "Mettez ici le fichier lui-même.")
  }

  package static func foldersTooDeep(_ place: SourceLocation) -> Diagnostic {
    error(
      "folders-too-deep", place, "Trop de dossiers sont rangés les uns dans les autres\u{A0}: celui-ci n’est pas lu.")
  }

  package static func fileTooLarge(_ place: SourceLocation, size: Int, limit: Int) -> Diagnostic {
    error(
      "file-too-large", place,
      "Ce texte est trop long\u{A0}: \(size / 1024) ko, alors qu’un fichier peut en avoir \(limit / 1024).",
      "Partagez-le en plusieurs fichiers.")
  }

  package static func moreRemarks(_ place: SourceLocation, count: Int, isError: Bool) -> Diagnostic {
    let message = "Il y a \(Wording.count(count, "autre")) remarque\(count > 1 ? "s" : "") à faire sur ce fichier."
    let hint = "Corrigez d’abord les premières."
    return isError ? error("more-remarks", place, message, hint) : warning("more-remarks", place, message, hint)
  }

  package static func tookTooLong(_ place: SourceLocation, seconds: Int) -> Diagnostic {
    error(
      "took-too-long", place, "Ce fichier demande plus de \(seconds) secondes de calcul\u{A0}: rien n’est publié.",
      "Enlevez-le, ou partagez-le en plusieurs fichiers plus simples.")
  }

  /// The site as a whole took more memory than a build may: which file was in hand when there was no more says nothing.
  package static func tookTooMuchMemory(megabytes: Int) -> Diagnostic {
    error(
      "too-much-memory", nil,
      "Le site demande plus de \(megabytes)\u{A0}Mo de mémoire, ce que le programme s’accorde\u{A0}: rien n’est publié.",
      "Un grand site peut en demander davantage\u{A0}: GAZETTE_MEMORY=\(megabytes >= 1024 ? "\(megabytes / 512)G" : "2G") devant la commande. Sinon, enlevez les fichiers ajoutés en dernier."
    )
  }

  package static func fileNameNotUTF8(_ folder: String, name: String) -> Diagnostic {
    error(
      "file-name-encoding", SourceLocation(file: folder),
      "Dans ce dossier, le nom de fichier \(Wording.quoted(name)) a des lettres illisibles.",
      "Renommez-le sans accents.")
  }

  package static func fileNameWithControls(_ folder: String, name: String) -> Diagnostic {
    error(
      "file-name-controls", SourceLocation(file: folder),
      "Dans ce dossier, le nom de fichier \(Wording.quoted(name)) contient un signe invisible ou interdit.",
      "Renommez-le avec des lettres, des chiffres et des tirets.")
  }

  package static func fileNameTwins(_ place: SourceLocation, name: String) -> Diagnostic {
    error(
      "file-name-twins", place,
      "Deux fichiers s’appellent \(Wording.quoted(name))\u{A0}: seul l’enregistrement de leurs accents diffère.",
      "Renommez l’un des deux.")
  }

  package static func strayMarkdown(_ place: SourceLocation, nearest: String?) -> Diagnostic {
    warning(
      "stray-markdown", place, "Ce texte n’est dans aucun des dossiers publiés\u{A0}: il n’est pas lu.",
      nearest.map { "Sa place est peut-être dans «\u{A0}Content/\($0)\u{A0}»." }
        ?? "Les dossiers sont\u{A0}: nouvelles, evenements, series, lieux, partenaires, pages et infolettres.")
  }

  package static func machineFileOfProgram(_ place: SourceLocation, address: String) -> Diagnostic {
    error(
      "machine-file-of-program", place,
      "L’adresse \(address) est au programme\u{A0}: rien de «\u{A0}racine\u{A0}» n’y est mis.",
      "Ce dossier est pour les fichiers que des machines demandent\u{A0}: preuve d’un moteur de recherche, .well-known, admin."
    )
  }

  package static func wrongFolder(_ place: SourceLocation, nearest: String) -> Diagnostic {
    error(
      "wrong-folder", place, "Ce dossier n’est pas de ceux qui sont publiés\u{A0}: ce texte serait perdu.",
      "Sa place est dans «\u{A0}Content/\(nearest)\u{A0}»\u{A0}: déplacez-le, ou renommez le dossier.")
  }

  package static func entryWithOtherEnding(_ place: SourceLocation) -> Diagnostic {
    error(
      "entry-with-other-ending", place,
      "Ce texte commence par une fiche, mais son nom ne se termine pas par «\u{A0}.md\u{A0}»\u{A0}: il serait perdu.",
      "Renommez-le en «\u{A0}….md\u{A0}».")
  }

  package static func lostManuscript(_ place: SourceLocation, isWritten: Bool) -> Diagnostic {
    error(
      "lost-manuscript", place,
      "Ce fichier n’est pas publié\u{A0}: un texte du site est un fichier «\u{A0}.md\u{A0}», et aucun texte ne mène à celui-ci.",
      "Copiez ce qu’il dit dans un fichier «\u{A0}.md\u{A0}»"
        + (isWritten ? "." : "\u{A0}; pour le faire télécharger, mettez un lien\u{A0}: [le document](fichier)."))
  }

  package static func otherExtension(_ place: SourceLocation) -> Diagnostic {
    warning(
      "other-extension", place, "Seuls les fichiers en «\u{A0}.md\u{A0}» sont publiés.",
      "Renommez-le en «\u{A0}.md\u{A0}».")
  }

  package static func emptySlug(_ place: SourceLocation) -> Diagnostic {
    error(
      "empty-slug", place, "Le nom de ce fichier n’a ni lettre ni chiffre\u{A0}: il ne donne aucune adresse.",
      "Renommez-le, par exemple «\u{A0}visite-du-college.md\u{A0}».")
  }

  package static func slugTooLong(_ place: SourceLocation) -> Diagnostic {
    error("slug-too-long", place, "Le nom de ce fichier est trop long pour une adresse.", "200 caractères au plus.")
  }

  package static func nameReservedByWindows(_ place: SourceLocation) -> Diagnostic {
    warning(
      "reserved-file-name", place, "Windows réserve ce nom\u{A0}: le fichier ne pourra pas y être copié.",
      "Choisissez un autre nom.")
  }

  /// - Parameter isReadable: whether all of it can be read, and so be saved anew.
  package static func utf16(_ place: SourceLocation, isReadable: Bool) -> Diagnostic {
    error(
      "utf-16", place, "Ce fichier est enregistré en UTF-16.", hint(isReadable),
      fix: isReadable ? Fix(.encoding, "", isCertain: true) : nil)
  }

  /// - Parameters:
  ///   - character: what stands at the place, if the file is one of Windows.
  ///   - isReadable: whether all of it can be read so, and be saved anew.
  package static func notUTF8(_ place: SourceLocation, character: Character?, isReadable: Bool) -> Diagnostic {
    let guess =
      character.map { " ; il semble l’être à l’ancienne façon de Windows (ici, la lettre «\u{A0}\($0)\u{A0}»)" } ?? ""
    return error(
      "not-utf-8", place, "Ce fichier n’est pas enregistré en UTF-8\(guess).", hint(isReadable),
      fix: isReadable ? Fix(.encoding, "", isCertain: true) : nil)
  }

  private static func hint(_ isReadable: Bool) -> String {
    (isReadable ? "gazette check --fix le réenregistre. Ou bien, dans" : "Dans")
      + " votre éditeur, choisissez «\u{A0}Enregistrer sous…\u{A0}», puis l’encodage UTF-8."
  }

  package static func nulByte(_ place: SourceLocation) -> Diagnostic {
    error("nul-byte", place, "Ce fichier n’est pas un texte\u{A0}: il contient un caractère nul.")
  }

  package static func mixedLineEnds(_ place: SourceLocation) -> Diagnostic {
    warning(
      "mixed-line-ends", place, "Les lignes de ce fichier ne finissent pas toutes de la même façon.",
      "gazette check --fix les rend pareilles.", fix: Fix(.lineEnds, "", isCertain: true))
  }

  /// - Parameter date: in words, when the text that is published came onto the branch.
  package static func publishedAsBefore(_ place: SourceLocation, date: String) -> Diagnostic {
    note(
      "published-as-before", place,
      "Ce texte est publié tel qu’il était le \(date), la dernière fois qu’il était juste.",
      "Corrigez ce qui est dit plus haut de ce fichier\u{A0}: la nouvelle version paraîtra.")
  }

  package static func leftOut(_ place: SourceLocation) -> Diagnostic {
    note(
      "left-out", place, "Ce texte n’est pas publié\u{A0}: l’historique n’en a aucune version juste.",
      "Corrigez ce qui est dit plus haut de ce fichier.")
  }

  package static func emptyFile(_ place: SourceLocation) -> Diagnostic {
    error("empty-file", place, "Ce fichier est vide.", "Écrivez-y un texte, ou enlevez-le.")
  }

  package static func conflictMarker(_ place: SourceLocation) -> Diagnostic {
    error(
      "conflict-marker", place,
      "Deux versions de ce fichier n’ont pas été réunies\u{A0}: les marques de Git y sont encore.",
      "Gardez la bonne version entre <<<<<<<, ======= et >>>>>>>, puis enlevez ces trois lignes.")
  }

  /// Half a history says what is wrong; none at all is what a new project has.
  package static func noRevisions(isShallow: Bool) -> Diagnostic {
    guard isShallow else {
      return note(
        "no-history", nil, "Il n’y a pas d’historique Git\u{A0}: les dates de révision ne sont pas connues.",
        "Les agendas et les flux se passent de ces dates\u{A0}; «\u{A0}modifie\u{A0}» peut les donner fichier par fichier."
      )
    }
    return warning(
      "shallow-history", nil,
      "L’historique Git n’est pas complet\u{A0}: les dates de révision ne sont pas connues, les agendas de ceux qui sont abonnés peuvent garder d’anciennes dates, et ce qui a changé ou a été retiré n’est pas annoncé.",
      "Récupérez tout l’historique (git fetch --unshallow\u{A0}; dans une intégration continue, fetch-depth: 0).")
  }
}
