/// What there is to say of a proposal that came by mail, besides what is wrong in it.
extension Diagnostic {
  package static func receivedWithoutMarks(_ place: SourceLocation) -> Diagnostic {
    warning(
      "received-without-marks", place,
      "Le message n’a pas les deux lignes qui entourent une proposition\u{A0}: le texte est pris comme il vient.",
      "Comparez-le avec le message, surtout à la fin.")
  }

  package static func receivedElsewhere(_ place: SourceLocation, wanted: String) -> Diagnostic {
    note(
      "received-elsewhere", place,
      "Ce nom était pris ou ne convenait pas (\(Wording.quoted(wanted)))\u{A0}: le texte est dans un autre fichier, rien n’est écrasé."
    )
  }

  package static func receivedTooManyFiles(kept: Int) -> Diagnostic {
    warning(
      "received-too-many-files", nil, "Le message a plus de \(kept) pièces jointes\u{A0}: les autres sont laissées.",
      "Demandez-les en plusieurs messages.")
  }

  package static func receivedFileLeft(file: String) -> Diagnostic {
    note(
      "received-file-left", nil, "La pièce jointe \(Wording.quoted(file)) est laissée\u{A0}: le texte n’en parle pas.")
  }

  package static func receivedGuessedFile(file: String, reference: String) -> Diagnostic {
    warning(
      "received-guessed-file", nil,
      "\(Wording.quoted(file)) est prise pour \(Wording.quoted(reference))\u{A0}: aucune pièce jointe n’a ce nom.",
      "Vérifiez que c’est bien cette image.")
  }

  package static func receivedFilePlaced(sent: String, file: String) -> Diagnostic {
    note("received-file-placed", nil, "\(Wording.quoted(sent)) est dans \(Wording.quoted(file)).")
  }

  package static func receivedPhotoKept(file: String, reference: String) -> Diagnostic {
    note(
      "received-photo-kept", nil, "Une photo était jointe\u{A0}: elle est dans \(Wording.quoted(file)).",
      "Pour la montrer, ajoutez «\u{A0}image: \(reference)\u{A0}» et «\u{A0}image_alt:\u{A0}» avec ce qu’elle montre.")
  }

  package static func receivedStaysDraft(_ place: SourceLocation) -> Diagnostic {
    note(
      "received-stays-draft", place, "Ce texte a des erreurs\u{A0}: il reste un brouillon.",
      "Corrigez-les, puis enlevez la ligne «\u{A0}brouillon: oui\u{A0}».")
  }
}
