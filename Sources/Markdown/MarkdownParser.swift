import CCmarkGFM
import Markup

/// Reads GitHub-flavoured Markdown.
package struct MarkdownParser: Sendable {
  package init() {}

  /// The tree of `text`.
  package func parse(_ text: String) -> Document {
    Document()
  }
}
