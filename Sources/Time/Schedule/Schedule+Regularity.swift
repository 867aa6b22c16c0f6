extension Schedule {
  /// Whether it belongs to the regular meetings as of `day`: its rhythm is known in words alone, or its rule names a day
  /// every two weeks at least, and it goes on. What begins more than two weeks later is still an announcement.
  package func isRegular(on day: CivilDay) -> Bool {
    if status.isOff { return false }
    if case .undated = plan { return rhythm != nil }
    let season = day.adding(days: -Self.season)...day.adding(days: Self.season)
    guard isFrequent(in: season), let first = firstDay, first <= day.adding(days: Self.nearDays) else { return false }
    return next(at: CivilDateTime(day: day, minuteOfDay: 0), limit: 1).first != nil
  }

  /// Whether its rule names a day every two weeks at least, on the average, within `days`: twice a month is as often. Days
  /// given one by one are no rule.
  package func isFrequent(in days: ClosedRange<CivilDay>) -> Bool {
    guard case .rule(let phases) = EffectivePlan(self).days else { return false }
    var (count, first, last) = (0, days.lowerBound, days.lowerBound)
    for phase in phases {
      for day in phase.days(from: days.lowerBound) {
        guard day <= days.upperBound else { break }
        if count == 0 { first = day }
        last = day
        count += 1
      }
    }
    return count > 2 && last.number - first.number <= (count - 1) * Self.longestGap
  }

  /// Whether it takes place more than once by its plan.
  package var returns: Bool {
    switch plan {
    case .undated: return rhythm != nil
    case .once: return false
    default: return true
    }
  }

  /// Whether it is, was or will be a regular meeting at some time.
  package var isOfRegularKind: Bool {
    if case .undated = plan { return rhythm != nil }
    guard let first = EffectivePlan(self).first(onOrAfter: .first)?.span.firstDay else { return false }
    return isFrequent(in: first...first.adding(days: 2 * Self.season))
  }

  /// The days within `days` that its rule names and on which it is not held: for who reads « tous les mardis ».
  package func skippedDays(in days: ClosedRange<CivilDay>) -> [CivilDay] {
    if excluded.isEmpty { return [] }
    var skipped: [CivilDay] = []
    EffectivePlan(self).forEach(from: days.lowerBound) { planned in
      let day = planned.key.day
      guard day <= days.upperBound else { return false }
      if day >= days.lowerBound, excluded.contains(day) { skipped.append(day) }
      return true
    }
    return skipped
  }

  /// Whether one of its occurrences is not as its rule alone has it: it then stands in lists by itself.
  package func isException(_ occurrence: Occurrence) -> Bool {
    occurrence.isOff || occurrence.isMoved || occurrence.isFull && !isFull
  }

  /// Where it usually is as of `day`, if its rule has it elsewhere than the event then.
  package func usualLocation(on day: CivilDay) -> Location? {
    guard case .rule(_, let recurrence) = plan, !recurrence.changes.isEmpty,
      case .rule(let phases) = EffectivePlan(self).days
    else { return nil }
    return phases.asOf(day)?.location
  }

  /// Days before and after the one asked for in which its rule is looked at: twelve weeks.
  private static let season = 84
  /// What begins within so many days goes on already.
  private static let nearDays = 14
  /// Days between two of the days of a rule that names two a month: half of the longest month, rounded up.
  private static let longestGap = 16
}

extension Schedule.Status {
  /// Whether nothing takes place: all is cancelled, or put off to a day that nobody knows.
  package var isOff: Bool {
    switch self {
    case .cancelled, .postponed(to: nil): true
    case .confirmed, .tentative, .postponed: false
    }
  }
}

extension Occurrence {
  /// Whether it began before `day` and still runs on it: an exhibition, not an evening that ends after midnight.
  package func goesOn(on day: CivilDay) -> Bool {
    !isOff && span.firstDay < day && span.lastDay >= day && span.lastsSeveralDays
  }
}

extension Span {
  /// Whether it takes several days as people feel it: a night that ends before noon belongs to the evening on which it began.
  package var lastsSeveralDays: Bool {
    guard case .minute(let start) = start, let end = endMinute else { return isDated && extraDays > 0 }
    return end.day > start.day && (end.day > start.day.adding(days: 1) || end.minuteOfDay > 12 * 60)
  }

  /// The last day on which lists and calendars of days have it: not the one on which only a night ends.
  package var lastListedDay: CivilDay { lastsSeveralDays || !isDated ? lastDay : firstDay }
}

extension [EffectivePlan.Phase] {
  /// The one by which the dates around `day` go: the last that has begun, else the first.
  func asOf(_ day: CivilDay) -> EffectivePlan.Phase? { last { $0.start <= day } ?? first }
}
