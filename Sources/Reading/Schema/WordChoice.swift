import Site
import Text
import Time

/// A value that is written as one of a few words.
package protocol ChosenByWord: CaseIterable, Sendable, Hashable {
  /// The word to write, then others that mean the same.
  var words: [String] { get }
}

/// The words that may be written for such a value, in the order of its cases.
package struct WordChoice: Sendable, Hashable {
  /// For each value its word, then others that mean the same.
  package let words: [[String]]

  init<Value: ChosenByWord>(_ type: Value.Type) { words = Value.allCases.map(\.words) }

  /// The words to write.
  package var names: [String] { words.compactMap(\.first) }

  /// The value that is meant by `text`: case, accents and signs between words do not count.
  static func value<Value: ChosenByWord>(of text: String, as type: Value.Type) -> Value? {
    let slug = Folding.slug(text)
    return Value.allCases.first { value in value.words.contains { Folding.slug($0) == slug } }
  }
}

extension ChosenByWord {
  /// The word to write.
  var name: String { words.first ?? "" }
}

/// `etat` of an event.
enum WrittenStatus: ChosenByWord {
  case confirmed, tentative, postponed, cancelled

  var words: [String] {
    switch self {
    case .confirmed: ["confirmé", "confirmed", "confirmée"]
    case .tentative: ["à confirmer", "tentative"]
    case .postponed: ["reporté", "postponed", "reportée"]
    case .cancelled: ["annulé", "cancelled", "canceled", "annulée"]
    }
  }
}

/// `chaque` of a repetition.
enum Period: ChosenByWord {
  case day, week, month, year

  var words: [String] {
    switch self {
    case .day: ["jour", "day"]
    case .week: ["semaine", "week"]
    case .month: ["mois", "month"]
    case .year: ["an", "year", "année"]
    }
  }
}

/// `semaines` of a repetition.
extension Recurrence.WeekParity: ChosenByWord {
  package static var allCases: [Self] { [.odd, .even] }

  package var words: [String] {
    switch self {
    case .odd: ["impaires", "odd", "impaire"]
    case .even: ["paires", "even", "paire"]
    }
  }
}

extension SchoolZone: ChosenByWord {
  package var words: [String] { [rawValue, "zone " + rawValue] }
}

extension Settings.Provider: ChosenByWord {
  package var words: [String] { [rawValue] }
}
