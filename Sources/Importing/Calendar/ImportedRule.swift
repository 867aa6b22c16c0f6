import Time

/// A rule by which an event returns as calendars have it (RFC 5545, 3.3.10): what of it our rules can say, and its days.
struct ImportedRule {
  struct WeekdayNumber: Hashable {
    var weekday: Weekday
    /// `nil`: each.
    var nth: Int?
  }

  var frequency = ""
  var interval = 1
  var count: Int?
  /// The last day and, where it is given, the last minute.
  var until: CivilDateTime?
  var days: [WeekdayNumber] = []
  var monthDays: [Int] = []
  var months: [Int] = []
  var positions: [Int] = []
  var weekStart = Weekday.monday

  /// `nil` where something in it is not understood: what would be left of it says other dates.
  ///
  /// - Parameter minute: the clock of the site at a moment as calendars write it.
  init?(_ text: String, minute: (String) -> CivilDateTime?) {
    for part in text.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      let values = pair[1].split(separator: ",").map(String.init)
      switch pair[0] {
      case "FREQ": frequency = pair[1]
      case "INTERVAL": interval = max(1, min(Int(pair[1]) ?? 1, 1000))
      // No event returns so often that a larger number would say something else.
      case "COUNT": count = Int(pair[1]).map { max(1, min($0, 10_000)) }
      case "UNTIL": until = minute(pair[1])
      case "WKST": weekStart = Weekday(calendarCode: pair[1]) ?? .monday
      case "BYDAY":
        for value in values {
          let nth = Int(value.dropLast(2))
          // In a year there are no more than 53 of one (RFC 5545, 3.3.10).
          guard let weekday = Weekday(calendarCode: value.suffix(2)), (-53...53).contains(nth ?? 1) else { return nil }
          days.append(WeekdayNumber(weekday: weekday, nth: nth))
        }
      case "BYMONTHDAY": monthDays = values.compactMap { Int($0) }
      case "BYMONTH": months = values.compactMap { Int($0) }
      case "BYSETPOS": positions = values.compactMap { Int($0) }
      // Of one hour it says what the start says.
      case "BYHOUR", "BYMINUTE", "BYSECOND": guard values.count == 1 else { return nil }
      case "RSCALE": guard pair[1] == "GREGORIAN" else { return nil }
      default: return nil
      }
    }
    guard ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].contains(frequency) else { return nil }
  }

  // MARK: In our words

  /// The members of `repetition` that say the same from `start` on; `nil` where none do.
  func members(from start: CivilDay) -> [String]? {
    guard generated(from: start, limit: 1).first == start else { return nil }
    var lines: [String]
    switch frequency {
    case "DAILY":
      guard days.isEmpty, monthDays.isEmpty, months.isEmpty, positions.isEmpty else { return nil }
      lines = ["chaque: jour"]
    case "WEEKLY":
      guard monthDays.isEmpty, months.isEmpty, positions.isEmpty, days.allSatisfy({ $0.nth == nil }) else { return nil }
      if interval > 1, days.count > 1, weekStart != .monday { return nil }
      lines = ["chaque: semaine"]
      let names = Set(days.map(\.weekday)).sorted { $0.rawValue < $1.rawValue }.map(French.weekdayName)
      if names.count == 1 {
        lines.append("le: " + names[0])
      } else if names.count > 1 {
        lines.append("le: [\(names.joined(separator: ", "))]")
      }
    case "MONTHLY":
      guard months.isEmpty, let days = monthly(start) else { return nil }
      lines = ["chaque: mois", "le: " + (days.count == 1 ? days[0] : "[\(days.joined(separator: ", "))]")]
    default:
      let isPlain =
        days.isEmpty && positions.isEmpty && (monthDays.isEmpty || monthDays == [start.day])
        && (months.isEmpty || months == [start.month])
      guard isPlain else { return nil }
      lines = ["chaque: an"]
    }
    if interval > 1 { lines.append("tous_les: \(interval)") }
    if let until { lines.append("jusqu_au: \(until.day.iso)") } else if let count { lines.append("nombre: \(count)") }
    return lines
  }

  private func monthly(_ start: CivilDay) -> [String]? {
    if !monthDays.isEmpty {
      guard days.isEmpty, positions.isEmpty else { return nil }
      if monthDays == [-1] { return ["dernier jour"] }
      return monthDays.allSatisfy { (1...31).contains($0) } ? Set(monthDays).sorted().map(String.init) : nil
    }
    if days.isEmpty { return positions.isEmpty ? [String(start.day)] : nil }
    var numbered: [WeekdayNumber] = []
    for day in days {
      let nths = positions.isEmpty ? [day.nth] : days.count == 1 && day.nth == nil ? positions.map { $0 } : []
      guard !nths.isEmpty else { return nil }
      for nth in nths {
        guard let nth, (1...5).contains(nth) || nth == -1 else { return nil }
        numbered.append(WeekdayNumber(weekday: day.weekday, nth: nth))
      }
    }
    return numbered.map { day in
      let nth = day.nth ?? 1
      return (nth == -1 ? "dernier" : nth == 1 ? "1er" : "\(nth)e") + " " + French.weekdayName(day.weekday)
    }
  }

  // MARK: Its days

  /// The days from `start` on, at most `limit`, for at most ten years; that of `start` is the first in any case (RFC 5545,
  /// 3.8.5.3).
  func days(from start: CivilDay, limit: Int) -> [CivilDay] {
    let found = generated(from: start, limit: limit)
    guard found.first != start else { return found }
    return Array(([start] + found.prefix(count.map { $0 - 1 } ?? .max)).prefix(limit))
  }

  /// The days that the rule itself gives.
  func generated(from start: CivilDay, limit: Int) -> [CivilDay] {
    var found: [CivilDay] = []
    let end = min(until?.day ?? .last, start.adding(days: 3660))
    var counted = 0
    var day = start
    var period: [CivilDay] = []
    var current = number(of: start)
    func take() {
      let chosen =
        positions.isEmpty
        ? period
        : positions.compactMap { position in
          let index = position > 0 ? position - 1 : period.count + position
          return period.indices.contains(index) ? period[index] : nil
        }.sorted()
      for day in chosen where day >= start && found.count < limit && counted < count ?? .max {
        found.append(day)
        counted += 1
      }
      period = []
    }
    // Whole periods are looked at, so that the nth of one is counted from its beginning.
    day = positions.isEmpty ? start : first(ofPeriod: start)
    while day <= end, found.count < limit, counted < count ?? .max {
      let next = number(of: day)
      if next != current {
        take()
        current = next
      }
      if matches(day, start) { period.append(day) }
      guard day < .last else { break }
      day = day.adding(days: 1)
    }
    take()
    return found
  }

  private func first(ofPeriod day: CivilDay) -> CivilDay {
    switch frequency {
    case "MONTHLY": day.civilMonth.firstDay
    case "YEARLY": CivilDay(year: day.year, month: 1, day: 1) ?? day
    case "WEEKLY": day.adding(days: -((day.weekday.rawValue - weekStart.rawValue + 7) % 7))
    default: day
    }
  }

  /// The number of the period that a day is in: its day, week, month or year.
  private func number(of day: CivilDay) -> Int {
    switch frequency {
    case "DAILY": day.number
    case "WEEKLY": first(ofPeriod: day).number / 7
    case "MONTHLY": day.year * 12 + day.month
    default: day.year
    }
  }

  private func matches(_ day: CivilDay, _ start: CivilDay) -> Bool {
    guard (number(of: day) - number(of: start)).isMultiple(of: interval) else { return false }
    if !months.isEmpty, !months.contains(day.month) { return false }
    let last = day.civilMonth.lastDay.day
    if !monthDays.isEmpty, !monthDays.contains(day.day), !monthDays.contains(day.day - last - 1) { return false }
    if !days.isEmpty {
      let isInYear = frequency == "YEARLY" && months.isEmpty
      return days.contains { wanted in
        guard wanted.weekday == day.weekday else { return false }
        guard let nth = wanted.nth else { return true }
        let (position, length) =
          isInYear
          ? (day.number - (CivilDay(year: day.year, month: 1, day: 1)?.number ?? 0) + 1, 365 + (last == 29 ? 1 : 0))
          : (day.day, last)
        return nth > 0 ? (position + 6) / 7 == nth : (length - position) / 7 + 1 == -nth
      }
    }
    switch frequency {
    case "WEEKLY": return day.weekday == start.weekday
    case "MONTHLY": return !monthDays.isEmpty || day.day == start.day
    case "YEARLY":
      return !monthDays.isEmpty && (!months.isEmpty || day.month == start.month)
        || monthDays.isEmpty && day.day == start.day && (!months.isEmpty || day.month == start.month)
    default: return true
    }
  }
}
