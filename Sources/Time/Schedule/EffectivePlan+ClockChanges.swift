/// Programs give every occurrence of a rule the exact length of its first (RFC 5545, 3.8.5.3), people the hours on the clock:
/// where the clock changes in between, these are not the same.
extension EffectivePlan.Phase {
  /// How many minutes an occurrence takes where the clock does not change while it lasts, if the one of `day` is one in
  /// which it does; else `nil`: then its own end says it.
  package func usualLength(on day: CivilDay, in zone: Zone) -> Int? {
    let span = span(on: day)
    guard let start = span.startMinute, let end = span.endMinute else { return nil }
    return span.isOfUnusualLength(in: zone) ? end.minutes(since: start) : nil
  }

  /// Days that an occurrence may last to be looked at: over more, every one has clock changes in it, and none is usual.
  private static let longest = 366

  /// The days among these of the occurrences while which the clock changes.
  package func daysOfUnusualLength(in zone: Zone, within days: ClosedRange<CivilDay>) -> Set<CivilDay> {
    guard first.isTimed, first.extraDays <= Self.longest else { return [] }
    var result: Set<CivilDay> = []
    for change in zone.clockChanges(inYears: days.lowerBound.year...days.upperBound.year) {
      let day = zone.dateTime(at: change).day
      // The clock stands on one of two days at the moment at which it changes.
      let earliest = day.adding(days: -1 - first.extraDays)
      for number in earliest.number...day.number + 1 {
        let start = CivilDay(number: number)
        if days.contains(start), contains(start), span(on: start).isOfUnusualLength(in: zone) { result.insert(start) }
      }
    }
    return result
  }
}

extension Span {
  /// Its first minute; `nil` where it has no hour.
  var startMinute: CivilDateTime? {
    if case .minute(let minute) = start { return minute }
    return nil
  }

  /// Whether fewer or more minutes pass from its start to its end than the clock shows.
  func isOfUnusualLength(in zone: Zone) -> Bool {
    guard let startMinute, let endMinute else { return false }
    let exact = zone.instant(of: endMinute).seconds - zone.instant(of: startMinute).seconds
    return exact != endMinute.minutes(since: startMinute) * 60
  }

  /// The moment at which it is over; see ``isPast(at:)``.
  package func end(in zone: Zone) -> Instant {
    if let endMinute { return zone.instant(of: endMinute) }
    return zone.instant(
      of: CivilDateTime(day: min(lastDay, CivilDay.last.adding(days: -1)).adding(days: 1), minuteOfDay: 0))
  }
}

extension Zone {
  /// The moments of these years at which the clock is put forward or back, in order.
  func clockChanges(inYears years: ClosedRange<Int>) -> [Instant] {
    let listed = transitions.filter { $0.from.offset != $0.to.offset }.map(\.instant)
      .filter { years.contains($0.utc.dateTime.day.year) }
    let from = transitions.last?.instant ?? Instant(seconds: .min)
    let further = years.lazy.flatMap { year in rule?.transitions(in: year) ?? [] }
      .filter { $0.instant > from && $0.from.offset != $0.to.offset }.map(\.instant)
    return listed + further.sorted()
  }
}

extension Occurrence {
  /// It without what is true of it alone, the first of a rule: what is written of all others.
  package var asAnyOther: Occurrence {
    var other = self
    other.announced = nil
    other.isRescheduled = false
    if !isOff { other.reason = nil }
    return other
  }
}
