import Markup

/// What was read of a text, with what its tree does not hold: where its running texts and its code stand.
package struct MarkdownReading: Sendable {
  package var document = Document()
  /// The running texts, in the order in which they end.
  package var passages: [Passage] = []
  /// The lines of blocks of code, their fences among them.
  package var codeLines: [ClosedRange<Int>] = []
}

/// A running text: a paragraph, a heading, a cell of a table.
package struct Passage: Sendable {
  package enum Kind: Sendable { case paragraph, heading, cell }

  package var kind: Kind
  package var content: [Inline]
  /// The lines that it stands on, from 1.
  package var lines: ClosedRange<Int>
  /// Whether it stands in a quotation.
  package var isQuoted: Bool
}
