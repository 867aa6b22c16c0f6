import Time

/// VTIMEZONE (RFC 5545, 3.6.5) out of a zone's real rules: those that go on year after year as RRULE, whatever was
/// different before as onsets one by one. Never RDATE, and never only the years of the events: both break programs.
struct CalendarZone {
  private let zone: Zone
  /// All times from this day on are right.
  private let since: CivilDay

  init(_ zone: Zone, since: CivilDay) {
    self.zone = zone
    self.since = since
  }

  /// Onsets later than that are left out where there is no rule for them.
  private static let lastYear = 2050

  func write(to lines: inout ContentLines) {
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", zone.identifier)
    let start = zone.instant(of: CivilDateTime(day: since, minuteOfDay: 0))
    let past = onsetsBeforeRule
    // What holds on the first day began with the last onset before it.
    let first = past.lastIndex { $0.instant <= start } ?? 0
    let rule = onsetsOfRule
    let firstOfRule = rule.map(\.instant).min()
    let isCovered = (past.first.map { $0.instant <= start } ?? false) || (firstOfRule.map { $0 <= start } ?? false)
    if !isCovered { writeFixed(zone.localTime(at: start), to: &lines) }
    // Onsets of a rule that already held on the first day make those before it useless.
    if !(firstOfRule.map { $0 <= start } ?? false) {
      for onset in past[first...] { write(onset, rule: nil, to: &lines) }
    }
    for onset in rule { write(onset, rule: recurrence(of: onset), to: &lines) }
    lines.add("END", "VTIMEZONE")
  }

  // MARK: Which onsets

  /// The listed transitions that are not yet those of the rule, up to ``lastYear``; where the rule can't be said as RRULE,
  /// those it gives as well.
  private var onsetsBeforeRule: [Zone.Transition] {
    var onsets = Array(zone.transitions[..<firstMatching]).filter { $0.instant.utc.dateTime.day.year <= Self.lastYear }
    if let rule = zone.rule, rule.daylight != nil, !hasRecurrence {
      let from = startOfRule
      let years = min(since.year - 1, Self.lastYear)...Self.lastYear
      let further = years.flatMap { year in rule.transitions(in: year) }
      onsets += further.filter { $0.instant >= from }.sorted { $0.instant < $1.instant }
    }
    return onsets.filter { $0.from != $0.to }
  }

  /// The first onset of each kind that the rule gives from the time on that it holds.
  private var onsetsOfRule: [Zone.Transition] {
    guard let rule = zone.rule, hasRecurrence else { return [] }
    let from = startOfRule
    let year = from.utc.dateTime.day.year
    let onsets = (year - 1...year + 2).flatMap(rule.transitions(in:)).filter { $0.instant >= from }
    let earliest = [rule.standard, rule.daylight?.localTime].compactMap { $0 }.compactMap { time in
      onsets.filter { $0.to == time }.min { $0.instant < $1.instant }
    }
    return earliest.sorted { $0.instant < $1.instant }
  }

  /// From when on the rule gives the onsets.
  private var startOfRule: Instant {
    if firstMatching < zone.transitions.count { return zone.transitions[firstMatching].instant }
    if let last = zone.transitions.last { return Instant(seconds: last.instant.seconds + 1) }
    return zone.instant(of: CivilDateTime(day: since, minuteOfDay: 0))
  }

  /// From which of the listed transitions on all are as the rule would have them. Some files list those of years to come,
  /// some do not: both give the same.
  private var firstMatching: Int {
    guard let rule = zone.rule, rule.daylight != nil else { return zone.transitions.count }
    var first = zone.transitions.count
    while first > 0 {
      let transition = zone.transitions[first - 1]
      guard rule.transitions(in: transition.instant.utc.dateTime.day.year).contains(transition) else { break }
      first -= 1
    }
    return first
  }

  // MARK: Writing

  private func write(_ onset: Zone.Transition, rule: String?, to lines: inout ContentLines) {
    // By the clock before the change.
    let clock = Instant(seconds: onset.instant.seconds + onset.from.offset).utc
    let start = CalendarTime.local(clock.dateTime, second: clock.second)
    write(component(of: onset), start, rule, from: onset.from.offset, to: onset.to, &lines)
  }

  private func writeFixed(_ time: Zone.LocalTime, to lines: inout ContentLines) {
    write("STANDARD", CalendarTime.date(since.adding(days: -1)) + "T000000", nil, from: time.offset, to: time, &lines)
  }

  private func write(
    _ component: String, _ start: String, _ rule: String?, from: Int, to time: Zone.LocalTime,
    _ lines: inout ContentLines
  ) {
    lines.add("BEGIN", component)
    lines.add("DTSTART", start)
    if let rule { lines.add("RRULE", rule) }
    lines.add("TZOFFSETFROM", CalendarTime.offset(from))
    lines.add("TZOFFSETTO", CalendarTime.offset(time.offset))
    lines.add("TZNAME", text: time.abbreviation)
    lines.add("END", component)
  }

  /// Programs take DAYLIGHT for the later clock; Ireland's « standard » time, which is its summer's, is said their way.
  private func component(of onset: Zone.Transition) -> String {
    if onset.from.isDaylight != onset.to.isDaylight {
      return onset.to.offset > onset.from.offset ? "DAYLIGHT" : "STANDARD"
    }
    return onset.to.isDaylight ? "DAYLIGHT" : "STANDARD"
  }

  // MARK: RRULE

  private var hasRecurrence: Bool {
    guard let daylight = zone.rule?.daylight else { return false }
    return recurrence(daylight.start) != nil && recurrence(daylight.end) != nil
  }

  private func recurrence(of onset: Zone.Transition) -> String? {
    guard let daylight = zone.rule?.daylight else { return nil }
    return recurrence(onset.to == daylight.localTime ? daylight.start : daylight.end)
  }

  /// An hour beyond midnight, or before it, puts the onset to another day: `M3.4.4/26` is the Friday after the fourth
  /// Thursday, said as a Friday between the 23rd and the 29th.
  private func recurrence(_ onset: ZoneRule.Onset) -> String? {
    let shift = onset.time >= 0 ? onset.time / 86_400 : (onset.time - 86_399) / 86_400
    switch onset.day {
    case .weekday(let weekday, let week, let month):
      let day = weekday.after(days: shift).calendarCode
      if shift == 0 { return "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(week == 5 ? "-1" : String(week))" + day }
      let length = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      if week == 5 && month == 2 { return nil }
      let first = (week == 5 ? length - 6 : week * 7 - 6) + shift
      guard first >= 1, first + 6 <= length else { return nil }
      let days = (first...first + 6).map(String.init).joined(separator: ",")
      return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(days);BYDAY=\(day)"
    case .withoutLeapDay(let number):
      guard shift == 0 else { return nil }
      let day = CivilDay(number: number - 1)  // 1970, a year without leap day.
      return "FREQ=YEARLY;BYMONTH=\(day.month);BYMONTHDAY=\(day.day)"
    case .fromZero(let number):
      return shift == 0 && number < 365 ? "FREQ=YEARLY;BYYEARDAY=\(number + 1)" : nil
    }
  }
}

extension Weekday {
  fileprivate func after(days: Int) -> Weekday {
    Weekday.allCases[((rawValue - 1 + days) % 7 + 7) % 7]
  }
}
