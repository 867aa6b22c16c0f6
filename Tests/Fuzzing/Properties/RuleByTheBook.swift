import Time

@testable import Publishing

/// The days of an RRULE, found by trying one day after the other as RFC 5545 (3.3.10) reads, with nothing computed: slow,
/// and so plain that it can be compared with what is not.
struct RuleByTheBook {
  private let first: CivilDay
  private var parts: [String: String] = [:]

  /// `first` is the day of DTSTART.
  init(_ rule: String, first: CivilDay) {
    self.first = first
    for part in rule.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { parts[pair[0]] = pair[1] }
    }
  }

  /// Those up to `last`; `start` gives the start of the occurrence on a day as UNTIL is written.
  func days(through last: CivilDay, start: (CivilDay) -> String) -> [CivilDay] {
    var result: [CivilDay] = []
    let most = parts["COUNT"].flatMap { Int($0) } ?? .max
    var day = first
    while day <= last, result.count < most {
      if let until = parts["UNTIL"], start(day) > until { break }
      if isInPeriod(day), isNamed(day) { result.append(day) }
      day = day.adding(days: 1)
    }
    return result
  }

  private func isInPeriod(_ day: CivilDay) -> Bool {
    let interval = parts["INTERVAL"].flatMap { Int($0) } ?? 1
    switch parts["FREQ"] {
    case "DAILY": return (day.number - first.number) % interval == 0
    case "WEEKLY": return (day.monday.number - first.monday.number) / 7 % interval == 0
    case "MONTHLY": return ((day.year - first.year) * 12 + day.month - first.month) % interval == 0
    default: return (day.year - first.year) % interval == 0
    }
  }

  private func isNamed(_ day: CivilDay) -> Bool {
    if let month = parts["BYMONTH"], month != String(day.month) { return false }
    if let number = parts["BYMONTHDAY"], !number.split(separator: ",").contains(where: { $0 == String(day.day) }) {
      return false
    }
    guard let names = parts["BYDAY"] else { return true }
    let name = day.weekday.calendarCode
    let number = (day.day - 1) / 7 + 1
    return names.split(separator: ",").contains { word in
      guard word.hasSuffix(name) else { return false }
      switch word.dropLast(2) {
      case "": return true
      case "-1": return day.adding(days: 7).month != day.month
      case let nth: return nth == String(number)
      }
    }
  }
}
