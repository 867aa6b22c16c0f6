/// The text of an entry: a tree of blocks and inlines, without trace of the notation it was written in.
package struct Document: Sendable, Hashable {
  /// What the text is made of, in order.
  package var blocks: [Block]
  /// The footnotes that the text refers to, in the order of first reference; `Footnote.number` counts from 1.
  package var footnotes: [Footnote]

  package init(blocks: [Block] = [], footnotes: [Footnote] = []) {
    self.blocks = blocks
    self.footnotes = footnotes
  }

  /// Whether there is nothing to read in it.
  package var isEmpty: Bool { blocks.isEmpty }
}

/// A note at the foot of a text.
package struct Footnote: Sendable, Hashable {
  /// Its number, from 1, in the order of first reference.
  package var number: Int
  /// What the author called it.
  package var label: String
  /// How many times the text refers to it.
  package var references: Int
  package var blocks: [Block]

  package init(number: Int, label: String = "", references: Int, blocks: [Block]) {
    self.number = number
    self.label = label
    self.references = references
    self.blocks = blocks
  }
}

/// A place in a source text.
package struct TextPosition: Sendable, Hashable, Comparable {
  /// Line, from 1.
  package var line: Int
  /// Column in **bytes** of the line's UTF-8, from 1; 0 where it is not known.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: TextPosition, b: TextPosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// The fragments by which a footnote and the places that refer to it are found within their page.
enum FootnoteAnchor {
  static func note(_ number: Int) -> String { "note-\(number)" }

  /// - Parameter occurrence: which of the references to the note it is, from 1.
  static func reference(_ number: Int, _ occurrence: Int) -> String {
    "renvoi-\(number)" + (occurrence > 1 ? "-\(occurrence)" : "")
  }

  /// All that the notes of a document take: a heading of the same name gets another one.
  static func all(of footnotes: [Footnote]) -> Set<String> {
    var result: Set<String> = []
    for footnote in footnotes {
      result.insert(note(footnote.number))
      for occurrence in 1...max(1, footnote.references) { result.insert(reference(footnote.number, occurrence)) }
    }
    return result
  }
}

extension Document {
  /// The document as the site sets it: see ``arranged()`` and ``frenchTypography()``.
  package func typeset() -> Document { arranged().frenchTypography() }

  /// The document in the shape that pages give it: headings with anchors, line ends of verses kept, pictures that stand alone
  /// as figures; its words are as they were written.
  package func arranged() -> Document {
    untangled().anchoringHeadings().keepingShortLines().formingFigures()
  }
}
