/// The plan of a schedule as it stands: put to its new start where it was put off to one. Exceptions are not yet made.
package struct EffectivePlan: Sendable {
  package enum Days: Sendable {
    case none
    case once(CivilDay)
    case rule(CivilDay, Recurrence)
    case dates([CivilDay])
  }

  /// The days that name its occurrences; see ``Occurrence/plannedDay``.
  package let days: Days
  /// The hours and the length of every occurrence.
  private let template: Span
  /// How many days later than its planned day each takes place, for dates that were all put off together.
  private let delay: Int
  /// What had been announced, where that is no longer so: for each occurrence, or for a rule for its first alone.
  private let announced: Span?
  private let recurrence: RecurrenceDays?

  package init(_ schedule: Schedule) {
    var newStart: PartialDate?
    if case .postponed(let date?) = schedule.status { newStart = date }
    switch schedule.plan {
    case .undated:
      self.init(days: .none, template: Span(start: .year(1)))
    case .once(let span):
      let standing = newStart.map(span.moved(to:)) ?? span
      self.init(days: .once(span.firstDay), template: standing, announced: standing == span ? nil : span)
    case .rule(let first, let recurrence):
      // A new start known by its month alone dates nothing.
      guard let newStart, newStart.precision.rawValue >= PartialDate.Precision.day.rawValue else {
        self.init(days: .rule(first.firstDay, recurrence), template: first)
        return
      }
      let standing = first.moved(to: newStart)
      self.init(
        days: .rule(standing.firstDay, recurrence.restarted(on: standing.firstDay, insteadOf: first.firstDay)),
        template: standing, announced: standing == first ? nil : first)
    case .dates(let days, let hours):
      guard let newStart, newStart.precision.rawValue >= PartialDate.Precision.day.rawValue, let first = days.first
      else {
        self.init(days: .dates(days), template: hours)
        return
      }
      let standing = hours.moved(to: newStart)
      let delay = standing.firstDay.number - first.number
      let isSame = delay == 0 && standing == hours.starting(on: first)
      self.init(days: .dates(days), template: standing, delay: delay, announced: isSame ? nil : hours)
    }
  }

  private init(days: Days, template: Span, delay: Int = 0, announced: Span? = nil) {
    self.days = days
    self.template = template
    self.delay = delay
    self.announced = announced
    if case .rule(let first, let recurrence) = days {
      self.recurrence = RecurrenceDays(first: first, recurrence)
    } else {
      self.recurrence = nil
    }
  }

  /// When the occurrence planned for `day` takes place.
  package func span(for day: CivilDay) -> Span {
    if case .once = days { return template }
    return template.starting(on: min(day.adding(days: delay), .last))
  }

  /// When it had been announced for, where that differs.
  package func announcedSpan(for day: CivilDay) -> Span? {
    guard let announced else { return nil }
    switch days {
    case .none: return nil
    case .once: return announced
    case .rule(let first, _): return day == first ? announced : nil
    case .dates: return announced.starting(on: day)
    }
  }

  /// The days of this plan on which, or before which, an occurrence that touches `day` may be planned begin here.
  func earliestPlanned(touching day: CivilDay) -> CivilDay { day.adding(days: -template.extraDays - max(0, delay)) }

  /// Calls `body` for the planned days from `day` on, in order, for as long as it returns true.
  package func forEachDay(from day: CivilDay, _ body: (CivilDay) -> Bool) {
    switch days {
    case .none: break
    case .once(let only): _ = body(only)
    case .rule:
      guard let recurrence else { return }
      for planned in recurrence.days(from: day) where !body(planned) { return }
    case .dates(let days):
      for planned in days where planned >= day && !body(planned) { return }
    }
  }

  /// Whether an occurrence is planned for `day`.
  package func contains(_ day: CivilDay) -> Bool {
    switch days {
    case .none: return false
    case .once(let only): return day == only
    case .rule: return recurrence?.contains(day) ?? false
    case .dates(let days): return days.contains(day)
    }
  }

  /// The first planned day from `day` on.
  package func first(onOrAfter day: CivilDay) -> CivilDay? {
    switch days {
    case .none: return nil
    case .once(let only): return only >= day ? only : nil
    case .rule: return recurrence?.first(onOrAfter: day)
    case .dates(let days): return days.first { $0 >= day }
    }
  }

  /// The last planned day up to `day`.
  package func last(onOrBefore day: CivilDay) -> CivilDay? {
    switch days {
    case .none: return nil
    case .once(let only): return only <= day ? only : nil
    case .rule: return recurrence?.last(onOrBefore: day)
    case .dates(let days): return days.last { $0 <= day }
    }
  }
}

extension Recurrence {
  /// The rule when its first occurrence is put from `old` to `new`: it keeps its kind and goes by the new day where the
  /// old rule does not name it.
  fileprivate func restarted(on new: CivilDay, insteadOf old: CivilDay) -> Recurrence {
    var rule = self
    switch frequency {
    case .daily, .yearly: break
    case .weekly(let weekdays):
      guard !weekdays.contains(new.weekday) else { break }
      let shift = new.number - old.number
      rule.frequency = .weekly(Set(weekdays.map { Weekday(ofDayNumber: old.monday.number + $0.rawValue - 1 + shift) }))
    case .monthly(.day):
      rule.frequency = .monthly(.day(new.day))
    case .monthly(.weekday(let weekday, let nth)):
      guard new.civilMonth.day(.weekday(weekday, nth: nth)) != new else { break }
      let isLast = nth == -1 && new.day > new.civilMonth.length - 7
      rule.frequency = .monthly(.weekday(new.weekday, nth: isLast ? -1 : (new.day - 1) / 7 + 1))
    }
    return rule
  }
}
