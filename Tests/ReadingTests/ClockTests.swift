import Diagnostics
import Site
import Testing
import Time

@testable import Reading

/// Dates with a distance from UTC, as programs write them, are put to the clock of the place.
@Suite struct ClockTests {
  private static func event(_ lines: String) async throws -> ReadingResult {
    await (try ContentFixture(["evenements/a.md": "---\ntitre: Essai\n\(lines)\n---\nUn texte.\n"])).read()
  }

  @Test(arguments: [
    ("2026-01-05 10:00 +0100", "2026-01-05T10:00"), ("2026-01-05 10:00 +01:00", "2026-01-05T10:00"),
    ("2026-01-05 10:00:00 +0000", "2026-01-05T11:00"), ("2026-07-05T10:00:00+01:00", "2026-07-05T11:00"),
    ("2026-01-05 10:00 Z", "2026-01-05T11:00"), ("2026-01-05T23:30:00Z", "2026-01-06T00:30"),
    ("2026-01-05T10:00:00-05:00", "2026-01-05T16:00"),
  ])
  func `the hour is that of the place, and a note says so`(written: String, start: String) async throws {
    let result = try await Self.event("debut: \(written)")
    guard case .once(let span)? = result.site?.events.first?.schedule.plan else {
      Testing.Issue.record("\(result.diagnostics.map(\.message))")
      return
    }
    #expect(span.start.iso == start)
    let note = result.diagnostics.first { $0.code == "date-of-another-clock" }
    #expect(note?.severity == .note && note?.message.contains(start.replacing("T", with: " ")) == true)
    #expect(result.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test(arguments: [
    ("2026-01-05 10:00-12:00", "2026-01-05T12:00"), ("2026-01-05 10:00 -12:00", "2026-01-05T12:00"),
    ("2026-01-05 10:00 - 12:00", "2026-01-05T12:00"),
  ])
  func `a dash between two hours is never a distance from UTC`(written: String, end: String) async throws {
    guard case .once(let span)? = try await Self.event("debut: \(written)").site?.events.first?.schedule.plan else {
      Testing.Issue.record("nothing was read")
      return
    }
    #expect(span.end?.iso == end)
  }

  @Test(arguments: ["2026-01-05 10:00 +1", "2026-01-05 10:00 +25:00", "2026-01-05 10:00 CET"])
  func `what is no distance from UTC is an error`(written: String) async throws {
    #expect(try await Self.event("debut: \(written)").site?.events.isEmpty ?? true)
  }
}
