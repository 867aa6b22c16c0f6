extension Schedule {
  /// The occurrences of which some part lies in `days`, in the order of their start; cancelled, moved and postponed ones
  /// among them, excluded ones not. An occurrence that is moved is found by its new time only. Those known by their month
  /// or year alone are found where the period overlaps.
  package func occurrences(in days: ClosedRange<CivilDay>) -> [Occurrence] {
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var result: [Occurrence] = []
    plan.forEach(from: days.lowerBound) { planned in
      if planned.span.firstDay > days.upperBound { return false }
      if planned.span.lastDay >= days.lowerBound, isHeldAsPlanned(planned.key, moves) {
        result.append(occurrence(planned))
      }
      return true
    }
    for (move, planned) in moves.values
    where move.span.firstDay <= days.upperBound && move.span.lastDay >= days.lowerBound {
      result.append(occurrence(of: move, planned))
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
    plan.forEach(from: now.day.adding(days: -1)) { planned in
      if isHeldAsPlanned(planned.key, moves), !planned.span.isPast(at: now) { result.append(occurrence(planned)) }
      return result.count < limit
    }
    for (move, planned) in moves.values where !move.span.isPast(at: now) {
      result.append(occurrence(of: move, planned))
    }
    return Array(result.sorted(by: Occurrence.startsBefore).prefix(limit))
  }

  /// Whether it returns without end.
  package var isEndless: Bool {
    if case .rule(_, let recurrence) = plan { return recurrence.bound == .never && publishedThrough == nil }
    return false
  }

  /// The first and the last day on which any of its occurrences takes place (of the period, where that is all that is
  /// known); the last is `nil` where it is endless, both where nothing is dated.
  package var firstDay: CivilDay? {
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    var first: CivilDay?
    plan.forEach(from: .first) { planned in
      guard isHeldAsPlanned(planned.key, moves) else { return true }
      first = planned.span.firstDay
      return false
    }
    return ([first] + moves.values.map(\.move.span.firstDay)).compactMap { $0 }.min()
  }

  package var lastDay: CivilDay? {
    if isEndless { return nil }
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    let days = moves.values.map(\.move.span.lastDay)
    if case .dates(let list) = plan.days {
      return (list.filter { isHeldAsPlanned($0.key, moves) }.map(\.span.lastDay) + days).max()
    }
    var planned = plan.last(onOrBefore: .last)
    while let tried = planned, !isHeldAsPlanned(tried.key, moves) { planned = plan.last(before: tried.key) }
    return ([planned?.span.lastDay] + days).compactMap { $0 }.max()
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

  /// The occurrences that are not as the plan alone has them, in the order of their names: cancelled, moved and full ones.
  package var changedOccurrences: [Occurrence] {
    let plan = EffectivePlan(self)
    let moves = moves(in: plan)
    let others = cancelled.union(full).filter { isHeldAsPlanned($0, moves) }
    let changed = others.compactMap { plan.planned($0).map(occurrence) }
    return (changed + moves.values.map { occurrence(of: $0.move, $0.planned) }).sorted { $0.key < $1.key }
  }

  /// An occurrence of the plan before any exception: what a calendar says of all of a rule.
  package func plainOccurrence(_ planned: EffectivePlan.Planned) -> Occurrence {
    var plain = self
    (plain.cancelled, plain.full) = ([], [])
    return plain.occurrence(planned)
  }

  private typealias Moves = [OccurrenceKey: (move: Move, planned: EffectivePlan.Planned)]

  /// The moves of occurrences that are planned, and neither excluded nor cancelled.
  private func moves(in plan: EffectivePlan) -> Moves {
    if moved.isEmpty { return [:] }
    var moves: Moves = [:]
    for move in moved where !excluded.contains(move.planned.day) && !cancelled.contains(move.planned) {
      if moves[move.planned] == nil, let planned = plan.planned(move.planned) {
        moves[move.planned] = (move, planned)
      }
    }
    return moves
  }

  private func isHeldAsPlanned(_ key: OccurrenceKey, _ moves: Moves) -> Bool {
    !excluded.contains(key.day) && moves[key] == nil
  }

  /// The occurrence as the plan has it, unless it is cancelled.
  private func occurrence(_ planned: EffectivePlan.Planned) -> Occurrence {
    var occurrence = Occurrence(
      key: planned.key, span: planned.span, announced: planned.announced,
      state: cancelled.contains(planned.key) ? .cancelled : planned.state ?? state, title: planned.title,
      location: planned.location, isFull: isFull(planned.key),
      isRescheduled: planned.announced != nil)
    addReason(to: &occurrence)
    return occurrence
  }

  private func occurrence(of move: Move, _ planned: EffectivePlan.Planned) -> Occurrence {
    let announced = planned.announced ?? planned.span
    var occurrence = Occurrence(
      key: move.planned, span: move.span, announced: announced == move.span ? nil : announced,
      state: planned.state ?? state, title: planned.title, location: move.location ?? planned.location,
      isRelocated: move.location != nil, isFull: isFull(move.planned))
    addReason(to: &occurrence)
    return occurrence
  }

  private func isFull(_ key: OccurrenceKey) -> Bool { isFull || full.contains(key) }

  private func addReason(to occurrence: inout Occurrence) {
    guard occurrence.isOff || occurrence.isMoved || reasons[occurrence.key] != nil else { return }
    occurrence.reason = reason(forChangeOf: occurrence.key)
  }

  /// Whether its occurrences take place, those of which it is said one by one apart.
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
    return x == y ? a.key < b.key : x < y
  }
}
