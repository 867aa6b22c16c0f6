import Time

extension ByteSource {
  /// A schedule of any kind, most of them such as content can ask for.
  mutating func schedule() -> Schedule {
    let first = span(on: day(near: CivilDay(number: 20_000)))
    var schedule = Schedule(plan: plan(first))
    for _ in 0..<number(0...5) {
      let day = bool() ? day(near: first.firstDay) : plannedDay(of: schedule, first.firstDay)
      switch number(0...2) {
      case 0: schedule.excluded.days.insert(day)
      case 1: schedule.cancelled.insert(OccurrenceKey(day))
      default:
        let new = Self.known(day.number + number(0...255) - 128)
        let span = bool() ? first.moved(to: .day(new)) : span(on: new)
        if !schedule.moved.contains(where: { $0.planned == OccurrenceKey(day) }) {
          schedule.moved.append(
            Schedule.Move(planned: OccurrenceKey(day), span: span, location: bool() ? .named("Ailleurs") : nil))
        }
      }
    }
    // Millions of dates, each looked up among holidays, take a debugging build longer than a fuzzer waits.
    if case .rule(_, let recurrence) = schedule.plan, !recurrence.hasManyDates {
      switch number(0...7) {
      case 0: schedule.excluded.publicHolidays = PublicHolidays()
      case 1: schedule.excluded.schoolHolidays = SchoolHolidays(zone: .b)
      case 2: schedule.excluded.ranges = [first.firstDay...Self.known(first.firstDay.number + number(0...255))]
      default: break
      }
    }
    schedule.moved.sort { $0.planned < $1.planned }
    switch number(0...9) {
    case 0: schedule.status = .tentative
    case 1: schedule.status = .cancelled
    case 2: schedule.status = .postponed(to: nil)
    case 3: schedule.status = .postponed(to: span(on: day(near: first.firstDay)).start)
    case 4: schedule.status = .postponed(to: .month(day(near: first.firstDay).civilMonth))
    default: break
    }
    return schedule
  }

  /// A day not far from another, or any from the year 1 to 9999.
  mutating func day(near other: CivilDay) -> CivilDay {
    if number(0...15) == 0 { return Self.known(number(0...0xFF_FFFF) - 719_162) }
    return Self.known(other.number + number(0...1023) - 512)
  }

  /// A day that can be written: from 0001-01-01 to 9999-12-31.
  private static func known(_ number: Int) -> CivilDay {
    CivilDay(number: min(max(number, -719_162), CivilDay.last.number))
  }

  private mutating func plan(_ first: Span) -> Schedule.Plan {
    let start = first.firstDay
    switch number(0...7) {
    case 0:
      if number(0...3) == 0 { return .once(Span(start: .month(start.civilMonth))) }
      return .once(first)
    case 1:
      var days: Set<CivilDay> = [start]
      for _ in 0..<number(0...15) { days.insert(Self.known(start.number + number(0...1023))) }
      return .dates(days.sorted(), hours: first)
    default:
      var bound = Recurrence.Bound.never
      switch number(0...2) {
      case 0: bound = .count(number(0...7) == 0 ? number(1...0xFF_FFFF) : number(1...64))
      case 1: bound = .until(Self.known(start.number + number(0...4095)))
      default: break
      }
      let interval = number(0...15) == 0 ? number(1...0xFF_FFFF) : number(1...6)
      var recurrence = Recurrence(frequency: frequency(on: start), interval: interval, bound: bound)
      if case .weekly = recurrence.frequency, bool() { (recurrence.interval, recurrence.weeks) = (1, start.weekParity) }
      if number(0...3) == 0 { addChange(to: &recurrence, first) }
      return .rule(first: first, recurrence)
    }
  }

  private mutating func addChange(to recurrence: inout Recurrence, _ first: Span) {
    let start = Self.known(first.firstDay.number + number(1...1023))
    guard start > first.firstDay else { return }
    let change = recurrence.change(
      from: start, frequency: bool() ? frequency(on: start) : recurrence.frequency, interval: number(1...6), weeks: nil,
      hours: first, location: bool() ? .named("Ailleurs") : nil, after: first)
    if let change { recurrence.changes.append(change) }
  }

  /// One that names `day` itself: what does not is refused when it is read.
  private mutating func frequency(on day: CivilDay) -> Recurrence.Frequency {
    switch number(0...4) {
    case 0: return .daily
    case 1:
      let marks = byte()
      let others = Weekday.allCases.filter { marks >> $0.rawValue & 1 == 1 }
      return .weekly(Set(others + [day.weekday]))
    case 2:
      if bool(), day.adding(days: 1).month != day.month { return .monthly(.last) }
      return .monthly(Array(Set([.day(day.day), .day(bool() ? day.day : number(1...31))])).sorted())
    case 3: return .yearly
    default:
      if bool(), day.adding(days: 7).month != day.month { return .monthly(.weekday(day.weekday, nth: -1)) }
      return .monthly(.weekday(day.weekday, nth: (day.day - 1) / 7 + 1))
    }
  }

  private mutating func span(on day: CivilDay) -> Span {
    let length = number(0...15) == 0 ? number(0...255) : number(0...2)
    if bool() { return Span(start: .day(day), end: bool() ? .day(Self.known(day.number + length)) : nil) }
    let start = CivilDateTime(day: day, minuteOfDay: number(0...1439))
    guard bool() else { return Span(start: .minute(start)) }
    let end = min(start.adding(minutes: number(1...1500) + length * 1440), .last)
    return Span(start: .minute(start), end: .minute(end))
  }

  private mutating func plannedDay(of schedule: Schedule, _ first: CivilDay) -> CivilDay {
    let days = EffectivePlan(schedule)
    return days.first(onOrAfter: first.adding(days: number(0...255)))?.key.day ?? first
  }
}

extension Recurrence {
  /// Whether it is bound by a number that nobody counts to.
  fileprivate var hasManyDates: Bool {
    if case .count(let count) = bound { return count > 64 }
    return false
  }
}
