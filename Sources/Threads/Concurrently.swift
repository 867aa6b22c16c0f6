import Dispatch

/// Does two pieces of work at the same time, where there are processors for both, and gives what each gives.
package func concurrently<A: Sendable, B: Sendable>(
  _ first: @Sendable () -> A, _ second: @Sendable () -> B
) -> (A, B) {
  let results = Locked<(A?, B?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  let (a, b) = results.withLock { $0 }
  return (a ?? first(), b ?? second())
}
