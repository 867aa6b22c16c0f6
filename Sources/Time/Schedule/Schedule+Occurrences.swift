extension Schedule {
  /// The occurrences of which some part lies in `days`, in the order of their start; cancelled, moved and postponed ones
  /// among them, excluded ones not. An occurrence that is moved is found by its new time only. Those known by their month
  /// or year alone are found where the period overlaps.
  package func occurrences(in days: ClosedRange<CivilDay>) -> [Occurrence] {
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var result: [Occurrence] = []
    plan.forEachDay(from: plan.earliestPlanned(touching: days.lowerBound)) { day in
      let span = plan.span(for: day)
      if span.firstDay > days.upperBound { return false }
      if span.lastDay >= days.lowerBound, isHeldAsPlanned(day, moves) {
        result.append(occurrence(on: day, plan))
      }
      return true
    }
    for move in moves.values where move.span.firstDay <= days.upperBound && move.span.lastDay >= days.lowerBound {
      result.append(occurrence(of: move, plan))
    }
    return result.sorted(by: Occurrence.startsBefore)
  }

  /// The first occurrences that are not past at `now`, at most `limit`, in the order of their start; cancelled and
  /// postponed ones are among them.
  package func next(at now: CivilDateTime, limit: Int) -> [Occurrence] {
    guard limit > 0 else { return [] }
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var result: [Occurrence] = []
    plan.forEachDay(from: plan.earliestPlanned(touching: now.day.adding(days: -1))) { day in
      if isHeldAsPlanned(day, moves), !plan.span(for: day).isPast(at: now) {
        result.append(occurrence(on: day, plan))
      }
      return result.count < limit
    }
    for move in moves.values where !move.span.isPast(at: now) { result.append(occurrence(of: move, plan)) }
    return Array(result.sorted(by: Occurrence.startsBefore).prefix(limit))
  }

  /// Whether it returns without end.
  package var isEndless: Bool {
    if case .rule(_, let recurrence) = plan { return recurrence.bound == .never }
    return false
  }

  /// The first and the last day on which any of its occurrences takes place (of the period, where that is all that is
  /// known); the last is `nil` where it is endless, both where nothing is dated.
  package var firstDay: CivilDay? {
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var first: CivilDay?
    plan.forEachDay(from: CivilDay(uncheckedYear: 1, month: 1, day: 1)) { day in
      guard isHeldAsPlanned(day, moves) else { return true }
      first = plan.span(for: day).firstDay
      return false
    }
    return ([first] + moves.values.map(\.span.firstDay)).compactMap { $0 }.min()
  }

  package var lastDay: CivilDay? {
    if isEndless { return nil }
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var day = plan.last(onOrBefore: .last)
    while let tried = day, !isHeldAsPlanned(tried, moves) {
      day = plan.last(onOrBefore: tried.adding(days: -1))
    }
    return ([day.map { plan.span(for: $0).lastDay }] + moves.values.map(\.span.lastDay)).compactMap { $0 }.max()
  }

  /// Whether a day is known on which it takes place, or was to: only then it belongs into a calendar.
  package var isDated: Bool {
    switch plan {
    case .undated: return false
    case .once(let span):
      if case .postponed(let newStart?) = status, Span(start: newStart).isDated { return true }
      return span.isDated
    case .rule, .dates: return firstDay != nil
    }
  }

  /// Whether it returns by a rule.
  package var isRule: Bool {
    if case .rule = plan { return true }
    return false
  }

  // MARK: Exceptions

  /// The occurrences that a rule alone would not give so, in the order of their planned days: cancelled and moved ones.
  package var changedOccurrences: [Occurrence] {
    let plan = EffectivePlan(self)
    let called = cancelled.filter { plan.contains($0) && !excluded.contains($0) }.map { occurrence(on: $0, plan) }
    return (called + moves(in: plan).values.map { occurrence(of: $0, plan) }).sorted { $0.plannedDay < $1.plannedDay }
  }

  /// The first occurrence of the plan, before any exception: what a calendar says of all of a rule.
  package var firstPlannedOccurrence: Occurrence? {
    let plan = EffectivePlan(self)
    guard let day = plan.first(onOrAfter: CivilDay(uncheckedYear: 1, month: 1, day: 1)) else { return nil }
    var planned = self
    planned.cancelled = []
    return planned.occurrence(on: day, plan)
  }

  /// The moves of occurrences that are planned, and neither excluded nor cancelled, by their planned day.
  private func moves(in plan: EffectivePlan) -> [CivilDay: Move] {
    if moved.isEmpty { return [:] }
    let effective = moved.filter {
      plan.contains($0.planned) && !excluded.contains($0.planned) && !cancelled.contains($0.planned)
    }
    return Dictionary(effective.map { ($0.planned, $0) }) { first, _ in first }
  }

  private func isHeldAsPlanned(_ day: CivilDay, _ moves: [CivilDay: Move]) -> Bool {
    !excluded.contains(day) && moves[day] == nil
  }

  /// The occurrence as the plan has it, unless it is cancelled.
  private func occurrence(on day: CivilDay, _ plan: EffectivePlan) -> Occurrence {
    let announced = plan.announcedSpan(for: day)
    var occurrence = Occurrence(
      plannedDay: day, span: plan.span(for: day), announced: announced,
      state: cancelled.contains(day) ? .cancelled : state, isRescheduled: announced != nil)
    if occurrence.isOff || occurrence.isMoved { occurrence.reason = reason(forChangeOn: day) }
    return occurrence
  }

  private func occurrence(of move: Move, _ plan: EffectivePlan) -> Occurrence {
    let planned = plan.announcedSpan(for: move.planned) ?? plan.span(for: move.planned)
    var occurrence = Occurrence(
      plannedDay: move.planned, span: move.span, announced: planned == move.span ? nil : planned, state: state,
      location: move.location)
    if occurrence.isOff || occurrence.isMoved { occurrence.reason = reason(forChangeOn: move.planned) }
    return occurrence
  }

  /// Whether its occurrences take place, those cancelled one by one apart.
  private var state: Occurrence.State {
    switch status {
    case .confirmed: return .confirmed
    case .tentative: return .tentative
    case .cancelled: return .cancelled
    case .postponed: return isPutToNewDay ? .confirmed : .postponed
    }
  }

  /// Whether a new start is known that the plan can follow.
  private var isPutToNewDay: Bool {
    guard case .postponed(let newStart?) = status else { return false }
    if case .once = plan { return true }
    return newStart.precision.rawValue >= PartialDate.Precision.day.rawValue
  }
}

extension Occurrence {
  /// The order of time; total among the occurrences of one schedule.
  package static func startsBefore(_ a: Occurrence, _ b: Occurrence) -> Bool {
    let (x, y) = (a.span.start.firstMinute, b.span.start.firstMinute)
    return x == y ? a.plannedDay < b.plannedDay : x < y
  }
}
