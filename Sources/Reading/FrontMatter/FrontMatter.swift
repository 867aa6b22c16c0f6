import Diagnostics

/// The front matter of an entry: its fields, each once, by the keys they mean.
struct FrontMatter: Sendable {
  struct Field: Sendable {
    var description: KeyDescription
    var raw: RawField
    /// What it means, where that is not what is written: `brouillon: oui` for `published: false`.
    var given: FieldValue?
  }

  var fields: [Field] = []
  /// Required keys that are missing because their names are misspelt, which was reported.
  var misspelt: Set<FieldKey> = []
  /// Keys that other generators write and that mean nothing here, as they are written.
  var foreign: [String] = []
  /// Where the text begins, in bytes, and on which line, from 1.
  var bodyStart: Int
  var bodyLine: Int
}

/// A field of the front matter as it stands in the file, not yet understood.
struct RawField: Sendable {
  /// As written, without quotes.
  var key: String
  var keyRange: Range<Int>
  /// What follows the colon on its line, without the spaces around it.
  var value: Range<Int>
  /// The lines that belong to it below its own, from the start of the first to the end of the last; empty where there are
  /// none.
  var continuation: Range<Int>

  /// From the start of the value to its end, be it on the line of the key or below.
  var extent: Range<Int> {
    if continuation.isEmpty { return value }
    return value.isEmpty ? continuation : value.lowerBound..<continuation.upperBound
  }
}
