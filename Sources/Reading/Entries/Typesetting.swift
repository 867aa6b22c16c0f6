import Markup

/// Where the texts that people wrote get their French typography, and their headings the fragments that lead to them.
enum Typesetting {
  /// A title, or another text of the front matter.
  static func text(_ text: String) -> String { Typography.french(text) }

  static func document(_ document: Document) -> Document { document.typeset() }
}
