import Foundation
import Threads

/// Sees, from a thread of its own, that work on one file takes too long or that the process takes too much memory. Nothing
/// else can: a call into a C library can't be cancelled, and what a text costs is known only when it has been paid.
package final class Watchdog: Sendable {
  package struct Limits: Sendable {
    /// Processor time that one file may take. Not time on the clock: waiting for other files, or for a machine that is busy
    /// with other things, is no fault of the file.
    package var time = Duration.seconds(10)
    /// Bytes of memory that the process may hold.
    package var memory = 1 << 30

    package init() {}
  }

  package enum Alarm: Sendable, Hashable {
    /// The file that takes too long; reported once for each.
    case time(file: String)
    /// The files that are worked on, which may be none; reported once.
    case memory(files: [String])
  }

  private struct Watch {
    var file: String
    /// The clock that counts what the working thread takes, and when it began by it (nanoseconds).
    var clock: clockid_t
    var start: Int64
    var isReported = false
  }

  private struct State {
    var watches: [Int: Watch] = [:]
    var next = 0
    var isMemoryReported = false
  }

  private let limits: Limits
  private let state = Locked(State())

  /// - Parameter alarm: called from the watching thread.
  package init(limits: Limits = Limits(), alarm: @escaping @Sendable (Alarm) -> Void) {
    self.limits = limits
    // Often enough to see memory grow before there is none left; a look takes microseconds.
    let pause = min(limits.time / 10, .milliseconds(50))
    Thread.detachNewThread { [weak self] in
      while let alarms = self?.look() {
        alarms.forEach(alarm)
        usleep(UInt32(max(1, pause / .microseconds(1))))
      }
    }
  }

  /// Does `work`, which is about `file` and stays on this thread.
  package func watching<Result, Failure: Error>(
    _ file: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var clock = clockid_t()
    guard pthread_getcpuclockid(pthread_self(), &clock) == 0, let start = Self.now(clock) else { return try work() }
    let watch = Watch(file: file, clock: clock, start: start)
    let number = state.withLock { state in
      state.next += 1
      state.watches[state.next] = watch
      return state.next
    }
    defer { state.withLock { $0.watches[number] = nil } }
    return try work()
  }

  private func look() -> [Alarm] {
    let isFull = Self.residentBytes() > limits.memory
    return state.withLock { state in
      var alarms: [Alarm] = []
      for (number, watch) in state.watches where !watch.isReported {
        guard let now = Self.now(watch.clock), .nanoseconds(now - watch.start) > limits.time else { continue }
        state.watches[number]?.isReported = true
        alarms.append(.time(file: watch.file))
      }
      if isFull, !state.isMemoryReported {
        state.isMemoryReported = true
        alarms.append(.memory(files: Set(state.watches.values.map(\.file)).sorted()))
      }
      return alarms
    }
  }

  private static func now(_ clock: clockid_t) -> Int64? {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Memory that the process holds (proc(5), `statm`: pages in all, then those in memory).
  private static func residentBytes() -> Int {
    guard let bytes = try? RegularFile(at: "/proc/self/statm").read(atMost: 256) else { return 0 }
    let words = bytes.split(separator: UInt8(ascii: " "))
    return words.count > 1 ? (Int(String(decoding: words[1], as: UTF8.self)) ?? 0) * Int(getpagesize()) : 0
  }
}

extension Watchdog? {
  /// Does `work`, watched where there is somebody to watch.
  package func watching<Result, Failure: Error>(
    _ file: String, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let self else { return try work() }
    return try self.watching(file, work)
  }
}
