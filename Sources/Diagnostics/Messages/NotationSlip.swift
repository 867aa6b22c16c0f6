/// A sign in a running text that was meant as notation and is none as it is written.
package enum NotationSlip: Sendable, CaseIterable {
  case link, headingSpace, itemSpace, bullet, highlight, wikiLink, block, formula, emoji, tableRule, tabs
  case missingNote, noteColon, unusedNote, callout, task, boldSpace, contents

  /// The codes of what is reported so: all of it stands in the text below the front matter.
  package static let codes = Set(allCases.map(\.code))

  /// Whether what is published would be broken, rather than look odd.
  var isError: Bool { if case .link = self { true } else { false } }

  var code: String {
    switch self {
    case .link: "almost-link"
    case .headingSpace: "heading-without-space"
    case .itemSpace: "item-without-space"
    case .bullet: "bullet-sign"
    case .highlight: "highlight"
    case .wikiLink: "wiki-link"
    case .block: "foreign-block"
    case .formula: "formula"
    case .emoji: "emoji-name"
    case .tableRule: "table-without-rule"
    case .tabs: "table-of-tabs"
    case .missingNote: "missing-note"
    case .noteColon: "note-without-colon"
    case .unusedNote: "unused-note"
    case .callout: "callout"
    case .task: "task-without-dash"
    case .boldSpace: "bold-with-space"
    case .contents: "table-of-contents"
    }
  }

  /// What is wrong, behind what is written.
  var sentence: String {
    switch self {
    case .link: "n’est pas un lien tel qu’il est écrit\u{A0}: les signes seraient publiés."
    case .headingSpace: "n’est pas un intertitre\u{A0}: il faut une espace derrière les «\u{A0}#\u{A0}»."
    case .itemSpace: "n’est pas une ligne de liste\u{A0}: il faut une espace derrière le signe."
    case .bullet: "ne fait pas une liste\u{A0}: le signe serait publié tel quel."
    case .highlight: "n’est pas compris\u{A0}: rien n’est surligné ici."
    case .wikiLink: "n’est pas un lien ici."
    case .block: "ouvre un encadré dans un autre programme\u{A0}: ici, ce sont des signes."
    case .formula: "n’est pas compris\u{A0}: il n’y a pas de formules ici."
    case .emoji: "est publié en toutes lettres."
    case .tableRule: "n’est pas un tableau\u{A0}: il manque la ligne de tirets sous la première."
    case .tabs: "n’est pas un tableau\u{A0}: ces colonnes ne seraient pas l’une sous l’autre."
    case .missingNote: "appelle une note qui n’est pas écrite."
    case .noteColon: "n’est pas une note\u{A0}: il manque un deux-points."
    case .unusedNote: "n’est appelée nulle part\u{A0}: cette note n’est pas publiée."
    case .callout: "fait un encadré dans un autre programme\u{A0}: ici, ce sont des signes."
    case .task: "n’est pas une case à cocher\u{A0}: il faut un tiret devant."
    case .boldSpace: "n’est pas en gras\u{A0}: il y a une espace à l’intérieur des astérisques."
    case .contents: "ne fait pas de sommaire ici."
    }
  }

  /// What to do.
  var hint: String? {
    switch self {
    case .link:
      "Un lien s’écrit [texte](adresse), une image ![description](fichier)\u{A0}; une adresse avec des espaces va entre < et >."
    case .highlight: "Pour du gras, écrivez **…**."
    case .wikiLink: "Un lien vers un autre texte\u{A0}: [son titre](son-fichier.md)."
    case .block, .callout: "Écrivez un paragraphe, ou une citation\u{A0}: «\u{A0}> …\u{A0}»."
    case .missingNote: "Écrivez-la plus bas, sur une ligne à elle\u{A0}: «\u{A0}[^…]: le texte de la note\u{A0}»."
    case .unusedNote: "Appelez-la dans le texte par les mêmes crochets, ou enlevez-la."
    case .contents: "Enlevez la ligne."
    default: nil
    }
  }
}

extension Diagnostic {
  /// - Parameter written: the sign with what belongs to it.
  package static func notationSlip(
    _ slip: NotationSlip, _ place: SourceLocation, written: String, fix: Fix? = nil
  ) -> Diagnostic {
    let message = "\(Wording.quoted(written)) \(slip.sentence)"
    // What shows the line to write needs no words for it.
    return slip.isError
      ? error(slip.code, place, message, slip.hint, fix: fix) : warning(slip.code, place, message, slip.hint, fix: fix)
  }
}
