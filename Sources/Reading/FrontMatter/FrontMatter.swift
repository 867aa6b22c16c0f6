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
