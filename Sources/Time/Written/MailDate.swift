/// Dates as mail and feeds have them (RFC 5322, 3.3): `Fri, 03 May 2019 08:00:00 +0000`.
package enum MailDate {
  /// As they are written; read in any letters.
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let zones = ["gmt": 0, "utc": 0, "ut": 0, "z": 0, "est": -300, "edt": -240, "cet": 60, "cest": 120]

  /// On the clock of `zone`; `nil` where it is no date.
  package static func read(_ text: String, _ zone: Zone) -> CivilDateTime? {
    var words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    if let first = words.first, first.first?.isLetter == true { words.removeFirst() }
    guard words.count >= 4, let day = Int(words[0]), var year = Int(words[2]) else { return nil }
    let name = words[1].prefix(3).lowercased()
    guard let month = months.firstIndex(where: { $0.lowercased() == name }) else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    let clock = words[3].split(separator: ":").compactMap { Int($0) }
    guard clock.count >= 2, let date = CivilDay(year: year, month: month + 1, day: day),
      let time = CivilDateTime(day: date, hour: clock[0], minute: clock[1])
    else { return nil }
    guard words.count > 4, let offset = offset(words[4]) else { return time }
    return zone.dateTime(at: Instant(seconds: Zone.utc.instant(of: time).seconds - offset * 60))
  }

  private static func offset(_ text: String) -> Int? {
    if let known = zones[text.lowercased()] { return known }
    guard text.count == 5, let sign = text.first, sign == "+" || sign == "-", let number = Int(text.dropFirst()) else {
      return nil
    }
    return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
  }
}
