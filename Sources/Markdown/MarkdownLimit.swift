/// A text that is too big, or too deeply nested, to be read in bounded time and memory: cmark-gfm has cases where work
/// grows with the square of the input, and it can't be stopped once it runs.
package struct MarkdownLimit: Error, Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Bytes of the whole text.
    case textSize
    /// Bytes of one line.
    case lineLength
    /// Bytes of lines in a row with no blank line between them.
    case runLength
    /// Quotes, lists and footnotes inside one another.
    case nesting
    /// Emphasis, links and pictures inside one another.
    case inlineNesting
    /// Columns of one table.
    case tableColumns
    /// Cells of all tables together.
    case tableCells
    /// Bytes of the definition of one link (`[name]: address "title"`).
    case linkDefinition
    /// Opening brackets in the whole text.
    case brackets

    /// The most that is allowed.
    package var allowed: Int {
      switch self {
      case .textSize: 256 * 1024
      case .lineLength: 8 * 1024
      case .runLength: 32 * 1024
      case .nesting: 24
      case .inlineNesting: 100
      case .tableColumns: 64
      case .tableCells: 20_000
      case .linkDefinition: 2 * 1024
      case .brackets: 5_000
      }
    }
  }

  package var kind: Kind
  /// How much the text has, as far as it was counted: counting stops soon after the limit.
  package var found: Int
  /// The line of the text, from 1, where the limit is passed.
  package var line: Int

  /// The most that is allowed.
  package var allowed: Int { kind.allowed }
}
