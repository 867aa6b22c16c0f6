// What becomes of a plan that is put off to a new start.

extension Recurrence {
  /// The rule when its first occurrence is put from `old` to `new`: it keeps its kind and goes by the new day where the
  /// old rule does not name it. Changes that would come before the new day are in force from it on.
  func restarted(on new: CivilDay, insteadOf old: CivilDay) -> Recurrence {
    var rule = self
    rule.changes = changes.filter { $0.start > new }
    switch frequency {
    case .daily, .yearly: break
    case .weekly(let weekdays):
      if let weeks, new.weekParity != weeks { rule.weeks = new.weekParity }
      guard !weekdays.contains(new.weekday) else { break }
      let shift = new.number - old.number
      rule.frequency = .weekly(Set(weekdays.map { Weekday(ofDayNumber: old.monday.number + $0.rawValue - 1 + shift) }))
    case .monthly(let days):
      guard !days.contains(where: { new.civilMonth.day($0) == new }),
        let meant = days.first(where: { old.fits($0) }) ?? days.first
      else { break }
      rule.frequency = .monthly(days.map { $0 == meant ? new.monthlyDay(like: meant) : $0 }.sorted())
    }
    return rule
  }
}

extension CivilDay {
  fileprivate func fits(_ day: Recurrence.MonthlyDay) -> Bool { civilMonth.day(day) == self }

  /// The rank of this day in its month, of the same sort as another.
  fileprivate func monthlyDay(like other: Recurrence.MonthlyDay) -> Recurrence.MonthlyDay {
    switch other {
    case .day, .last: return .day(day)
    case .weekday(_, let nth):
      let isLast = nth == -1 && day > civilMonth.length - 7
      return .weekday(weekday, nth: isLast ? -1 : (day - 1) / 7 + 1)
    }
  }
}

extension Span {
  /// This span put off as another one was, that had begun with `old` and now begins with `new`.
  func shifted(as new: Span, from old: Span) -> Span {
    let days = new.firstDay.number - old.firstDay.number
    guard case .minute(let start) = start else {
      return moved(to: Self.start(of: new, on: min(firstDay.adding(days: days), .last)))
    }
    guard case .minute(let newStart) = new.start, case .minute(let oldStart) = old.start else {
      return moved(to: .day(min(firstDay.adding(days: days), .last)))
    }
    let minutes = newStart.minutes(since: oldStart)
    return moved(to: .minute(min(start.adding(minutes: minutes), .last)))
  }

  /// The start of `span` on another day.
  private static func start(of span: Span, on day: CivilDay) -> PartialDate {
    if case .minute(let start) = span.start { return .minute(CivilDateTime(day: day, minuteOfDay: start.minuteOfDay)) }
    return .day(day)
  }
}
