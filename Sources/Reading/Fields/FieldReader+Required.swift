import Diagnostics
import Site

extension FieldReader {
  /// Tells that a required key is not there, or that nothing is written behind it.
  mutating func reportMissing(_ key: FieldKey, kind: EntryKind, example: String) {
    if let range = keyRange(key) {
      report(.emptyRequired(source.place(range), key: key.rawValue, example: example))
    } else {
      let place = SourceLocation(file: source.path, line: 1)
      let help = table.description(of: key)?.help ?? ""
      report(.missingKey(place, key: key.rawValue, kind: kind.word, help: help, example: example))
    }
  }
}

extension EntryKind {
  /// With its article, for messages: « une nouvelle ».
  var word: String {
    switch self {
    case .news: return "une nouvelle"
    case .event: return "un événement"
    case .series: return "une série"
    case .place: return "un lieu"
    case .partner: return "un partenaire"
    case .page: return "une page"
    case .issue: return "un numéro de l’infolettre"
    }
  }
}
