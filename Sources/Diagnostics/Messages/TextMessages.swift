/// The text below the front matter.
extension Diagnostic {
  package static func emptyBody(_ place: SourceLocation, kind: String) -> Diagnostic {
    warning(
      "empty-body", place, "Il n’y a pas de texte sous la fiche.",
      "Écrivez au moins une phrase, ou un «\u{A0}resume\u{A0}».")
  }

  package static func rawHTML(_ place: SourceLocation, tag: String) -> Diagnostic {
    warning(
      "raw-html", place,
      "Le HTML n’est pas publié\u{A0}: \(Wording.quoted(String(tag.prefix { $0 != "\n" }))) est laissé de côté.",
      "Écrivez en Markdown\u{A0}: **gras**, [lien](adresse), ![image](fichier).")
  }

  package static func htmlComment(_ place: SourceLocation) -> Diagnostic {
    warning(
      "html-comment", place, "Ce commentaire n’est pas publié.",
      "Enlevez-le, ou mettez-le dans la fiche après «\u{A0}#\u{A0}».")
  }

  package static func firstLevelHeading(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "first-level-heading", place,
      "Les intertitres commencent à «\u{A0}##\u{A0}»\u{A0}: le titre de la page est déjà le premier.",
      "Tous les intertitres de ce texte sont descendus d’un niveau.")
  }

  package static func skippedHeading(_ place: SourceLocation, level: Int, expected: Int) -> Diagnostic {
    let signs = String(repeating: "#", count: expected)
    return warning(
      "skipped-heading", place, "Cet intertitre saute un niveau.",
      "Après l’intertitre précédent, on attend au plus «\u{A0}\(signs)\u{A0}» ici.")
  }

  package static func markdownLimit(_ place: SourceLocation, _ what: String, allowed: String) -> Diagnostic {
    error("markdown-limit", place, "Ce texte ne peut pas être lu\u{A0}: \(what) (\(allowed)).")
  }
}

/// Signs in a text that were meant as notation, of this or another program.
extension Diagnostic {
  package static func foreignComment(_ place: SourceLocation, text: String) -> Diagnostic {
    error(
      "foreign-comment", place,
      "\(Wording.quoted(text)) cache un texte dans un autre programme\u{A0}: ici, il serait lu de tous.",
      "Enlevez-le\u{A0}; une remarque pour vous seuls va dans la fiche, après «\u{A0}#\u{A0}».")
  }

  package static func foreignInstruction(_ place: SourceLocation, text: String) -> Diagnostic {
    error(
      "foreign-instruction", place, "\(Wording.quoted(text)) n’a de sens que pour un autre programme.",
      "Enlevez-le, et mettez ce qu’il montrait\u{A0}: ![description](photo.jpg), [une vidéo](https://…), un texte."
        + " Pour parler de ces signes, écrivez-les entre accents graves\u{A0}: `…`.")
  }

  package static func foreignAttributes(_ place: SourceLocation, text: String) -> Diagnostic {
    warning(
      "foreign-attributes", place, "\(Wording.quoted(text)) n’a de sens que pour un autre programme.", "Enlevez-le.")
  }
}
