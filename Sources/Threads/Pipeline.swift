import Dispatch
import Foundation

/// Work on values that come one after the other: while the next ones are made, those before are worked on by as many threads
/// as there are processors; who waits for results works too. Results come out in the order in which the values went in; no
/// more than two batches of values wait in memory.
package final class Pipeline<Value: Sendable, Result: Sendable> {
  private let size: Int
  private let work: @Sendable (Value, Turn) -> Result
  private var waiting: [Value] = []
  private var running: Batch?

  /// The place of a value in the row, for a part of its work that must be done in the order of the values.
  package struct Turn: Sendable {
    fileprivate let come: @Sendable () -> Void

    /// Returns when the work on all values before this one is done: until its own is done, no other value has its turn.
    package func wait() { come() }
  }

  /// Values that are worked on, and what has become of them.
  private final class Batch: Sendable {
    private struct State {
      /// The next value that nobody works on.
      var next = 0
      /// How many, from the first on, are done.
      var done = 0
      var results: [Result?]
    }

    private let values: [Value]
    private let work: @Sendable (Value, Turn) -> Result
    private let state: Locked<State>
    private let change = NSCondition()
    private let isDone = DispatchGroup()

    init(_ values: [Value], _ work: @escaping @Sendable (Value, Turn) -> Result) {
      self.values = values
      self.work = work
      state = Locked(State(results: Array(repeating: nil, count: values.count)))
      let helpers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
      for _ in 0..<helpers { DispatchQueue.global().async(group: isDone) { self.run() } }
    }

    /// Works on values as long as there are any. They are begun in their order, so that whatever waits for its turn waits
    /// for work that somebody is doing.
    private func run() {
      while let index = next() {
        let result = work(values[index], Turn { self.wait(before: index) })
        state.withLock { state in
          state.results[index] = result
          while state.done < state.results.count, case .some = state.results[state.done] { state.done += 1 }
        }
        change.lock()
        change.broadcast()
        change.unlock()
      }
    }

    private func next() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    private func wait(before index: Int) {
      change.lock()
      defer { change.unlock() }
      while state.withLock({ $0.done < index }) { change.wait() }
    }

    /// In the order of the values, when all are there.
    func finish() -> [Result] {
      run()
      isDone.wait()
      return state.withLock { $0.results.compactMap { $0 } }
    }
  }

  /// - Parameters:
  ///   - size: values in a batch, at least 1: enough that starting one costs little.
  ///   - work: called from any thread, for several values at once.
  package init(batchesOf size: Int = 64, _ work: @escaping @Sendable (Value, Turn) -> Result) {
    self.size = max(1, size)
    self.work = work
  }

  /// Takes one more value.
  ///
  /// - Returns: results that are ready and were not given before; often none.
  package func add(_ value: Value) -> [Result] {
    waiting.append(value)
    return waiting.count < size ? [] : start()
  }

  /// Waits for all values that were taken.
  ///
  /// - Returns: the results that were not given before.
  package func finish() -> [Result] { start() + start() }

  /// Begins with what waits, when what ran before is done.
  private func start() -> [Result] {
    let results = running?.finish() ?? []
    running = waiting.isEmpty ? nil : Batch(waiting, work)
    waiting = []
    return results
  }
}
