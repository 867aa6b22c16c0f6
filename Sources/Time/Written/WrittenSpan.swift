import Text

/// From when until when, on one line: `2026-03-05 18:30 - 20:30`, « du 7 au 9 mars 2026 », « samedi 7 mars 2026 de 14h à
/// 17h », « 5 mars 2026 22h → 2h ».
package struct WrittenSpan {
  package struct Dates: Sendable, Hashable {
    package var start: PartialDate
    package var end: PartialDate

    /// Whether it ends after it begins; a day, a month or a year may be the last one too.
    package var isOrdered: Bool {
      start.precision == .minute ? end.firstMinute > start.firstMinute : end.firstDay >= start.firstDay
    }
  }

  package struct Failure: Error { package var reason: DateText.Impossible }

  package let outcome: Result<Dates, Failure>
  /// Whether it is written as ``standard(_:_:)`` gives it.
  package let isStandard: Bool

  /// `nil` where `text` is no range; one date alone is none.
  package init?(_ text: String, zone: Zone? = nil) {
    switch DateText.read(text, zone: zone) {
    case .unknown, .zoned: break
    case .standard, .habit, .impossible: return nil
    }
    let folded = Self.spaced(text)
    guard folded.utf8.count <= 100 else { return nil }
    let words = folded.split(separator: " ").map(String.init)
    var impossible: DateText.Impossible?
    for index in words.indices.dropFirst().dropLast() where Self.separators.contains(words[index]) {
      let left = words[..<index].drop { Self.openings.contains($0) }
      let right = words[(index + 1)...].drop { Self.articles.contains($0) }
      switch Self.read(left.joined(separator: " "), right.joined(separator: " "), isPair: words[index] == "et", zone) {
      case .success(let dates)?:
        outcome = .success(dates)
        isStandard = ["-", "au"].contains(words[index]) && Self.isStandard(left, right)
        return
      case .failure(let failure)?: impossible = impossible ?? failure.reason
      case nil: continue
      }
    }
    guard let impossible else { return nil }
    (outcome, isStandard) = (.failure(Failure(reason: impossible)), false)
  }

  /// As it is to be written: hours of one day, or of a night, behind the day; else both dates in full.
  package static func standard(_ start: PartialDate, _ end: PartialDate) -> String {
    if case .minute(let begin) = start, case .minute(let finish) = end, finish.minutes(since: begin) < 1440 {
      return DateText.standard(start) + " - " + finish.timeOfDay
    }
    return DateText.standard(start) + " au " + DateText.standard(end)
  }

  // MARK: Words

  private static let separators: Set<String> = ["-", "au", "a", "jusqu'au", "jusqu'a", "to", "until", "et", "/"]
  private static let openings: Set<String> = ["du", "de", "des", "le", "les", "from", "entre"]
  private static let articles: Set<String> = ["le", "au"]

  /// In small letters without accents, with `-` for every sign that means « until », and spaces around it where it stands
  /// between two hours or two days.
  private static func spaced(_ text: String) -> String {
    var result = Folding.folded(text).replacing("\u{2019}", with: "'")
    for arrow in ["->", "=>", "\u{2192}", "\u{2013}", "\u{2014}", "\u{2212}"] {
      result = result.replacing(arrow, with: " - ")
    }
    // Dates in digits hold dashes and strokes of their own: only those behind an hour, or between two days before a month.
    for sign in ["-", "/"] where result.contains(sign) {
      let parts = result.split(separator: Character(sign), omittingEmptySubsequences: false).map(String.init)
      result =
        parts.dropFirst().reduce((parts.first ?? "", parts.first ?? "")) { done, part in
          let isApart = endsInHour(done.0) || isBareNumber(done.0, before: part)
          return (isApart ? part : done.0 + sign + part, done.1 + (isApart ? " \(sign) " : sign) + part)
        }.1
    }
    return result
  }

  /// « … 14h », « … 18:30 », « 14h30 ».
  private static func endsInHour(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").last else { return false }
    return word.contains(":") || word.contains("h") && DateText.time(String(word)) != nil || word == "h"
  }

  /// « 7 » before « 9 mars 2026 », « 14 » before « 17h ».
  private static func isBareNumber(_ left: String, before right: String) -> Bool {
    guard let number = left.split(separator: " ").last, number.utf8.count <= 2, Int(number) != nil else { return false }
    let next = right.split(separator: " ").prefix(2).map(String.init)
    guard next.count == 2, Int(next[0]) != nil else { return endsInHour(right) && next.count == 1 }
    return DateText.months[next[1]] != nil || next[1] == "h"
  }

  /// Whether both are as ``standard(_:_:)`` writes them.
  private static func isStandard(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Bool {
    guard PartialDate(iso: left.joined(separator: " ").uppercased()) != nil else { return false }
    let end = right.joined(separator: " ")
    if PartialDate(iso: end.uppercased()) != nil { return true }
    return end.utf8.count == 5 && end.dropFirst(2).first == ":" && DateText.time(end) != nil
  }

  // MARK: Dates

  private static func read(
    _ left: String, _ right: String, isPair: Bool, _ zone: Zone?
  ) -> Result<Dates, Failure>? {
    if let time = DateText.time(right) {
      // « 14-17h »
      let candidates = right.contains("h") ? [left, left + "h"] : [left]
      for candidate in candidates {
        switch DateText.read(candidate, zone: zone) {
        case .standard(.minute(let start)), .habit(.minute(let start)):
          guard let sameDay = CivilDateTime(day: start.day, hour: time.hour, minute: time.minute) else { return nil }
          let end = sameDay > start ? sameDay : sameDay.adding(minutes: 1440)
          return .success(Dates(start: .minute(start), end: .minute(end)))
        case .impossible(let why): return .failure(Failure(reason: why))
        default: continue
        }
      }
      return nil
    }
    let end: PartialDate
    switch DateText.read(right, zone: zone) {
    case .standard(let date), .habit(let date): end = date
    case .impossible(let why): return .failure(Failure(reason: why))
    case .zoned, .unknown: return nil
    }
    let year = end.firstDay.year
    for candidate in [left, left + month(of: end) + digits(year), left + digits(year), left + digits(year - 1)] {
      switch DateText.read(candidate, zone: zone) {
      case .standard(let start), .habit(let start):
        let dates = Dates(start: start, end: end)
        // « du 28 décembre au 2 janvier 2027 »
        if candidate == left + digits(year), !dates.isOrdered { continue }
        // Only days that follow each other are one stretch.
        if isPair, dates.end.firstDay.number - dates.start.firstDay.number != 1 || start.precision != .day {
          return nil
        }
        return start.precision == end.precision || candidate == left ? .success(dates) : nil
      case .impossible(let why): return .failure(Failure(reason: why))
      case .zoned, .unknown: continue
      }
    }
    return nil
  }

  private static func month(of end: PartialDate) -> String { " " + French.monthName(end.firstDay.month) }

  /// A year in four digits, behind a space.
  private static func digits(_ year: Int) -> String {
    let text = String(year)
    return " " + String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
