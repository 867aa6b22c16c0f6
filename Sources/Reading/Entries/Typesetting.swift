import Markup

/// Where the texts that people wrote get their French typography, and their headings the fragments that lead to them.
enum Typesetting {
  /// A title, or another text of the front matter.
  static func text(_ text: String) -> String { Typography.french(text) }

  static func document(_ document: Document, _ extent: Extent = .whole) -> Document {
    if extent == .whole { return document.typeset() }
    var arranged = document.arranged()
    if let opening = SummaryText.opening(of: arranged) {
      arranged.blocks[opening.index] = arranged.blocks[opening.index].inFrench
    }
    return arranged
  }

  /// How much of a text gets its typography.
  enum Extent {
    case whole
    /// The paragraph that may stand for the whole in lists.
    case opening
  }
}
