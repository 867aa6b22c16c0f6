import Dispatch

/// Work on values that come one after the other: while the next ones are made, those before are worked on by as many threads
/// as there are processors. Results come out in the order in which the values went in; no more than two batches of values
/// wait in memory.
package final class Pipeline<Value: Sendable, Result: Sendable> {
  private let size: Int
  private let work: @Sendable (Value) -> Result
  private var waiting: [Value] = []
  private var running: Batch?

  /// Values that are worked on, and what has become of them.
  private final class Batch: Sendable {
    private let results: Locked<[Result?]>
    private let isDone = DispatchGroup()

    init(_ values: [Value], _ work: @escaping @Sendable (Value) -> Result) {
      results = Locked(Array(repeating: nil, count: values.count))
      DispatchQueue.global().async(group: isDone) { [results] in
        DispatchQueue.concurrentPerform(iterations: values.count) { index in
          let result = work(values[index])
          results.withLock { $0[index] = result }
        }
      }
    }

    /// In the order of the values, when all are there.
    func wait() -> [Result] {
      isDone.wait()
      return results.withLock { $0.compactMap { $0 } }
    }
  }

  /// - Parameters:
  ///   - size: values in a batch, at least 1: enough that starting one costs little.
  ///   - work: called from any thread, for several values at once.
  package init(batchesOf size: Int = 64, _ work: @escaping @Sendable (Value) -> Result) {
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
    let results = running?.wait() ?? []
    running = waiting.isEmpty ? nil : Batch(waiting, work)
    waiting = []
    return results
  }
}
