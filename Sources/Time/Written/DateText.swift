import Text

/// Understands dates as people write them.
package enum DateText {
  package enum Outcome: Sendable, Hashable {
    /// Written as the format has it.
    case standard(PartialDate)
    /// Understood, but written otherwise.
    case habit(PartialDate)
    case impossible(Impossible)
    /// With `Z` or `+02:00` behind, which nothing can be made of.
    case zoned
    case unknown
  }

  /// Why a date that can be read does not exist.
  package enum Impossible: Sendable, Hashable {
    case month(Int)
    case day(Int, CivilMonth)
    case time(hour: Int, minute: Int)
    /// « minuit », 24:00: between two days; the later one.
    case midnight(CivilDay)
    /// The day of the week that is written is not that of the day.
    case weekday(Weekday, CivilDay)
  }

  /// - Parameter zone: by whose clock a date with a distance from UTC is meant.
  package static func read(_ text: String, zone: Zone? = nil) -> Outcome {
    if let date = PartialDate(iso: text) { return .standard(date) }
    // A day, as JavaScript writes it that read one in YAML.
    if text.hasSuffix("T00:00:00.000Z"), let stamp = ISOTimestamp(text) { return .standard(.day(stamp.clock.day)) }
    if let stamp = ISOTimestamp(text), let date = stamp.date(in: zone) { return .standard(.minute(date)) }
    var cursor = DateCursor(text)
    guard cursor.bytes.count <= 60 else { return .unknown }
    cursor.skipFillers()
    guard let date = cursor.date() else { return .unknown }
    let day: CivilDay?
    let coarse: PartialDate?
    switch date {
    case (let year, nil, _):
      guard (1...9999).contains(year) else { return .unknown }
      (day, coarse) = (nil, .year(year))
    case (let year, let month?, let dayNumber):
      guard (1...9999).contains(year) else { return .unknown }
      guard let civilMonth = CivilMonth(year: year, month: month) else { return .impossible(.month(month)) }
      guard let dayNumber else {
        (day, coarse) = (nil, .month(civilMonth))
        break
      }
      guard let civilDay = CivilDay(year: year, month: month, day: dayNumber) else {
        return .impossible(.day(dayNumber, civilMonth))
      }
      (day, coarse) = (civilDay, nil)
    }
    if let coarse { return cursor.isAtEnd ? .habit(coarse) : .unknown }
    guard let day else { return .unknown }
    if let wrong = cursor.weekdays.first(where: { $0 != day.weekday }) { return .impossible(.weekday(wrong, day)) }
    if cursor.isAtEnd { return .habit(.day(day)) }
    guard let time = cursor.time() else { return .unknown }
    if cursor.isAtZone { return .zoned }
    guard cursor.isAtEnd else { return .unknown }
    if time == (24, 0) { return .impossible(.midnight(day.adding(days: 1))) }
    guard let dateTime = CivilDateTime(day: day, hour: time.hour, minute: time.minute) else {
      return .impossible(.time(hour: time.hour, minute: time.minute))
    }
    return .habit(.minute(dateTime))
  }

  /// An hour alone: `18:30`, `18h30`, `18 h`, « midi », « minuit ».
  package static func time(_ text: String) -> (hour: Int, minute: Int)? {
    if Folding.folded(text) == "minuit" { return (0, 0) }
    var cursor = DateCursor(text)
    guard cursor.bytes.count <= 20 else { return nil }
    guard let time = cursor.time(), cursor.isAtEnd, time.hour < 24, time.minute < 60 else { return nil }
    return time
  }

  /// As the front matter has it: `2026-03-20 19:00`.
  package static func standard(_ date: PartialDate) -> String { date.iso.replacing("T", with: " ") }

  package static let months = [
    "janvier": 1, "janv": 1, "jan": 1, "january": 1, "fevrier": 2, "fevr": 2, "fev": 2, "feb": 2, "february": 2,
    "mars": 3, "mar": 3, "march": 3, "avril": 4, "avr": 4, "apr": 4, "april": 4, "mai": 5, "may": 5, "juin": 6,
    "jun": 6, "june": 6, "juillet": 7, "juil": 7, "jul": 7, "july": 7, "aout": 8, "aug": 8, "august": 8,
    "septembre": 9, "sept": 9, "sep": 9, "september": 9, "octobre": 10, "oct": 10, "october": 10, "novembre": 11,
    "nov": 11, "november": 11, "decembre": 12, "dec": 12, "december": 12,
  ]

  package static let weekdays: [String: Weekday] = [
    "lundi": .monday, "mardi": .tuesday, "mercredi": .wednesday, "jeudi": .thursday, "vendredi": .friday,
    "samedi": .saturday, "dimanche": .sunday, "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday,
    "thursday": .thursday, "friday": .friday, "saturday": .saturday, "sunday": .sunday,
  ]
}
