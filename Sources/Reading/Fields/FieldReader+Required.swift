import Diagnostics
import Site

extension FieldReader {
  /// Reports that a required key is not there, or that nothing is written behind it.
  mutating func reportMissing(_ key: FieldKey, kind: EntryKind, example: String) {
    if let range = keyRange(key) {
      report(.emptyRequired(source.place(range), key: key.rawValue, example: example))
    } else {
      let place = SourceLocation(file: source.path, line: 1)
      let help = table.description(of: key)?.help ?? ""
      report(.missingKey(place, key: key.rawValue, kind: kind.row.noun.withArticle, help: help, example: example))
    }
  }
}
