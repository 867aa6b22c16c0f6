import Time

@testable import Publishing
@testable import Reading

enum ScheduleTarget {
  private static let zones = [Zone.utc, MachineZones.zone(named: "Europe/Paris") ?? .utc]

  static func check(_ input: [UInt8], _ checks: inout Checks) {
    var source = ByteSource(input)
    let schedule = source.schedule()
    let start = source.day(near: schedule.firstDay ?? CivilDay(number: 20_000))
    let days = start...start.adding(days: source.number(0...255))
    let middle = start.adding(days: source.number(0...255))
    let found = schedule.occurrences(in: days)
    checkOrder(found, schedule, in: days, &checks)
    checkHalves(found, schedule, in: days, at: middle, &checks)
    checkNext(schedule, in: days, &checks)
    for line in French.schedule(schedule) {
      checks.expect(!line.isEmpty && !line.contains("  ") && !line.contains("\n"), "in words: « \(line) »")
    }
    let today = CivilDateTime(day: middle, minuteOfDay: 600)
    CalendarOfSchedule(schedule, zone: source.one(of: zones), today: today).check(&checks)
  }

  private static func checkOrder(
    _ found: [Occurrence], _ schedule: Schedule, in days: ClosedRange<CivilDay>, _ checks: inout Checks
  ) {
    let planned = EffectivePlan(schedule)
    for (one, next) in zip(found, found.dropFirst()) {
      checks.expect(!Occurrence.startsBefore(next, one), "\(next) stands behind \(one)")
    }
    checks.expect(Set(found.map(\.key)).count == found.count, "two occurrences of one name: \(found)")
    for occurrence in found {
      let span = occurrence.span
      checks.expect(span.firstDay <= days.upperBound && span.lastDay >= days.lowerBound, "\(span) is not in \(days)")
      checks.expect(planned.contains(occurrence.key), "\(occurrence.plannedDay) is not planned")
      checks.expect(!schedule.excluded.contains(occurrence.plannedDay), "\(occurrence.plannedDay) is excluded")
      checks.expect(schedule.firstDay.map { $0 <= span.firstDay } ?? false, "\(span) begins before the first day")
      checks.expect(
        schedule.isEndless || schedule.lastDay.map { $0 >= span.lastDay } ?? false, "\(span) ends after the last day")
    }
  }

  /// What is asked for in two parts is what is asked for at once.
  private static func checkHalves(
    _ found: [Occurrence], _ schedule: Schedule, in days: ClosedRange<CivilDay>, at middle: CivilDay,
    _ checks: inout Checks
  ) {
    guard days.contains(middle), middle < days.upperBound else { return }
    let halves =
      schedule.occurrences(in: days.lowerBound...middle)
      + schedule.occurrences(in: middle.adding(days: 1)...days.upperBound)
    checks.expect(Set(halves) == Set(found), "in halves \(Set(halves).symmetricDifference(found))")
    for occurrence in Set(found) {
      let isInBoth = occurrence.span.firstDay <= middle && occurrence.span.lastDay > middle
      checks.expect(
        halves.count { $0 == occurrence } == (isInBoth ? 2 : 1), "\(occurrence) is in another number of halves")
    }
  }

  private static func checkNext(_ schedule: Schedule, in days: ClosedRange<CivilDay>, _ checks: inout Checks) {
    let now = CivilDateTime(day: days.lowerBound, minuteOfDay: 600)
    let next = schedule.next(at: now, limit: 5)
    let known = schedule.occurrences(in: days.lowerBound.adding(days: -1)...days.upperBound)
    let expected = known.filter { !$0.span.isPast(at: now) }.prefix(5)
    checks.expect(
      next.filter { $0.span.firstDay <= days.upperBound } == Array(expected),
      "the next ones are \(next), not \(Array(expected))")
  }
}
