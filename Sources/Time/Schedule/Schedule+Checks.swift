extension Schedule {
  /// The first time of an occurrence, its start or its end, that the clock of `zone` never shows (it was put forward),
  /// among those that begin up to `last`; without it, within ten years: rules of clock changes are not known for longer.
  package func firstMissingTime(in zone: Zone, through last: CivilDay? = nil) -> CivilDateTime? {
    guard let first = firstDay, case let last = last ?? first.adding(days: 3660), first <= last else { return nil }
    for occurrence in occurrences(in: first...last) {
      for case .minute(let time)? in [occurrence.span.start, occurrence.span.end] where !zone.shows(time) {
        return time
      }
    }
    return nil
  }

  /// The day of the second occurrence, where the first is not over when it begins; exceptions are not looked at.
  package var secondDayInFirst: CivilDay? {
    let plan = EffectivePlan(Schedule(plan: plan))
    guard let first = plan.first(onOrAfter: .first), let second = plan.first(onOrAfter: first.key.day.adding(days: 1))
    else { return nil }
    let (span, next) = (first.span, second.span)
    let overlaps = span.endMinute.map { $0 > next.start.firstMinute } ?? (span.lastDay >= next.firstDay)
    return overlaps ? next.firstDay : nil
  }
}
