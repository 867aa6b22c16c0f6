import Foundation
import Site
import Testing
import Time

@testable import Publishing

/// What the program writes of events, byte for byte. Where it comes to write the same content otherwise, those who subscribed
/// take it only with a higher ``CalendarRevision/edition``.
@Suite struct RecordedEventsTests {
  private static let path = (#filePath as NSString).deletingLastPathComponent + "/vevents.txt"

  @Test func `other bytes of a VEVENT want another edition of the program`() throws {
    let text = "edition \(CalendarRevision.edition)\n" + Self.schedules.map(Self.text).joined()
    let recorded = (try? String(contentsOfFile: Self.path, encoding: .utf8)) ?? ""
    if text == recorded { return }
    let isRaised = text.prefix { $0 != "\n" } != recorded.prefix { $0 != "\n" }
    #expect(isRaised, "VEVENTs are written otherwise than before: raise CalendarRevision.edition")
    if ProcessInfo.processInfo.environment["GAZETTE_RECORD"] == "1", isRaised {
      try text.write(toFile: Self.path, atomically: true, encoding: .utf8)
    } else {
      Issue.record("record the VEVENTs anew: GAZETTE_RECORD=1")
    }
  }

  private static func text(_ schedule: Schedule) -> String {
    let event = EventCalendarTests.event(schedule)
    let today = CivilDateTime(day: Sample.day(2026, 6, 1), minuteOfDay: 0)
    let items = EventCalendar(event, in: EventCalendarTests.site([event]), today: today).items
    return items.map { String(decoding: $0.lines.bytes, as: UTF8.self).replacing("\r\n", with: "\n") }.joined()
  }

  /// Each way in which a VEVENT comes to be.
  private static let schedules: [Schedule] = {
    let evening = Span("2026-07-03 14:00", "2026-07-03 18:00")
    let fridays = Recurrence(frequency: .monthly(.weekday(.friday, nth: 1)))
    let nights = Recurrence(frequency: .weekly([.saturday]), bound: .until(Sample.day(2026, 12, 4)))
    let salle = Location.named("Salle des fêtes")
    return [
      Schedule(plan: .once(evening)),
      Schedule(plan: .once(Span("2026-07-03", "2026-07-05")), status: .tentative),
      Schedule(plan: .once(evening), status: .cancelled, reason: "Grève"),
      Schedule(plan: .once(evening), status: .postponed(to: nil)),
      Schedule(plan: .once(evening), status: .postponed(to: .day(Sample.day(2026, 9, 1)))),
      Schedule(
        plan: .dates([Sample.day(2026, 7, 3), Sample.day(2026, 9, 4)], hours: evening),
        cancelled: [OccurrenceKey(Sample.day(2026, 9, 4))]),
      Schedule(
        plan: .rule(first: Span("2026-03-06 14:00", "2026-03-06 18:00"), fridays),
        reasons: [OccurrenceKey(Sample.day(2026, 11, 6)): "Travaux"],
        excluded: Exclusions(days: [Sample.day(2026, 8, 7)]),
        cancelled: [OccurrenceKey(Sample.day(2026, 5, 1)), OccurrenceKey(Sample.day(2026, 11, 6))],
        moved: [
          Schedule.Move(
            planned: OccurrenceKey(Sample.day(2026, 7, 3)), span: Span("2026-07-10 15:00", "2026-07-10 18:30"),
            location: salle)
        ]),
      Schedule(plan: .rule(first: evening, fridays), status: .postponed(to: .day(Sample.day(2026, 7, 10)))),
      Schedule(plan: .rule(first: Span("2026-03-28 20:00", "2026-03-29 03:00"), nights)),
      Schedule(plan: .rule(first: Span("2026-07-03", ""), Recurrence(frequency: .daily, bound: .count(3)))),
    ]
  }()
}
