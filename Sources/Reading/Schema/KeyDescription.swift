import Site
import Time

/// What the guide, the reader and the programs that help to write know of one key.
package struct KeyDescription: Sendable, Hashable {
  /// What may be written for it.
  package indirect enum ValueType: Sendable, Hashable {
    /// Taken as written to the end of the line.
    case text
    case boolean
    /// Within a range; with what holds where nothing is written, if that is a number.
    case integer(ClosedRange<Int>, default: Int? = nil)
    case number(ClosedRange<Double>)
    /// A date of one of these precisions.
    case date([PartialDate.Precision])
    /// The same, or from one until another: `2026-03-05 18:30 - 20:30`.
    case span([PartialDate.Precision])
    case choice(WordChoice)
    /// A file of the content.
    case path
    /// A former address of the site.
    case sitePath
    case url
    case email
    /// A URL or an e-mail address.
    case urlOrEmail
    case reference([EntryKind])
    /// An entry of this kind, or free text.
    case referenceOrText(EntryKind)
    case list(ValueType)
    /// The one or the other.
    case either(ValueType, ValueType)
    /// A map with these keys.
    case map([KeyDescription])
    /// A map whose keys are free.
    case dictionary
  }

  /// When it has to be there.
  package enum Presence: Sendable, Hashable {
    case optional
    case required
    /// Unless one of those keys is there.
    case requiredUnless([FieldKey])
    /// Where that key is there.
    case requiredWith(FieldKey)
  }

  package var key: FieldKey
  /// English names, the usual one first; may hold the French one where both are alike.
  package var synonyms: [String]
  package var type: ValueType
  package var presence: Presence
  /// How many characters a text should have, where that matters.
  package var length: ClosedRange<Int>?
  /// What holds where nothing is written, if that is a text.
  package var standard: String?
  /// What it means, for volunteers, in French.
  package var help: String

  package var isRequired: Bool { presence == .required }

  /// The name to show: `titre`.
  package var name: String { key.rawValue }

  init(
    _ key: FieldKey, _ synonyms: [String] = [], _ type: ValueType, presence: Presence = .optional,
    length: ClosedRange<Int>? = nil, standard: String? = nil, _ help: String
  ) {
    self.key = key
    self.synonyms = synonyms
    self.type = type
    self.presence = presence
    self.length = length
    self.standard = standard
    self.help = help
  }
}
