/// Links, pictures and files that texts lead to.
extension Diagnostic {
  package static func emptyLink(_ place: SourceLocation) -> Diagnostic {
    error(
      "empty-link", place, "Ce lien ne dit pas où il mène.",
      "Une adresse se met entre les parenthèses\u{A0}: [texte](adresse).")
  }

  package static func brokenLink(_ place: SourceLocation, target: String, nearest: [String]) -> Diagnostic {
    error(
      "broken-link", place, "Le lien \(Wording.quoted(target)) ne mène nulle part.",
      Wording.suggestion(nearest)
        ?? "Vérifiez le chemin\u{A0}: il part du dossier de ce fichier, ou de «\u{A0}Content\u{A0}» s’il commence par «\u{A0}/\u{A0}»."
    )
  }

  /// - Parameters:
  ///   - text: the address that readers see.
  ///   - target: the one they get.
  package static func misleadingLink(_ place: SourceLocation, text: String, target: String) -> Diagnostic {
    warning(
      "misleading-link", place, "Ce lien montre \(Wording.quoted(text)), mais mène à \(Wording.quoted(target)).",
      "Écrivez la même adresse aux deux endroits, ou des mots qui disent où l’on va.")
  }

  package static func linkToAlias(_ place: SourceLocation, target: String, address: String) -> Diagnostic {
    warning(
      "link-to-alias", place, "Le lien \(Wording.quoted(target)) donne une ancienne adresse.",
      "Il mène à la nouvelle\u{A0}: écrivez plutôt \(Wording.quoted(address)).")
  }

  package static func linkWithoutExtension(_ place: SourceLocation, target: String, fixed: String) -> Diagnostic {
    error(
      "link-without-extension", place,
      "Le lien \(Wording.quoted(target)) ne mène nulle part\u{A0}: il y manque «\u{A0}.md\u{A0}».",
      "Vouliez-vous dire \(Wording.quoted(fixed))\u{A0}?")
  }

  package static func brokenFragment(
    _ place: SourceLocation, target: String, fragment: String, nearest: [String], all: Int
  ) -> Diagnostic {
    error(
      "broken-fragment", place,
      "Le lien \(Wording.quoted(target))\u{A0}: aucun intertitre ne s’appelle \(Wording.quoted(fragment)).",
      Wording.suggestion(nearest) ?? (all == 0 ? "Ce texte n’a pas d’intertitre." : nil))
  }

  package static func outsideContent(_ place: SourceLocation, target: String) -> Diagnostic {
    error("outside-content", place, "Le chemin \(Wording.quoted(target)) sort du dossier «\u{A0}Content\u{A0}».")
  }

  package static func wrongCase(_ place: SourceLocation, target: String, actual: String) -> Diagnostic {
    error(
      "wrong-case", place, "\(Wording.quoted(target)) n’existe pas sous ce nom exact.",
      "Le fichier s’appelle \(Wording.quoted(actual))\u{A0}: les majuscules et les accents comptent.")
  }

  package static func forbiddenScheme(_ place: SourceLocation, scheme: String) -> Diagnostic {
    error(
      "forbidden-scheme", place, "Les liens en «\u{A0}\(scheme):\u{A0}» ne sont pas publiés.",
      "Sont acceptés\u{A0}: https, http, mailto, tel, geo et webcal.")
  }

  package static func lfsPointer(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "lfs-pointer", place, "\(file) n’est pas là\u{A0}: Git LFS n’a laissé à sa place qu’un renvoi.",
      "Allez le chercher\u{A0}: git lfs pull\u{A0}; dans une intégration continue, demandez-le à l’étape qui copie le dépôt (lfs: true)."
    )
  }

  /// - Parameter name: of the file, without its folder.
  package static func fileOfComputer(_ place: SourceLocation, target: String, name: String) -> Diagnostic {
    error(
      "file-of-computer", place,
      "\(Wording.quoted(target)) est sur un ordinateur, et non dans le site\u{A0}: personne d’autre ne le voit.",
      "Copiez le fichier à côté de ce texte, dans «\u{A0}Content\u{A0}», et n’écrivez que son nom"
        + (name.isEmpty ? "." : "\u{A0}: \(Wording.quoted(name))."))
  }

  package static func embeddedFile(_ place: SourceLocation) -> Diagnostic {
    error(
      "embedded-file", place, "Cette image est collée dans le texte lui-même\u{A0}: elle n’est pas publiée.",
      "Enregistrez-la comme un fichier à côté de ce texte, et donnez son nom\u{A0}: ![description](photo.jpg)")
  }

  package static func otherSigns(_ place: SourceLocation, target: String, actual: String) -> Diagnostic {
    note(
      "other-signs", place,
      "\(Wording.quoted(target)) est compris comme le fichier \(Wording.quoted(actual))\u{A0}: seules leurs espaces ou leurs apostrophes diffèrent.",
      "Un nom de fichier sans espace ni accent évite tout doute.")
  }

  package static func linkWithoutScheme(_ place: SourceLocation, target: String) -> Diagnostic {
    let bare = target.drop { $0 == "/" || $0 == "\\" }
    return error(
      "link-without-scheme", place,
      "\(Wording.quoted(target)) a l’air d’une adresse du web, mais «\u{A0}https://\u{A0}» manque.",
      "Vouliez-vous dire \(Wording.quoted("https://" + bare))\u{A0}?")
  }

  package static func emailLinkWithoutScheme(_ place: SourceLocation, target: String) -> Diagnostic {
    error(
      "email-link-without-scheme", place,
      "\(Wording.quoted(target)) a l’air d’un courriel, mais «\u{A0}mailto:\u{A0}» manque.",
      "Vouliez-vous dire \(Wording.quoted("mailto:" + target))\u{A0}?")
  }

  package static func linkToUnpublished(_ place: SourceLocation, title: String) -> Diagnostic {
    warning(
      "link-to-unpublished", place,
      "Ce lien mène à \(Wording.quoted(title)), qui n’est pas encore publié\u{A0}: seul son texte est montré.")
  }

  // MARK: Pictures

  package static func missingImage(_ place: SourceLocation, path: String, nearest: [String]) -> Diagnostic {
    error(
      "missing-image", place, "L’image \(Wording.quoted(path)) n’existe pas.",
      Wording.suggestion(nearest)
        ?? "Vérifiez le chemin\u{A0}: il part du dossier de ce fichier, ou de «\u{A0}Content\u{A0}» s’il commence par «\u{A0}/\u{A0}»."
    )
  }

  package static func notAnImage(_ place: SourceLocation, target: String) -> Diagnostic {
    error(
      "not-an-image", place, "\(Wording.quoted(target)) n’est pas une image que les navigateurs montrent.",
      "Sont acceptés\u{A0}: jpg, png, gif, webp, avif, heic et svg.")
  }

  package static func imageMustBeFile(_ place: SourceLocation, key: String, value: String) -> Diagnostic {
    error(
      "image-must-be-file", place, "\(Wording.quoted(key)) attend un fichier du dossier «\u{A0}Content\u{A0}».",
      "Copiez l’image à côté de ce texte et donnez son nom.")
  }

  package static func externalImage(_ place: SourceLocation, target: String) -> Diagnostic {
    warning(
      "external-image", place,
      "Cette image est sur un autre site\u{A0}: les pages ne chargent rien d’ailleurs, sa description y mènera.",
      "Copiez-la dans «\u{A0}Content\u{A0}», si vous en avez le droit.")
  }

  package static func externalImageInLetter(_ place: SourceLocation, target: String) -> Diagnostic {
    error(
      "external-image-in-letter", place,
      "Cette image est sur un autre site, qui saurait qui ouvre la lettre, et quand.",
      "Copiez-la dans «\u{A0}Content\u{A0}», si vous en avez le droit.")
  }

  package static func imageWithoutAlternative(_ place: SourceLocation) -> Diagnostic {
    warning(
      "image-without-alternative", place, "Cette image n’a pas de description pour qui ne la voit pas.",
      "Écrivez entre les crochets ce qu’elle montre\u{A0}: ![Le jardin vu de la rue](jardin.jpg)")
  }

  package static func missingAlternative(_ place: SourceLocation, key: String) -> Diagnostic {
    error(
      "missing-alternative", place, "L’image n’a pas de description pour qui ne la voit pas.",
      "Dites dans \(Wording.quoted(key)) ce qu’elle montre, ou \"\" si elle ne fait que décorer.",
      fix: Fix(.addition, "\(key): Ce que montre l’image"))
  }

  package static func alternativeWithoutImage(_ place: SourceLocation, key: String) -> Diagnostic {
    warning("alternative-without-image", place, "Il y a une description, mais pas d’image (\(Wording.quoted(key))).")
  }

  package static func alternativeRepeats(_ place: SourceLocation, key: String) -> Diagnostic {
    warning(
      "alternative-repeats", place,
      "La description de l’image ne fait que répéter le titre ou le nom du fichier\u{A0}: qui ne la voit pas n’en apprend rien.",
      "Dites dans \(Wording.quoted(key)) ce qu’elle montre, ou \"\" si elle ne fait que décorer.")
  }

  // MARK: Attachments

  package static func attachmentOfOtherKind(_ place: SourceLocation, file: String, allowed: [String]) -> Diagnostic {
    error(
      "attachment-of-other-kind", place,
      "\(file) n’est pas publié\u{A0}: les fichiers de ce type ne le sont pas, un navigateur pourrait y exécuter un programme.",
      "Sont publiés\u{A0}: \(allowed.joined(separator: ", ")) et les images. Donnez un PDF, ou mettez le fichier dans un .zip."
    )
  }

  package static func attachmentWithoutExtension(_ place: SourceLocation, file: String) -> Diagnostic {
    error(
      "attachment-without-extension", place,
      "\(file) n’a pas d’extension (.pdf, .jpg…)\u{A0}: il ne peut pas être publié.")
  }

  package static func attachmentTooLarge(_ place: SourceLocation, file: String, size: Int) -> Diagnostic {
    error(
      "attachment-too-large", place,
      "\(file) pèse \(Wording.megabytes(size))\u{A0}: un fichier de ce type est lu en entier, et celui-ci est trop grand pour cela.",
      "Mettez-le dans un .zip.")
  }

  /// - Parameter actual: what it is in truth, by its bytes: `JPEG`; `nil` where that is not known.
  package static func attachmentDisguised(_ place: SourceLocation, file: String, actual: String?) -> Diagnostic {
    error(
      "attachment-disguised", place,
      "\(file) n’est pas ce que son nom dit\u{A0}: son contenu est "
        + (actual.map { "celui d’un fichier \($0)." } ?? "d’une autre sorte."),
      "Enregistrez-le de nouveau depuis le programme qui l’a fait, ou donnez-lui son vrai nom.")
  }

  package static func attachmentUnreadable(_ place: SourceLocation, file: String) -> Diagnostic {
    error("attachment-unreadable", place, "\(file) ne peut pas être lu.", "Vérifiez ses droits d’accès.")
  }
}
