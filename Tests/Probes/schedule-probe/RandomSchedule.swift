import TestSupport
import Time

/// Schedules of every kind that content can ask for; the same seed gives the same one.
struct RandomSchedule {
  private var random: SeededGenerator

  static func schedule(seed: Int) -> Schedule {
    var maker = RandomSchedule(random: SeededGenerator(seed: UInt64(seed)))
    return maker.schedule()
  }

  private mutating func schedule() -> Schedule {
    let first = span(on: day(from: 2016, years: 12))
    var schedule = Schedule(plan: plan(first))
    addHolidays(to: &schedule)
    if case .once = schedule.plan {
      // Exceptions are those of what returns.
    } else {
      let days = schedule.occurrences(in: Self.start...Self.end).map(\.plannedDay)
      for day in days.shuffled(using: &random).prefix(number(0...5)) {
        switch number(0...2) {
        case 0 where number(0...2) == 0:
          schedule.excluded.ranges = Exclusions.joined(
            schedule.excluded.ranges + [day.adding(days: -number(0...9))...day.adding(days: number(0...20))])
        case 0: schedule.excluded.days.insert(day)
        case 1 where number(0...2) == 0: schedule.full.insert(OccurrenceKey(day))
        case 1: schedule.cancelled.insert(OccurrenceKey(day))
        default: schedule.moved.append(move(of: day, first))
        }
      }
      schedule.moved.sort { $0.planned < $1.planned }
    }
    switch number(0...9) {
    case 0: schedule.status = .tentative
    case 1: schedule.status = .cancelled
    case 2: schedule.status = .postponed(to: nil)
    case 3: schedule.status = .postponed(to: span(on: first.firstDay.adding(days: number(1...90))).start)
    default: break
    }
    return schedule
  }

  private mutating func addHolidays(to schedule: inout Schedule) {
    guard case .rule = schedule.plan else { return }
    if number(0...5) == 0 { schedule.excluded.publicHolidays = PublicHolidays() }
    if number(0...5) == 0 { schedule.excluded.schoolHolidays = SchoolHolidays(zone: .c) }
  }

  private mutating func plan(_ first: Span) -> Schedule.Plan {
    switch number(0...9) {
    case 0: return .once(first)
    case 1:
      var days: Set<CivilDay> = [first.firstDay]
      for _ in 0..<number(1...12) { days.insert(first.firstDay.adding(days: number(1...900))) }
      if number(0...1) == 0 { return .dates(days.sorted(), hours: first) }
      // With hours of their own, and now and then two on a day.
      var sessions = days.sorted().map { Session(first.isTimed ? span(timed: true, on: $0) : first.starting(on: $0)) }
      if first.isTimed, let last = sessions.last?.span.firstDay {
        sessions.append(Session(Span(start: .minute(CivilDateTime(day: last, minuteOfDay: 1425)))))
        sessions.sort { $0.span.start.firstMinute < $1.span.start.firstMinute }
      }
      return .dates(sessions)
    default:
      let day = first.firstDay
      var bound = Recurrence.Bound.never
      switch number(0...2) {
      case 0: bound = .count(number(1...60))
      case 1: bound = .until(day.adding(days: number(0...2500)))
      default: break
      }
      let frequency = frequency(on: day)
      var recurrence = Recurrence(frequency: frequency, interval: number(1...4), bound: bound)
      if case .weekly = frequency, number(0...2) == 0 { (recurrence.interval, recurrence.weeks) = (1, day.weekParity) }
      if number(0...3) == 0 { addChanges(to: &recurrence, first) }
      return .rule(first: first, recurrence)
    }
  }

  /// Other rules, hours and places in the course of time.
  private mutating func addChanges(to recurrence: inout Recurrence, _ first: Span) {
    var (start, hours) = (first.firstDay, first)
    for _ in 0..<number(1...2) {
      start = start.adding(days: number(20...700))
      let frequency = number(0...1) == 0 ? recurrence.frequency : frequency(on: start)
      var weeks: Recurrence.WeekParity?
      if case .weekly = frequency, number(0...2) == 0 { weeks = number(0...1) == 0 ? .odd : .even }
      let interval = weeks == nil ? number(1...3) : 1
      if first.isTimed, number(0...1) == 0 {
        hours = first.moved(to: .minute(CivilDateTime(day: first.firstDay, minuteOfDay: number(24...80) * 15)))
      }
      let change = recurrence.change(
        from: start, frequency: frequency, interval: interval, weeks: weeks, hours: hours,
        location: number(0...1) == 0 ? .named("Ailleurs") : nil, after: first)
      guard let change else { return }
      recurrence.changes.append(change)
      start = max(start, change.first.firstDay)
    }
  }

  /// One that names `day` itself.
  private mutating func frequency(on day: CivilDay) -> Recurrence.Frequency {
    switch number(0...5) {
    case 0: return .daily
    case 1: return .weekly(Set(Weekday.allCases.shuffled(using: &random).prefix(number(0...3)) + [day.weekday]))
    case 2 where number(0...2) == 0: return .monthly(Array(Set([.day(day.day), .day(number(1...31))])).sorted())
    case 2 where day.adding(days: 1).month != day.month: return .monthly(.last)
    case 2: return .monthly(.day(day.day))
    case 3: return .yearly
    case 4 where day.adding(days: 7).month != day.month: return .monthly(.weekday(day.weekday, nth: -1))
    default:
      let named = Recurrence.MonthlyDay.weekday(day.weekday, nth: (day.day - 1) / 7 + 1)
      if number(0...2) > 0 { return .monthly(named) }
      let other = Recurrence.MonthlyDay.weekday(Weekday.allCases[number(0...6)], nth: number(1...5))
      return .monthly(Array(Set([named, other])).sorted())
    }
  }

  private mutating func move(of day: CivilDay, _ first: Span) -> Schedule.Move {
    let new = day.adding(days: number(-20...20))
    // Most keep their length, some get hours or days of their own.
    let span = number(0...2) > 0 ? first.moved(to: .day(new)) : span(on: new)
    return Schedule.Move(
      planned: OccurrenceKey(day), span: span, location: number(0...1) == 0 ? .named("Ailleurs") : nil)
  }

  private mutating func span(timed: Bool = false, on day: CivilDay) -> Span {
    if !timed, number(0...2) == 0 {
      return Span(start: .day(day), end: number(0...1) == 0 ? .day(day.adding(days: number(0...3))) : nil)
    }
    // From six o'clock on: no clock is put forward then.
    let start = CivilDateTime(day: day, minuteOfDay: number(24...92) * 15)
    switch number(0...5) {
    case 0: return Span(start: .minute(start))
    case 1:
      let end = CivilDateTime(day: day.adding(days: number(1...2)), minuteOfDay: number(24...80) * 15)
      return Span(start: .minute(start), end: .minute(end))
    default:
      return Span(
        start: .minute(start), end: .minute(start.adding(minutes: min(number(1...16) * 15, 1439 - start.minuteOfDay))))
    }
  }

  private mutating func day(from year: Int, years: Int) -> CivilDay {
    // The days that months and years lack are as likely as all others together.
    if number(0...3) == 0 {
      let months = [CivilMonth(year: 2016, month: 2), CivilMonth(year: 2017, month: number(1...12))].compactMap { $0 }
      return months[number(0...1)].lastDay
    }
    return Self.start.adding(days: (year - 2018) * 365 + number(0...years * 365))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// What is compared: 2018 to 2030.
  static let start = CivilDay(number: 17_532)
  static let end = CivilDay(number: 22_279)
}
