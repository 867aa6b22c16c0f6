import Site
import Text
import Time

/// What a key that hides or calls off means here, with its value: what hides or calls off an entry is never published by a
/// slip, so it is either understood in that direction or an error.
enum HidingMeaning {
  /// This key with this value.
  case value(FieldKey, String)
  /// This key, with what is written.
  case key(FieldKey)
  /// Nothing is hidden or called off by it: it changes nothing.
  case nothing
  case problem(Problem)

  enum Problem {
    /// Whatever was meant, it is not understood.
    case unclear
    /// `reporté` with the new date.
    case postponed(to: String)
    /// Only events are called off.
    case onlyEvents(WrittenStatus)
    /// Nothing here ends by itself.
    case noEnd
  }

  /// - Parameters:
  ///   - name: a key as it is written, known or not.
  ///   - text: its value, where that is one word or text.
  ///   - hasDate: whether the entry has a `date` of its own.
  /// - Returns: `nil` where the key says nothing of the kind, or is a known one that is used as it should be.
  init?(of name: String, _ text: String?, in table: KeyTable, hasDate: Bool) {
    let known = table.key(named: name)?.key
    // Any other key of the table means what the table says.
    guard known == nil || known == .publish || known == .status, let hiding = HidingKey.named(name) else { return nil }
    let text = text ?? ""
    let slug = Folding.slug(text)
    let answer = YesNo.read(text)
    let calledOff: (WrittenStatus) -> HidingMeaning = { status in
      table.description(of: .status) == nil ? .problem(.onlyEvents(status)) : .value(.status, status.name)
    }
    let unclear: HidingMeaning? = hiding.isStrict ? .problem(.unclear) : nil
    let meaning: HidingMeaning?
    switch (hiding.sense, answer) {
    case (.hides, true?), (.shows, false?), (.published, false?), (.publishesOn, false?):
      meaning = .value(.draft, YesNo.yes)
    case (.cancels, true?): meaning = calledOff(.cancelled)
    case (.postpones, true?): meaning = calledOff(.postponed)
    case (.tentative, true?), (.confirms, false?): meaning = calledOff(.tentative)
    case (.soldOut, true?): meaning = table.description(of: .soldOut) == nil ? nil : .value(.soldOut, YesNo.yes)
    case (.withdraws, _): meaning = text.isEmpty ? .nothing : .problem(.noEnd)
    case (.state, _):
      // Under its own name it is read as it should be.
      if known == .status, WordChoice.value(of: text, as: WrittenStatus.self) != nil { return nil }
      meaning = Self.state(slug, in: table, calledOff) ?? (table.description(of: .status) == nil ? nil : .key(.status))
    case (_, _?): meaning = .nothing
    case (.published, nil):
      meaning = .key(!hasDate && table.description(of: .date)?.isRequired == true ? .date : .publish)
    case (.publishesOn, nil): meaning = .key(.publish)
    case (.shows, nil):
      meaning = DateText.isDate(text) ? .key(.publish) : Self.state(slug, in: table, calledOff) ?? unclear
    case (.postpones, nil): meaning = DateText.isDate(text) ? .problem(.postponed(to: text)) : unclear
    default: meaning = Self.state(slug, in: table, calledOff) ?? unclear
    }
    guard let meaning else { return nil }
    // A known key that is used as it should be is not spoken of here.
    if case .key(known) = meaning { return nil }
    self = meaning
  }

  private static func state(
    _ slug: String, in table: KeyTable, _ calledOff: (WrittenStatus) -> HidingMeaning
  ) -> HidingMeaning? {
    switch StateWord.named(slug) {
    case .hidden: return .value(.draft, YesNo.yes)
    case .soldOut: return table.description(of: .soldOut) == nil ? nil : .value(.soldOut, YesNo.yes)
    case .status(let status): return calledOff(status)
    case .ordinary: return .nothing
    case nil:
      guard let status = WordChoice.value(of: slug, as: WrittenStatus.self) else { return nil }
      if table.description(of: .status) == nil {
        return status == .confirmed ? .nothing : .problem(.onlyEvents(status))
      }
      return .value(.status, status.name)
    }
  }
}

/// The words for yes and no.
package enum YesNo {
  package static let yes = "oui"

  /// The words for either in small letters, the usual one first.
  static let words: [(yes: String, no: String)] = [
    (yes, "non"), ("yes", "no"), ("vrai", "faux"), ("true", "false"), ("1", "0"),
  ]

  /// `nil` for anything else.
  static func read(_ text: String) -> Bool? {
    let word = Folding.folded(text)
    if words.contains(where: { $0.yes == word }) { return true }
    return words.contains { $0.no == word } ? false : nil
  }

  /// The answer to a question, for which one letter is enough; `nil` for anything else.
  package static func answer(_ text: String) -> Bool? {
    switch Folding.folded(text) {
    case "o", "y": true
    case "n": false
    default: read(text)
    }
  }
}

extension DateText {
  /// Whether a date can be read in it.
  static func isDate(_ text: String) -> Bool {
    switch read(text) {
    case .standard, .habit, .zoned, .impossible: return true
    case .unknown: return false
    }
  }
}
