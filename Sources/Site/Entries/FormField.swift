/// A key of an entry as a form asks for it: all that the table of keys knows and a form needs.
package struct FormField: Sendable, Hashable {
  /// How it is answered.
  package enum Control: Sendable, Hashable {
    /// A text of one line.
    case line
    /// The address of a page.
    case address
    /// The address of a page, an e-mail address or a telephone number.
    case contact
    case number(ClosedRange<Int>)
    /// A date: of a day, or of a month or year alone where `isLoose`; with an hour, if one is known, where `hasHour`.
    case date(hasHour: Bool, isLoose: Bool)
    /// Yes, or nothing at all.
    case box
    case choice([String])
    /// Free words, as many as one likes.
    case words
    /// An entry of this kind, or more than one; or free text.
    case entry(EntryKind, isMany: Bool, isFree: Bool)
    /// A picture that is sent besides.
    case photograph
  }

  /// The key: `publier_le`.
  package var key: String
  /// « Publier le ».
  package var label: String
  /// What it means, for volunteers.
  package var help: String
  package var control: Control
  package var isRequired: Bool
  /// Whether it is asked at once; else it is folded away.
  package var isUsual: Bool

  package init(key: String, label: String, help: String, control: Control, isRequired: Bool, isUsual: Bool) {
    self.key = key
    self.label = label
    self.help = help
    self.control = control
    self.isRequired = isRequired
    self.isUsual = isUsual
  }
}
