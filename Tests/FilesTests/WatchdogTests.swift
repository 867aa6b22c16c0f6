import Foundation
import Testing
import Threads

@testable import Files

@Suite struct WatchdogTests {
  /// What was reported, in its order.
  private final class Reports: Sendable {
    private let alarms = Locked<[Watchdog.Alarm]>([])
    func add(_ alarm: Watchdog.Alarm) { alarms.withLock { $0.append(alarm) } }
    var all: [Watchdog.Alarm] { alarms.withLock { $0 } }
  }

  /// Keeps the processor busy until `isDone`, or for so long that no test waits for it.
  private func work(until isDone: () -> Bool) {
    let end = ContinuousClock.now + .seconds(20)
    while !isDone(), ContinuousClock.now < end {}
  }

  @Test func `work that takes longer than the limit is named, once`() {
    let reports = Reports()
    var limits = Watchdog.Limits()
    limits.time = .milliseconds(50)
    limits.memory = .max
    let watchdog = Watchdog(limits: limits, alarm: reports.add)
    watchdog.watching("Content/nouvelles/lent.md") { work { !reports.all.isEmpty } }
    watchdog.watching("Content/nouvelles/lent.md") {
      let end = ContinuousClock.now + .milliseconds(20)
      work { ContinuousClock.now > end }
    }
    #expect(reports.all == [.time(file: "Content/nouvelles/lent.md")])
  }

  @Test func `waiting is no work`() {
    let reports = Reports()
    var limits = Watchdog.Limits()
    limits.time = .milliseconds(50)
    limits.memory = .max
    let watchdog = Watchdog(limits: limits, alarm: reports.add)
    watchdog.watching("a.md") { _ = usleep(300_000) }
    #expect(reports.all.isEmpty)
  }

  @Test func `memory beyond the limit is reported once, with what is worked on`() {
    let reports = Reports()
    var limits = Watchdog.Limits()
    limits.memory = 1
    let watchdog = Watchdog(limits: limits, alarm: reports.add)
    watchdog.watching("b.md") {
      watchdog.watching("a.md") { work { !reports.all.isEmpty } }
      usleep(200_000)
    }
    #expect(reports.all.count == 1)
    guard case .memory(let files)? = reports.all.first else { return }
    // The first look may have come before the work began.
    #expect(files == ["a.md", "b.md"] || files == ["b.md"] || files == [])
  }

  @Test func `what is watched gives its result or its error`() throws {
    struct Fault: Error {}
    let watchdog: Watchdog? = Watchdog { _ in }
    #expect(watchdog.watching("a.md") { 7 } == 7)
    #expect(throws: Fault.self) { try watchdog.watching("a.md") { throw Fault() } }
    #expect((nil as Watchdog?).watching("a.md") { 7 } == 7)
  }
}
