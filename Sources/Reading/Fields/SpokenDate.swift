import Diagnostics
import Site
import Time

/// A date as people write it elsewhere than in a file: on the command line, or as the answer to a question. It is
/// understood as in the front matter.
package enum SpokenDate {
  package enum Outcome: Sendable, Hashable {
    case date(PartialDate)
    /// Why it can't be used, and what to write, in French.
    case problem(String, hint: String?)
  }

  /// A date as precise as a key of such an entry asks for.
  ///
  /// - Parameter zone: by whose clock a date with a distance from UTC is read; without one it is none.
  package static func read(_ text: String, for key: FieldKey, of kind: EntryKind, zone: Zone? = nil) -> Outcome {
    read(text, for: key, KeyTable.of(kind).precisions(of: key), zone: zone)
  }

  /// - Parameters:
  ///   - key: the field it is for, as messages name it.
  ///   - zone: by whose clock a date with a distance from UTC is read; without one it is none.
  package static func read(
    _ text: String, for key: FieldKey, _ precisions: Set<PartialDate.Precision>, zone: Zone? = nil
  ) -> Outcome {
    let place = SourceLocation(file: "")
    let diagnostic: Diagnostic
    let text = TextCleaner.trimmed(text)
    switch DateText.read(TextCleaner.withinCurlyQuotes(text) ?? text, zone: zone) {
    case .standard(let date), .habit(let date):
      if precisions.contains(date.precision) { return .date(date) }
      diagnostic = .wrongPrecision(place, key: key.rawValue, value: text, forms: DateForms.words(precisions))
    case .impossible(let why): diagnostic = .impossibleDate(place, value: text, why.words)
    case .zoned: diagnostic = .dateWithZone(place, value: text)
    case .unknown:
      diagnostic = .notADate(place, key: key.rawValue, value: text, forms: DateForms.words(precisions))
    }
    return .problem(diagnostic.message, hint: diagnostic.hint)
  }

  /// From when until when, « samedi 7 mars 2026 de 14h à 17h »; `nil` where it is one date alone, or none.
  package static func span(_ text: String) -> (start: PartialDate, end: PartialDate)? {
    guard case .success(let dates)? = WrittenSpan(TextCleaner.trimmed(text))?.outcome, dates.isOrdered,
      dates.start.precision == dates.end.precision
    else { return nil }
    return (dates.start, dates.end)
  }

  /// An hour alone, « 18h », as the first one after `start`; `nil` for anything else.
  package static func hour(_ text: String, after start: CivilDateTime) -> CivilDateTime? {
    guard let time = DateText.time(TextCleaner.trimmed(text)),
      let sameDay = CivilDateTime(day: start.day, hour: time.hour, minute: time.minute)
    else { return nil }
    return sameDay > start ? sameDay : sameDay.adding(minutes: 1440)
  }

  /// As the front matter has it: `2026-03-20 19:00`.
  package static func written(_ date: PartialDate) -> String { DateText.standard(date) }
}
