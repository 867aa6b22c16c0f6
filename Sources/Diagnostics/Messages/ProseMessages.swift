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
