import HTML

extension SiteWriter {
  func noteID(_ number: Int) -> String { renderer.idPrefix + FootnoteAnchor.note(number) }

  func referenceID(_ number: Int, _ occurrence: Int) -> String {
    renderer.idPrefix + FootnoteAnchor.reference(number, occurrence)
  }

  /// The notes at the foot of the text, each with the way back.
  mutating func write(_ footnotes: [Footnote]) {
    guard !footnotes.isEmpty else { return }
    text += "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n"
    for footnote in footnotes {
      text += "<li id=\"\(noteID(footnote.number))\">\n"
      if case .paragraph(let content)? = footnote.blocks.last {
        write(Array(footnote.blocks.dropLast()), isTight: false)
        text += "<p>"
        write(content)
        writeReturns(footnote)
        text += "</p>\n"
      } else {
        write(footnote.blocks, isTight: false)
        text += "<p>"
        writeReturns(footnote)
        text += "</p>\n"
      }
      text += "</li>\n"
    }
    text += "</ol>\n</section>\n"
  }

  private mutating func writeReturns(_ footnote: Footnote) {
    for occurrence in 1...max(1, footnote.references) {
      let place = occurrence > 1 ? ", renvoi \(occurrence)" : ""
      text += " <a class=\"footnote-backref\" href=\"\(renderer.page)#\(referenceID(footnote.number, occurrence))\""
      text += " role=\"doc-backlink\" aria-label=\"Retour au texte, note \(footnote.number)\(place)\">↩\u{FE0E}"
      if occurrence > 1 { text += "<sup>\(occurrence)</sup>" }
      text += "</a>"
    }
  }

  mutating func writeReference(_ number: Int, _ occurrence: Int) {
    text +=
      "<sup class=\"footnote-ref\"><a id=\"\(referenceID(number, occurrence))\" href=\"\(renderer.page)#\(noteID(number))\""
    text += " role=\"doc-noteref\" aria-label=\"Note \(number)\">\(number)</a></sup>"
  }
}
