/// What a rule in words means for an event whose first occurrence is known.
extension WrittenRule {
  package struct Resolved: Sendable, Hashable {
    package var plan: Schedule.Plan
    package var excluded: Exclusions
  }

  package enum Problem: Error, Sendable, Hashable {
    /// Nothing is said that returns, or things that do not go together.
    case noRule
    /// The rule is said to begin on another day than the event.
    case otherStart(CivilDay)
    /// The rule has other hours than the event; as they are written, and the end only where it is.
    case otherHours(start: Int, end: Int?)
    case otherLength(Int)
    /// « matin » beside an hour in the evening.
    case otherPartOfDay
    case impossibleDay(day: Int, month: Int)
    case wrongWeekday(Weekday, CivilDay)
    /// A day without its year, where several may be meant.
    case yearNeeded(day: Int, month: Int)
    case untilBeforeStart(CivilDay)
    /// Days that are left out end before they begin.
    case rangeBackwards(from: CivilDay, to: CivilDay)
    case schoolHolidaysUnknown
    /// Beside a list of days nothing else can be said.
    case ruleBesideDates
  }

  /// - Parameters:
  ///   - first: the first occurrence; its end may be left out where the words say it.
  ///   - schoolHolidays: those of the place, as far as they are known.
  package func resolved(
    first: Span, schoolHolidays: SchoolHolidays?, publicHolidays: PublicHolidays
  ) -> Result<Resolved, Problem> {
    do {
      let first = try checkedHours(first)
      if !days.isEmpty { return .success(try dates(first)) }
      let (frequency, interval, weeks) = try rule(on: first.firstDay)
      if let start {
        let day = try start.resolved(onOrAfter: CivilDay(uncheckedYear: first.firstDay.year, month: 1, day: 1))
        guard day == first.firstDay else { throw Problem.otherStart(day) }
      }
      var recurrence = Recurrence(frequency: frequency, interval: interval, weeks: weeks)
      var end: CivilDay?
      if let until {
        let day = try until.resolved(onOrAfter: first.firstDay)
        guard day >= first.firstDay else { throw Problem.untilBeforeStart(day) }
        (recurrence.bound, end) = (.until(day), day)
      }
      try add(next, to: &recurrence, first)
      let excluded = try exclusions(
        from: first.firstDay, to: end, isCounted: count != nil, schoolHolidays: schoolHolidays,
        publicHolidays: publicHolidays)
      if let count {
        guard until == nil else { throw Problem.noRule }
        recurrence.bound = .count(Self.planned(toHold: count, recurrence, first, excluded))
      }
      return .success(Resolved(plan: .rule(first: first, recurrence), excluded: excluded))
    } catch {
      return .failure(error as? Problem ?? .noRule)
    }
  }

  /// What `sauf` leaves out of a rule; `last` is its last day, where it has one.
  package func resolvedExclusions(
    from first: CivilDay, to last: CivilDay?, isCounted: Bool, schoolHolidays: SchoolHolidays?,
    publicHolidays: PublicHolidays
  ) -> Result<Exclusions, Problem> {
    Result {
      try exclusions(
        from: first, to: last, isCounted: isCounted, schoolHolidays: schoolHolidays, publicHolidays: publicHolidays)
    }.mapError { $0 as? Problem ?? .noRule }
  }

  // MARK: The rule

  /// What returns, for a rule that counts from `day`.
  package func rule(
    on day: CivilDay
  ) throws(Problem) -> (frequency: Recurrence.Frequency, interval: Int, weeks: Recurrence.WeekParity?) {
    var interval = interval ?? 1
    let frequency: Recurrence.Frequency
    if !monthlyDays.isEmpty {
      guard period == nil || period == .month || period == .year, weekdays.isEmpty else { throw .noRule }
      if period == .year {
        interval *= 12
        if let month, month != day.month { throw .noRule }
        // « Chaque année, le 5 juillet » is said of what returns once a year, on the very day.
        if monthlyDays == [.day(day.day)], month != nil { return (.yearly, interval / 12, nil) }
      }
      frequency = .monthly(monthlyDays)
    } else if !weekdays.isEmpty {
      guard period == nil || period == .week || period == .day && interval == 1 else { throw .noRule }
      frequency = .weekly(weekdays)
    } else {
      switch period {
      case .day?: frequency = .daily
      case .week?: frequency = .weekly([day.weekday])
      case .month?: frequency = .monthly(.day(day.day))
      case .year?: frequency = .yearly
      case nil:
        guard weeks != nil else { throw .noRule }
        frequency = .weekly([day.weekday])
      }
    }
    guard let weeks else { return (frequency, interval, nil) }
    // « Un mardi sur deux, semaines impaires » says one thing twice.
    switch frequency {
    case .weekly where interval <= 2: return (frequency, 1, weeks)
    case .daily where interval == 1: return (.weekly(Set(Weekday.allCases)), 1, weeks)
    default: throw .noRule
    }
  }

  private func add(_ next: [WrittenRule], to recurrence: inout Recurrence, _ first: Span) throws {
    for rule in next {
      guard rule.until == nil, rule.count == nil, rule.excluded.isEmpty, rule.days.isEmpty, let start = rule.start
      else { throw Problem.noRule }
      let latest = recurrence.changes.last?.first ?? first
      let day = try start.resolved(onOrAfter: latest.firstDay)
      guard day > latest.firstDay else { throw Problem.otherStart(day) }
      let (frequency, interval, weeks) = try rule.rule(on: day)
      let change = recurrence.change(
        from: day, frequency: frequency, interval: interval, weeks: weeks, hours: try rule.hours(insteadOf: latest),
        location: nil, after: first)
      if let change { recurrence.changes.append(change) }
    }
  }

  /// Planned occurrences that are looked at, at most.
  private static let mostPlanned = 20_000

  /// How many occurrences are planned where so many are held.
  private static func planned(
    toHold count: Int, _ recurrence: Recurrence, _ first: Span, _ excluded: Exclusions
  ) -> Int {
    var (planned, held) = (0, 0)
    var bounded = recurrence
    bounded.bound = .count(mostPlanned)
    let plan = EffectivePlan(Schedule(plan: .rule(first: first, bounded)))
    plan.forEach(from: .first) { one in
      planned += 1
      if !excluded.contains(one.key.day) { held += 1 }
      return held < count
    }
    return max(planned, 1)
  }

  private func dates(_ first: Span) throws -> Resolved {
    guard period == nil, weekdays.isEmpty, monthlyDays.isEmpty, weeks == nil, until == nil, count == nil, next.isEmpty,
      start == nil, excluded.isEmpty
    else { throw Problem.ruleBesideDates }
    var found: [CivilDay] = []
    for day in days { found.append(try day.resolved(onOrAfter: found.last ?? first.firstDay)) }
    return Resolved(plan: .dates(Array(Set(found)).sorted(), hours: first), excluded: Exclusions())
  }

  // MARK: Hours

  /// The first occurrence, with its end where only the words say it.
  private func checkedHours(_ first: Span) throws -> Span {
    var first = first
    if let length {
      let days = first.lastDay.number - first.firstDay.number + 1
      guard days == length else { throw Problem.otherLength(length) }
    }
    if let partOfDay, case .minute(let begin) = first.start {
      guard partOfDay.holds(begin.minuteOfDay) else { throw Problem.otherPartOfDay }
    }
    guard let hours else { return first }
    guard case .minute(let begin) = first.start, begin.minuteOfDay == hours.start else {
      throw Problem.otherHours(start: hours.start, end: hours.end)
    }
    guard let end = hours.finish(after: begin) else { return first }
    if first.end == nil { first.end = .minute(end) }
    guard first.end == .minute(end) else { throw Problem.otherHours(start: hours.start, end: hours.end) }
    return first
  }

  /// The hours of a rule that takes the place of another one.
  private func hours(insteadOf latest: Span) throws -> Span {
    guard let hours else { return latest }
    guard case .minute(let begin) = latest.start else {
      throw Problem.otherHours(start: hours.start, end: hours.end)
    }
    let start = CivilDateTime(day: begin.day, minuteOfDay: hours.start)
    if let end = hours.finish(after: start) { return Span(start: .minute(start), end: .minute(end)) }
    return latest.moved(to: .minute(start))
  }

  // MARK: What is left out

  private func exclusions(
    from first: CivilDay, to last: CivilDay?, isCounted: Bool, schoolHolidays: SchoolHolidays?,
    publicHolidays: PublicHolidays
  ) throws -> Exclusions {
    var result = Exclusions()
    /// The years for which one without a year is meant.
    func years(_ day: Int, _ month: Int) throws -> ClosedRange<Int> {
      if let last { return first.year...max(first.year, last.year) }
      guard isCounted else { throw Problem.yearNeeded(day: day, month: month) }
      let isLater = (month, day == Day.endOfMonth ? 31 : day) >= (first.month, first.day)
      return isLater ? first.year...first.year : first.year + 1...first.year + 1
    }
    func isInReach(_ range: ClosedRange<CivilDay>) -> Bool {
      range.upperBound >= first && last.map { range.lowerBound <= $0 } ?? true
    }
    for excluded in excluded {
      switch excluded {
      case .publicHolidays: result.publicHolidays = publicHolidays
      case .schoolHolidays:
        guard let schoolHolidays else { throw Problem.schoolHolidaysUnknown }
        result.schoolHolidays = schoolHolidays
      case .day(let day):
        if day.year != nil {
          result.days.insert(try day.resolved(onOrAfter: first))
          break
        }
        let days = try years(day.day, day.month).compactMap { try? day.with(year: $0).resolved(onOrAfter: first) }
        let reached = days.filter { isInReach($0...$0) }
        if reached.isEmpty { _ = try day.resolved(onOrAfter: first) }
        result.days.formUnion(reached)
      case .days(let from, let to):
        if from.year != nil, to.year != nil {
          let (start, end) = (try from.resolved(onOrAfter: first), try to.resolved(onOrAfter: first))
          guard start <= end else { throw Problem.rangeBackwards(from: start, to: end) }
          result.ranges.append(start...end)
          break
        }
        let isOverNewYear = (from.month, from.day) > (to.month, to.day)
        // What began before the rule may reach into it.
        for year in try first.year - 1...years(from.day, from.month).upperBound {
          let start = try from.with(year: year).resolved(onOrAfter: first)
          let end = try to.with(year: isOverNewYear ? year + 1 : year).resolved(onOrAfter: first)
          guard start <= end, isInReach(start...end) else { continue }
          result.ranges.append(start...end)
          if last == nil { break }
        }
      case .month(let month, let year):
        for year in try year.map({ $0...$0 }) ?? years(Day.endOfMonth, month) {
          guard let range = CivilMonth(year: year, month: month).map({ $0.firstDay...$0.lastDay }) else { continue }
          if isInReach(range) { result.ranges.append(range) }
        }
      }
    }
    result.ranges = Exclusions.joined(result.ranges)
    return result
  }
}

extension Exclusions {
  /// The same days as ranges in order, apart from each other.
  package static func joined(_ ranges: [ClosedRange<CivilDay>]) -> [ClosedRange<CivilDay>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound.number <= last.upperBound.number + 1 {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}

extension WrittenRule.Day {
  func with(year: Int) -> WrittenRule.Day {
    var day = self
    day.year = year
    return day
  }

  /// The day; without a year the first one that is not before `start`.
  func resolved(onOrAfter start: CivilDay) throws(WrittenRule.Problem) -> CivilDay {
    let years = year.map { $0...$0 } ?? start.year...start.year + 8
    for year in years {
      guard let civilMonth = CivilMonth(year: year, month: month) else { break }
      let number = day == Self.endOfMonth ? civilMonth.length : day
      guard let found = CivilDay(year: year, month: month, day: number) else { continue }
      if self.year == nil, found < start { continue }
      if let weekday, weekday != found.weekday { throw .wrongWeekday(weekday, found) }
      return found
    }
    throw .impossibleDay(day: day, month: month)
  }
}

extension WrittenRule.Hours {
  /// The end of what begins at `start`: the next such minute, or that of a later day where it is said so.
  func finish(after start: CivilDateTime) -> CivilDateTime? {
    guard let end else { return nil }
    if let endsDaysLater { return CivilDateTime(day: start.day, minuteOfDay: end + endsDaysLater * 1440) }
    return CivilDateTime(day: start.day, minuteOfDay: end > start.minuteOfDay ? end : end + 1440)
  }
}
