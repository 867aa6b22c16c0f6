import Site
import Text
import Time

extension StructuredData {
  /// The rule by which an event returns as a `Schedule` of schema.org; `nil` where that can't say it: the parity of weeks, the
  /// last one of a month, several rules one after the other.
  static func schedule(_ schedule: Schedule, in zone: Zone) -> JSON? {
    guard case .rule(let phases) = EffectivePlan(schedule).days, phases.count == 1, let phase = phases.first,
      phase.weeks == nil, let (unit, days) = frequency(of: phase)
    else { return nil }
    let first = phase.first.firstDay
    var times: [(String, JSON)] = []
    if case .minute(let start) = phase.first.start {
      times.append(("startTime", .string(clock(start))))
      if let end = phase.first.endMinute { times.append(("endTime", .string(clock(end)))) }
      times.append(("scheduleTimezone", .string(zone.identifier)))
    }
    let frequency: [(String, JSON)] = [
      ("@type", .string("Schedule")), ("startDate", .string(first.iso)),
      ("repeatFrequency", .string("P\(phase.interval)" + unit)),
    ]
    var bounds: [(String, JSON)] = []
    if let count = phase.count {
      bounds.append(("repeatCount", .integer(count)))
    } else if let last = phase.lastDay {
      bounds.append(("endDate", .string(last.iso)))
    }
    let left = exceptions(schedule, phase)
    if !left.isEmpty { bounds.append(("exceptDate", .strings(left.map(\.iso)))) }
    return .object(frequency + days + bounds + times)
  }

  /// The unit of an ISO 8601 duration, and which days of it.
  private static func frequency(of phase: EffectivePlan.Phase) -> (unit: String, days: [(String, JSON)])? {
    switch phase.frequency {
    case .daily: return ("D", [])
    case .weekly(let weekdays):
      let names = weekdays.sorted { $0.rawValue < $1.rawValue }.map(name)
      return ("W", [("byDay", names.count == 1 ? .string(names[0]) : .strings(names))])
    case .yearly:
      let day = phase.first.firstDay
      return ("Y", [("byMonth", .integer(day.month)), ("byMonthDay", .integer(day.day))])
    case .monthly(let days):
      var (numbers, weekdays): ([Int], [(Weekday, nth: Int)]) = ([], [])
      for day in days {
        switch day {
        case .day(let number): numbers.append(number)
        case .weekday(let weekday, let nth): weekdays.append((weekday, nth))
        case .last: return nil
        }
      }
      if weekdays.isEmpty {
        let list = numbers.map { JSON.integer($0) }
        return ("M", [("byMonthDay", list.count == 1 ? list[0] : .array(list))])
      }
      guard weekdays.count == 1, let (weekday, nth) = weekdays.first, nth > 0 else { return nil }
      return ("M", [("byDay", .string(name(weekday))), ("byMonthWeek", .integer(nth))])
    }
  }

  /// The days of the rule on which nothing takes place as it says.
  private static func exceptions(_ schedule: Schedule, _ phase: EffectivePlan.Phase) -> [CivilDay] {
    var days = Set(schedule.changedOccurrences.filter { $0.isOff || $0.isMoved }.map(\.plannedDay))
    let excluded = schedule.excluded
    days.formUnion(excluded.days.filter(phase.contains))
    let last = phase.lastDay ?? excluded.ranges.last?.upperBound
    guard let last, !excluded.ranges.isEmpty || excluded.publicHolidays != nil || excluded.schoolHolidays != nil else {
      return days.sorted()
    }
    for day in phase.days(from: phase.first.firstDay) {
      if day > last { break }
      if excluded.contains(day) { days.insert(day) }
    }
    return days.sorted()
  }

  /// `18:30:00`.
  private static func clock(_ time: CivilDateTime) -> String {
    time.timeOfDay + ":00"
  }

  static func name(_ weekday: Weekday) -> String {
    "https://schema.org/" + weekday.english
  }
}
