/// The days that a rule gives, counted in periods: period 0 is the day, week, month or year of the first day, period k
/// the one `k * interval` later. Where a day is looked for, its period is computed, not walked to.
struct RecurrenceDays: Sendable {
  /// The day from which the rule counts; itself among the days only if it fits the rule.
  let first: CivilDay
  let frequency: Recurrence.Frequency
  let interval: Int
  let weeks: Recurrence.WeekParity?
  /// Of a weekly rule, how many days after its Monday each day of a week comes, in order.
  private let daysOfWeek: [Int]
  /// The last day that may be among them.
  private(set) var limit: CivilDay

  /// More days than there are up to the year 9999: greater intervals and counts change nothing, and can't overflow.
  private static let enough = 4_000_000

  /// Without changes of the rule, and without end.
  init(first: CivilDay, _ frequency: Recurrence.Frequency, interval: Int = 1, weeks: Recurrence.WeekParity? = nil) {
    self.first = first
    self.frequency = frequency
    // Every second week by its number is every week of that parity: its own interval.
    self.interval = weeks == nil ? min(max(interval, 1), Self.enough) : 1
    self.weeks = weeks
    if case .weekly(let weekdays) = frequency {
      daysOfWeek = weekdays.map { $0.rawValue - 1 }.sorted()
    } else {
      daysOfWeek = []
    }
    limit = .last
  }

  /// None behind `day`.
  mutating func end(on day: CivilDay) { limit = min(day, limit) }

  /// None behind the first so many; `count` is at least 1.
  mutating func end(after count: Int) { limit = min(day(at: min(max(count, 1), Self.enough) - 1) ?? limit, limit) }

  /// How many there are up to ``limit``, counted up to `most`.
  func count(upTo most: Int) -> Int { min(most, count(through: limit)) }

  /// Whether `day` is one of them.
  func contains(_ day: CivilDay) -> Bool {
    guard day >= first, day <= limit else { return false }
    let period = self.period(of: day)
    return period % interval == 0 && days(inPeriod: period).contains(day)
  }

  /// The first of them that is not before `day`.
  func first(onOrAfter day: CivilDay) -> CivilDay? {
    var iterator = days(from: day)
    return iterator.next()
  }

  /// The last of them that is not after `day`.
  func last(onOrBefore day: CivilDay) -> CivilDay? {
    let end = min(day, limit)
    guard end >= first else { return nil }
    var period = self.period(of: end)
    period -= period % interval
    while period >= 0 {
      if let found = days(inPeriod: period).last(where: { $0 >= first && $0 <= end }) { return found }
      period -= interval
    }
    return nil
  }

  /// Those that are not before `day`, in order.
  func days(from day: CivilDay) -> Iterator { Iterator(self, from: max(day, first)) }

  struct Iterator: Sequence, IteratorProtocol {
    private let rule: RecurrenceDays
    private let start: CivilDay
    private var period: Int
    private var pending: ArraySlice<CivilDay> = []

    init(_ rule: RecurrenceDays, from start: CivilDay) {
      self.rule = rule
      self.start = start
      let period = rule.period(of: start)
      self.period = period - period % rule.interval
    }

    mutating func next() -> CivilDay? {
      while true {
        if let day = pending.popFirst() {
          if day > rule.limit { return nil }
          if day >= start { return day }
        } else {
          guard rule.startOfPeriod(period) <= rule.limit else { return nil }
          pending = rule.days(inPeriod: period)[...]
          period += rule.interval
        }
      }
    }
  }

  // MARK: Periods

  /// How many days, weeks, months or years after that of ``first``; intervals not counted.
  private func period(of day: CivilDay) -> Int {
    switch frequency {
    case .daily: return day.number - first.number
    case .weekly: return (day.monday.number - first.monday.number) / 7
    case .monthly: return (day.year - first.year) * 12 + day.month - first.month
    case .yearly: return day.year - first.year
    }
  }

  private func startOfPeriod(_ period: Int) -> CivilDay {
    switch frequency {
    case .daily: return first.adding(days: period)
    case .weekly: return first.monday.adding(days: period * 7)
    case .monthly: return first.civilMonth.adding(months: period).firstDay
    case .yearly: return CivilDay(uncheckedYear: first.year + period, month: 1, day: 1)
    }
  }

  /// The days that the rule names in a period, in order, whether after ``first`` or not.
  private func days(inPeriod period: Int) -> [CivilDay] {
    let start = startOfPeriod(period)
    switch frequency {
    case .daily: return [start]
    case .weekly:
      if let weeks, start.weekParity != weeks { return [] }
      return daysOfWeek.map { start.adding(days: $0) }
    case .monthly(let days):
      if days.count == 1, let only = days.first { return [start.civilMonth.day(only)].compactMap { $0 } }
      return days.compactMap { start.civilMonth.day($0) }.sorted().reduce(into: []) { found, day in
        // The fourth one of a weekday may be the last one too.
        if found.last != day { found.append(day) }
      }
    case .yearly: return [start.civilMonth.adding(months: first.month - 1).day(.day(first.day))].compactMap { $0 }
    }
  }

  // MARK: Counting

  /// How many of them there are before `day`.
  func count(before day: CivilDay) -> Int { day > first ? count(through: day.adding(days: -1)) : 0 }

  /// How many of them are not after `day`. Days and weeks are computed, as up to the year 9999 there may be millions.
  private func count(through day: CivilDay) -> Int {
    let last = min(day, limit)
    guard last >= first else { return 0 }
    switch frequency {
    case .daily: return (last.number - first.number) / interval + 1
    case .weekly:
      // The first and the last week may be cut, or not among them; those between are whole.
      let inFirstWeek = days(inPeriod: 0).count { $0 >= first && $0 <= last }
      let period = period(of: last)
      guard period > 0 else { return inFirstWeek }
      let inLastWeek = period % interval == 0 ? days(inPeriod: period).count { $0 <= last } : 0
      let between = weeks.map { last.weeks($0) - first.monday.adding(days: 7).weeks($0) } ?? (period - 1) / interval
      return inFirstWeek + between * daysOfWeek.count + inLastWeek
    case .monthly, .yearly: return days(from: first).prefix { $0 <= last }.count
    }
  }

  /// The day with this index, from 0, if it is not beyond the limit.
  func day(numbered index: Int) -> CivilDay? { day(at: index).flatMap { $0 <= limit ? $0 : nil } }

  /// The day with this index, from 0; `nil` where it lies beyond the year 9999.
  private func day(at index: Int) -> CivilDay? {
    switch frequency {
    case .daily: return upToLastDay(first.number + index * interval)
    case .weekly:
      guard !daysOfWeek.isEmpty else { return nil }
      // The first week may be cut, or not among them; every other one is whole.
      let inFirstWeek = days(inPeriod: 0).count { $0 >= first }
      guard index >= inFirstWeek else { break }
      let (before, rest) = (index - inFirstWeek).quotientAndRemainder(dividingBy: daysOfWeek.count)
      guard let period = period(numbered: before) else { return nil }
      return upToLastDay(first.monday.number + period * 7 + daysOfWeek[rest])
    case .monthly, .yearly:
      // As many as if no period lacked a day.
      var most = (period(of: .last) / interval + 1)
      if case .monthly(let days) = frequency { most *= days.count }
      guard index < most else { return nil }
    }
    // Months and years may lack the day: these are walked through, at most to the year 9999.
    var iterator = days(from: first)
    for _ in 0..<index where iterator.next() == nil { return nil }
    return iterator.next()
  }

  /// The period of the week of a weekly rule with this index, from 0, behind the first week; `nil` where it begins beyond
  /// the year 9999.
  private func period(numbered index: Int) -> Int? {
    guard let weeks else { return (index + 1) * interval }
    let wanted = first.monday.adding(days: 7).weeks(weeks) + index
    // Years may have 53 weeks: the last week with less of them before it is looked for by halves.
    var (low, high) = (1, period(of: .last))
    guard first.monday.adding(days: 7 * high).weeks(weeks) >= wanted else { return nil }
    while low < high {
      let middle = (low + high + 1) / 2
      if first.monday.adding(days: 7 * middle).weeks(weeks) <= wanted { low = middle } else { high = middle - 1 }
    }
    return first.monday.adding(days: 7 * low).weekParity == weeks ? low : nil
  }

  private func upToLastDay(_ number: Int) -> CivilDay? {
    number <= CivilDay.last.number ? CivilDay(number: number) : nil
  }
}

extension CivilDay {
  /// The Monday of its week.
  package var monday: CivilDay { adding(days: 1 - weekday.rawValue) }
}

extension CivilMonth {
  /// The day of this month that a monthly rule names, if the month has it.
  package func day(_ day: Recurrence.MonthlyDay) -> CivilDay? {
    switch day {
    case .day(let number):
      return CivilDay(year: year, month: month, day: number)
    case .last:
      return lastDay
    case .weekday(let weekday, nth: -1):
      return lastDay.adding(days: -((lastDay.weekday.rawValue - weekday.rawValue + 7) % 7))
    case .weekday(let weekday, let nth):
      let number = 1 + (weekday.rawValue - firstDay.weekday.rawValue + 7) % 7 + (nth - 1) * 7
      return nth >= 1 ? CivilDay(year: year, month: month, day: number) : nil
    }
  }
}
